"""Values that are no series over time, because their periods overlap or are not stated: a bar each, below each other."""

from html import escape
from typing import NamedTuple

import pandas as pd

from data.queries.trends.indicators import Indicator, each
from figures.ink.lettering import BOLD, text, width, wrapped
from figures.language import Language
from figures.palette import Palette
from figures.trends import wording as words
from figures.trends.bars import Look, look, paint, rectangle
from figures.trends.scale import HIGH

BESIDE = 520
"""Pixels from which the words of a value have room beside its bar; on a phone they stand above it."""


class Entry(NamedTuple):
    """A value: what tells it from the others, how it is written, and how firm it is."""

    name: str
    value: float
    stated: str
    look: Look


def entries(indicator: Indicator, rows: pd.DataFrame, language: Language) -> tuple[Entry, ...]:
    """Return the values in their order."""
    values = each(rows)
    alike = rows[["status", "partial"]].drop_duplicates().shape[0] == 1
    write = words.value if alike else words.marked
    return tuple(
        Entry(_named(indicator, rows, row, language), float(row.value), write(language, row, "count"), look(row))
        for row in values
    )


def _named(indicator: Indicator, rows: pd.DataFrame, row: object, language: Language) -> str:
    """Return what tells a value from the others: its period, its place, or both."""
    places = {words.place(language, one) for one in each(rows)}
    if len(places) == 1:
        return words.period(language, row, indicator.period_type)
    if rows["period"].nunique() == 1:
        return words.place(language, row)
    return f"{words.place(language, row)} · {words.period(language, row, indicator.period_type)}"


def height(values: tuple[Entry, ...], wide: float, size: float) -> float:
    """Return the pixels that the list takes in a column of some width, with type of some size."""
    lines = max(len(_lines(one, wide, size)) for one in values)
    return len(values) * size * (max(2.0, 1.35 * lines + 0.5) if wide >= BESIDE else 1.25 * lines + 2.0)


def svg(values: tuple[Entry, ...], colors: Palette, wide: float, tall: float, size: float) -> str:
    """Return the list as SVG, a row for each value, as wide and as tall as is said."""
    row = tall / len(values)
    beside = wide >= BESIDE
    left = min(max(width(one.name, size) for one in values) + size, _most(wide)) if beside else 0.0
    room = wide - left - max(width(one.stated, size, BOLD) for one in values) - size
    most = max(max(one.value for one in values), 0.0) or 1.0
    drawn = []
    for at, one in enumerate(values):
        top = at * row
        lines = _lines(one, wide, size)
        thick = size * 1.2
        middle = top + (row / 2 if beside else len(lines) * size * HIGH + thick / 2 + size * 0.2)
        first = middle - (len(lines) - 1) * size * HIGH / 2 + size * 0.35 if beside else top + size
        long = max(one.value, 0.0) / most * room
        drawn += [text(line, 0, first + size * HIGH * n, size, colors.ink) for n, line in enumerate(lines)]
        drawn += [
            f"<g><title>{escape(f'{one.name}: {one.stated}')}</title>",
            rectangle(left, middle - thick / 2, long, thick, paint(one.look, colors), size),
            text(one.stated, left + long + size * 0.5, middle + size * 0.35, size, colors.ink, BOLD),
            "</g>",
        ]
    return "".join(drawn)


def _most(wide: float) -> float:
    """Return the pixels that names beside bars take at most."""
    return wide * 0.45


def _lines(one: Entry, wide: float, size: float) -> list[str]:
    return wrapped(one.name, size, _most(wide) - size if wide >= BESIDE else wide)
