"""Where the marks and labels of the timeline lie: on lanes, so that nothing hides another.

Marks come first, each on the first free level of its lane. Then the events that tell most, in their order, get their label: beside
the mark, where need be on another level, and where there is none in a lane that grows, as long as the drawing may.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from figures.ink.placing import Box

DOT = 8.0
"""Pixels: the width of a dot and the height of a bar's room."""

PITCH = 9.5
"""Pixels from one level to the next: a dot and a little air."""

SIZE = 14.0
"""Pixels of type: the smallest on the page."""

LINE = 16.0
"""Pixels from one line of a label to the next."""

AIR = 7.0
"""Pixels between a mark and its label."""

FIRST = 11.0
"""Pixels from the top of a lane to the middle of its first level."""

NAME = 18.0
"""Pixels from the top of a lane to the end of its name, where that stands on its first level: below its letters that reach down."""

UNDER = NAME + DOT / 2 - FIRST - PITCH
"""Pixels that all levels below such a name stand lower, so that no mark strikes it."""

MARGIN = 3.0
"""Pixels above and below the marks of a lane."""

STEM, DEEP = 2.0, 1e6
"""Pixels to each side of a line from above, and how far down one runs that goes on: farther than any lane does."""

CLEAR = 8.0
"""Pixels between a label and what comes after it on its line."""

APART = 2 * AIR
"""Pixels at least between a label and the mark of another event: nearer, it reads as the label of that one, or as the end of its label."""


class Words(NamedTuple):
    """A label, broken into lines, and the width of the widest in pixels."""

    lines: tuple[str, ...]
    wide: float


@dataclass(frozen=True)
class Label:
    """A label as it stands: where its first line stands, from which end, and the room that it takes, within its lane."""

    words: Words
    x: float
    y: float
    anchor: str
    box: Box


@dataclass(frozen=True)
class Mark:
    """An event on a lane: `left` and `right` are its first and last pixel, the same for a day; `y` is that of its middle."""

    event_id: str
    lane: str
    left: float
    right: float
    y: float = 0
    label: Label | None = None

    @property
    def box(self) -> Box:
        """The room that it takes: a dot, or a bar."""
        aside = DOT / 2 if self.left == self.right else 0
        return self.left - aside, self.y - DOT / 2, self.right + aside, self.y + DOT / 2

    @property
    def around(self) -> Box:
        """The room in which the label of no other event stands."""
        return _around(self.box)


@dataclass
class Lane:
    """A lane while it is filled.

    Attributes:
        height: in pixels.
        name: pixels that its name takes of its first level, from the left; none where that stands beside it.
        marks: oldest first.
        through: pixels from the left of each line that runs down through all of it, to a mark on a lane below.
        hanging: events whose marks hang from above by such a line.
    """

    code: str
    height: float
    name: float = 0
    marks: list[Mark] = field(default_factory=list)
    through: list[float] = field(default_factory=list)
    hanging: list[str] = field(default_factory=list)

    def middle(self, level: int) -> float:
        """Return how many pixels from its top the marks of a level have their middle."""
        return FIRST + PITCH * level + (UNDER if self.name and level else 0)

    @property
    def stems(self) -> list[Box]:
        """The room that lines from above take: a label across one would make it hang loose."""
        whole = [(x - STEM, 0.0, x + STEM, DEEP) for x in self.through]
        return whole + [
            (mark.left - STEM, 0.0, mark.left + STEM, mark.y) for mark in self.marks if mark.event_id in self.hanging
        ]

    def others(self, but: int) -> list[Mark]:
        """Return all marks but one."""
        return [mark for at, mark in enumerate(self.marks) if at != but]

    @property
    def written(self) -> list[Box]:
        """The room that all labels take."""
        return [mark.label.box for mark in self.marks if mark.label]

    @property
    def title(self) -> Box:
        """The room that the name takes."""
        return 0, 0, self.name, NAME


def placed(
    marks: Sequence[Mark],
    lanes: Sequence[Lane],
    words: Mapping[str, Sequence[Words]],
    edges: tuple[float, float],
    room: float,
    hung: Sequence[str] = (),
) -> list[Lane]:
    """Place marks and labels.

    Args:
        marks: oldest first, their `y` unset.
        lanes: from the top down, empty yet, and as high as its name; those on which no mark lies are left out.
        words: event → how its label may be written, best first; those that tell most come first.
        edges: of the plot, left and right, in pixels.
        room: pixels of height that all lanes may take; more only where their marks do not fit.
        hung: events to whose marks, on the uppermost of their lanes, a line leads down from above all lanes.
    """
    filled = [
        replace(lane, marks=ours) for lane in lanes if (ours := [mark for mark in marks if mark.lane == lane.code])
    ]
    for lane in filled:
        _stack(lane)
    for event_id in hung:
        _hang(filled, event_id)
    spare = room - sum(lane.height for lane in filled)
    for event_id, written in words.items():
        for lane in filled:
            at = next((at for at, mark in enumerate(lane.marks) if mark.event_id == event_id), None)
            if at is None or (found := _labelled(lane, at, written, edges, max(spare, 0))) is None:
                continue
            before, lane.marks[at] = lane.height, found
            lane.height = max(before, _bottom(found))
            spare -= lane.height - before
            break  # on one of its lanes is enough
    return filled


