"""Events over a series: thin lines at their days, with their dates above, no two over each other.

An event beside a series is not its cause.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd
from babel import dates

from data.queries import release
from data.queries.trends.overlays import Overlay
from figures.ink.lettering import width
from figures.language import Language
from figures.palette import Palette, mixed
from figures.trends.axis import DAY, NARROW
from figures.trends.marks import Piece, Scale

TYPE, ROW = 13, 18
"""Size of the labels and height of a row of them, in pixels."""


@dataclass(frozen=True)
class Placed:
    """An event's label: its words, where its line stands and in which row above the plot the words do; 0 is lowest."""

    event_id: str
    words: str
    start: pd.Timestamp
    end: pd.Timestamp
    row: int
    on_left: bool


def label(event_id: str, date: str, language: Language) -> str:
    """Return an event's label: its date, and what the release of the strategy is."""
    short = {10: "yMMMd", 7: "yMMM", 4: "y"}[len(date)]
    day = pd.Timestamp(date)
    words = str(day.year) if short == "y" else dates.format_skeleton(short, day, locale=language.locale)
    return language.gettext("Strategy, {day}").format(day=words) if event_id == release.EVENT else words


def place(overlay: Overlay, scale: Scale, language: Language) -> list[Placed]:
    """Place the labels so that no two overlap and no line crosses one, on a phone too.

    All stand on one side of their lines: on the left, where most series have the more room, unless an event is too near
    to the left edge. The label that is farther from its neighbours' lines lies lower.
    """
    events = [
        (row.event_id, label(row.event_id, row.date, language), row.start, row.end, scale.right(row.start))
        for row in overlay.rows.itertuples()
    ]
    lengths = {event[0]: width(event[1], TYPE) + 8 for event in events}
    on_left = all(x >= lengths[event_id] for event_id, *_rest, x in events)
    placed: list[tuple[float, float, int]] = []  # left edge, right edge, row
    found: list[Placed] = []
    # A label on the left covers the lines of earlier events: those must end below it, so they are placed first.
    for event_id, words, start, end, x in events if on_left else reversed(events):
        left, right = (x - lengths[event_id], x) if on_left else (x, x + lengths[event_id])
        row = max((above + 1 for low, high, above in placed if left - 2 <= high and low <= right + 2), default=0)
        placed.append((left, right, row))
        found.append(Placed(event_id, words, start, end, row, on_left))
    return sorted(found, key=lambda one: one.start)


def rows_of(placed: Sequence[Placed]) -> int:
    """Return how many rows the labels take."""
    return max((one.row + 1 for one in placed), default=0)


def air(placed: Sequence[Placed], scale: Scale) -> float:
    """Return the share of the width to leave free at the right for labels on that side."""
    over = [scale.right(one.start) + width(one.words, TYPE) + 8 - NARROW for one in placed if not one.on_left]
    return max([0.0, *over]) / NARROW


def drawn(placed: Sequence[Placed], plot: float, below: float, colors: Palette) -> tuple[list[Piece], list[Piece]]:
    """Return the lines and their labels; an event known to the month or year is a band as wide as that.

    Args:
        plot: height of the plot with all that stands above its values, in pixels.
        below: pixels from the top of it to the highest row of labels.
    """
    rows = rows_of(placed)
    lines: list[Piece] = []
    heads: list[Piece] = []
    for one in placed:
        top = 1 - (below + (rows - one.row - 1) * ROW) / plot
        where = {"xref": "x", "yref": "paper", "y0": 0, "y1": top, "x0": one.start}
        if one.end > one.start:
            band = {
                "type": "rect",
                "x1": one.end + DAY,
                "fillcolor": mixed(colors.ink, colors.paper, 0.5),
                "opacity": 0.3,
            }
            lines.append({**where, **band, "line": {"width": 0}})
        else:
            lines.append(
                {**where, "type": "line", "x1": one.start, "line": {"color": colors.ink, "width": 1}, "opacity": 0.7}
            )
        heads.append(
            {
                "x": one.start, "y": top, "yref": "paper", "yanchor": "top", "text": one.words, "showarrow": False,
                "xanchor": "right" if one.on_left else "left", "xshift": -3 if one.on_left else 3, "borderpad": 0,
                "font": {"size": TYPE, "color": colors.ink},
            }
        )  # fmt: skip
    return lines, heads


def key(overlay: Overlay, language: Language) -> str:
    """Return the events in words, as HTML, for the place under a chart; empty without an event."""
    if overlay.rows.empty:
        return ""
    if list(overlay.rows["event_id"]) == [release.EVENT]:
        said = language.gettext("The line marks the release of the strategy, which is not thereby a cause.")
        return f'<div style="font-size:.88rem">{escape(said)}</div>'
    told = [f"<li>{escape(language.date(row.date))}: {escape(row.title)}</li>" for row in overlay.rows.itertuples()]
    heading = language.ngettext(
        "{n} event, marked by a line, and not thereby a cause", "{n} events, marked by lines, and not thereby causes",
        len(told),
    )  # fmt: skip
    left = (
        language.ngettext(
            "{n} more event of this view is left out: too many lines would hide the series. Narrow the filters to see it.",
            "{n} more events of this view are left out: too many lines would hide the series. Narrow the filters to see "
            "them.",
            overlay.left_out,
        )
        if overlay.left_out
        else ""
    )
    return (
        f'<div style="font-size:.88rem"><details><summary>{escape(heading)}</summary>'
        f'<ul style="margin:.2em 0;padding-left:1.2em">{"".join(told)}</ul></details>{escape(left)}</div>'
    )
