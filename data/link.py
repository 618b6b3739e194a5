"""The grammar of a link: which keys a URL may carry, how each is read and how it is written.

Paths and keys are a public API: a link that was shared once must keep working, so a key that is renamed is still read under
the names it had. Unknown keys and values are dropped, never an error, so that a mistyped or hostile link still opens the page.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.catalog import Catalog
from data.once import once
from data.plausible import dated
from data.queries.flows import ALL, COMMODITIES
from data.queries.records.address import known as known_records
from data.queries.records.changes import KINDS_OF_CHANGE
from data.queries.regions import members
from data.queries.trends import indicators
from data.selection import Selection

Query = Mapping[str, Sequence[str]]
Options = Callable[[Catalog], Iterable[Any]]

LONGEST_SEARCH = 80
"""Characters of a search at most: what is longer is cut."""

YEAR = re.compile(r"(19|20)\d\d", re.ASCII)


@dataclass(frozen=True)
class Key(ABC):
    """One thing a link can say.

    Attributes:
        name: its name in session state, and in the class by which the style sheet knows its widget; no reader sees it.
        url: its name in a link; where none is given, the same.
        formerly: the names that it had in links before, the newest first. They are read, and never written.
        renamed: value that it had in links before → what stands in links today.
    """

    name: str
    url: str = field(default="", kw_only=True)
    formerly: tuple[str, ...] = field(default=(), kw_only=True)
    renamed: Mapping[str, str] = field(default_factory=dict, kw_only=True, hash=False)

    def __post_init__(self) -> None:
        """Name it in links as in session state, where nothing else is said."""
        object.__setattr__(self, "url", self.url or self.name)

    @property
    def urls(self) -> tuple[str, ...]:
        """Every name under which it is written into a link."""
        return (self.url,)

    def stated(self, query: Query) -> list[str]:
        """Return what a query says under the present name or else under the newest former one, in values of today."""
        found = next((query[name] for name in (self.url, *self.formerly) if query.get(name)), ())
        return [self.renamed.get(value, value) for value in found]

    @abstractmethod
    def read(self, query: Query, catalog: Catalog) -> Any:
        """Return the value that a query states, or the default where it states nothing valid."""

    @abstractmethod
    def write(self, value: Any, catalog: Catalog) -> dict[str, list[str]]:
        """Return the query that states a value; empty for the default."""


@dataclass(frozen=True)
class Many(Key):
    """A key whose values are alternatives: `objective=1&objective=3` reads as [1, 3].

    Attributes:
        most: how many of them are read.
        as_chosen: whether they stand in the order in which a reader chose them; otherwise in that of the options, so that all
            who ask the same share one answer.
    """

    options: Options
    most: int | None = None
    as_chosen: bool = False

    def read(self, query: Query, catalog: Catalog) -> list[Any]:
        wanted = dict.fromkeys(self.stated(query))
        if self.as_chosen and wanted:
            known = {str(option): option for option in self.options(catalog)}
            return [known[value] for value in wanted if value in known][: self.most]
        return [option for option in self.options(catalog) if str(option) in wanted][: self.most]

    def write(self, value: Iterable[Any] | None, catalog: Catalog) -> dict[str, list[str]]:
        chosen = dict.fromkeys(value or ())
        if self.as_chosen:
            known = set(self.options(catalog))
            kept = [str(option) for option in chosen if option in known]
        else:
            kept = [str(option) for option in self.options(catalog) if option in chosen]
        return {self.url: kept} if kept else {}


@dataclass(frozen=True)
class One(Key):
    """A key with one value out of a list: `offices_color=strength`. Its default is left out of the URL."""

    options: Options
    default: Any = None

    def read(self, query: Query, catalog: Catalog) -> Any:
        stated = self.stated(query)
        options = {str(option): option for option in self.options(catalog)} if stated else {}
        return options.get(stated[0], self.default) if stated else self.default

    def write(self, value: Any, catalog: Catalog) -> dict[str, list[str]]:
        valid = value is not None and value != self.default and value in list(self.options(catalog))
        return {self.url: [str(value)]} if valid else {}


@dataclass(frozen=True)
class Text(Key):
    """A key whose value is words in the reader's own: `sources_search=bulk+cash`. Only printable text, and not much of it."""

    def read(self, query: Query, catalog: Catalog) -> str:
        stated = self.stated(query)
        return self._tidy(stated[0]) if stated else ""

    def write(self, value: str | None, catalog: Catalog) -> dict[str, list[str]]:
        tidy = self._tidy(value or "")
        return {self.url: [tidy]} if tidy else {}

    @staticmethod
    def _tidy(text: str) -> str:
        printable = "".join(mark if mark.isprintable() else " " for mark in text[: 4 * LONGEST_SEARCH])
        return " ".join(printable.split())[:LONGEST_SEARCH].rstrip()


