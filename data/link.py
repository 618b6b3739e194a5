"""The grammar of a link: which keys a URL may carry, how each is read and how it is written.

Paths and keys are a public API: a link that was shared once must keep working. Unknown keys and values are dropped,
never an error, so that a mistyped or hostile link still opens the page.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from data.catalog import Catalog
from data.selection import Selection

Query = Mapping[str, Sequence[str]]
Options = Callable[[Catalog], Iterable[Any]]

YEAR = re.compile(r"(19|20)\d\d", re.ASCII)


class Key(ABC):
    """One thing a link can say: `name` is its name in session state."""

    name: str

    @abstractmethod
    def read(self, query: Query, catalog: Catalog) -> Any:
        """Return the value that a query states, or the default where it states nothing valid."""

    @abstractmethod
    def write(self, value: Any, catalog: Catalog) -> dict[str, list[str]]:
        """Return the query that states a value; empty for the default."""


@dataclass(frozen=True)
class Many(Key):
    """A key whose values are alternatives: `objective=1&objective=3` reads as [1, 3]."""

    name: str
    options: Options

    def read(self, query: Query, catalog: Catalog) -> list[Any]:
        wanted = set(query.get(self.name, ()))
        return [option for option in self.options(catalog) if str(option) in wanted]

    def write(self, value: Iterable[Any] | None, catalog: Catalog) -> dict[str, list[str]]:
        chosen = set(value or ())
        kept = [str(option) for option in self.options(catalog) if option in chosen]
        return {self.name: kept} if kept else {}


@dataclass(frozen=True)
class One(Key):
    """A key with one value out of a list: `offices_color=strength`. Its default is left out of the URL."""

    name: str
    options: Options
    default: Any = None

    def read(self, query: Query, catalog: Catalog) -> Any:
        stated = query.get(self.name, ())
        options = {str(option): option for option in self.options(catalog)} if stated else {}
        return options.get(stated[0], self.default) if stated else self.default

    def write(self, value: Any, catalog: Catalog) -> dict[str, list[str]]:
        valid = value is not None and value != self.default and value in list(self.options(catalog))
        return {self.name: [str(value)]} if valid else {}


@dataclass(frozen=True)
class Years(Key):
    """The calendar years shown, both included: `from=2022&to=2024` reads as (2022, 2024)."""

    name: str = "years"

    @staticmethod
    @cache
    def bounds(catalog: Catalog) -> tuple[int, int]:
        """Return the first and the last year in which something is dated."""
        years = catalog["events"]["date"].str[:4].astype(int)
        return int(years.min()), int(years.max())

    def read(self, query: Query, catalog: Catalog) -> tuple[int, int]:
        low, high = self.bounds(catalog)
        stated = [query[param][0] if query.get(param) else "" for param in ("from", "to")]
        years = [int(text) if YEAR.fullmatch(text) else None for text in stated]
        first, last = (low if years[0] is None else years[0]), (high if years[1] is None else years[1])
        first, last = min(max(first, low), high), max(min(last, high), low)
        return (first, last) if first <= last else (low, high)

    def write(self, value: tuple[int, int] | None, catalog: Catalog) -> dict[str, list[str]]:
        low, high = self.bounds(catalog)
        first, last = value or (low, high)
        query = {}
        if first > low:
            query["from"] = [str(first)]
        if last < high:
            query["to"] = [str(last)]
        return query


@cache
def _objectives(catalog: Catalog) -> tuple[int, ...]:
    return tuple(catalog["objectives"]["objective_id"].astype(int))


@cache
def _countries(catalog: Catalog) -> tuple[str, ...]:
    return tuple(catalog["countries"].sort_values("name")["iso3"])


OBJECTIVE = Many("objective", _objectives)
COUNTRY = Many("country", _countries)
YEARS = Years()

SHARED: tuple[Key, ...] = (OBJECTIVE, COUNTRY, YEARS)
"""The filters that every page shares and every link carries on."""

OFFICES_VIEW = One("offices_view", lambda _: ("offices", "countries", "globe"), "offices")
OFFICES_COLOR = One("offices_color", lambda _: ("period", "strength", "region"), "period")
OBJECTIVES_SCOPE = One("objectives_scope", lambda _: ("all", "strategy", "context"), "all")
TIMELINE_LANES = One("timeline_lanes", lambda _: ("category", "objective"), "category")
TIMELINE_EVENT = One("timeline_event", lambda catalog: catalog["events"]["event_id"])
ABOUT_PART = One("about_part", lambda _: ("article", "between_sources", "update_2026"), "article")

PAGE_KEYS: tuple[Key, ...] = (OFFICES_VIEW, OFFICES_COLOR, OBJECTIVES_SCOPE, TIMELINE_LANES, TIMELINE_EVENT, ABOUT_PART)
"""Keys of one page, prefixed by the page's path."""


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
        first_year=first if first > low else None,
        last_year=last if last < high else None,
    )


def keys_of(page: str) -> tuple[Key, ...]:
    """Return the keys that a page's link may carry: the shared ones and its own.

    Args:
        page: the page's path without slashes, such as `offices`; empty for the first page.
    """
    own = tuple(key for key in PAGE_KEYS if page and key.name.startswith(f"{page}_"))
    return SHARED + own


def write(keys: Iterable[Key], values: Mapping[str, Any], catalog: Catalog) -> dict[str, list[str]]:
    """Return the query of a view: every given key that is not at its default, in one fixed order."""
    query: dict[str, list[str]] = {}
    for key in keys:
        query |= key.write(values.get(key.name), catalog)
    return query
