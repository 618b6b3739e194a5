"""One value alone, or two side by side: numbers to read, since one or two bars would say less."""

from html import escape
from typing import NamedTuple

import pandas as pd

from data.queries.trends.indicators import Indicator, each
from figures.ink.lettering import PLAIN, TITLE, text, width, wrapped
from figures.language import Language
from figures.palette import Palette
from figures.trends import wording as words

MOST = 2

BIG, LEAST, SMALL = 92.0, 40.0, 26.0
"""Sizes of type in a picture, in pixels: the numbers are as large as fits between the first two."""


class Told(NamedTuple):
    """A value, and under it what it is of: its period, its place, and what makes it less than firm."""

    number: str
    under: str


def told(indicator: Indicator, rows: pd.DataFrame, language: Language) -> tuple[Told, ...]:
    """Return what is said of one or two values, oldest first."""
    places = [words.place(language, row) for row in each(rows)]
    found = []
    for row, place in zip(each(rows), places, strict=True):
        parts = [words.period(language, row, indicator.period_type), *words.marks(language, row)]
        if len(set(places)) > 1:
            parts.append(place)
        found.append(Told(words.value(language, row, indicator.unit), " · ".join(parts)))
    return tuple(found)


def html(values: tuple[Told, ...], remark: str) -> str:
    """Return the numbers for the page.

    Args:
        remark: what is to be said of them together; may be empty.
    """
    items = "".join(f"<div><b>{escape(one.number)}</b><span>{escape(one.under)}</span></div>" for one in values)
    said = f"<p>{escape(remark)}</p>" if remark else ""
    return f'<div class="trend-numbers">{items}{said}</div>'


def svg(values: tuple[Told, ...], remark: str, colors: Palette, wide: float, tall: float) -> str:
    """Return the numbers for a picture, side by side."""
    column = wide / len(values)
    room = column - 40
    size = max(LEAST, min([BIG, *(BIG * room / width(one.number, BIG, TITLE) for one in values)]))
    top = (tall - size) * 0.3
    drawn = []
    for at, one in enumerate(values):
        number = wrapped(one.number, size, room, TITLE, most=2)
        under = wrapped(one.under, SMALL, room, PLAIN, most=3)
        drawn += [
            text(line, at * column, top + size * (1 + 1.1 * n), size, colors.ink, TITLE)
            for n, line in enumerate(number)
        ]
        start = top + size * (0.3 + 1.1 * len(number)) + SMALL * 1.2
        drawn += [
            text(line, at * column, start + SMALL * 1.35 * n, SMALL, colors.quiet) for n, line in enumerate(under)
        ]
    lines = wrapped(remark, 22, wide, PLAIN, most=3) if remark else []
    drawn += [text(line, 0, tall - 30 * (len(lines) - at) + 20, 22, colors.quiet) for at, line in enumerate(lines)]
    return "".join(drawn)
