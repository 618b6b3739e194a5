"""Where everything lies in a drawing of the timeline: theme and chosen event aside, so that readers share it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

import pandas as pd
from babel import dates

from data.catalog import Catalog
from data.once import once
from data.queries import release
from data.queries.timeline import EXAMPLE, KEY_EVENTS, events, telling, with_lanes
from data.selection import Selection
from figures.ink.lettering import BOLD, width, wrapped
from figures.language import Language
from figures.timeline import axis, placement, strip
from figures.timeline.axis import Axis
from figures.timeline.headline import between
from figures.timeline.lanes import names
from figures.timeline.marks import written
from figures.timeline.placement import LINE, SIZE, Lane, Mark, Words
from figures.timeline.span import Span

GUTTER, GUTTER_FROM = 166.0, 800
"""Pixels to the left of the lanes for their names, from such a width on; in less they stand on the lanes."""

N = str  # marks a message for extraction; it is translated where it is used

SHORT: Mapping[str, str] = {
    "ev-20230530-sherwood-meeting": N("López Obrador meets a U.S. adviser"),
    EXAMPLE: N("López Obrador rejects interference"),
    release.EVENT: N("HSI releases the strategy"),
    "ev-20230924-riodoce": N("Ríodoce prints its article"),
}
"""Key event → its title where there is little room."""

ALL = 44.0
"""Pixels of what says "All" beside the years, where there is no gutter."""

BRACKET = 18.0
"""Height in pixels of the line between the rejection and the release."""

BESIDE = ((520.0, 290.0, 210.0, 150.0), (250.0, 190.0, 150.0, 118.0))
"""Pixels that a line of a label may be wide, the best first: beside a gutter, and in less."""

KEY = 28.0
"""Height in pixels of the key below the lanes, of one line; `SWITCH` of the next, where there is one."""

SWITCH = 22.0


@dataclass(frozen=True, eq=False)
class Layout:
    """What lies where.

    Attributes:
        everything: the events that the filters keep.
        rows: those that are drawn, one row an event and lane.
        words: event → how its label may be written.
        names: lane → the lines of its name.
        tops: pixels from the top to each lane.
        years: pixels between which the years of the strip stand.
        above: pixels from the top to the names of months; `bracket` to the line between the two dates, None without them.
    """

    everything: pd.DataFrame
    rows: pd.DataFrame
    span: Span
    axis: Axis
    lanes: Sequence[Lane]
    words: Mapping[str, Sequence[Words]]
    names: Mapping[str, Sequence[str]]
    tops: Sequence[float]
    years: tuple[float, float]
    above: float
    bracket: float | None
    wide: float

    @property
    def bottom(self) -> float:
        """Pixels from the top to the end of the last lane."""
        return self.tops[-1] + self.lanes[-1].height

    @property
    def edges(self) -> tuple[float, float]:
        """Where the lanes begin and end, in pixels from the left."""
        return self.axis.left, self.axis.right


@once(256)
def layout(
    catalog: Catalog,
    selection: Selection,
    lanes: str,
    span: Span,
    language: Language,
    wide: float,
    high: float,
    wider: float = 1.0,
) -> Layout:
    """Return where everything lies; at least one event must be drawn.

    Args:
        lanes: `category` or `objective`.
        wide: pixels of width.
        high: pixels of height that it may take; it takes more only where its marks need them.
        wider: how much wider its labels may come out than in our typeface.
    """
    everything = events(catalog, selection).rows
    rows = with_lanes(catalog, span.within(everything), lanes, selection)
    has_gutter = wide >= GUTTER_FROM
    left = GUTTER if has_gutter else placement.DOT
    time = Axis(*span.time, left, wide - placement.DOT)
    # A whole that is a single year has nothing around it.
    above = strip.ROOM if span.whole[0] < span.whole[1] else 0.0
    first = above + (axis.ROOM if time.is_monthly else 0)
    both = _bracketed(rows, time, language)
    top = first + (BRACKET if both else 0)
    named = {
        code: wrapped(name, SIZE, GUTTER - 10, BOLD) if has_gutter else [name]
        for code, name in names(catalog, lanes, language).items()
    }
    empty = [
        Lane(code, LINE * len(lines) + 6, 0 if has_gutter else width(lines[0], SIZE, BOLD) + placement.CLEAR)
        for code, lines in named.items()
    ]
    marks = [
        Mark(row.event_id, row.lane, *_place(row, time))
        for row in rows[["event_id", "lane", "start", "end", "date_precision"]].itertuples(index=False)
    ]
    words = {
        event_id: [one._replace(wide=one.wide * wider) for one in ways]
        for event_id, ways in _words(catalog, rows, span, language, BESIDE[not has_gutter]).items()
    }
    spare = high - top - KEY - (0 if has_gutter else SWITCH)
    hung = (EXAMPLE, release.EVENT) if both else ()
    filled = placement.placed(marks, empty, words, (0 if not has_gutter else left, wide), spare, hung)
    tops = list(accumulate((lane.height for lane in filled), initial=top))[:-1]
    return Layout(
        everything, rows, span, time, filled, words, named, tops,
        years=(left if has_gutter else 0.0 if span.is_whole else ALL, wide),
        above=above, bracket=first if both else None, wide=wide,
    )  # fmt: skip


def _bracketed(rows: pd.DataFrame, time: Axis, language: Language) -> bool:
    """Return whether the rejection and the release are both drawn, and far enough from each other to say how far."""
    days = rows.drop_duplicates("event_id").set_index("event_id")["start"]
    if not {EXAMPLE, release.EVENT} <= set(days.index):
        return False
    return time.at(days[release.EVENT]) - time.at(days[EXAMPLE]) > width(apart(rows, language), SIZE, BOLD) + 40


def apart(rows: pd.DataFrame, language: Language) -> str:
    """Return how long after the rejection the release came: "111 days"."""
    return language.ngettext("{n} day", "{n} days", between(rows.drop_duplicates("event_id")))


def _place(row: Any, time: Axis) -> tuple[float, float]:
    """Return the first and the last pixel of an event; a day has one."""
    if row.date_precision == "day":
        middle = time.at(row.start + pd.Timedelta(hours=12))
        return middle, middle
    return time.at(row.start), time.at(row.end + pd.Timedelta(days=1))


def _words(
    catalog: Catalog, rows: pd.DataFrame, span: Span, language: Language, rooms: tuple[float, ...]
) -> dict[str, Sequence[Words]]:
    """Return event → how its label may be written, those first that tell most: the two dates of the heading, the other key events, one of each lane."""
    known = rows.drop_duplicates("event_id").set_index("event_id")
    order = [event_id for event_id in telling(catalog) if event_id in known.index]
    keys = [event_id for event_id in (EXAMPLE, release.EVENT, *KEY_EVENTS) if event_id in known.index]
    ranks = {event_id: rank for rank, event_id in enumerate(order)}
    best = rows.assign(rank=rows["event_id"].map(ranks)).sort_values("rank").groupby("lane", sort=False)["event_id"]
    days = {event_id: day(date, span, language) for event_id, date in known["date"].items()}
    return {
        event_id: (
            *written(days[event_id], known.at[event_id, "title"], rooms),
            *(written(days[event_id], language.gettext(SHORT[event_id]), rooms) if event_id in SHORT else ()),
        )
        for event_id in dict.fromkeys([*keys, *best.first(), *order])
    }


def day(date: str, span: Span, language: Language) -> str:
    """Return the date of an event as its label begins: without the year where no other is in view.

    Args:
        date: partial ISO date.
    """
    if span.first < span.last or len(date) == 4:
        return date[:4] if len(date) == 4 else _skeleton("yMMM", date, language)
    return _skeleton("MMMd" if len(date) == 10 else "MMM", date, language)


def _skeleton(skeleton: str, date: str, language: Language) -> str:
    return _formatted(skeleton, date, str(language.locale))


@lru_cache(maxsize=1024)
def _formatted(skeleton: str, date: str, locale: str) -> str:
    return dates.format_skeleton(skeleton, pd.Timestamp(date), locale=locale)
