"""The list of the indicators: its heading is true of the years chosen, too."""

import pytest

from data.catalog import Catalog
from data.selection import Selection
from figures.language import Language
from figures.trends import index
from tests.allowed import Chosen, observations, table


@pytest.mark.parametrize("years", [("2024", ""), ("2025", "2025"), ("", "2018")])
def test_the_heading_counts_those_with_a_value_in_the_years_chosen(
    catalog: Catalog, language: Language, years: tuple[str, str]
) -> None:
    first, last = years
    chosen = Selection(first_year=int(first) if first else None, last_year=int(last) if last else None)
    codes = [row["indicator_id"] for row in table("indicators")]
    some = sum(bool(observations(Chosen(first=first, last=last), code)) for code in codes)
    assert 0 < some < len(codes)
    title = index.figure(catalog, chosen, None, language).title
    assert title == f"{len(codes)} indicators to pick, {some} with a value in the years chosen"


def test_years_without_any_value_are_said_to_have_none(catalog: Catalog, language: Language) -> None:
    title = index.figure(catalog, Selection(last_year=1990), None, language).title
    assert title.endswith(" indicators to pick, none with a value in the years chosen")


def test_no_count_of_nought_is_told(catalog: Catalog, language: Language) -> None:
    for group in sorted({row["system"] for row in table("indicators")}):
        title = index.figure(catalog, Selection(), group, language).title
        assert ", 0 " not in title
        assert ("with a single value" in title) == any(
            len(observations(Chosen(), row["indicator_id"])) == 1
            for row in table("indicators")
            if row["system"] == group
        )
