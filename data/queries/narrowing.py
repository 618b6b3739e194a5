"""How a selection narrows a table through its link tables, and what it leaves aside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.linked import linked
from data.queries.regions import allowed
from data.selection import Selection


@dataclass(frozen=True)
class Narrowed:
    """The rows that a selection keeps.

    Attributes:
        rows: the rows kept, with the columns of the table.
        total: how many rows the table has without a selection.
        untied: by active filter (`objectives`; `countries`, be they chosen singly or by region), how many rows name none at
            all. They are not among `rows`, and a page says how many they are.
    """

    rows: pd.DataFrame
    total: int
    untied: Mapping[str, int]


@dataclass(frozen=True)
class Tie:
    """A link table that ties the rows of a table to what a filter chooses: (`event_countries`, `iso3`)."""

    table: str
    column: str


def narrow(frame: pd.DataFrame, key: str, ties: Mapping[str, Tie], catalog: Catalog, selection: Selection) -> Narrowed:
    """Keep the rows of a table that a selection allows.

    Args:
        frame: the table; `key` is its primary key. A table without a link table for a filter is not narrowed by it.
        ties: by filter name (`objectives`, `countries`), the link table that ties rows to it.
    """
    keep = np.ones(len(frame), dtype=bool)
    untied: dict[str, int] = {}
    for name, tie in ties.items():
        chosen = wanted(catalog, selection, name)
        if chosen is None:
            continue
        tied, wanted_ = linked(catalog, tie.table, key, tie.column), frozenset(chosen)
        found = [tied.get(one, ()) for one in frame[key]]
        keep &= [not wanted_.isdisjoint(several) for several in found]
        untied[name] = sum(not several for several in found)
    if selection.has_years and "date" in frame:
        first, last = selection.first_year or 0, selection.last_year or 9999
        keep &= [first <= int(date[:4]) <= last for date in frame["date"]]
    return Narrowed(frame[keep].reset_index(drop=True), len(frame), untied)


def wanted(catalog: Catalog, selection: Selection, name: str) -> tuple[object, ...] | None:
    """Return what a row must name one of to be kept, by filter (`objectives`, `countries`); None where the filter is not on."""
    return allowed(catalog, selection) if name == "countries" else getattr(selection, name) or None


def in_years(years: pd.Series, selection: Selection) -> pd.Series:
    """Say of each calendar year whether it lies within the years chosen, both included; one that is not known does not."""
    return years.between(selection.first_year or 0, selection.last_year or 9999)


def joined(links: pd.DataFrame, key: str, column: str, separator: str = "; ") -> pd.Series:
    """Return, by key, the linked values as one text: for reading, never for computing."""
    return links.groupby(key, sort=False)[column].agg(lambda values: separator.join(map(str, values)))


def sources_of(catalog: Catalog, links: str, key: str, ids: Iterable[object]) -> list[str]:
    """Return the source ids that a link table cites for the given rows, each once, the newest first."""
    wanted = frozenset(ids)
    return newest_first(catalog, (source for one, source in _cited(catalog, links, key) if one in wanted))


def newest_first(catalog: Catalog, source_ids: Iterable[str]) -> list[str]:
    """Return source ids, each once, by the date of publication, the newest first and the undated last; those of one day as given."""
    known = catalog.sources
    return sorted(dict.fromkeys(source_ids), key=lambda source: known[source].published, reverse=True)


def weightiest_first(catalog: Catalog, source_ids: Iterable[str]) -> list[str]:
    """Return source ids, each once: official ones first, then those that repeat no other, then the more exactly dated; else as given."""
    return sorted(dict.fromkeys(source_ids), key=_weights(catalog).__getitem__)


@once(4)
def _weights(catalog: Catalog) -> Mapping[str, tuple[bool, bool, int]]:
    rows, repeating = catalog["sources"], linked(catalog, "source_derivations", "source_id", "derived_from_id")
    return {
        one: (not official, one in repeating, -len(published))
        for one, official, published in zip(rows["source_id"], rows["official"], rows["published"], strict=True)
    }


@once(64)
def _cited(catalog: Catalog, links: str, key: str) -> tuple[tuple[object, str], ...]:
    frame = catalog[links]
    return tuple(zip(frame[key], frame["source_id"], strict=True))
