"""The pages, in the order of the navigation: the name of each, and the path under which links know it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import quote_plus

HOME = "overview"
"""The page at `/`."""

PATHS: Mapping[str, str] = MappingProxyType(
    {
        HOME: "",
        "offices": "offices",
        "objectives": "objectives",
        "timeline": "timeline",
        "supply_chain": "supply-chain",
        "trends": "trends",
        "country": "country",
        "take_away": "brief",
        "sources": "sources",
        "changes": "changes",
        "about": "about",
        "record": "record",
    }
)
"""Name of a page, which is that of its file in `pages/` → its path without slashes, a public API."""

LISTED = tuple(page for page in PATHS if page != "record")
"""The pages that the navigation lists; only links lead to the others."""


CHAPTERS: Mapping[str, str] = MappingProxyType(
    {
        HOME: "strategy",
        "offices": "offices",
        "objectives": "objective",
        "timeline": "dates",
        "supply_chain": "supply",
        "trends": "later",
        "country": "offices",
        "take_away": "strategy",
        "sources": "sources",
        "changes": "sources",
        "about": "unknown",
        "record": "strategy",
    }
)
"""Name of a page → how the name of the chapter of the story begins (`briefing.story`) at which a presentation from it starts."""


def address(page: str, query: Mapping[str, Sequence[str]]) -> str:
    """Return the relative address of a page with a query: `offices?country=MEX`; of the first page, `.`."""
    stated = query_of(query)
    return f"{PATHS[page] or '.'}?{stated}" if stated else PATHS[page] or "."


def query_of(query: Mapping[str, Sequence[str]]) -> str:
    """Return a query as an address states it: `country=MEX&country=CHN`."""
    return "&".join(_stated(key, value) for key, values in query.items() for value in values)


@lru_cache(maxsize=4096)
def _stated(key: str, value: str) -> str:
    return f"{quote_plus(key)}={quote_plus(str(value))}"
