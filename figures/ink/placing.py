"""Keep marks and labels off one another: both are moved by pixels, at the zoom that is shown.

Whatever must not lie over another thing asks here whether two boxes meet.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from figures.ink.lettering import BOLD, Face, text, width

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

Way = tuple[str, float, float]
"""Where a label stands beside its mark: anchor, and how far to the right and down."""

Line = tuple[Point, Point]

HIGH = 1.1
"""Height of a line, as a part of the size of its type."""

ROUNDS = 400
"""Of moving marks apart."""

TRIES = 14
"""How often names are placed anew, those for which there was no room first."""

BESIDE = 12
"""Of the spots for a name, the first so many touch the mark; from any other a line leads to it."""

NEARER, CLEAR, LEVEL = 0.35, 0.75, 1.5
"""By how many heights of type a name is nearer to its own mark than to any other; how far one with a line keeps from others, and from
those on its own level, in whose line it would be read as theirs."""

AIR = 2.0
"""Pixels between a name and what else is there."""

DISTANCES = (1.8, 2.4, 3.0, 3.8, 4.8, 6.0, 7.5, 9.0, 11.0)
TURNS = 32
"""How far off a name with a line may stand, in heights of type, and in how many directions."""

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

GROWN = np.array([-1.0, -1.0, 1.0, 1.0])
"""What a line keeps free on each side, in pixels."""

PIECES = 8
"""Of a line: each keeps what is around it free."""


def around(at: Point, wide: float, high: float, anchor: str = "middle") -> Box:
    """Return the box of so many pixels that starts at, has its middle at, or ends at a place."""
    left = at[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return left, at[1] - high / 2, left + wide, at[1] + high / 2


def overlap(one: Box, other: Box) -> float:
    """Return how many square pixels two boxes share; none where they do not meet."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return math.prod((wide, high)) if wide > 0 and high > 0 else 0.0


def spread(points: Sequence[Point], gap: float) -> list[Point]:
    """Return by how many pixels each mark moves, so that no two are nearer than `gap`; marks that stand free stay.

    Args:
        points: the places, in pixels.
        gap: in pixels.
    """
    return list(_spread(tuple(points), gap))


@lru_cache(maxsize=512)
def _spread(points: tuple[Point, ...], gap: float) -> tuple[Point, ...]:
    """Return the same as `spread`. The places of a view are the same in whatever colours and theme they are drawn."""
    if not points:
        return ()
    start = np.array(points, dtype=float)
    at = start.copy()
    # Places at the very same spot need a direction to part in: a turn of the golden angle, different for each.
    turns = np.arange(len(at)) * 2.4
    at[:, :2] += np.column_stack([np.cos(turns), np.sin(turns)]) * 0.01
    for _ in range(ROUNDS):
        apart = at[:, None, :] - at[None, :, :]
        distance = np.linalg.norm(apart, axis=-1)
        np.fill_diagonal(distance, np.inf)
        short = np.clip(gap * 1.01 - distance, 0, None)
        if not short.any():
            break
        at = at + (apart / distance[..., None] * short[..., None] / 2).sum(axis=1)
    moved = (at - start).round(1)
    moved[np.abs(at - start) <= 0.05] = 0.0
    return tuple((x, y) for x, y in moved.tolist())