def _hang(lanes: Sequence[Lane], event_id: str) -> None:
    """Keep a line free from above all lanes to the first mark of an event."""
    for lane in lanes:
        mark = next((mark for mark in lane.marks if mark.event_id == event_id), None)
        if mark:
            lane.hanging.append(event_id)
            for above in lanes[: lanes.index(lane)]:
                above.through.append(mark.left)
            return


def _stack(lane: Lane) -> None:
    """Put each mark on the first free level; of those that begin on one day the longest first, so that a year lies over its days."""
    free = [lane.name]
    for at in sorted(range(len(lane.marks)), key=lambda at: _rank(lane.marks[at])):
        left, _, right, _ = lane.marks[at].box
        level = next((number for number, until in enumerate(free) if until <= left), len(free))
        free[level : level + 1] = [right + 1]
        lane.marks[at] = replace(lane.marks[at], y=lane.middle(level))
    lane.height = max(lane.height, max(_bottom(mark) for mark in lane.marks))


def _rank(mark: Mark) -> tuple[float, float, str]:
    return mark.left, -mark.right, mark.event_id


def _bottom(mark: Mark) -> float:
    return max(mark.box[3], mark.label.box[3] if mark.label else 0) + MARGIN


def _labelled(lane: Lane, at: int, written: Sequence[Words], edges: tuple[float, float], spare: float) -> Mark | None:
    """Return a mark with its label, where it costs the lane least height and moves the mark least; None where none fits."""
    mark, others = replace(lane.marks[at], y=0), lane.others(at)
    ways = [
        label
        for words in written
        for label in beside(mark, words)
        if edges[0] <= label.box[0] and label.box[2] <= edges[1]
    ]
    if not ways:
        return None
    own = round((lane.marks[at].y - FIRST) / PITCH)
    levels = range(int((lane.height + spare - FIRST) // PITCH) + 1)
    ys = np.array([lane.middle(level) for level in sorted(levels, key=lambda level: (abs(level - own), level))])
    down = ys[:, None] * (0, 1, 0, 1)
    dots, labels = down + mark.box, down[:, None, :] + np.array([label.box for label in ways])
    bottom = np.maximum(dots[:, None, 3], labels[:, :, 3]) + MARGIN
    growth = np.maximum(bottom - lane.height, 0)
    written_there = _table(lane.written)
    amid = _table([*(other.around for other in others), *lane.written, lane.title, *lane.stems])
    around = np.array([_around(tuple(dot)) for dot in dots])
    is_met = _met(dots, _table([*(other.box for other in others), lane.title])) | _met(around, written_there)
    free = (growth <= spare) & ~is_met[:, None] & ~_met(labels.reshape(-1, 4), amid).reshape(growth.shape)
    if mark.event_id in lane.hanging:
        stems = np.column_stack([dots[:, 0], np.zeros(len(ys)), dots[:, 2], ys])
        free &= ~_met(stems, written_there)[:, None]
    if not free.any():
        return None
    level, way = np.unravel_index(np.argmin(np.where(free, growth, np.inf)), growth.shape)
    return replace(mark, y=float(ys[level]), label=_moved(ways[way], float(ys[level])))


def _around(box: Box) -> Box:
    """Return the room of a mark, and beside it what parts it from the labels of others: beyond what these keep free themselves."""
    left, top, right, bottom = box
    aside = APART - CLEAR / 2
    return left - aside, top, right + aside, bottom


def _table(boxes: Sequence[Box]) -> np.ndarray:
    """Return boxes, one a row."""
    return np.array(boxes).reshape(-1, 4)


def _moved(label: Label, down: float) -> Label:
    left, top, right, bottom = label.box
    return replace(label, y=label.y + down, box=(left, top + down, right, bottom + down))


def _met(boxes: np.ndarray, taken: np.ndarray) -> np.ndarray:
    """Say of each box whether it meets any of those that are taken."""
    one, other = boxes[:, None, :], taken[None, :, :]
    apart = (
        (one[..., 2] <= other[..., 0])
        | (other[..., 2] <= one[..., 0])
        | (one[..., 3] <= other[..., 1])
        | (other[..., 3] <= one[..., 1])
    )
    return np.asarray(~apart.all(axis=1))


def beside(mark: Mark, words: Words) -> list[Label]:
    """Return where a label may stand: after its mark, before it, and below it where that is a bar."""
    left, _, right, _ = mark.box
    top, high = mark.y - LINE / 2, LINE * len(words.lines)
    base = mark.y + SIZE * 0.36
    ways = [
        Label(words, right + AIR, base, "start", (right, top, right + AIR + words.wide + CLEAR, top + high)),
        Label(words, left - AIR, base, "end", (left - AIR - words.wide - CLEAR / 2, top, left, top + high)),
    ]
    if mark.left < mark.right:
        down = DOT / 2 + LINE / 2
        ways.append(
            Label(
                words,
                left,
                base + down,
                "start",
                (left, mark.y + DOT / 2, left + words.wide + CLEAR, top + down + high),
            )
        )
    return ways
