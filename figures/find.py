"""What a search finds, in words, with the view that shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from babel import Locale

from data.catalog import Catalog
from data.m49 import REGIONS
from data.once import once
from data.queries import find
from data.queries.regions import members
from figures import labels, telling
from figures.language import LOCALES, Language, names
from figures.telling import Told, View


@dataclass(frozen=True)
class Found:
    """What is found of one kind: `shown`, those that fit best, of `total`."""

    table: str
    title: str
    shown: tuple[Told, ...]
    total: int


def found(
    catalog: Catalog, text: str, language: Language, most: int, more: Mapping[str, int] = MappingProxyType({})
) -> tuple[Found, ...]:
    """Return what a text finds, by kind, the kind with the best find first.

    Args:
        text: what the reader looks for.
        most: how many of each kind are told.
        more: table → how many of that kind, where they are others.
    """
    titles, groups = _titles(language), []
    for table, positions in _index(catalog).find(text).items():
        best = positions[: more.get(table, most)]
        if table == find.REGIONS:
            shown = _regions(catalog, best, language)
        else:
            tell = telling.teller(table, catalog, language)
            shown = tuple(map(tell, catalog[table].iloc[best].itertuples(index=False)))
        groups.append(Found(table, titles[table], shown, len(positions)))
    return tuple(groups)


def _regions(catalog: Catalog, positions: list[int], language: Language) -> tuple[Told, ...]:
    """Return regions in words. They are no records: each leads to its places, whatever country was chosen before."""
    said, codes = labels.regions(language, catalog), list(members(catalog))
    return tuple(
        Told(said[code], "", View("offices", {"region": [code], "country": []}))
        for code in (codes[at] for at in positions)
    )


@once(2)
def _index(catalog: Catalog) -> find.Index:
    return find.index(catalog, _country_names(catalog), _region_names(catalog), _other_names)


def _other_names(name: str) -> str:
    """Return what a name of the tables is in our other languages, be they spoken to readers yet or not."""
    return " ".join(names(code).get(name, "") for code in LOCALES)


def _country_names(catalog: Catalog) -> Mapping[str, str]:
    """Return code → the country's names in every language of ours, be it spoken to readers yet or not."""
    locales = [Locale.parse(code) for code in LOCALES.values()]
    return {
        row.iso3: " ".join([row.name, *(locale.territories.get(row.iso2, "") for locale in locales)])
        for row in catalog["countries"].itertuples(index=False)
    }


def _region_names(catalog: Catalog) -> Mapping[str, str]:
    """Return code → the region's names, likewise, those of M49 itself first, each on a line of its own."""
    locales = [Locale.parse(code) for code in LOCALES.values()]
    return {
        code: "\n".join(
            [name := REGIONS[code].name, _other_names(name), *(one.territories.get(code, "") for one in locales)]
        )
        for code in members(catalog)
    }


def _titles(language: Language) -> Mapping[str, str]:
    return {
        "countries": language.gettext("Countries"),
        find.REGIONS: language.gettext("Regions"),
        "offices": language.gettext("Offices"),
        "initiatives": language.gettext("Initiatives"),
        "organisations": language.gettext("Organisations"),
        "events": language.gettext("Events"),
        "glossary": language.gettext("Terms"),
        "sources": language.gettext("Sources"),
        "contradictions": language.gettext("Contradictions"),
        "claims": language.gettext("Claims"),
        "flows": language.gettext("Statements on what moves"),
        "indicators": language.gettext("Series of numbers"),
        "reported_totals": language.gettext("Reported totals"),
    }