@dataclass(frozen=True)
class Year(Key):
    """A key whose value is a calendar year: `from=2022`. Without a valid one it is None."""

    def read(self, query: Query, catalog: Catalog) -> int | None:
        stated = self.stated(query)
        return int(stated[0]) if stated and YEAR.fullmatch(stated[0]) else None

    def write(self, value: int | None, catalog: Catalog) -> dict[str, list[str]]:
        return {} if value is None else {self.url: [str(value)]}


@dataclass(frozen=True)
class Day(Key):
    """A key whose value is a day: `since=2026-11-25`. Without a valid one it is None."""

    def read(self, query: Query, catalog: Catalog) -> date | None:
        stated = self.stated(query)
        return date.fromisoformat(stated[0]) if stated and not dated(stated[0]) else None

    def write(self, value: date | None, catalog: Catalog) -> dict[str, list[str]]:
        return {} if value is None else {self.url: [value.isoformat()]}


@dataclass(frozen=True)
class Years(Key):
    """The calendar years shown, both included: `from=2022&to=2024` reads as (2022, 2024). In a link each has its own name."""

    name: str = "years"
    first: Year = Year("from")
    last: Year = Year("to")

    @property
    def urls(self) -> tuple[str, ...]:
        return self.first.url, self.last.url

    @staticmethod
    @once(8)
    def bounds(catalog: Catalog) -> tuple[int, int]:
        """Return the first and the last year in which something is dated."""
        years = catalog["events"]["date"].str[:4].astype(int)
        return int(years.min()), int(years.max())

    def read(self, query: Query, catalog: Catalog) -> tuple[int, int]:
        low, high = self.bounds(catalog)
        first, last = self.first.read(query, catalog) or low, self.last.read(query, catalog) or high
        first, last = min(max(first, low), high), max(min(last, high), low)
        return (first, last) if first <= last else (low, high)

    def write(self, value: tuple[int, int] | None, catalog: Catalog) -> dict[str, list[str]]:
        low, high = self.bounds(catalog)
        first, last = value or (low, high)
        return self.first.write(first if first > low else None, catalog) | self.last.write(
            last if last < high else None, catalog
        )


@once(4)
def _objectives(catalog: Catalog) -> tuple[int, ...]:
    return tuple(catalog["objectives"]["objective_id"].astype(int))


@once(4)
def _spans(catalog: Catalog) -> tuple[str, ...]:
    first, last = Years.bounds(catalog)
    return (EVERY_YEAR, *map(str, range(first, last + 1)))


@once(4)
def _countries(catalog: Catalog) -> tuple[str, ...]:
    return tuple(catalog["countries"].sort_values("name")["iso3"])


EVERY_YEAR = "all"
"""The value of `timeline_span` for all years that the filters leave."""

OBJECTIVE = Many("objective", _objectives)
COUNTRY = Many("country", _countries, as_chosen=True)
"""In the order chosen: of two countries side by side, the one that was chosen first stands first."""
REGION = Many("region", members)
YEARS = Years()

SHARED: tuple[Key, ...] = (OBJECTIVE, COUNTRY, REGION, YEARS)
"""The filters that every page shares and every link carries on."""

OFFICES_VIEW = One(
    "offices_view",
    lambda _: ("map", "explore"),
    "map",
    renamed={"offices": "map", "countries": "map", "globe": "map"},
)
OFFICES_COLOR = One("offices_color", lambda _: ("period", "strength", "region"), "period")
OBJECTIVES_SCOPE = One("objectives_scope", lambda _: ("all", "strategy", "context"), "all")
OBJECTIVES_EVIDENCE = One("objectives_evidence", lambda _: ("all", "later", "none"), "all")
TIMELINE_LANES = One("timeline_lanes", lambda _: ("category", "objective"), "category")
TIMELINE_EVENT = One("timeline_event", lambda catalog: catalog["events"]["event_id"])
TIMELINE_SPAN = One("timeline_span", _spans)
TRENDS_GROUP = One("trends_group", lambda catalog: (*indicators.systems(catalog), indicators.REPORTED))
TRENDS_INDICATOR = Many(
    "trends_indicator", lambda catalog: (*indicators.known(catalog), indicators.REPORTED), indicators.ALONGSIDE
)
TRENDS_SERIES = Many("trends_series", indicators.part_codes, indicators.ALONGSIDE)
TRENDS_EVENTS = One("trends_events", lambda _: (0, 1), 0)
SUPPLY_COMMODITY = One("supply_commodity", lambda _: (ALL, *COMMODITIES), ALL)
ABOUT_PART = One("about_part", lambda _: ("article", "between_sources", "update_2026"), "article")
SOURCES_TABLE = One("sources_table", lambda catalog: tuple(catalog.tables), "offices")
SOURCES_SEARCH = Text("sources_search")
SOURCES_SOURCE = One("sources_source", lambda catalog: catalog.sources)