@dataclass(frozen=True)
class Label:
    """A text beside a mark: `anchor` is start, middle or end; `offset` in pixels from the place itself.

    Attributes:
        leader: from the mark to the words, in pixels from the place itself; None where they stand right beside it.
    """

    text: str
    offset: Point
    anchor: str
    leader: Line | None = None

    def box(self, at: Point, size: float) -> Box:
        """Return the room that it takes beside a place, at a size of type in pixels."""
        place = at[0] + self.offset[0], at[1] + self.offset[1]
        return around(place, width(self.text, size, BOLD), size * HIGH, self.anchor)

    def svg(self, at: Point, size: float, color: str, halo: str, room: float, face: Face = BOLD) -> str:
        """Return it as SVG, drawn back onto a drawing `room` pixels wide where it would leave that."""
        left, _, right, _ = self.box(at, size)
        x = at[0] + self.offset[0] + max(4 - left, 0) + min(room - 4 - right, 0)
        return text(self.text, x, at[1] + self.offset[1] + size * 0.36, size, color, face, self.anchor, halo)

    def taking(self, at: Point, size: float) -> list[Box]:
        """Return what it takes beside a place, at a size of type in pixels: its box, and those of the pieces of its line."""
        left, top, right, bottom = self.box(at, size)
        boxes = [(left - 2 * AIR, top, right + 2 * AIR, bottom)]
        if self.leader:
            # A box around the whole of a slanting line would take far more than the line.
            start, end = (np.array(at) + part for part in self.leader)
            ends = np.linspace(start, end, PIECES + 1)
            pieces = np.hstack([np.minimum(ends[:-1], ends[1:]), np.maximum(ends[:-1], ends[1:])]) + GROWN
            boxes += [(x, y, u, v) for x, y, u, v in pieces.tolist()]
        return boxes

    def lead(self, at: Point, color: str) -> str:
        """Return the line from its mark to the words as SVG; nothing where it has none."""
        if not self.leader:
            return ""
        (x, y), (u, v) = self.leader
        return f'<path d="M{at[0] + x:.1f} {at[1] + y:.1f}L{at[0] + u:.1f} {at[1] + v:.1f}" stroke="{color}"/>'


def named(
    spots: Sequence[Point],
    words: Sequence[str],
    size: float,
    mark: float,
    within: Box,
    taken: Sequence[Box] = (),
    is_led: bool = True,
    reach: float = math.inf,
) -> tuple[Label | None, ...]:
    """Return a name for each mark: where none but its own is the nearest, or else where a line leads to it; None without room.

    A name lies over nothing: no mark, no other name, no line.

    Args:
        spots: where the marks stand, in pixels.
        words: what to write at each; nothing where it is empty.
        size: of the type, in pixels; `mark`: width of a mark.
        within: what is seen of the map, in pixels; a name beyond its edge would be cut.
        taken: what else is not to be covered.
        is_led: whether a line can be drawn.
        reach: pixels that it may be long.
    """
    return _named(tuple(spots), tuple(words), size, mark, within, tuple(taken), is_led, reach)


def free(
    at: Point,
    words: str,
    size: float,
    taken: Sequence[Box],
    within: Box,
    others: Sequence[Point] = (),
    mark: float = 0,
    reach: float = math.inf,
) -> Label | None:
    """Return a label beside a place where it lies over nothing; None where there is no such spot.

    Args:
        at: the place, in pixels.
        size: of the type, in pixels.
        taken: what it must not lie over.
        within: what is seen.
        others: marks for whose name it must not be taken.
        mark: width of a mark, where a line may lead from it to the words; 0 where none can be drawn.
        reach: pixels that the line may be long.
    """
    full = np.array(taken, dtype=float).reshape(-1, 4)
    return _Spots.free(at, words, size, mark, full, within, others, reach).first()


