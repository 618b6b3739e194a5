"""The contradictions as a figure: counted honestly, one row a reading."""

import csv
from dataclasses import replace

import pytest

from data.catalog import Catalog
from data.paths import DATA
from data.queries.sources.contradictions import Contradiction, contradictions
from figures.language import Language
from figures.sources.contradictions import contradicted, figure, title


@pytest.fixture(scope="module")
def found(catalog: Catalog) -> tuple[Contradiction, ...]:
    return contradictions(catalog)


def test_every_reading_is_a_row_with_its_point_and_sources(
    catalog: Catalog, language: Language, found: tuple[Contradiction, ...]
) -> None:
    shown = figure(catalog, found, language)
    assert list(shown.rows["claim_id"]) == [reading.claim_id for one in found for reading in one.readings]
    assert set(shown.rows) == set(shown.columns)
    assert (shown.rows["sources"] != "").all()
    assert set(shown.rows["standing"]) == {
        "Settled", "Open", "Different scope or date", "Told differently", "Corrected here",
    }  # fmt: skip


def test_the_rows_of_a_settled_point_say_what_is_followed(
    catalog: Catalog, language: Language, found: tuple[Contradiction, ...]
) -> None:
    rows = figure(catalog, found, language).rows
    ours = rows[rows["difference"] == "Contradiction"]
    assert ((ours["standing"] == "Settled") == (ours["followed"] != "")).all()
    others = rows[rows["difference"] != "Contradiction"]
    assert (others["standing"] == others["difference"]).all()


def test_the_title_counts_settled_and_open_points(
    catalog: Catalog, language: Language, found: tuple[Contradiction, ...]
) -> None:
    with (DATA / "tables" / "contradictions.csv").open(encoding="utf-8", newline="") as file:
        every = list(csv.DictReader(file))
    ours = [row["resolved"] for row in every if row["difference"] == "contradiction"]
    settled, open_ones = ours.count("true"), ours.count("false")
    # The heading counts all points that stand under it, not the contradictions among them alone.
    assert title(found, language) == (
        f"{len(every)} points on which accounts differ: {len(ours)} are contradictions ({settled} settled, {open_ones} open)"
    )
    assert contradicted(found, language) == (
        f"Sources contradict each other on {len(ours)} points: {settled} settled, {open_ones} open"
    )


def test_what_is_no_contradiction_is_counted_apart(
    catalog: Catalog, language: Language, found: tuple[Contradiction, ...]
) -> None:
    text = figure(catalog, found, language).text
    counts = catalog["contradictions"]["difference"].value_counts()
    assert f"{counts['scope']} differ in scope or date" in text
    assert f"{counts['wording']} are told differently; {counts['corrected']} were corrected here" in text


def test_the_title_is_honest_where_all_or_none_is_settled(language: Language, found: tuple[Contradiction, ...]) -> None:
    one = replace(found[0], difference="contradiction")
    assert title((replace(one, difference="wording"),), language) == (
        "1 point on which accounts differ: none is a contradiction"
    )
    for standing, is_settled in (("all settled", True), ("all open", False)):
        alone = (replace(one, resolved=is_settled),)
        assert title(alone, language) == (f"1 point on which accounts differ: 1 is a contradiction ({standing})")
        assert contradicted(alone, language) == f"Sources contradict each other on 1 point: {standing}"
    for said in (title, contradicted):
        assert said((), language) == "No contradiction is listed"


def test_in_each_part_contradictions_come_first(found: tuple[Contradiction, ...]) -> None:
    for part in {one.part for one in found}:
        kinds = [one.difference == "contradiction" for one in found if one.part == part]
        assert kinds == sorted(kinds, reverse=True)
        assert True in kinds
        assert False in kinds


def test_the_text_counts_each_part(catalog: Catalog, language: Language, found: tuple[Contradiction, ...]) -> None:
    text = figure(catalog, found, language).text
    for count in catalog["contradictions"]["part"].value_counts():
        assert str(count) in text
    article = tuple(one for one in found if one.part == "article")
    assert "between other sources" not in figure(catalog, article, language).text


def test_no_filter_is_named_in_its_files(
    catalog: Catalog, language: Language, found: tuple[Contradiction, ...]
) -> None:
    assert figure(catalog, found, language).narrowed_by == ()


def test_without_contradictions_it_stays_quiet(catalog: Catalog, language: Language) -> None:
    empty = figure(catalog, (), language)
    assert empty.rows.empty
    assert not empty.text
