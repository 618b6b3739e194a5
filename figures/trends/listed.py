"""Values that are no series over time, because their periods overlap or are not stated: a bar each, below each other."""

from typing import NamedTuple

import pandas as pd

from data.queries.trends.indicators import Indicator, each
from figures.ink.lettering import BOLD, text, width, wrapped
from figures.language import Language
from figures.palette import Palette
from figures.trends import wording as words
from figures.trends.bars import Look, look, paint, rectangle

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
    return len(values) * size * (2.0 if wide >= BESIDE else 3.3)


def svg(values: tuple[Entry, ...], colors: Palette, wide: float, tall: float, size: float) -> str:
    """Return the list as SVG, each value in a line of its own, as wide and as tall as is said."""
    row = tall / len(values)
    beside = wide >= BESIDE
    left = max(width(one.name, size) for one in values) + size if beside else 0.0
    left = min(left, wide * 0.45)
    room = wide - left - max(width(one.stated, size, BOLD) for one in values) - size
    most = max(max(one.value for one in values), 0.0) or 1.0
    drawn = []
    for at, one in enumerate(values):
        top = at * row
        name = wrapped(one.name, size, left - size * 0.5 if beside else wide, most=1)[0]
        thick = min(size * 1.3, row * (0.62 if beside else 0.4))
        middle = top + (row / 2 if beside else row - thick / 2 - size * 0.5)
        long = max(one.value, 0.0) / most * room
        drawn += [
            text(name, 0, middle + size * 0.35 if beside else top + size, size, colors.ink),
            rectangle(left, middle - thick / 2, long, thick, paint(one.look, colors), size),
            text(one.stated, left + long + size * 0.5, middle + size * 0.35, size, colors.ink, BOLD),
        ]
    return "".join(drawn)
