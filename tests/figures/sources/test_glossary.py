"""The glossary: every term once, with its sources, in the order of the alphabet."""

from data.catalog import Catalog
from figures.language import Language
from figures.sources.glossary import figure, mentions, terms


def test_every_term_stands_once_with_its_definition_and_sources(catalog: Catalog, language: Language) -> None:
    rows, table = figure(catalog, language).rows, catalog["glossary"]
    assert sorted(rows["term"]) == sorted(table["term"])
    assert set(rows["definition"]) == set(table["definition"])
    assert (rows["sources"] != "").all()


def test_terms_keep_their_own_sources_when_they_are_sorted(catalog: Catalog) -> None:
    listed = terms(catalog)
    assert [one.term.casefold() for one in listed] == sorted(one.term.casefold() for one in listed)
    ids = catalog.names("glossary", "term", "term_id")
    ties = catalog["glossary_sources"]
    for one in listed:
        assert set(one.source_ids) == set(ties.loc[ties["term_id"] == ids[one.term], "source_id"])


def test_the_title_counts_what_is_short_for_something(catalog: Catalog, language: Language) -> None:
    short = int((catalog["glossary"]["expansion"] != "").sum())
    assert f"{short} of them" in figure(catalog, language).title


def test_a_text_mentions_terms_once_each_as_written(catalog: Catalog) -> None:
    text = "HSI and the TCIU trace precursor chemicals; HSI, not BEST or the best, seizes Fentanyl. Nonfentanyl is no term."
    found = mentions(catalog, text)
    assert [text[start:end] for start, end, _ in found] == ["HSI", "TCIU", "precursor chemicals", "BEST", "Fentanyl"]
    assert [one.term for *_, one in found] == ["HSI", "TCIU", "precursor chemical", "BEST", "fentanyl"]


def test_the_longest_term_is_meant(catalog: Catalog) -> None:
    text = "The FEND Off Fentanyl Act passed."
    assert [one.term for *_, one in mentions(catalog, text)] == ["FEND Off Fentanyl Act"]


def test_every_term_is_found_in_a_text_that_holds_it(catalog: Catalog) -> None:
    for one in terms(catalog):
        assert one in [term for *_, term in mentions(catalog, f"({one.term}).")]