RECORD = One("record_id", known_records, url="id")
CHANGES_KIND = One("changes_kind", lambda _: ("all", *KINDS_OF_CHANGE), "all")
CHANGES_SINCE = Day("changes_since", url="since")

PAGE_KEYS: tuple[Key, ...] = (
    OFFICES_VIEW,
    OFFICES_COLOR,
    OBJECTIVES_SCOPE,
    OBJECTIVES_EVIDENCE,
    TIMELINE_LANES,
    TIMELINE_EVENT,
    TIMELINE_SPAN,
    SOURCES_TABLE,
    SOURCES_SEARCH,
    SOURCES_SOURCE,
    TRENDS_GROUP,
    TRENDS_INDICATOR,
    TRENDS_SERIES,
    TRENDS_EVENTS,
    ABOUT_PART,
    SUPPLY_COMMODITY,
    RECORD,
    CHANGES_KIND,
    CHANGES_SINCE,
)
"""Keys of one page; their names begin with the first word of its path."""


FIND = Text("find")
"""What the reader looks for, on whatever page; no link leads on with it."""


def not_known(query: Query, catalog: Catalog) -> list[str]:
    """Return what a link states for the filters of objective, country and region that nothing here is known by."""
    return list(
        dict.fromkeys(
            value
            for key in (OBJECTIVE, COUNTRY, REGION)
            for value in key.stated(query)
            if value not in map(str, key.options(catalog))
        )
    )


def language_key(languages: Iterable[str]) -> One:
    """Return the key of the interface language; absent means the browser's own."""
    known = tuple(languages)
    return One("lang", lambda _: known)


def selection(values: Mapping[str, Any], catalog: Catalog) -> Selection:
    """Return the selection that the values of the shared keys stand for."""
    low, high = YEARS.bounds(catalog)
    first, last = values.get("years") or (low, high)
    return Selection(
        objectives=tuple(values.get("objective") or ()),
        countries=tuple(values.get("country") or ()),
        regions=tuple(values.get("region") or ()),
        first_year=first if first > low else None,
        last_year=last if last < high else None,
    )


def stated(selection: Selection, catalog: Catalog) -> dict[str, list[str]]:
    """Return the query that states a selection: what `selection` reads back."""
    low, high = YEARS.bounds(catalog)
    values = {
        OBJECTIVE.name: selection.objectives,
        COUNTRY.name: selection.countries,
        REGION.name: selection.regions,
        YEARS.name: (selection.first_year or low, selection.last_year or high),
    }
    return write(SHARED, values, catalog)


def keys_of(page: str) -> tuple[Key, ...]:
    """Return the keys that a page's link may carry: the shared ones, its own, and what is looked for on it.

    Args:
        page: the page's path without slashes, such as `offices`; empty for the first page. The first word of a path with
            several is its prefix: `/supply-chain?supply_commodity=cash`.
    """
    prefix = page.partition("-")[0]
    own = tuple(key for key in PAGE_KEYS if page and key.name.startswith(f"{prefix}_"))
    return (*SHARED, *own, FIND)


def write(keys: Iterable[Key], values: Mapping[str, Any], catalog: Catalog) -> dict[str, list[str]]:
    """Return the query of a view: every given key that is not at its default, in one fixed order."""
    query: dict[str, list[str]] = {}
    for key in keys:
        query |= key.write(values.get(key.name), catalog)
    return query


def known(query: Iterable[str]) -> list[str]:
    """Return the names of keys of ours that a query states, in order: of a fault they are told, and never what they say."""
    ours = {"lang", *(url for key in (*SHARED, *PAGE_KEYS, FIND) for url in key.urls)}
    return sorted(ours & set(query))
