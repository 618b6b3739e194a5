"""The bars of a series over time: each covers exactly the period that its value covers, and looks as firm as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from data.queries.trends.indicators import Indicator, each
from data.queries.trends.whole import Whole
from figures.ink.legend import SIZE, Sample
from figures.language import Language
from figures.palette import Palette, mixed
from figures.trends import wording as words
from figures.trends.scale import DAY

THIN = 0.08
"""The share of a period that a bar leaves free on either side."""

HATCHED: Mapping[str, str] = {"provisional": "/", "reported": "\\", "press_internal": "."}
"""Standing → pattern of its bars; what is final or published is filled, what a third party compiled is paler."""


class Look(NamedTuple):
    """What the look of a bar tells: the standing of its value, and whether it covers only a part of a year."""

    status: str
    partial: bool


class Paint(NamedTuple):
    """The colours of a look, and its pattern; an empty one for a bar that is filled."""

    ground: str
    edge: str
    edge_width: float
    pattern: str
    line: str


@dataclass(frozen=True)
class Bar:
    """A bar from day to day, its value, and what is said of it. `whole` is what the parts of its month add up to, in words."""

    first: pd.Timestamp
    last: pd.Timestamp
    value: float
    look: Look
    period: str
    stated: str
    whole: str = ""


def bars(indicator: Indicator, rows: pd.DataFrame, wholes: Mapping[str, Whole], language: Language) -> tuple[Bar, ...]:
    """Return the bars, oldest first.

    Args:
        wholes: month → the sum of its parts, where a bar is one of several parts.
    """
    return tuple(_bar(indicator, row, wholes, language) for row in each(rows))


def _bar(indicator: Indicator, row: Any, wholes: Mapping[str, Whole], language: Language) -> Bar:
    end = row.end + DAY
    thin = (end - row.start) * THIN
    whole = wholes.get(row.period)
    return Bar(
        row.start + thin,
        end - thin,
        float(row.value),
        look(row),
        words.period(language, row, indicator.period_type),
        words.marked(language, row, indicator.unit, True),
        words.exact(language, whole.value, indicator.unit) if whole else "",
    )


def told(bar: Bar, part: str) -> str:
    """Return a bar in words; one of several parts of a month names itself: "March 2024: 1,248.03 lb (Southwest Border, OFO)"."""
    return f"{bar.period}: {bar.stated} ({part})" if part else f"{bar.period}: {bar.stated}"


def look(row: Any) -> Look:
    """Return the look of a value."""
    return Look(row.status, bool(row.partial))


def looks(rows: pd.DataFrame) -> tuple[Look, ...]:
    """Return the looks that a key must tell, in the order in which they come; none where all values are simply published."""
    found = tuple(dict.fromkeys(look(row) for row in each(rows)))
    plain = {Look("published", False), Look("final", False)}
    return () if set(found) <= plain and len(found) == 1 else found


def paint(look: Look, colors: Palette) -> Paint:
    """Return how a look is drawn."""
    color = colors.series[0]
    # What is pale has an edge as well: in the dark it would hardly stand out from what it stands on.
    edge = 1.5 if look.partial or look.status in HATCHED else 1.0 if look.status == "compiled" else 0.0
    if look.status in HATCHED:
        # On paper where it is a part of a year, on a pale ground where it is whole.
        ground = colors.paper if look.partial else mixed(color, colors.paper, 0.2)
        return Paint(ground, color, edge, HATCHED[look.status], color)
    if look.partial:
        return Paint(colors.paper, color, edge, "", color)
    return Paint(mixed(color, colors.paper, 0.45) if look.status == "compiled" else color, color, edge, "", color)


def key(shown: Sequence[Look], colors: Palette, language: Language) -> list[Sample]:
    """Return a sample of each look with its name."""
    return [
        Sample(rectangle(1, 1, SIZE - 2, SIZE - 2, paint(one, colors), SIZE), named(one, language)) for one in shown
    ]


def named(look: Look, language: Language) -> str:
    """Return a look in words: "provisional, part of a year"."""
    standing = words.standing(language, look.status)
    return language.gettext("{standing}, part of a year").format(standing=standing) if look.partial else standing


def rectangle(x: float, y: float, wide: float, high: float, paint: Paint, size: float) -> str:
    """Return a bar as SVG: its ground, its pattern cut to its edge, its edge.

    Args:
        size: of the type of the drawing, which sets how wide the pattern is.
    """
    box = f'x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}"'
    edge = f' stroke="{paint.edge}" stroke-width="{paint.edge_width:g}"' if paint.edge_width else ""
    drawn = f'<rect {box} fill="{paint.ground}"{edge}/>'
    if not paint.pattern:
        return drawn
    return drawn + _pattern(x, y, wide, high, paint, size * 0.5)


def _pattern(x: float, y: float, wide: float, high: float, paint: Paint, step: float) -> str:
    """Return lines or dots within a box. Drawn one by one: a pattern by its name would clash with that of another drawing."""
    if paint.pattern == ".":
        dots = "".join(
            f"M{x + (across + 0.5) * step:.1f} {y + (down + 0.5) * step:.1f}h.01"
            for across in range(int(wide / step))
            for down in range(int(high / step))
        )
        return f'<path d="{dots}" stroke="{paint.line}" stroke-width="{step * 0.35:.1f}" stroke-linecap="round"/>'
    lines = []
    for at in range(1, int((wide + high) / step) + 1):
        reach = at * step  # from the left edge down to the upper one, cut where it leaves the box
        x0, y0 = max(0.0, reach - high), min(reach, high)
        x1, y1 = min(reach, wide), max(0.0, reach - wide)
        if paint.pattern == "\\":
            x0, x1 = wide - x0, wide - x1
        lines.append(f"M{x + x0:.1f} {y + y0:.1f}L{x + x1:.1f} {y + y1:.1f}")
    return f'<path d="{"".join(lines)}" stroke="{paint.line}" stroke-width="{step * 0.2:.1f}" fill="none"/>'
