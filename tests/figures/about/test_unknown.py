"""What is not known of the strategy: of what was sought and not found, and never of the tables."""

import pytest

from data.catalog import Catalog
from data.selection import Selection
from figures.about import unknown
from figures.language import Language


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (Selection(), "What became of 13 of the 28 initiatives in the strategy: no later source was found."),
        (
            Selection(objectives=(2,)),
            "What became of 1 of the 2 initiatives that the filters leave: no later source was found.",
        ),
        (
            Selection(objectives=(2,), countries=("MEX",)),
            "What became of the only initiative that the filters leave: no later source was found.",
        ),
    ],
    ids=str,
)
def test_of_how_many_initiatives_nothing_later_was_found(
    catalog: Catalog, language: Language, chosen: Selection, said: str
) -> None:
    assert [one for one in unknown.gaps(catalog, language, chosen) if one.startswith("What became of")] == [said]


def test_a_gap_is_one_of_the_sources_and_not_of_a_collection(catalog: Catalog, language: Language) -> None:
    assert not [one for one in unknown.gaps(catalog, language) if "collection" in one or "tables" in one]
