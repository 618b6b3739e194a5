"""Ways from place to place as arcs: each bends so that it meets no place that it does not lead to, and hides no other.

All in pixels.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from figures.ink.placing import Box, Point

Line = tuple[Point, ...]
Way = tuple[str, str]
"""The place where an arc begins, and the one where it ends."""

Numbers = npt.NDArray[np.float64]

PIECES = 28  # one more than a multiple of 3: every third point still holds both ends
USUAL, MOST = 0.12, 0.55
"""How far an arc bends where nothing is in its way, and how far it may at most, as parts of the distance that it spans."""

CLEAR = 1.6
"""Widths of a mark that an arc keeps from the middle of every place that it does not lead to, at least."""

AIR = 0.75
"""Widths of a mark between a place and its arc."""

MEETS, LEAVES, CROSSES, BESIDE, BENDS = 400.0, 300.0, 14.0, 84.0, 1900.0
"""What it costs an arc to meet a place, to leave the map by a gap between two arcs, to cross another, to touch one, and to bend
otherwise than is usual: this by the square of the difference, as a part of its length."""

FAR = 19
"""Gaps that an arc spans at least for a strong bend to cost all that: short ones need the room beside each other."""

ROUNDS, TRIED = 3, 8
"""How often all choose in turn, and how many steps each may bend to either side."""


@dataclass(frozen=True)
class Arc:
    """A way between two places.

    Attributes:
        line: points from its beginning to the foot of the arrowhead; `control`, what pulls them into a curve, as SVG has it.
        tip: where the arrowhead stands, and `turn`, how far it is turned from pointing up, in degrees clockwise.
        bend: how far it bends to the left of its way; to the right below zero.
    """

    start: str
    end: str
    line: Line
    control: Point
    tip: Point
    turn: float
    bend: float

    @property
    def path(self) -> str:
        """The line as the data of an SVG path."""
        (x, y), (u, v), (c, d) = self.line[0], self.tip, self.control
        return f"M{x:.1f} {y:.1f}Q{c:.1f} {d:.1f} {u:.1f} {v:.1f}"

    def at(self, share: float) -> Point:
        """Return the point that lies so far along the line: 0 its beginning, 1 its end."""
        return self.line[round(share * (len(self.line) - 1))]


def arcs(ways: Sequence[Way], places: Mapping[str, Point], mark: float, gap: float, frame: Box) -> list[Arc]:
    """Return an arc for each way, in the order given; two of one way lie beside each other.

    Args:
        places: where every place of the map lies, be it the end of a way or not.
        mark: width of the mark of a place.
        gap: pixels between two arcs in their middle, where there is room.
        frame: the map.
    """
    if not ways:
        return []
    pairs = Counter(frozenset(way) for way in ways)
    bends = [
        _bends(math.dist(places[start], places[end]), gap, pairs[frozenset((start, end))] > 1) for start, end in ways
    ]
    tried = [
        np.stack([_bent(places[start], places[end], bend) for bend in bends[at]])
        for at, (start, end) in enumerate(ways)
    ]
    alone = [_alone(curves, bends[at], ways[at], places, mark, gap, frame) for at, curves in enumerate(tried)]
    between: dict[tuple[int, int], Numbers] = {}
    for one, other in combinations(range(len(ways)), 2):
        between[one, other] = _between(tried[one], tried[other], ways[one], ways[other], places, gap)
        between[other, one] = between[one, other].T
    # Of a few orders in which each takes the best that those before it left, the one that ends best is as good as all.
    middles = [[(places[start][axis] + places[end][axis]) / 2 for start, end in ways] for axis in (0, 1)]
    orders = [sorted(range(len(ways)), key=lambda at: sign * middles[axis][at]) for axis in (0, 1) for sign in (1, -1)]
    chosen = min((_settled(order, alone, between) for order in orders), key=lambda found: found[0])[1]
    return [_arc(way, tried[at][chosen[at]], bends[at][chosen[at]], places, mark) for at, way in enumerate(ways)]


def _settled(
    order: Sequence[int], alone: Sequence[Numbers], between: Mapping[tuple[int, int], Numbers]
) -> tuple[float, dict[int, int]]:
    """Return what all cost together once each arc, in turn, has taken the best beside the others, and which curve each took."""
    chosen: dict[int, int] = {}
    for at in [*order] * ROUNDS:
        cost = alone[at] + sum(between[at, other][:, chosen[other]] for other in chosen if other != at)
        chosen[at] = int(np.argmin(cost))
    pairs = sum(float(between[at, other][chosen[at], chosen[other]]) for at, other in between) / 2
    return pairs + sum(float(alone[at][chosen[at]]) for at in order), chosen


def nearest(arc: Arc, place: Point) -> float:
    """Return how near an arc comes to a place."""
    return float(np.hypot(*(np.array(arc.line) - np.array(place)).T).min())


def _bends(length: float, gap: float, is_lane: bool) -> list[float]:
    """Return how far an arc may bend, in even steps of half a gap at least.

    Args:
        is_lane: whether it is one of several between its places: those that lead there bend to one side, those back to the other.
    """
    step = max(gap / 2, MOST * length / TRIED)
    most = max(MOST * length, gap)
    return [step * at for at in range(1 if is_lane else -TRIED, TRIED + 1) if abs(step * at) <= most]


def _control(start: Point, end: Point, height: float) -> Numbers:
    """Return what pulls a curve so that its middle lies so far to the left of its way."""
    (x, y), (u, v) = start, end
    length = math.dist(start, end) or 1.0
    return np.array(((x + u) / 2 + 2 * height * (v - y) / length, (y + v) / 2 - 2 * height * (u - x) / length))


def _bent(start: Point, end: Point, height: float) -> Numbers:
    """Return that curve as (points, 2)."""
    t = np.linspace(0, 1, PIECES)[:, None]
    return _pulled(np.array(start), _control(start, end, height), np.array(end), t, t)


def _pulled(start: Numbers, control: Numbers, end: Numbers, t: Numbers | float, u: Numbers | float) -> Numbers:
    """Return the points of a quadratic Bézier curve where both shares are one, else what pulls its part between the two."""
    found: Numbers = (1 - t) * (1 - u) * start + ((1 - t) * u + t * (1 - u)) * control + t * u * end
    return found


def _alone(
    curves: Numbers, bends: Sequence[float], way: Way, places: Mapping[str, Point], mark: float, gap: float, frame: Box
) -> Numbers:
    """Return what each curve costs whatever the others do: that it bends, comes near to a place not its own, leaves the map."""
    length = math.dist(*(places[end] for end in way)) or 1.0
    cost = BENDS * min(1, length / gap / FAR) ** 2 * (np.array(bends) / length - USUAL) ** 2
    low, high = np.array(frame[:2]), np.array(frame[2:])
    cost = cost + LEAVES / gap * (np.clip(low - curves, 0, None) + np.clip(curves - high, 0, None)).max(axis=(1, 2))
    others = np.array([spot for place, spot in places.items() if place not in way]).reshape(-1, 2)
    if len(others):
        apart = np.hypot(*np.moveaxis(curves[:, :, None, :] - others, -1, 0)).min(axis=1)
        cost = cost + MEETS * np.clip(1 - apart / (CLEAR * mark), 0, None).sum(axis=1)
    return cost


def _between(curves: Numbers, others: Numbers, way: Way, its: Way, places: Mapping[str, Point], gap: float) -> Numbers:
    """Return what each curve costs beside each curve of another way: that the two cross, or come near where neither has to."""
    middle, theirs = curves[:, PIECES // 3 : -PIECES // 3 : 2], others[:, ::2]
    apart = np.hypot(*np.moveaxis(middle[:, None, :, None] - theirs[None, :, None], -1, 0)).min(axis=(2, 3))
    shared = [places[end] for end in set(way) & set(its)]
    cost: Numbers = CROSSES * _crossings(curves[:, ::3], others[:, ::3], shared, gap) + BESIDE * np.clip(
        1 - apart / gap, 0, None
    )
    return cost


def _crossings(curves: Numbers, others: Numbers, shared: Sequence[Point], gap: float) -> Numbers:
    """Return how often each curve crosses each other; not where both come to the same place."""
    a, b = curves[:, None, :-1, None], curves[:, None, 1:, None]
    c, d = others[None, :, None, :-1], others[None, :, None, 1:]
    over = (_side(a, b, c) != _side(a, b, d)) & (_side(c, d, a) != _side(c, d, b))
    for place in shared:
        over &= np.hypot(*np.moveaxis(a - np.array(place), -1, 0)) > gap
    counted: Numbers = over.sum(axis=(2, 3)).astype(float)
    return counted


def _side(a: Numbers, b: Numbers, point: Numbers) -> npt.NDArray[np.bool_]:
    """Say whether a point lies to the left of the line from `a` to `b`."""
    left: npt.NDArray[np.bool_] = (b[..., 0] - a[..., 0]) * (point[..., 1] - a[..., 1]) > (b[..., 1] - a[..., 1]) * (
        point[..., 0] - a[..., 0]
    )
    return left


def _arc(way: Way, bent: Numbers, bend: float, places: Mapping[str, Point], mark: float) -> Arc:
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(bent, axis=0).T))])
    whole = float(along[-1])
    air = min(AIR * mark, whole / 6)
    first, last = np.interp([air, whole - air - mark * 0.45], along, np.linspace(0, 1, PIECES))
    start, end = (places[name] for name in way)
    pulled = np.array(start), _control(start, end, bend), np.array(end)
    shares = np.linspace(first, last, PIECES)[:, None]
    line = tuple((float(x), float(y)) for x, y in _pulled(*pulled, shares, shares))
    c, d = _pulled(*pulled, float(first), float(last))
    (x, y), (u, v) = line[-2], line[-1]
    return Arc(*way, line, (float(c), float(d)), (u, v), math.degrees(math.atan2(u - x, y - v)), bend)
