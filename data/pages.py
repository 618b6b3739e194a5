"""The pages, in the order of the navigation: the name of each, and the path under which links know it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from urllib.parse import urlencode

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
        "sources": "sources",
        "changes": "changes",
        "about": "about",
        "record": "record",
    }
)
"""Name of a page, which is that of its file in `pages/` → its path without slashes, a public API."""

LISTED = tuple(page for page in PATHS if page != "record")
"""The pages that the navigation lists; only links lead to the others."""


def address(page: str, query: Mapping[str, Sequence[str]]) -> str:
    """Return the relative address of a page with a query: `offices?country=MEX`; of the first page, `.`."""
    stated = urlencode(query, doseq=True)
    return f"{PATHS[page] or '.'}?{stated}" if stated else PATHS[page] or "."
