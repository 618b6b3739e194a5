"""Where the marks of the timeline lie: on lanes, each as many levels deep as it takes for no mark to hide another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from data.selection import Selection

DAY = pd.Timedelta(days=1)

KEY_ROW = 38
"""Height of the label of a key event, two lines of text, in pixels."""

LABEL_ROOM = 0.4
"""The share of a phone's chart that such a label takes up at most."""

HEADER = 19
"""Height of a lane's name, in pixels."""

PITCH = 10
"""Height of a level, in pixels: a dot and a little air."""

GAP = 0.024
"""The share of the time shown that a dot takes up: 8 pixels on a phone's chart of 330. A wider chart only loosens it."""

AIR = 5
"""Pixels below a lane's last level."""


@dataclass(frozen=True)
class Lane:
    """A lane of the chart: its code, where its name stands and where it ends, in pixels from the top."""

    code: str
    top: int
    bottom: int
    count: int


@dataclass(frozen=True)
class Layout:
    """Where everything lies.

    Attributes:
        marks: the rows given and `level` (0 is nearest to the lane's name), `y` (pixels from the top).
        lanes: from top to bottom; lanes without an event are left out.
        height: of the whole, in pixels.
    """

    marks: pd.DataFrame
    lanes: tuple[Lane, ...]
    height: int


def window(rows: pd.DataFrame, selection: Selection) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the calendar years to show, those selected or else those of the events: first day, day after the last."""
    first = selection.first_year or rows["start"].min().year
    last = selection.last_year or rows["end"].max().year
    return pd.Timestamp(first, 1, 1), pd.Timestamp(last + 1, 1, 1)


@dataclass(frozen=True)
class KeyLabel:
    """Where the label of a key event stands: its row above the lanes, and on which side of its line."""

    event_id: str
    day: pd.Timestamp
    row: int
    side: Literal["left", "right"]


def key_labels(rows: pd.DataFrame, keys: Sequence[str], time: tuple[pd.Timestamp, pd.Timestamp]) -> list[KeyLabel]:
    """Place the labels of key events so that no two overlap and no line crosses a label, however wide the chart is.

    Where there is room on both edges, the earlier labels stand to the left of their lines and the later ones to the
    right, in the same rows. Otherwise all stand on the side with more room, each in a row of its own.

    Args:
        rows: columns event_id, start.
        keys: ids of the key events among them, oldest first.
        time: first day shown and the day after the last.
    """
    if not keys:
        return []
    days = rows.drop_duplicates("event_id").set_index("event_id")["start"].loc[list(keys)]
    whole = time[1] - time[0]
    before, after = (days.min() - time[0]) / whole, (time[1] - days.max()) / whole
    middle = days.min() + (days.max() - days.min()) / 2
    if min(before, after) >= LABEL_ROOM:
        left = [key for key in keys if days[key] <= middle]
    else:
        left = list(keys) if before > after else []
    right = [key for key in keys if key not in left]
    # The line that is nearest to the labels of its side must come from the lowest row.
    return [KeyLabel(key, days[key], row, "left") for row, key in enumerate(reversed(left))] + [
        KeyLabel(key, days[key], row, "right") for row, key in enumerate(right)
    ]


def layout(rows: pd.DataFrame, order: Sequence[str], time: pd.Timedelta, above: int) -> Layout:
    """Lay events out on their lanes.

    Args:
        rows: columns event_id, start, end, lane; at least one row.
        time: how much time the chart shows from edge to edge.
        order: codes of lanes from top to bottom.
        above: how many rows of labels of key events stand above the lanes.
    """
    top = above * KEY_ROW + (6 if above else 0)
    lanes: list[Lane] = []
    levels = {code: stacked(ours, time * GAP) for code, ours in rows.groupby("lane", sort=False)}
    for code in order:
        if code not in levels:
            continue
        bottom = top + HEADER + (max(levels[code]) + 1) * PITCH + AIR
        lanes.append(Lane(code, top, bottom, len(levels[code])))
        top = bottom
    tops = {lane.code: lane.top for lane in lanes}
    places = rows.groupby("lane", sort=False).indices
    order_of_marks = [place for lane in lanes for place in places[lane.code]]
    level = [level for lane in lanes for level in levels[lane.code]]
    marks = rows.iloc[order_of_marks].reset_index(drop=True)
    marks["level"] = level
    marks["y"] = marks["lane"].map(tops).astype(int) + HEADER + PITCH * marks["level"] + PITCH // 2
    return Layout(marks, tuple(lanes), top)


def stacked(rows: pd.DataFrame, gap: pd.Timedelta) -> list[int]:
    """Return a level for each event of a lane, so that no two on a level are closer than a dot is wide.

    Events take the first free level in date order; of those that begin on one day, the longest comes first, so that
    a year's bar lies under the dots of its year. The same rows always give the same levels.
    """
    spans = zip(rows["start"], rows["end"] + DAY, rows["event_id"], strict=True)
    in_order = sorted(enumerate(spans), key=lambda mark: (mark[1][0], -mark[1][1].value, mark[1][2]))
    free: list[pd.Timestamp] = []
    levels = [0] * len(rows)
    for at, (start, after, _event) in in_order:
        middle = start + (after - start) / 2
        begin, end = min(start, middle - gap / 2), max(after, middle + gap / 2)
        level = next((number for number, until in enumerate(free) if until <= begin), len(free))
        free[level : level + 1] = [end]
        levels[at] = level
    return levels
