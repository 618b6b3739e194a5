"""A series over time, prepared: what is drawn and where, before it becomes a chart on the page or a picture."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from data.queries.trends.indicators import Indicator
from data.queries.trends.overlays import Overlay
from data.queries.trends.whole import Whole
from figures.ink.lettering import width
from figures.ink.placing import Box
from figures.language import Language
from figures.trends import axis, event_lines, labels
from figures.trends import bars as marks
from figures.trends import wording as words
from figures.trends.axis import Tick
from figures.trends.bars import Bar
from figures.trends.event_lines import Placed
from figures.trends.labels import Words
from figures.trends.scale import HIGH, Room, Scale

EDGE = 6
"""Pixels between the names of values and the plot, and at the right of it."""


@dataclass(frozen=True)
class Step:
    """A round number on the value axis, and how it is written."""

    value: float
    words: str


@dataclass(frozen=True)
class Chart:
    """What a chart shows, with the room and the scale for which its words were placed.

    Attributes:
        words: values on bars and words in gaps.
        part: what each bar is a part of, in words, where it is; empty else.
    """

    bars: tuple[Bar, ...]
    words: tuple[Words, ...]
    events: tuple[Placed, ...]
    ticks: tuple[Tick, ...]
    steps: tuple[Step, ...]
    scale: Scale
    room: Room
    part: str


def prepare(
    indicator: Indicator,
    rows: pd.DataFrame,
    wholes: Mapping[str, Whole],
    overlay: Overlay,
    room: Room,
    language: Language,
) -> Chart:
    """Return the chart of a series of which the periods follow one another.

    Args:
        rows: what `data.queries.trends.indicators.series` returns; at least one.
        wholes: month → the sum of its parts, where the series is one of several parts.
    """
    scale = _scale(rows, room, language)
    size = room.size
    gaps = labels.in_gaps(indicator, rows, scale, size, language)
    steps = _steps(rows, language)
    return Chart(
        bars=marks.bars(indicator, rows, wholes, language),
        words=(*gaps, *labels.on_bars(rows, scale, size, language, gaps, _beside(steps, scale, size))),
        events=event_lines.place(overlay, scale, size, language),
        ticks=axis.ticks(indicator, rows, scale, size, language),
        steps=steps,
        scale=scale,
        room=room,
        part=words.place(language, rows.iloc[0]) if wholes else "",
    )


def _steps(rows: pd.DataFrame, language: Language) -> tuple[Step, ...]:
    return tuple(Step(value, words.round_number(language, value)) for value in axis.round_steps(*_extremes(rows)))


def _beside(steps: tuple[Step, ...], scale: Scale, size: float) -> list[Box]:
    """Return the room of the numbers of the value axis."""
    half = size * HIGH / 2
    return [(0.0, scale.y(step.value) - half, scale.left, scale.y(step.value) + half) for step in steps]


def _extremes(rows: pd.DataFrame) -> tuple[float, float]:
    return min(float(rows["value"].min()), 0.0), max(float(rows["value"].max()), 0.0)


def _scale(rows: pd.DataFrame, room: Room, language: Language) -> Scale:
    """Return the scale: values from zero on, and above the tallest bar, or below the lowest, the room for its words."""
    size = room.size
    low, high = _extremes(rows)
    left = max(width(step.words, size) for step in _steps(rows, language)) + EDGE
    top, bottom = event_lines.head(size), room.height - size * HIGH - EDGE
    tall = bottom - top
    spare = (labels.most_lines(rows) * size * HIGH + EDGE) / tall
    over, under = spare if high > 0 else 0.0, spare if low < 0 else 0.0
    reach = ((high - low) or 1.0) / (1 - over - under)
    first, last = axis.window(rows)
    whole = last - first
    scale = Scale(
        left, top, room.width - EDGE - left, tall,
        first - whole * 0.01, last + whole * 0.01, low - reach * under, (high or 1.0) + reach * over,
    )  # fmt: skip
    # Room for the newest label at the right is taken from all the time before it.
    if free := labels.air(rows, scale, size, language):
        scale = replace(scale, last=scale.day(scale.right + free * 1.25))
    return scale
