"""What a record is called, and how it is tied to others, in words."""

import pytest

from data.catalog import Catalog
from data.queries.records.record import record
from data.translation import translated
from figures import labels
from figures.language import language
from figures.records import wording


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Precursors: China and the Asia-Pacific, no route named"),
        ("es", "Precursores: China y Asia-Pacífico, sin ruta indicada"),
    ],
)
def test_a_statement_that_names_no_route_is_not_called_one(code: str, title: str, catalog: Catalog) -> None:
    here = translated(catalog, code)
    assert wording.title(here, record(here, "flow:f07"), language(code)) == title


@pytest.mark.parametrize("code", ["en", "es"])
def test_how_records_are_tied_stands_in_brackets_as_a_noun(code: str, catalog: Catalog) -> None:
    here, spoken = translated(catalog, code), language(code)
    nouns = labels.words(spoken, "event_initiatives.relation")
    verbs = labels.words(spoken, "relation")
    found = set()
    for row in catalog["event_initiatives"].itertuples():
        for one in (f"event:{row.event_id}", f"initiative:{row.initiative_id}"):
            told = [tie.words for group in wording.groups(here, one, spoken) for tie in group.ties]
            found |= {noun for noun in nouns.values() for words in told if words.endswith(f"({noun})")}
            assert not [words for words in told for verb in verbs.values() if words.endswith(f"({verb})")]
    assert found == {nouns[relation] for relation in set(catalog["event_initiatives"]["relation"])}


def test_a_subregion_says_whose_it_is(catalog: Catalog) -> None:
    for code, label in (("en", "Sub-region (M49)"), ("es", "Subregión (M49)")):
        here = translated(catalog, code)
        shown = wording.facts(here, record(here, "country:MEX"), language(code))
        assert label in [fact.label for fact in shown]
