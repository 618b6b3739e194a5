"""The whole above a part of it: each year with the number of its events, and all years together, each a link."""

from collections.abc import Callable
from html import escape

import pandas as pd

from data.link import EVERY_YEAR
from figures.ink.lettering import BOLD, PLAIN, text, width
from figures.language import Language
from figures.palette import Palette
from figures.timeline.placement import SIZE
from figures.timeline.span import Span, years_of

ROOM = 46.0
"""Pixels of height that it takes."""

WIDE = 70.0
"""Pixels from which on a year has its number of events beside it, and strokes above."""

TICK = 9.0
"""Pixels of height of the stroke that stands for an event."""

APART = 9.0
"""Pixels between a year and its number: in another typeface the year is wider."""

Lead = Callable[[str], str]
"""What `timeline_span` a click asks for → where it leads; nothing in a picture."""


def svg(
    rows: pd.DataFrame,
    span: Span,
    edges: tuple[float, float],
    plot: float,
    colors: Palette,
    language: Language,
    lead: Lead,
) -> str:
    """Return the strip, from the top of the drawing.

    Args:
        rows: columns date, start, end: all events that the filters keep.
        edges: pixels between which the years stand; what is left of them says "all".
        plot: where the part that is drawn below it begins, in pixels from the left; it ends where the strip does.
        lead: where a click leads.
    """
    first, last = span.whole
    counts = years_of(rows).value_counts()
    cell = (edges[1] - edges[0]) / (last + 1 - first)
    in_view = tuple(edges[0] + cell * (year - first) for year in (span.first, span.last + 1))
    drawn = []
    if not span.is_whole:
        if cell > WIDE:
            drawn.append(_ticks(rows, span, edges, colors))
        bottom = ROOM - 8
        drawn.append(
            f'<path d="M{in_view[0]:g} {bottom:g}H{in_view[1]:g}L{edges[1]:g} {ROOM:g}H{plot:g}Z" fill="{colors.line}" opacity="0.5"/>'
        )
    drawn.append(
        f'<rect x="{in_view[0]:g}" y="{ROOM - 10:g}" width="{in_view[1] - in_view[0]:g}" height="2" fill="{colors.chosen}"/>'
    )
    for year in range(first, last + 1):
        left, count = edges[0] + cell * (year - first), int(counts.get(year, 0))
        is_on = not span.is_whole and year == span.first
        drawn.append(
            _cell(str(year), str(count), left, cell, is_on, lead(str(year)) if count else "", colors, language)
        )
    if edges[0] and lead(EVERY_YEAR):
        words = language.gettext("All years") if edges[0] > 90 else language.gettext("All")
        drawn.append(_cell(words, str(len(rows)), 0, edges[0], span.is_whole, lead(EVERY_YEAR), colors, language))
    return "".join(drawn)


def _ticks(rows: pd.DataFrame, span: Span, edges: tuple[float, float], colors: Palette) -> str:
    """Return a stroke an event, at its day or in the middle of its month or year."""
    first, after = pd.Timestamp(span.whole[0], 1, 1), pd.Timestamp(span.whole[1] + 1, 1, 1)
    middle = rows["start"] + (rows["end"] - rows["start"]) / 2
    places = edges[0] + (middle - first) / (after - first) * (edges[1] - edges[0])
    strokes = "".join(f"M{place:g} 0v{TICK:g}" for place in sorted(set(places.round())))
    return f'<path d="{strokes}" stroke="{colors.quiet}" fill="none"/>'


def _cell(
    words: str, count: str, left: float, wide: float, is_on: bool, href: str, colors: Palette, language: Language
) -> str:
    """Return a year and its number of events, beside each other or, where that is too wide, below."""
    beside = wide > WIDE
    # Bold is wider: where it would touch the next year, ink and the line below say which is on.
    face = BOLD if is_on and wide - width(words, SIZE, BOLD) >= 5 else PLAIN
    x, y = left + 3, (TICK if beside else 0) + SIZE + 1
    ink = colors.ink if is_on else colors.accent if href else colors.quiet
    aside = (width(words, SIZE, face) + APART, 0) if beside else (0, SIZE + 2)
    drawn = text(words, x, y, SIZE, ink, face) + text(count, x + aside[0], y + aside[1], SIZE, colors.quiet)
    if not href:
        return drawn
    told = language.ngettext("{years}: {n} event", "{years}: {n} events", int(count), years=words)
    current = ' aria-current="true"' if is_on else ""
    hit = f'<rect x="{left:g}" y="0" width="{wide:g}" height="{ROOM - 8:g}" fill="none" pointer-events="all"/>'
    return f'<a href="{escape(href)}"{current}><title>{escape(told)}</title>{hit}{drawn}</a>'
