"""Any table of the package, as the reader narrows and searches it."""

import unicodedata
from collections.abc import Mapping

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.narrowing import Narrowed, in_years, wanted
from data.queries.regions import NAMING, named, naming
from data.selection import Selection

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "countries": ("iso3", "from_iso3", "to_iso3"),
    "objectives": ("objective_id",),
}
"""By filter, the columns of any table that it narrows."""

TIES: Mapping[tuple[str, str], tuple[str, str, str]] = {
    ("events", "countries"): ("event_countries", "event_id", "iso3"),
    ("events", "objectives"): ("event_objectives", "event_id", "objective_id"),
    ("initiatives", "countries"): ("initiative_countries", "initiative_id", "iso3"),
}
"""By table and filter, the link table that ties its rows to what the filter chooses, the key, and the column."""

NAMES = ("from_name", "to_name")
"""Columns of any table that may name a region itself, in place of a country."""

DATED = ("events",)
"""Tables that the years narrow: what happened, not when it was written about."""


@once(64)
def narrowed_by(catalog: Catalog, table: str) -> tuple[str, ...]:
    """Return the filters that narrow a table."""
    columns = set(catalog[table].columns)
    filters = [name for name in ("objectives", "countries") if (table, name) in TIES or columns & set(COLUMNS[name])]
    return (*filters, *(("years",) if table in DATED else ()))


@once(256)
def narrowed(catalog: Catalog, selection: Selection, table: str) -> Narrowed:
    """Keep the rows of a table that a selection allows. Their index is their position in the table."""
    frame = catalog[table].reset_index(drop=True)
    keep = pd.Series(True, index=frame.index)
    ends, untied = _ends(catalog.original[table].reset_index(drop=True)), dict[str, int]()
    for name in narrowed_by(catalog, table):
        chosen = None if name == "years" else wanted(catalog, selection, name)
        if chosen is not None:
            allowed, tied = _ties(catalog, frame, table, name, chosen)
            if name == "countries":
                allowed = allowed | ends.isin(named(selection) | naming(map(str, chosen))).any(axis=1)
                tied = tied | ends.isin(set(NAMING)).any(axis=1)
            keep &= allowed
            untied[name] = int((~tied).sum())
    if table in DATED and selection.has_years:
        keep &= in_years(frame["date"].str[:4].astype(int), selection)
    return Narrowed(frame[keep], len(frame), untied)


def _ties(
    catalog: Catalog, frame: pd.DataFrame, table: str, name: str, chosen: tuple[object, ...]
) -> tuple[pd.Series, pd.Series]:
    """Return which rows name one of the chosen, and which name any at all."""
    if tie := TIES.get((table, name)):
        links_table, key, column = tie
        ties = catalog[links_table]
        return frame[key].isin(ties.loc[ties[column].isin(chosen), key]), frame[key].isin(ties[key])
    named = frame[[column for column in COLUMNS[name] if column in frame]]
    return named.isin(chosen).any(axis=1), (named.notna() & (named != "")).any(axis=1)


def _ends(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the columns that may name a region."""
    return frame[[column for column in NAMES if column in frame]]


def plain(text: str) -> str:
    """Return a text without accents and in small letters, so that `bogota` finds Bogotá."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(mark for mark in apart if not unicodedata.combining(mark)).casefold()


def holding(rows: pd.DataFrame, search: str) -> pd.Series:
    """Say of each row whether its cells hold every word of a search, whatever their case and accents."""
    keep = pd.Series(True, index=rows.index)
    words = plain(search).split()
    if not words or rows.empty:
        return keep
    cells = rows.astype("object").where(rows.notna(), "").astype(str)
    texts = cells.iloc[:, 0].str.cat([cells[name] for name in cells.columns[1:]], sep="\n").map(plain)
    for word in words:
        keep &= texts.str.contains(word, regex=False)
    return keep
