"""Flows as arcs: how each bends, how it is dashed, where its arrow points and its label stands. All in pixels."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from figures.ink.lettering import BOLD, width
from figures.ink.placing import Box, Label, Point, label, overlap

Line = tuple[Point, ...]

PATTERNS: Mapping[str, tuple[float, ...]] = {
    "precursors": (),
    "fentanyl": (11, 5),
    "illicit_opioids": (6, 3),
    "narcotics": (16, 4),
    "weapons": (2, 4),
    "cash": (11, 4, 2, 4),
}
"""Commodity → how long it is drawn and left out by turns, in pixels; a line without a pattern is whole."""

BOW, FURTHER = 0.16, 0.19
"""How far an arc bends to the left of its way, as a part of its length, and how much further each next one beside it."""

LEAST, MOST = 2.4, 1.0
"""Marks between two neighbours of one pair at least, as long as all of them bend by no more than so many lengths."""

AIR = 0.75
"""Widths of a mark between an end and its arc."""

PIECES = 28
SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
"""How far along its arc a label may stand."""

WAYS = ((0.0, "middle", 0.0), (0.6, "start", 0.0), (-0.6, "end", 0.0), (0.0, "middle", 0.9), (0.0, "middle", -0.9))
"""Where a label stands beside a spot of its arc: how far right, its anchor, how far down, in heights of type."""

BESIDE, LINE_HIDDEN, MARK_HIDDEN = 2.0, 2.0, 12.0
"""What it costs a label to stand beside its arc and not on it, and to hide a piece of another arc, or a mark or a label."""

FAR, LEVEL = 0.35, 1.5
"""An arc goes far when its ends are so far apart, against the whole map, and so much further across than up or down."""

FANNED = 1.8
"""Heights of type that arcs which go far are apart at their tops, so that each can carry its label."""


@dataclass(frozen=True)
class Arc:
    """One route: a commodity from one end to another.

    Attributes:
        line: from its beginning to the foot of the arrowhead.
        tip: where the arrowhead stands, and `turn`, how far it is turned from pointing up, in degrees clockwise.
    """

    commodity: str
    start: str
    end: str
    line: Line
    tip: Point
    turn: float

    @property
    def middle(self) -> Point:
        """Where its label stands if nothing is in the way."""
        return self.line[len(self.line) // 2]


def arcs(routes: pd.DataFrame, places: Mapping[str, Point], mark: float, size: float) -> list[Arc]:
    """Return an arc for each route, in the order given.

    Arcs between the same two ends lie beside each other; those that go far spread like a fan.

    Args:
        routes: what `data.queries.flows.routes` returns, of ends that are places.
        places: end → where it lies, in pixels.
        mark: width of the mark of an end; `size`: of the type of labels, both in pixels.
    """
    ways = list(routes[["commodity", "from_end", "to_end"]].itertuples(index=False, name=None))
    fan = _fan([(places[start], places[end]) for _, start, end in ways], size)
    together, beside = Counter((start, end) for _, start, end in ways), Counter[tuple[str, str]]()
    drawn = []
    for at, (commodity, start, end) in enumerate(ways):
        length = math.dist(places[start], places[end])
        before = beside[start, end]
        beside[start, end] += 1
        step = max(FURTHER * length, min(LEAST * mark, MOST * length / together[start, end]))
        bend = fan.get(at, BOW * length + before * step)
        bent = _bent(places[start], places[end], bend)
        drawn.append(_arc(commodity, start, end, bent, mark))
    return drawn


def dashed(line: Line, pattern: Sequence[float], unit: float = 1) -> list[Line]:
    """Return the pieces of a line that a pattern draws; the whole line for a pattern without numbers.

    Args:
        unit: by how much the pattern is enlarged.
    """
    if not pattern:
        return [line]
    points = np.array(line)
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    pieces, at, step = [], 0.0, 0
    while at < along[-1]:
        until = min(at + pattern[step % len(pattern)] * unit, float(along[-1]))
        if step % 2 == 0 and until > at:
            stops = [at, *along[(along > at) & (along < until)], until]
            pieces.append(tuple((float(x), float(y)) for x, y in zip(*_at(points, along, stops), strict=True)))
        at, step = until, step + 1
    return pieces


def lettered(
    drawn: Sequence[Arc],
    words: Sequence[str],
    places: Mapping[str, Point],
    names: Mapping[str, str],
    size: float,
    edge: Sequence[Point] = (),
) -> tuple[list[Label], list[Label]]:
    """Return labels of arcs, on or beside a spot of the arc, and names of ends, beside the end: where least is in the way.

    Args:
        drawn, words: the arcs, and what is written at each.
        places, names: end → where it lies, and what is written beside it.
        size: of the type, in pixels.
        edge: points along the sides of the map, which no label is to cross.

    Returns:
        Labels of arcs, whose offsets count from the middle of their line, and names, whose offsets count from the end.
    """
    # A name may lie across an arc, but not where one begins or ends: it would hide which place the arc belongs to.
    feet = [point for arc in drawn for point in (*arc.line[1:5], *arc.line[-4:])]
    tops = [arc.middle for arc in drawn]
    ends = [places[end] for end in names]
    named = label(ends, [(0.0, 0.0)] * len(ends), list(names.values()), size, [*edge, *feet, *tops])
    boxes = [spot.box(end, size) for end, spot in zip(ends, named, strict=True)]
    fixed = np.array([*edge, *ends, *(arc.tip for arc in drawn)]).reshape(-1, 2)
    # The arcs with the least room choose first.
    order = sorted(range(len(drawn)), key=lambda at: _long(drawn[at].line) - width(words[at], size, BOLD))
    found: dict[int, Label] = {}
    for at in order:
        lines = np.array([point for other in drawn if other is not drawn[at] for point in other.line]).reshape(-1, 2)
        tried: list[tuple[float, int, Label, Box]] = []
        for cost, spot in _spots(drawn[at], words[at], size):
            box = spot.box(drawn[at].middle, size)
            over = _inside(box, fixed) + sum(overlap(box, other) > 0 for other in boxes)
            tried.append((cost + LINE_HIDDEN * _inside(box, lines) + MARK_HIDDEN * over, len(tried), spot, box))
        _, _, found[at], box = min(tried)
        boxes.append(box)
    return [found[at] for at in range(len(drawn))], named


def _spots(arc: Arc, word: str, size: float) -> list[tuple[float, Label]]:
    """Return where the label of an arc may stand, with what each costs: on its middle, further along it, beside it."""
    x, y = arc.middle
    found = []
    for share in SHARES:
        u, v = arc.line[round(share * (len(arc.line) - 1))]
        off = abs(share - 0.5)
        for aside, anchor, down in WAYS:
            move = (round(u - x + aside * size, 1), round(v - y + down * size, 1))
            found.append((10 * off + (BESIDE if aside or down else 0), Label(word, move, anchor)))
    return found


def _inside(box: Box, points: np.ndarray) -> int:
    left, top, right, bottom = box
    x, y = points.T
    return int(((x > left) & (x < right) & (y > top) & (y < bottom)).sum())


def _fan(ways: Sequence[tuple[Point, Point]], size: float) -> dict[int, float]:
    """Return how far each arc that goes far bends, by its place in the list: the tops of all lie evenly above each other."""
    if not ways:
        return {}
    across = np.array([(end[0] - start[0], end[1] - start[1]) for start, end in ways])
    corners = np.array([corner for way in ways for corner in way])
    whole = float(np.ptp(corners, axis=0).max())
    far = [
        at
        for at, (x, y) in enumerate(across)
        if math.hypot(x, y) > FAR * whole and abs(x) > LEVEL * abs(y)
    ]  # fmt: skip
    if not far:
        return {}
    middles = {at: (ways[at][0][1] + ways[at][1][1]) / 2 for at in far}
    usual = {at: BOW * math.hypot(*across[at]) for at in far}
    # Bending to the left is upwards for those that lead east, and downwards for those that lead west.
    side = {at: 1 if across[at][0] > 0 else -1 for at in far}
    tops = {at: middles[at] - side[at] * usual[at] for at in far}
    order = sorted(far, key=lambda at: (tops[at], at))
    centre = sum(tops.values()) / len(tops)
    spread = {at: centre + (rank - (len(order) - 1) / 2) * FANNED * size for rank, at in enumerate(order)}
    return {at: side[at] * (middles[at] - spread[at]) for at in far}


def _bent(start: Point, end: Point, height: float) -> np.ndarray:
    """Return a curve that bends to the left of its way, eastward to the north: as great circles do across the Pacific."""
    (x, y), (u, v) = start, end
    length = math.dist(start, end) or 1.0
    control = ((x + u) / 2 + 2 * height * (v - y) / length, (y + v) / 2 - 2 * height * (u - x) / length)
    t = np.linspace(0, 1, PIECES)[:, None]
    curve: np.ndarray = (1 - t) ** 2 * np.array(start) + 2 * t * (1 - t) * np.array(control) + t**2 * np.array(end)
    return curve


def _long(line: Line) -> float:
    return float(np.hypot(*np.diff(np.array(line), axis=0).T).sum())


def _arc(commodity: str, start: str, end: str, bent: np.ndarray, mark: float) -> Arc:
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(bent, axis=0).T))])
    whole = float(along[-1])
    air = min(AIR * mark, whole / 6)
    tip = whole - air - mark * 0.45
    stops = [air, *along[(along > air) & (along < tip)], tip]
    line = tuple((float(x), float(y)) for x, y in zip(*_at(bent, along, stops), strict=True))
    (x, y), (u, v) = line[-2], line[-1]
    return Arc(commodity, start, end, line, (u, v), math.degrees(math.atan2(u - x, y - v)))


def _at(points: np.ndarray, along: np.ndarray, stops: Sequence[float]) -> tuple[np.ndarray, np.ndarray]:
    return np.interp(stops, along, points[:, 0]), np.interp(stops, along, points[:, 1])
