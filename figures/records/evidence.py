"""What a record rests on, as a table: when, what it shows, how strongly, and on whose word, the newest first."""

from collections.abc import Mapping
from html import escape
from typing import Any, NamedTuple

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.records.address import address
from data.queries.records.record import Record
from data.queries.sources.citing import links
from figures import labels
from figures.cited import titled
from figures.ink.table import Row, linked
from figures.language import Language
from figures.records import wording
from figures.view import View

UNSAID = ("source_id", "source_type", "level", "note", "date", "date_precision", "date_inferred", "strength")
"""Columns of a table of citations that are told in a cell of their own, or not at all."""


class Cited(NamedTuple):
    """One citation of a record.

    Attributes:
        day: that of which it tells, or on which it was published; empty where neither is known.
        shows: what it shows, in the words of its table; empty where that says nothing.
    """

    source_id: str
    day: str
    is_inferred: bool
    shows: str
    strength: str
    note: str


@once(256)
def citations(catalog: Catalog, record: Record, language: Language) -> tuple[Cited, ...]:
    """Return the citations of a record, the newest first and the undated last."""
    table = links(catalog).get(record.table)
    fields = {field["name"]: field for field in catalog.resource(table.links)["schema"]["fields"]} if table else {}
    found = [
        _cited(catalog, row, table.links if table else "", fields, language)
        for row in record.evidence.to_dict("records")
    ]
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def html(record: Record, view: View) -> tuple[Row, list[Row]]:
    """Return head and rows of the table of citations; a column in which nothing would stand is left out."""
    language = view.language
    found = citations(view.catalog, record, language)
    head = (
        language.gettext("Date"),
        language.gettext("What it shows"),
        language.gettext("Strength"),
        language.gettext("Source"),
    )
    rows = [_row(one, view) for one in found]
    kept = [at for at in range(len(head)) if any(row[at] for row in rows)]
    return tuple(head[at] for at in kept), [tuple(row[at] for at in kept) for row in rows]


def _cited(
    catalog: Catalog,
    row: Mapping[Any, Any],
    links_table: str,
    fields: Mapping[str, Mapping[str, Any]],
    language: Language,
) -> Cited:
    told = {name: cell for name, cell in row.items() if not pd.isna(cell) and cell != ""}
    shows = [
        wording.in_words(catalog, links_table, fields[name], cell, language)
        for name, cell in told.items()
        if name not in UNSAID
    ]
    dated = str(told.get("date", "")) if "date" in fields else catalog.sources[row["source_id"]].published
    return Cited(
        str(row["source_id"]),
        dated,
        bool(told.get("date_inferred", False)),
        language.opening(", ".join(shows)) if shows else "",
        labels.words(language, "grade")[str(told.get("strength", ""))] if "strength" in fields else "",
        str(told.get("note", "")),
    )


def _row(one: Cited, view: View) -> Row:
    language, source = view.language, view.catalog.sources[one.source_id]
    day = escape(language.date(one.day))
    if one.is_inferred:
        inferred = language.gettext("inferred")
        day += f"<small>{escape(inferred)}</small>"
    # A note by itself is what it shows; beside that it is the smaller.
    shows = (
        f"{escape(one.shows)}<small>{escape(one.note)}</small>"
        if one.shows and one.note
        else escape(one.shows or one.note)
    )
    own = linked(language.gettext("its record"), view.address("record", id=[address("source", one.source_id)]))
    said = f"{titled(view.catalog, language, one.source_id)}, {escape(source.publisher)} · {own}"
    # Of a citation whose table says nothing beside it, the day is that of the publication.
    return day, shows, escape(one.strength), said
