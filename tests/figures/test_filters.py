"""The filters that are on, in one line that reads as a line."""

import pytest

from data.catalog import Catalog
from data.selection import Selection
from figures.filters import ignored_by, in_words
from figures.language import Language


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (Selection(first_year=2024), "From 2024"),
        (Selection(last_year=2022), "To 2022"),
        (Selection(first_year=2022, last_year=2024), "2022 to 2024"),
        (Selection(first_year=2023, last_year=2023), "2023"),
        (Selection(objectives=(3,), first_year=2024), "Objective 3 · from 2024"),
        (Selection(countries=("USA",), last_year=2022), "The United States · to 2022"),
        (Selection(), ""),
    ],
)
def test_the_line_begins_with_a_capital_and_goes_on_without(
    chosen: Selection, said: str, catalog: Catalog, language: Language
) -> None:
    assert in_words(chosen, catalog, language) == said


@pytest.mark.parametrize(
    ("narrowed_by", "chosen", "said"),
    [
        (("countries",), Selection(objectives=(3,), regions=("419",)), "Not narrowed by: Objective 3"),
        ((), Selection(objectives=(3,), countries=("JAM",)), "Not narrowed by: Objective 3 · Jamaica"),
        (("objectives", "countries"), Selection(objectives=(3,), first_year=2024), "Not narrowed by: From 2024"),
        (("countries",), Selection(regions=("419",)), ""),
        (("objectives",), Selection(), ""),
    ],
)
def test_what_a_filter_leaves_whole_says_so(
    narrowed_by: tuple[str, ...], chosen: Selection, said: str, catalog: Catalog, language: Language
) -> None:
    assert ignored_by(narrowed_by, chosen, catalog, language) == said