@dataclass(frozen=True)
class _Spots:
    """Where a name may stand as far as what never moves allows it, the best spot first.

    Attributes:
        words: the name; `at`: its mark; `size`: of the type.
        ways: the spots.
        boxes: what the name takes at each; `starts`, `ends`: of the line to it.
        near: how many of the spots are right beside the mark, where no line is drawn.
    """

    words: str
    at: Point
    size: float
    ways: tuple[Way, ...]
    boxes: Numbers
    starts: Numbers
    ends: Numbers
    near: int

    @classmethod
    def free(
        cls,
        at: Point,
        words: str,
        size: float,
        mark: float,
        taken: Numbers,
        within: Box,
        others: Sequence[Point],
        reach: float,
    ) -> "_Spots":
        """Return the spots beside a place where a label lies over nothing; without a width of its mark, none to which a line leads."""
        ways = _ways() if mark else _ways()[:BESIDE]
        boxes = _boxes(at, words, size, ways)
        inside = np.array(within) + np.array([AIR, AIR, -AIR, -AIR])
        fits = np.all((boxes[:, :2] >= inside[:2]) & (boxes[:, 2:] <= inside[2:]), axis=1) & ~_meeting(boxes, taken)
        if others:
            away = _apart(boxes, np.array(others, dtype=float)).min(axis=1)
            own = _apart(boxes, np.array([at]))[:, 0]
            level = np.where(_level(boxes, np.array(others, dtype=float), mark), LEVEL, CLEAR) * size
            clear = (_apart(boxes, np.array(others, dtype=float)) >= level).all(axis=1)
            fits &= np.where(np.arange(len(ways)) < BESIDE, away >= own + NEARER * size, clear)
        starts, ends = (np.array(at) + part[: len(ways)] for part in _leads(size, mark))
        fits[BESIDE:] &= np.linalg.norm(ends - starts, axis=1)[BESIDE:] <= reach
        led = np.flatnonzero(fits[BESIDE:]) + BESIDE
        if len(led):
            # The mark itself is where the line begins.
            is_own = np.all((taken[:, :2] < at) & (taken[:, 2:] > at), axis=1)
            fits[led] = ~_run_over(starts[led], ends[led], taken[~is_own])
        found = np.flatnonzero(fits)
        near = int((found < BESIDE).sum())
        return cls(words, at, size, tuple(ways[n] for n in found), boxes[found], starts[found], ends[found], near)

    def first(self, taken: Numbers | None = None, is_near: bool = True, is_led: bool = True) -> Label | None:
        """Return the name at the first spot where it lies over nothing that is taken by now, nor does its line."""
        some = slice(0 if is_near else self.near, None if is_led else self.near)
        boxes, starts, ends = self.boxes[some], self.starts[some], self.ends[some]
        fits = np.ones(len(boxes), dtype=bool)
        if taken is not None and len(taken):
            fits = ~_meeting(boxes, taken)
            far = max(self.near - some.start, 0)
            fits[far:] &= ~_run_over(starts[far:], ends[far:], taken)
        if not fits.any():
            return None
        found = int(np.argmax(fits)) + some.start
        anchor, right, down = self.ways[found]
        offset = round(right * self.size, 1), round(down * self.size, 1)
        if found < self.near:
            return Label(self.words, offset, anchor)
        (x, y), (u, v) = ((part[found] - self.at).round(1).tolist() for part in (self.starts, self.ends))
        return Label(self.words, offset, anchor, ((x, y), (u, v)))


@lru_cache(maxsize=512)
def _named(
    spots: tuple[Point, ...],
    words: tuple[str, ...],
    size: float,
    mark: float,
    within: Box,
    taken: tuple[Box, ...],
    is_led: bool,
    reach: float,
) -> tuple[Label | None, ...]:
    """Return the same as `named`. The names of a view stand the same in whatever colours and theme they are drawn."""
    full = np.array([around(at, mark, mark) for at in spots] + list(taken), dtype=float).reshape(-1, 4)
    choices = {
        at: _Spots.free(spot, said, size, mark if is_led else 0, full, within, [*spots[:at], *spots[at + 1 :]], reach)
        for at, (spot, said) in enumerate(zip(spots, words, strict=True))
        if said
    }
    # Each name takes what those before it left. Of a few orders the one in which they stand best is as good as all.
    orders = [sorted(choices, key=lambda at: way * spots[at][axis]) for axis in (0, 1) for way in (1, -1)]
    tried = [(order, *_placed((), order, choices)) for order in orders]
    tried.sort(key=lambda one: one[1])
    best = tried[0][1:]
    for order, _, found in tried[:2]:
        first = list[int]()
        for _ in range(TRIES):
            left = [at for at in order if at not in found and choices[at].ways]
            if not left or first[: len(left)] == left:
                break
            first = left + [at for at in first if at not in left]
            cost, found = _placed(first, [at for at in order if at not in first], choices)
            best = min(best, (cost, found), key=lambda one: one[0])
        if len(best[1]) == len(choices):
            break
    return tuple(best[1].get(at) for at in range(len(spots)))


def _placed(first: Sequence[int], rest: Sequence[int], choices: Mapping[int, _Spots]) -> tuple[float, dict[int, Label]]:
    """Return how badly the names stand, and where each stands: some have the first choice, the rest stand beside or else far off."""
    found, taken, cost = dict[int, Label](), np.empty((0, 4)), 0.0
    turns = [(at, True, True) for at in first]
    turns += [(at, True, False) for at in rest] + [(at, False, True) for at in rest]
    for at, is_near, is_led in turns:
        if at not in found and (label := choices[at].first(taken, is_near, is_led)):
            found[at] = label
            taken = np.vstack([taken, label.taking(choices[at].at, choices[at].size)])
            cost += 1 + math.dist(*label.leader) / choices[at].size if label.leader else 0.0
    return cost + 100 * (len(first) + len(rest) - len(found)), found


