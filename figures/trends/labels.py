"""Words within a chart: values on their bars, and in every gap that nothing was found there. None lies over another."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import pandas as pd

from data.queries.trends.indicators import Indicator, each, last, missing_years
from figures.ink.lettering import width
from figures.ink.placing import Box, overlap
from figures.language import Language
from figures.trends import wording as words
from figures.trends.bars import THIN
from figures.trends.scale import DAY, HIGH, Scale


@dataclass(frozen=True)
class Words:
    """Lines of words at a day and a value: centred on the day or starting there, above the value or below it.

    Attributes:
        turned: whether they are written upwards, where a gap is narrower than they are.
        quiet: whether they are in the second ink.
    """

    lines: tuple[str, ...]
    day: pd.Timestamp
    value: float
    centred: bool = True
    above: bool = True
    turned: bool = False
    quiet: bool = False

    def box(self, scale: Scale, size: float) -> Box:
        """Return the room that they take, in pixels from the chart's upper left corner."""
        wide, high = max(width(line, size) for line in self.lines) + 4, size * HIGH * len(self.lines) + 2
        if self.turned:
            wide, high = high, wide
        x, y = scale.x(self.day), scale.y(self.value)
        left = x - wide / 2 if self.centred else x
        return (left, y - high, left + wide, y) if self.above else (left, y, left + wide, y + high)


def on_bars(
    rows: pd.DataFrame,
    scale: Scale,
    size: float,
    language: Language,
    others: Sequence[Words] = (),
    axis: Sequence[Box] = (),
) -> tuple[Words, ...]:
    """Return values written on their bars: all that fit, the newest, the extremes and the inexact ones before others.

    Args:
        others: words that stand already.
        axis: the room of the numbers left of the plot.
    """
    taken: list[Box] = [one.box(scale, size) for one in others]
    found: list[Words] = []
    newest = rows["end"].max()
    bars = {row.Index: _bar(row, scale) for row in each(rows)}
    for row in sorted(each(rows), key=_rank(rows), reverse=True):
        one = Words(_lines(row, language), _middle(row), float(row.value), above=row.value >= 0)
        # A label stands clear of other labels and of taller bars beside it.
        near = [*taken, *(bar for at, bar in bars.items() if at != row.Index)]
        if any(overlap(one.box(scale, size), other) for other in near):
            if row.Index == 0 and (moved := _moved(one, near, axis, scale, size)):
                taken.append(moved.box(scale, size))
                found.append(moved)
                continue
            if row.end != newest:
                continue
            # The newest value is always told: its label moves into the free room at the right.
            one = Words(one.lines, row.start + (row.end - row.start) * THIN, one.value, False, one.above)
        taken.append(one.box(scale, size))
        found.append(one)
    return tuple(found)


def _moved(one: Words, near: Sequence[Box], axis: Sequence[Box], scale: Scale, size: float) -> Words | None:
    """Return the label of the first bar moved to the left, where nothing but the axis is; None where it finds no room above its bar."""
    _left, top, right, bottom = one.box(scale, size)
    level = [box for box in near if box[1] < bottom and top < box[3] and box[2] > scale.x(one.day)]
    if not level:
        return None
    by = right - min(box[0] for box in level) + 1
    moved = replace(one, day=scale.day(scale.x(one.day) - by))
    box = moved.box(scale, size)
    stands = box[2] >= scale.x(one.day) and box[0] >= 0
    return moved if stands and not any(overlap(box, other) for other in (*near, *axis)) else None


def air(rows: pd.DataFrame, scale: Scale, size: float, language: Language) -> float:
    """Return the pixels to leave free at the right, for the label of the newest value."""
    newest = last(rows)
    wide = max(width(line, size) for line in _lines(newest, language)) + 6
    left, _top, right, _bottom = _bar(newest, scale)
    # Where it is wider than its bar it may have to stand beside the taller bar before, and starts with its own.
    start = left if wide > right - left else (left + right - wide) / 2
    return max(0.0, start + wide - scale.right)


def most_lines(rows: pd.DataFrame) -> int:
    """Return how many lines the tallest label may have."""
    return 2 if (rows["qualifier"] != "exact").any() else 1


def in_gaps(
    indicator: Indicator, rows: pd.DataFrame, scale: Scale, size: float, language: Language
) -> tuple[Words, ...]:
    """Return a word in every gap of a yearly series: that no bar stands there is not a zero."""
    if indicator.period_type == "month":
        return ()
    fiscal = indicator.period_type == "fiscal_year"
    text = language.gettext("none found")
    found: list[Words] = []
    for _offset, run in groupby(enumerate(missing_years(rows)), key=lambda pair: pair[1] - pair[0]):
        years = [year for _at, year in run]
        start = pd.Timestamp(years[0] - 1, 10, 1) if fiscal else pd.Timestamp(years[0], 1, 1)
        end = pd.Timestamp(years[-1], 9, 30) if fiscal else pd.Timestamp(years[-1], 12, 31)
        turned = width(text, size) + 4 > scale.x(end) - scale.x(start)
        found.append(Words((text,), start + (end + DAY - start) / 2, 0.0, turned=turned, quiet=True))
    return tuple(found)


def _lines(row: Any, language: Language) -> tuple[str, ...]:
    """Return the words on a bar; "over" and its like stand in a line of their own."""
    stated = words.value(language, row, "count")
    return tuple(re.split(r" (?=\d)", stated, maxsplit=1)) if row.qualifier != "exact" else (stated,)


def _middle(row: Any) -> pd.Timestamp:
    return row.start + (row.end + DAY - row.start) / 2


def _bar(row: Any, scale: Scale) -> Box:
    thin, ends = (row.end - row.start) * THIN, sorted((scale.y(row.value), scale.y(0)))
    return scale.x(row.start + thin), ends[0], scale.x(row.end - thin), ends[1]


def _rank(rows: pd.DataFrame) -> Callable[[Any], tuple[bool, ...]]:
    top, low, newest = rows["value"].max(), rows["value"].min(), rows["end"].max()
    return lambda row: (
        row.end == newest, row.value == top, row.qualifier != "exact", row.Index == 0, row.value == low,
    )  # fmt: skip
