"""What a search finds, in words, with the view that shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale

from data.catalog import Catalog
from data.once import once
from data.queries import find
from figures import telling
from figures.language import LOCALES, Language, names
from figures.telling import Told


@dataclass(frozen=True)
class Found:
    """What is found of one kind: `shown`, those that fit best, of `total`."""

    table: str
    title: str
    shown: tuple[Told, ...]
    total: int


def found(catalog: Catalog, text: str, language: Language, most: int) -> tuple[Found, ...]:
    """Return what a text finds, by kind, the kind with the best find first.

    Args:
        text: what the reader looks for.
        most: how many of each kind are told.
    """
    titles, groups = _titles(language), []
    for table, positions in _index(catalog).find(text).items():
        tell = telling.teller(table, catalog, language)
        shown = catalog[table].iloc[positions[:most]].itertuples(index=False)
        groups.append(Found(table, titles[table], tuple(map(tell, shown)), len(positions)))
    return tuple(groups)


@once(2)
def _index(catalog: Catalog) -> find.Index:
    return find.index(catalog, _country_names(catalog), _other_names)


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


def _titles(language: Language) -> Mapping[str, str]:
    return {
        "countries": language.gettext("Countries"),
        "offices": language.gettext("Offices"),
        "initiatives": language.gettext("Initiatives"),
        "organisations": language.gettext("Organisations"),
        "events": language.gettext("Events"),
        "glossary": language.gettext("Terms"),
        "sources": language.gettext("Sources"),
    }
