"""Keep marks and labels off one another: both are moved by pixels, at the zoom that is shown."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

Point = tuple[float, float]

ROUNDS = 400
LETTER = 0.56
"""Mean width of a letter, as a part of the size of the type."""


def spread(points: Sequence[Point], gap: float) -> list[Point]:
    """Return by how many pixels each mark moves, so that no two are nearer than `gap`; marks that stand free stay."""
    at = np.array(points, dtype=float).reshape(-1, 2)
    # Places at the very same spot need a direction to part in: a turn of the golden angle, different for each.
    turns = np.arange(len(at)) * 2.4
    at = at + np.column_stack([np.cos(turns), np.sin(turns)]) * 0.01
    for _ in range(ROUNDS):
        apart = at[:, None, :] - at[None, :, :]
        distance = np.hypot(apart[..., 0], apart[..., 1])
        np.fill_diagonal(distance, np.inf)
        short = np.clip(gap * 1.01 - distance, 0, None)
        if not short.any():
            break
        at = at + (apart / distance[..., None] * short[..., None] / 2).sum(axis=1)
    moved = at - np.array(points, dtype=float).reshape(-1, 2)
    return [(round(x, 1) if abs(x) > 0.05 else 0.0, round(y, 1) if abs(y) > 0.05 else 0.0) for x, y in moved.tolist()]


@dataclass(frozen=True)
class Label:
    """A text beside a mark: `anchor` is start, middle or end; `offset` in pixels from the place itself."""

    text: str
    offset: Point
    anchor: str


def label(points: Sequence[Point], offsets: Sequence[Point], texts: Sequence[str], size: float) -> list[Label]:
    """Return a label for each mark, beside it where nothing is in the way.

    Args:
        points: the places, in pixels.
        offsets: by how much the marks were moved.
        texts: what to write.
        size: of the type, in pixels.
    """
    marks = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points, offsets, strict=True)]
    taken = [(x - size / 2, y - size / 2, x + size / 2, y + size / 2) for x, y in marks]
    placed = []
    for (x, y), (dx, dy), text in zip(marks, offsets, texts, strict=True):
        width = len(text) * size * LETTER
        choices = [(_spot(width, size, *way), way) for way in _ways(size)]
        hits = [sum(_overlap(_moved(box, x, y), other) for other in taken) for box, _ in choices]
        box, (anchor, right, down) = choices[int(np.argmin(hits))]
        taken.append(_moved(box, x, y))
        placed.append(Label(text, (round(dx + right, 1), round(dy + down, 1)), anchor))
    return placed


def _ways(size: float) -> list[tuple[str, float, float]]:
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


def _spot(width: float, size: float, anchor: str, right: float, down: float) -> tuple[float, float, float, float]:
    left = right - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return left, down - size * 0.55, left + width, down + size * 0.55


def _moved(box: tuple[float, float, float, float], x: float, y: float) -> tuple[float, float, float, float]:
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return math.prod((wide, high)) if wide > 0 and high > 0 else 0.0
