"""Regions as a filter: which countries they hold, and what they and chosen countries allow together."""

import pytest

from data.catalog import Catalog
from data.queries.regions import allowed, framed, members, named
from data.selection import Selection
from data.translation import translated
from tests.allowed import table

LATIN = ["ARG", "BHS", "BRA", "COL", "DOM", "ECU", "GTM", "HND", "HTI", "JAM", "MEX", "PAN", "PER", "PRY", "SLV"]
"""Countries and territories of ours in Latin America and the Caribbean, as the standard lists them."""


def where(column: str, name: str) -> list[str]:
    return sorted(row["iso3"] for row in table("countries") if row[column] == name)


def test_a_region_holds_its_countries(catalog: Catalog) -> None:
    held = members(catalog)
    assert sorted(held["419"]) == LATIN
    for code, column, name in (
        ("002", "region", "Africa"), ("019", "region", "Americas"), ("142", "region", "Asia"), ("150", "region", "Europe"),
        ("009", "region", "Oceania"), ("013", "subregion", "Central America"), ("021", "subregion", "Northern America"),
        ("202", "subregion", "Sub-Saharan Africa"), ("155", "subregion", "Western Europe"),
    ):  # fmt: skip
        assert sorted(held[code]) == where(column, name), code


def test_a_region_holds_the_same_countries_in_every_language(catalog: Catalog) -> None:
    assert members(translated(catalog, "es")) == members(catalog)


def test_only_a_region_with_a_country_is_offered_each_before_its_parts(catalog: Catalog) -> None:
    offered = list(members(catalog))
    assert all(members(catalog).values())
    assert offered.index("019") < offered.index("419") < offered.index("029")
    assert not {"054", "143"} & set(offered)


@pytest.mark.parametrize(
    ("selection", "kept"),
    [
        (Selection(), None),
        (Selection(objectives=(1,), first_year=2023), None),
        (Selection(countries=("CHN", "MEX")), ["CHN", "MEX"]),
        (Selection(regions=("419",)), LATIN),
        (Selection(regions=("009", "021")), ["AUS", "CAN", "USA"]),
        (Selection(regions=("019", "419")), where("region", "Americas")),
        (Selection(countries=("CHN", "MEX"), regions=("419",)), ["MEX"]),
        (Selection(countries=("CHN",), regions=("419",)), []),
    ],
)
def test_countries_and_regions_must_both_hold(catalog: Catalog, selection: Selection, kept: list[str] | None) -> None:
    found = allowed(catalog, selection)
    assert (None if found is None else sorted(found)) == kept


def test_a_map_is_framed_on_the_countries_chosen_else_on_the_region(catalog: Catalog) -> None:
    assert framed(catalog, Selection()) == ()
    assert sorted(framed(catalog, Selection(regions=("419",)))) == LATIN
    assert framed(catalog, Selection(countries=("MEX",), regions=("419",))) == ("MEX",)
    assert framed(catalog, Selection(countries=("CHN",), regions=("419",))) == ("CHN",)


def test_a_region_is_named_by_itself_and_by_what_lies_in_it_and_never_beside_a_country() -> None:
    assert named(Selection(regions=("419",))) == {
        "Latin America and the Caribbean", "Caribbean", "Central America", "South America",
    }  # fmt: skip
    assert "Asia" not in named(Selection(regions=("030",)))
    assert not named(Selection(countries=("MEX",), regions=("419",)))
    assert not named(Selection())
