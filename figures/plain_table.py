"""The rows of a figure as a table of text, which is read out, wraps, is searched and printed."""

import re
from html import escape

import pandas as pd

from data.once import once
from figures.figure import Figure
from figures.ink.table import html
from figures.language import Language

NARROW = 6
"""Columns up to which a table finds room for its sentences in the width of a page."""

DATE = re.compile(r"\d{4}-\d\d(-\d\d)?", re.ASCII)

PART = 500
"""Rows that are read in one piece: more make a browser slow, and whoever reads in it."""


def parts(count: int) -> list[range]:
    """Return the pieces in which so many rows are read, by position: one, as long as a browser bears it."""
    return [range(first, min(first + PART, count)) for first in range(0, count, PART)]


@once(256)
def plain_table(figure: Figure, part: range, chosen: frozenset[int], language: Language) -> str:
    """Return the rows as an HTML table that scrolls within its box; each row leads to its view, or to its record.

    A cell whose words hide the order of what they tell, such as a date, says that, too: components/static/tables.js sorts by it.

    Args:
        part: the rows to tell, by position.
        chosen: those whose view is the one on screen.
    """
    rows, told = figure.rows.iloc[part.start : part.stop], figure.table.iloc[part.start : part.stop]
    orders = [rows[figure.sorted_by[code]] if code in figure.sorted_by else None for code in figure.shown]
    columns = [_column(told[name], order, language) for name, order in zip(told, orders, strict=True)]
    numbers = {at for at, code in enumerate(figure.shown) if at and _is_number(rows[code])}
    said = language.gettext("chosen")
    body = [
        _led(list(cells), figure.ways[at] if figure.ways else "", said if at in chosen else "")
        for at, cells in zip(part, zip(*columns, strict=True), strict=True)
    ]
    table = html(
        list(told),
        body,
        name="wide" if len(told.columns) > NARROW else "",
        label=figure.title,
        numbers=numbers,
    )
    return f'<div class="scrolls" role="region" tabindex="0" aria-label="{escape(figure.title)}">{table}</div>'


def _column(cells: pd.Series, orders: pd.Series | None, language: Language) -> list[str]:
    """Return the cells of a column as HTML."""
    said = [_whole(escape(_said(value, language))) for value in cells]
    if orders is None:
        return said
    return [
        f'<data value="{escape(_said(order, language))}">{words}</data>' if words and not pd.isna(order) else words
        for words, order in zip(said, orders, strict=True)
    ]


def _whole(words: str) -> str:
    """Return the words of a cell; a date in figures as one, which no line breaks."""
    return f"<time>{words}</time>" if DATE.fullmatch(words) else words


def _is_number(cells: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(cells) and not pd.api.types.is_bool_dtype(cells)


def _said(value: object, language: Language) -> str:
    if pd.isna(value):
        return ""
    if pd.api.types.is_bool(value):
        return language.gettext("yes") if value else language.gettext("no")
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _led(cells: list[str], way: str, chosen: str) -> list[str]:
    """Return the cells of a row, the first that says something leading to an address."""
    first = next((at for at, words in enumerate(cells) if words), 0)
    if way and cells[first]:
        mark = ' aria-current="true"' if chosen else ""
        told = f"<small>{escape(chosen)}</small>" if chosen else ""
        cells[first] = f'<a href="{escape(way)}"{mark}>{cells[first]}</a>{told}'
    return cells
