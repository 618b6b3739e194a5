"""What a selection keeps when filters are lifted."""

import pytest

from data.selection import FILTERS, Selection, reach

EVERYTHING = Selection(objectives=(1,), countries=("MEX",), regions=("419",), first_year=2022)


@pytest.mark.parametrize("name", FILTERS)
def test_only_keeps_the_named_filter_and_lifts_the_others(name: str) -> None:
    assert EVERYTHING.only([name]).active == (("countries", "regions") if name == "countries" else (name,))
    assert EVERYTHING.without(name).active == tuple(other for other in FILTERS if other != name)


def test_regions_go_wherever_countries_go() -> None:
    assert reach(["countries", "objectives"]) == ("objectives", "countries", "regions")
    assert reach(["regions"]) == ("regions",)
    assert reach(FILTERS) == FILTERS


@pytest.mark.parametrize(
    ("selection", "narrowed"),
    [(Selection(objectives=(1,)), False), (Selection(countries=("MEX",)), True), (Selection(regions=("419",)), True)],
)
def test_a_country_and_a_region_both_narrow_places(selection: Selection, narrowed: bool) -> None:
    assert selection.has_places is narrowed


def test_only_with_no_name_lets_everything_through() -> None:
    assert EVERYTHING.only([]).is_empty
