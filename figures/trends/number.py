"""One value alone: a number to read, since a single bar would say nothing."""

from functools import partial
from html import escape

import pandas as pd

from data.queries.trends.indicators import Indicator, last
from figures.ink.lettering import PLAIN, SERIF, TITLE, text, width, wrapped
from figures.ink.picture import Draw
from figures.language import Language
from figures.palette import Palette
from figures.trends import wording as words

SIZE = (420, 108)
BIG, SMALL = 50.0, 16.0
"""Sizes of type in pixels, where the number takes up `SIZE`; a picture has it as large as fits."""


def html(indicator: Indicator, rows: pd.DataFrame, language: Language) -> str:
    """Return the number for the page, as HTML in the page's own type and ink."""
    number, period = _told(indicator, rows, language)
    return (
        f'<div style="font-family:{SERIF};font-size:clamp(2rem,4.5vw,3.2rem);font-weight:600;'
        f'line-height:1.15">{escape(number)}</div><div style="padding-bottom:.4rem">{escape(period)}</div>'
    )


def picture(indicator: Indicator, rows: pd.DataFrame, language: Language, colors: Palette) -> Draw:
    """Return what draws the number for the picture to take away."""
    return partial(_svg, indicator, rows, language, colors)


def _svg(
    indicator: Indicator, rows: pd.DataFrame, language: Language, colors: Palette, wide: float, tall: float
) -> str:
    number, period = _told(indicator, rows, language)
    zoom = min(wide / SIZE[0], tall / SIZE[1])
    size = min(BIG * zoom, BIG * zoom * wide / max(width(number, BIG * zoom, TITLE), 1))
    lines = wrapped(period, SMALL * zoom, wide, PLAIN, most=2)
    return text(number, 0, size * 0.95, size, colors.ink, TITLE) + "".join(
        text(line, 0, size * 0.95 + SMALL * zoom * (1.7 + 1.3 * at), SMALL * zoom, colors.quiet)
        for at, line in enumerate(lines)
    )


def _told(indicator: Indicator, rows: pd.DataFrame, language: Language) -> tuple[str, str]:
    """Return the value, and its period with what makes it less than firm."""
    row = last(rows)
    period = words.period(language, row, indicator.period_type)
    parts = [period, words.kind(language, indicator.period_type), *words.marks(language, row)]
    return words.value(language, row, indicator.unit), " · ".join(dict.fromkeys(parts))
