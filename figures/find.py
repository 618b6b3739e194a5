"""What a search finds, in words, with the view that shows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from babel import Locale

from data import link
from data.catalog import Catalog
from data.m49 import REGIONS
from data.once import once
from data.queries import find
from data.queries.regions import members
from data.queries.sources.tables import plain
from data.queries.trends.asked import YEARLY, Asked, asked
from data.translation import LOCALES, names, translated
from figures import labels, telling
from figures.language import Language, available, spoken
from figures.signposts import SIGNPOSTS
from figures.telling import Told, View
from figures.trends import asked as trends


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
    """Return what a text finds, by kind, the kind with the best find first; values of a month that was asked for before all else.

    Args:
        text: what the reader looks for.
        most: how many of each kind are told.
        more: table → how many of that kind, where they are others.
    """
    titles, groups = _titles(language), []
    period = asked(find.WORD.findall(plain(text)), _months())
    for table, positions in _index(catalog.original).find(text).items():
        best = positions[: more.get(table, most)]
        if table == find.PAGES:
            shown = _pages(best, language)
        elif table == find.REGIONS:
            shown = _regions(catalog, best, language)
        else:
            tell = telling.teller(table, catalog, language)
            shown = tuple(map(tell, catalog[table].iloc[best].itertuples(index=False)))
        if table == "indicators" and period:
            shown = _of_period(catalog, best, period, shown, language)
        groups.append(Found(table, titles[table], shown, len(positions)))
    if period and period.month:
        groups.sort(key=lambda group: not (group.table == "indicators" and group.shown[0].view))
    return tuple(groups)


def _regions(catalog: Catalog, positions: list[int], language: Language) -> tuple[Told, ...]:
    """Return regions in words. They are no records: each leads to its places, whatever country was chosen before."""
    said, codes = labels.regions(language, catalog), list(members(catalog))
    return tuple(
        Told(said[code], "", View("offices", {"region": [code], "country": []}))
        for code in (codes[at] for at in positions)
    )


def _pages(positions: list[int], language: Language) -> tuple[Told, ...]:
    """Return pages and their parts in words, each with what it answers."""
    return tuple(
        Told(language.gettext(one.title), "", View(one.page, one.query), one.part, language.gettext(one.answers))
        for one in (SIGNPOSTS[at] for at in positions)
    )


def _of_period(
    catalog: Catalog, positions: list[int], period: Asked, told: tuple[Told, ...], language: Language
) -> tuple[Told, ...]:
    """Return indicators with their value in a period that was asked for, those that have one first.

    Each leads to its chart, narrowed to the year where the value is of a month of it.
    """
    codes = [catalog["indicators"]["indicator_id"].iat[at] for at in positions]
    said = [trends.told(catalog, code, period, language) for code in codes]
    found = [
        Told(words, "", View("trends", _charted(catalog, code, period)))
        for code, words in zip(codes, said, strict=True)
        if words
    ]
    return (*found, *(one for one, words in zip(told, said, strict=True) if not words))


def _charted(catalog: Catalog, code: str, period: Asked) -> dict[str, list[str]]:
    """Return the keys of the view that charts an indicator alone."""
    first, last = link.YEARS.bounds(catalog)
    narrowed = period.month and first <= period.year <= last
    years = {url: [str(period.year)] if narrowed else [] for url in link.YEARS.urls}
    return {link.TRENDS_INDICATOR.url: [code], link.TRENDS_GROUP.url: [], link.TRENDS_SERIES.url: [], **years}


@once(2)
def _index(catalog: Catalog) -> find.Index:
    original = catalog.original
    spoken_in = [translated(original, code) for code in LOCALES]
    return find.index(spoken_in, _country_names(original), _region_names(original), _sought(), _periods(original))


def _sought() -> list[tuple[str, str]]:
    """Return what each page and part is called and sought by, in every language of ours, a name a line; and what it answers."""
    speakers = [spoken(code) for code in available()]
    found = []
    for one in SIGNPOSTS:
        said = {text for message in (one.title, one.sought) for text in _in_all(message, speakers)}
        answers = " ".join({speaker.gettext(one.answers) for speaker in speakers})
        found.append(("\n".join(sorted(name for text in said for name in text.split(", "))), answers))
    return found


def _in_all(message: str, speakers: list[Language]) -> Iterator[str]:
    yield from (speaker.gettext(message) for speaker in speakers)
    if other := _other_names(message):
        yield other


BY_PERIOD: Mapping[str, str] = {
    "month": "month months monthly mes mensual",
    **dict.fromkeys(YEARLY, "year years yearly annual anual año"),
}
"""How people ask for the values of indicators of one kind of period; no reader sees this."""


def _periods(catalog: Catalog) -> dict[str, str]:
    """Return code of an indicator → words for the months and years of which it has values, months in every language of ours."""
    rows, kinds = catalog["observations"], catalog.names("indicators", "indicator_id", "period_type")
    said: dict[str, set[str]] = {}
    for code, period in zip(rows["indicator_id"], rows["period"], strict=True):
        kind, ours = kinds[code], said.setdefault(code, set())
        if kind in YEARLY:
            ours |= {period, period.removeprefix("FY")}
        elif kind == "month":
            year, month = period.split("-")
            ours |= {year, *(name for name, number in _months().items() if number == int(month))}
    return {code: " ".join([*sorted(ours), BY_PERIOD.get(kinds[code], "")]) for code, ours in said.items()}


@cache
def _months() -> Mapping[str, int]:
    """Return name of a month in every language of ours, plain → its number."""
    return {
        plain(name): number
        for code in LOCALES.values()
        for number, name in Locale.parse(code).months["format"]["wide"].items()
    }


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
        find.PAGES: language.gettext("Pages"),
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
