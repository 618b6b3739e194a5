"""The drawing of published totals: unjoined marks over years, each of what it counts, the telling ones with their number."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from data.queries.offices import Headline
from figures.ink import marks
from figures.ink.legend import Sample, sample
from figures.ink.lettering import BOLD, PLAIN, text
from figures.ink.placing import Box, Label, Point, around, free
from figures.language import Language
from figures.palette import Palette

SHAPES = {
    "offices_abroad": "circle",
    "attache_offices": "square",
    "offices_besides_liaisons": "diamond",
    "attache_and_sub_offices": "triangle",
    "analyst_count": "cross",
}
"""What a total counts → its mark; each also has its colour."""

FIRST, LAST = pd.Timestamp("2000-03-01"), pd.Timestamp("2029-06-30")
YEARS = range(2005, 2026, 5)
MOST, LINES = 112, (0, 25, 50, 75, 100)

AGAIN = 1
"""Within so many years the same number of the same thing is written once."""

TYPE, MARK = 14.0, 12.0
"""Size of the type and width of a mark, in pixels, where the drawing is not enlarged."""


def svg(
    points: pd.DataFrame, reported: Headline, language: Language, colors: Palette, size: Point, scale: float = 1
) -> str:
    """Return the drawing as SVG content.

    Args:
        points: columns start, end (of its date), value, stated, counts, qualifier, date, day and counted, one row a total.
        reported: the total of the strategy, named where it is among them.
        size: width and height in pixels; `scale`: by how much type and marks are enlarged.
    """
    plot = _plot(size, scale)
    spots = [_spot(row, plot) for row in points.itertuples()]
    parts = [_axes(plot, colors, scale, language)]
    parts += [_mark(row, spot, plot, colors, scale) for row, spot in zip(points.itertuples(), spots, strict=True)]
    return "".join([*parts, *_numbers(points, spots, reported, language, colors, size, scale)])


def samples(points: pd.DataFrame, colors: Palette) -> tuple[Sample, ...]:
    """Return the key: what each kind of mark counts."""
    named = dict(zip(points["counts"], points["counted"], strict=True))
    return tuple(sample(SHAPES[code], _color(code, colors), named[code]) for code in SHAPES if code in named)


def _color(code: str, colors: Palette) -> str:
    return colors.series[list(SHAPES).index(code)]


def _plot(size: Point, scale: float) -> Box:
    """Return the area within the axes: left, top, right, bottom."""
    return 34 * scale, 6 * scale, size[0] - 8 * scale, size[1] - 26 * scale


def _x(at: pd.Timestamp, plot: Box) -> float:
    return round(plot[0] + (plot[2] - plot[0]) * ((at - FIRST) / (LAST - FIRST)), 1)


def _y(value: float, plot: Box) -> float:
    return round(plot[3] - (plot[3] - plot[1]) * value / MOST, 1)


def _spot(row: object, plot: Box) -> Point:
    middle = row.start + (row.end - row.start) / 2  # type: ignore[attr-defined]
    return _x(middle, plot), _y(float(row.value), plot)  # type: ignore[attr-defined]


def _axes(plot: Box, colors: Palette, scale: float, language: Language) -> str:
    drawn = []
    for value in LINES:
        y = _y(value, plot)
        drawn.append(
            f'<line x1="{plot[0]:g}" x2="{plot[2]:g}" y1="{y}" y2="{y}" stroke="{colors.line}" stroke-width="{scale:g}"/>'
            + text(language.number(value), plot[0] - 6 * scale, y + 5 * scale, TYPE * scale, colors.quiet, anchor="end")
        )
    for year in YEARS:
        x = _x(pd.Timestamp(year, 1, 1), plot)
        drawn.append(
            f'<line x1="{x}" x2="{x}" y1="{plot[3]:g}" y2="{plot[3] + 5 * scale:g}" stroke="{colors.quiet}"/>'
            + text(str(year), x, plot[3] + 21 * scale, TYPE * scale, colors.quiet, anchor="middle")
        )
    return "".join(drawn)


def _mark(row: object, spot: Point, plot: Box, colors: Palette, scale: float) -> str:
    """Return a mark, with a line through it that spans the month or year of its date."""
    color, half = _color(row.counts, colors), MARK * scale / 2  # type: ignore[attr-defined]
    first, last = _x(row.start, plot), _x(row.end, plot)  # type: ignore[attr-defined]
    span = (
        f'<line x1="{first}" x2="{last}" y1="{spot[1]}" y2="{spot[1]}" stroke="{color}" stroke-width="{2 * scale:g}"/>'
        if row.start != row.end  # type: ignore[attr-defined]
        else ""
    )
    said = f"{row.day}: {row.stated} · {row.counted}"  # type: ignore[attr-defined]
    shape = marks.svg(SHAPES[row.counts], color, MARK * scale, round(spot[0] - half, 1), round(spot[1] - half, 1))  # type: ignore[attr-defined]
    return f"<g><title>{escape(said)}</title>{span}{shape}</g>"


def _numbers(
    points: pd.DataFrame,
    spots: Sequence[Point],
    reported: Headline,
    language: Language,
    colors: Palette,
    size: Point,
    scale: float,
) -> list[str]:
    """Return the numbers beside marks: the strategy's and those in doubt first, then extremes, then any that stand free."""
    plot = _plot(size, scale)
    taken = [
        around(spot, max(MARK * scale, _x(row.end, plot) - _x(row.start, plot)), MARK * scale)
        for spot, row in zip(spots, points.itertuples(), strict=True)
    ]
    written, step, room = list[str](), TYPE * scale, (plot[0], 0.0, size[0], plot[3])
    values = points["value"].astype(int)
    rank = (
        (points["date"] == reported.date) * 8
        + (points["qualifier"] != "exact") * 4
        + values.isin([values.min(), values.max()]) * 2
        + points["counts"].eq("analyst_count")
    )
    near = _x(pd.Timestamp(2002, 1, 1), plot) - _x(pd.Timestamp(2002 - AGAIN, 1, 1), plot)
    seen: list[tuple[str, int, float]] = []
    for at in rank.sort_values(ascending=False, kind="stable").index:
        row, spot = points.loc[at], spots[at]
        ours = row["date"] == reported.date
        stated = str(row["stated"])
        tried = [language.gettext("{n}, the strategy").format(n=stated), stated] if ours else [stated]
        # The same number of the same thing, again and again, is written once.
        counts, value = str(row["counts"]), int(row["value"])
        if any((counts, value) == one[:2] and abs(spot[0] - one[2]) < near for one in seen):
            continue
        others = [one for one in spots if one != spot]
        spaces = (free(spot, words, step, taken, room, others, MARK * scale) for words in tried)
        found = next((space for space in spaces if space), None)
        if not found:
            continue
        seen.append((counts, value, spot[0]))
        taken += found.taking(spot, step)
        written.append(found.lead(spot, colors.quiet))
        written.append(_word(found, spot, colors.ink if ours else _color(counts, colors), ours, scale))
    return written


def _word(label: Label, spot: Point, color: str, is_firm: bool, scale: float) -> str:
    x, y = spot[0] + label.offset[0], spot[1] + label.offset[1] + TYPE * scale * 0.36
    face = BOLD if is_firm else PLAIN
    return text(label.text, round(x, 1), round(y, 1), TYPE * scale, color, face, label.anchor)
