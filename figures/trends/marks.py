"""The marks of a series over time: a bar covers exactly the period that its value covers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd

from data.queries.trends.indicators import Indicator, last, missing_years
from figures.ink.lettering import width
from figures.ink.placing import Box, overlap
from figures.language import Language
from figures.palette import Palette, mixed
from figures.trends import wording as words
from figures.trends.axis import DAY, NARROW

TYPE, LINE = 12, 15
"""Size of the labels on marks, and the height of a line of them, in pixels."""

THIN = 0.08
"""The share of a period that a bar leaves free on either side."""

WIDE_BARS = 7
"""More bars than this are narrower than a number."""

Piece = dict[str, object]
"""A trace, shape or annotation as Plotly's schema describes it."""

HATCHED: Mapping[str, str] = {"provisional": "/", "reported": "\\", "press_internal": "."}
"""Standing → pattern of its bars; what is final or published is filled, what a third party compiled is paler."""


@dataclass(frozen=True)
class Scale:
    """How values and days become pixels on a phone's chart.

    Attributes:
        first: the day at the left edge; `days` the time from edge to edge.
        reach: from the lowest to the highest value shown; `height` its pixels.
    """

    first: pd.Timestamp
    days: pd.Timedelta
    reach: float
    height: float

    def right(self, day: pd.Timestamp) -> float:
        """Return pixels from the left edge."""
        return float((day - self.first) / self.days * NARROW)

    def up(self, value: float) -> float:
        """Return pixels above zero."""
        return value / self.reach * self.height


def bars(rows: pd.DataFrame, language: Language, colors: Palette, indicator: Indicator) -> list[Piece]:
    """Return the bars, a trace for each standing, named where not all are simply published."""
    marked = rows.assign(look=[(row.status, bool(row.partial)) for row in rows.itertuples()])
    looks = list(dict.fromkeys(marked["look"]))
    told = len(looks) > 1 or looks[0] not in [("published", False), ("final", False)]
    return [
        {
            "type": "bar",
            "x": [middle(row) for row in group.itertuples()],
            "y": list(group["value"]),
            "width": [_milliseconds(row) * (1 - 2 * THIN) for row in group.itertuples()],
            "name": _named(look, language),
            "showlegend": told,
            "marker": _look(look, colors),
            "customdata": [
                [words.period(language, row, indicator.period_type), words.marked(language, row, indicator.unit, True)]
                for row in group.itertuples()
            ],
            "hovertemplate": "%{customdata[0]}: %{customdata[1]}<extra></extra>",
        }
        for look, group in ((look, marked[marked["look"] == look]) for look in looks)
    ]


def _named(look: tuple[str, bool], language: Language) -> str:
    standing = words.standing(language, look[0])
    return language.gettext("{standing}, part of a year").format(standing=standing) if look[1] else standing


def _look(look: tuple[str, bool], colors: Palette) -> Piece:
    status, partial = look
    color = colors.series[0]
    pale = mixed(color, colors.paper, 0.45)
    edge = {"color": color, "width": 1.5 if partial or status in HATCHED else 0}
    if status in HATCHED:
        # On paper where it is a part of a year, on a pale ground where it is whole.
        ground = colors.paper if partial else mixed(color, colors.paper, 0.2)
        pattern = {"shape": HATCHED[status], "bgcolor": ground, "fgcolor": color, "size": 7, "solidity": 0.3}
        return {"color": color, "line": edge, "pattern": pattern}
    if partial:
        return {"color": colors.paper, "line": edge}
    return {"color": pale if status == "compiled" else color, "line": edge}


def middle(row: Any) -> pd.Timestamp:
    """Return the middle of a period."""
    return row.start + (row.end + DAY - row.start) / 2


def _milliseconds(row: Any) -> float:
    return (row.end + DAY - row.start) / pd.Timedelta(milliseconds=1)


