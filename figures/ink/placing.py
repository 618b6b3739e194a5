"""Keep marks and labels off one another: both are moved by pixels, at the zoom that is shown.

Whatever must not lie over another thing asks here whether two boxes meet.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from figures.ink.lettering import BOLD, Face, text, width

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

Way = tuple[str, float, float]
"""Where a label stands beside its mark: anchor, and pixels to the right and down."""

HIGH = 1.1
"""Height of a line, as a part of the size of its type."""

ROUNDS = 400
BESIDE = 8
"""Of the spots for a label, the first so many touch the mark; farther off, a label may be taken for that of another."""

FAR = 4.0
"""What one step down the list of places beside a mark costs, against a square pixel covered."""


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
    """A text beside a mark: `anchor` is start, middle or end; `offset` in pixels from the place itself."""

    text: str
    offset: Point
    anchor: str

    def box(self, at: Point, size: float) -> Box:
        """Return the room that it takes beside a place, at a size of type in pixels."""
        place = at[0] + self.offset[0], at[1] + self.offset[1]
        return around(place, width(self.text, size, BOLD), size * HIGH, self.anchor)

    def svg(self, at: Point, size: float, color: str, halo: str, room: float, face: Face = BOLD) -> str:
        """Return it as SVG, drawn back onto a drawing `room` pixels wide where it would leave that."""
        left, _, right, _ = self.box(at, size)
        x = at[0] + self.offset[0] + max(4 - left, 0) + min(room - 4 - right, 0)
        return text(self.text, x, at[1] + self.offset[1] + size * 0.36, size, color, face, self.anchor, halo)


def label(
    points: Sequence[Point],
    offsets: Sequence[Point],
    texts: Sequence[str],
    size: float,
    others: Sequence[Point] = (),
    within: Box | None = None,
) -> list[Label]:
    """Return a label for each mark, beside it where nothing is in the way.

    Args:
        points: the places, in pixels.
        offsets: by how much the marks were moved.
        texts: what to write.
        size: of the type, in pixels.
        others: what else stands on the map and is not to be covered, in pixels.
        within: what is seen of the map, in pixels; a label beyond its edge would be cut.
    """
    marks = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points, offsets, strict=True)]
    taken = [around(at, size, size) for at in [*marks, *others]] + (_beyond(within) if within else [])
    # Each label takes what those before it left. Of a few orders the one in which they stand best is as good as all.
    orders = [sorted(range(len(marks)), key=lambda at: way * marks[at][axis]) for axis in (0, 1) for way in (1, -1)]
    ways = min((_placed(order, marks, texts, size, taken) for order in orders), key=lambda tried: tried[0])[1]
    return [
        Label(text, (round(dx + right, 1), round(dy + down, 1)), anchor)
        for text, (dx, dy), (anchor, right, down) in zip(texts, offsets, ways, strict=True)
    ]


def free(at: Point, words: str, size: float, taken: Sequence[Box], within: Box) -> Label | None:
    """Return a label beside a place where it lies over nothing; None where there is no such spot.

    Args:
        at: the place, in pixels.
        size: of the type, in pixels.
        taken: what it must not lie over.
        within: what is seen.
    """
    for anchor, right, down in _ways(size)[:BESIDE]:
        found = Label(words, (round(right, 1), round(down, 1)), anchor)
        box = found.box(at, size)
        inside = box[0] >= within[0] and box[1] >= within[1] and box[2] <= within[2] and box[3] <= within[3]
        if inside and not any(overlap(box, other) for other in taken):
            return found
    return None


def _placed(
    order: Sequence[int], marks: Sequence[Point], texts: Sequence[str], size: float, taken: Sequence[Box]
) -> tuple[float, list[Way]]:
    """Return how badly the labels stand when each is placed in this order, and where each stands."""
    ways, found, cost, full = _ways(size), dict[int, Way](), 0.0, list(taken)
    for at in order:
        boxes = [Label(texts[at], (right, down), anchor).box(marks[at], size) for anchor, right, down in ways]
        hits = [sum(overlap(box, other) for other in full) for box in boxes]
        best = int(np.argmin(hits))
        found[at], cost = ways[best], cost + hits[best] + FAR * best
        full.append(boxes[best])
    return cost, [found[at] for at in range(len(marks))]


def _beyond(seen: Box) -> list[Box]:
    """Return what lies to the left of, above, to the right of and below what is seen."""
    left, top, right, bottom = seen
    far = 1e6
    return [(-far, -far, left, far), (left, -far, right, top), (right, -far, far, far), (left, bottom, right, far)]


def _ways(size: float) -> list[Way]:
    """Where a label may stand, the best first: beside the mark, above or below it, then farther off."""
    near = [
        ("start", size * 0.8, 0.0),
        ("end", -size * 0.8, 0.0),
        ("middle", 0.0, size * 1.2),
        ("middle", 0.0, -size * 1.2),
    ]
    far = [
        (anchor, side * size * 0.8, down * size * 1.1)
        for down in (-1, 1, -2, 2, -3, 3)
        for anchor, side in (("start", 1), ("end", -1))
    ]
    return near + far
