"""Regions of the world (UN M49) as a filter: which countries lie in one, and what regions and countries chosen allow together."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from data.catalog import Catalog
from data.m49 import CODES, REGIONS, around
from data.once import once
from data.selection import Selection

NAMING: Mapping[str, tuple[str, ...]] = MappingProxyType({"China and the Asia-Pacific": ("CHN",)})
"""End of a statement, a region by more than a country's name → the countries in that name. Its code is empty, for it is no
country; yet who asks for the country must not miss a statement that names it."""


@once(4)
def members(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """Return region → the countries of ours that lie in it, in the order of their table; a region without one is left out."""
    rows = catalog.original["countries"]
    narrowest = dict(zip(rows["iso3"], rows["subregion"].map(CODES), strict=True))
    found = {
        code: tuple(country for country, region in narrowest.items() if code in around(region)) for code in REGIONS
    }
    return MappingProxyType({code: countries for code, countries in found.items() if countries})


def of_regions(catalog: Catalog, regions: tuple[str, ...]) -> tuple[str, ...]:
    """Return the countries that lie in any of the given regions, in the order of their table."""
    known = members(catalog)
    inside = {country for region in regions for country in known.get(region, ())}
    return tuple(country for country in catalog.original["countries"]["iso3"] if country in inside)


@once(256, by=("countries",))
def allowed(catalog: Catalog, selection: Selection) -> tuple[str, ...] | None:
    """Return the countries that rows may name; None where neither countries nor regions are chosen.

    Both must hold: of countries chosen singly, those in a region chosen. No country is left where they exclude each other.
    """
    if not selection.regions:
        return selection.countries or None
    inside = of_regions(catalog, selection.regions)
    if not selection.countries:
        return inside
    return tuple(country for country in selection.countries if country in inside)


@once(256, by=("countries",))
def framed(catalog: Catalog, selection: Selection) -> tuple[str, ...]:
    """Return the countries that a map is framed on: those chosen singly, else those of the regions; none for the world."""
    return selection.countries or of_regions(catalog, selection.regions)


def naming(countries: Iterable[str]) -> frozenset[str]:
    """Return the names of regions that name one of the countries, too."""
    wanted = set(countries)
    return frozenset(name for name, codes in NAMING.items() if wanted & set(codes))


def named(selection: Selection) -> frozenset[str]:
    """Return the names of regions that a row may hold in place of a country: of those chosen, and of what lies in them.

    There is none where countries are chosen, too: a region is no country.
    """
    if selection.countries:
        return frozenset()
    return frozenset(region.name for code, region in REGIONS.items() if set(around(code)) & set(selection.regions))
