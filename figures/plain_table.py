"""The rows of a figure as a table of text, which is read out, wraps, is searched and printed."""

from html import escape

import pandas as pd

from data.once import once
from figures.figure import Figure
from figures.ink.table import html
from figures.language import Language

NARROW = 6
"""Columns up to which a table finds room for its sentences in the width of a page."""


@once(256)
def plain_table(figure: Figure, chosen: frozenset[int], language: Language) -> str:
    """Return the rows as an HTML table that scrolls within its box; each row leads to its view, or to its record.

    A cell whose words hide the order of what they tell, such as a date, says that, too: components/static/tables.js sorts by it.

    Args:
        chosen: rows, by position, whose view is the one on screen.
    """
    rows, shown = figure.table, figure.shown
    ways = figure.ways or ("",) * len(rows)
    columns = [
        _column(rows[name], figure.rows[figure.sorted_by[code]] if code in figure.sorted_by else None, language)
        for code, name in zip(shown, rows, strict=True)
    ]
    numbers = {at for at, code in enumerate(shown) if _is_number(figure.rows[code])}
    said = language.gettext("chosen")
    body = [
        _led(list(cells), ways[at], said if at in chosen else "") for at, cells in enumerate(zip(*columns, strict=True))
    ]
    table = html(
        list(rows),
        body,
        name="wide" if len(rows.columns) > NARROW else "",
        label=figure.title,
        numbers=numbers - {0},
    )
    return f'<div class="scrolls" role="region" tabindex="0" aria-label="{escape(figure.title)}">{table}</div>'


def _column(cells: pd.Series, orders: pd.Series | None, language: Language) -> list[str]:
    """Return the cells of a column as HTML."""
    said = [escape(_said(value, language)) for value in cells]
    if orders is None:
        return said
    return [
        f'<data value="{escape(_said(order, language))}">{words}</data>' if words and not pd.isna(order) else words
        for words, order in zip(said, orders, strict=True)
    ]


def _is_number(cells: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(cells) and not pd.api.types.is_bool_dtype(cells)


def _said(value: object, language: Language) -> str:
    if pd.isna(value):
        return ""
    if isinstance(value, bool) or type(value).__name__ == "bool":
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