def _boxes(at: Point, words: str, size: float, ways: Sequence[Way]) -> Numbers:
    """Return the box of a label at each spot beside a place."""
    wide, high = width(words, size, BOLD), size * HIGH
    aside, right, down = _steps()[: len(ways)].T
    # Rounded as in the label that is made of it: two of them lie edge to edge.
    left, top = at[0] + (right * size).round(1) - aside * wide, at[1] + (down * size).round(1) - high / 2
    return np.column_stack([left, top, left + wide, top + high])


def _meeting(boxes: Numbers, others: Numbers) -> Flags:
    """Say of each box whether it lies over any of the others."""
    return np.any(np.all((boxes[:, None, :2] < others[:, 2:]) & (boxes[:, None, 2:] > others[:, :2]), axis=2), axis=1)


def _apart(boxes: Numbers, points: Numbers) -> Numbers:
    """Return how far each box is from each point, in pixels: (boxes, points)."""
    beyond = np.maximum(boxes[:, None, :2] - points, points - boxes[:, None, 2:])
    return np.linalg.norm(np.maximum(beyond, 0), axis=2)


def _level(boxes: Numbers, points: Numbers, mark: float) -> Flags:
    """Say of each box whether a mark stands on its level, so that it would be read on from there: (boxes, points)."""
    return (boxes[:, None, 1] < points[:, 1] + mark / 2) & (boxes[:, None, 3] > points[:, 1] - mark / 2)


def _run_over(starts: Numbers, ends: Numbers, boxes: Numbers) -> Flags:
    """Say of each line whether it runs over any of the boxes."""
    way = ends - starts
    way = np.where(np.abs(way) < 1e-9, 1e-9, way)[:, None, :]
    one, other = (boxes[:, :2] - starts[:, None, :]) / way, (boxes[:, 2:] - starts[:, None, :]) / way
    enters, leaves = np.minimum(one, other).max(axis=2), np.maximum(one, other).min(axis=2)
    return np.any((enters <= leaves) & (enters <= 1) & (leaves >= 0), axis=1)


@lru_cache(maxsize=64)
def _leads(size: float, mark: float) -> tuple[Numbers, Numbers]:
    """Return from where to where the line to each of the spots runs that do not touch the mark, in pixels from its middle."""
    aside, right, down = _steps().T
    # A name above or below its mark is met at its edge.
    ends = np.column_stack([right, down - np.where(aside == 0.5, np.copysign(HIGH / 2, down), 0)]) * size
    way = ends / np.linalg.norm(ends, axis=1)[:, None]
    return way * (mark / 2 + 1), ends - way * AIR


@cache
def _steps() -> Numbers:
    """Return the spots as numbers: how much of the label lies to the left of its anchor, and how far that is to the right and down."""
    parts = {"start": 0.0, "middle": 0.5, "end": 1.0}
    return np.array([(parts[anchor], right, down) for anchor, right, down in _ways()])


@cache
def _ways() -> tuple[Way, ...]:
    """Where a name may stand, in heights of type, the best first: beside the mark, above or below it, at its corners, then farther off."""
    near: list[Way] = [
        ("start", 0.8, 0.0),
        ("end", -0.8, 0.0),
        ("middle", 0.0, 1.2),
        ("middle", 0.0, -1.2),
        *(("start" if side > 0 else "end", side * 0.65, down * 0.75) for side in (1, -1) for down in (-1, 1)),
        *(("start" if side > 0 else "end", side * -0.4, down * 1.2) for side in (1, -1) for down in (-1, 1)),
    ]
    turns = [math.tau * at / TURNS for at in range(TURNS)]
    far = [(away, math.cos(turn), math.sin(turn)) for away in DISTANCES for turn in turns]
    return *near, *(
        (
            "start" if x > 0.2 else "end" if x < -0.2 else "middle",
            away * x,
            away * y + (math.copysign(HIGH / 2, y) if abs(x) <= 0.2 else 0),
        )
        for away, x, y in far
    )