def labels(rows: pd.DataFrame, indicator: Indicator, scale: Scale, language: Language, colors: Palette) -> list[Piece]:
    """Return values written on their bars: all that fit, the newest, the extremes and the inexact ones before others."""
    taken: list[Box] = []
    pieces: list[Piece] = []
    newest = rows["end"].max()
    standing = {row.Index: _bar(row, scale) for row in rows.itertuples()}
    for row in sorted(rows.itertuples(), key=_rank(rows), reverse=True):
        lines = _lines(row, language)
        wide, tall = max(width(line, TYPE) for line in lines) + 2, LINE * len(lines) + 2
        x, y = scale.right(middle(row)) - wide / 2, scale.up(row.value)
        # A label stands clear of other labels and of taller bars beside it.
        others = [*taken, *(bar for at, bar in standing.items() if at != row.Index)]
        box = _box(x, y, wide, tall, row.value)
        aside = row.end == newest and any(overlap(box, other) for other in others)
        if aside:
            # The newest value is always told: its label moves into the free room at the right.
            box = _box(standing[row.Index][0], y, wide, tall, row.value)
        elif any(overlap(box, other) for other in others):
            continue
        taken.append(box)
        pieces.append(
            {
                "x": row.start + (row.end - row.start) * THIN if aside else middle(row), "y": row.value,
                "xanchor": "left" if aside else "center", "align": "left" if aside else "center",
                "yanchor": "bottom" if row.value >= 0 else "top", "borderpad": 0, "showarrow": False,
                "bgcolor": colors.paper, "text": "<br>".join(lines), "font": {"size": TYPE, "color": colors.ink},
            }
        )  # fmt: skip
    return pieces


def air(rows: pd.DataFrame, scale: Scale, language: Language) -> float:
    """Return the share of the width to leave free at the right, for the label of the newest value."""
    newest = last(rows)
    wide = max(width(line, TYPE) for line in _lines(newest, language)) + 4
    return max(0.0, _bar(newest, scale)[0] + wide - NARROW) / NARROW if len(rows) > WIDE_BARS else 0.0


def _lines(row: Any, language: Language) -> list[str]:
    """Return the words on a bar; "over" and its like stand in a line of their own."""
    stated = words.value(language, row, "count")
    return stated.split(" ", 1) if row.qualifier != "exact" else [stated]


def _box(x: float, y: float, wide: float, tall: float, value: float) -> Box:
    return (x, y, x + wide, y + tall) if value >= 0 else (x, y - tall, x + wide, y)


def _bar(row: Any, scale: Scale) -> Box:
    thin, top = (row.end - row.start) * THIN, scale.up(row.value)
    return scale.right(row.start + thin), min(0.0, top), scale.right(row.end - thin), top


def _rank(rows: pd.DataFrame) -> Callable[[Any], tuple[bool, ...]]:
    top, low, newest = rows["value"].max(), rows["value"].min(), rows["end"].max()
    return lambda row: (
        row.end == newest, row.value == top, row.qualifier != "exact", row.Index == 0, row.value == low,
    )  # fmt: skip


def gaps(rows: pd.DataFrame, indicator: Indicator, scale: Scale, language: Language, colors: Palette) -> list[Piece]:
    """Return a word in every gap of a yearly series: that no bar stands there is not a zero."""
    if indicator.period_type == "month":
        return []
    fiscal = indicator.period_type == "fiscal_year"
    pieces: list[Piece] = []
    for _offset, run in groupby(enumerate(missing_years(rows)), key=lambda pair: pair[1] - pair[0]):
        years = [year for _at, year in run]
        start = pd.Timestamp(years[0] - 1, 10, 1) if fiscal else pd.Timestamp(years[0], 1, 1)
        end = pd.Timestamp(years[-1], 9, 30) if fiscal else pd.Timestamp(years[-1], 12, 31)
        text = language.gettext("none found")
        room = scale.right(end) - scale.right(start)
        if width(text, TYPE) > room:
            text = text.replace(" ", "<br>")
        if max(width(line, TYPE) for line in text.split("<br>")) > room:
            text = "–"
        pieces.append(
            {
                "x": start + (end - start) / 2, "y": 0, "text": text, "showarrow": False, "yanchor": "bottom",
                "font": {"size": TYPE, "color": colors.quiet},
            }
        )  # fmt: skip
    return pieces
