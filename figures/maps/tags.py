"""What is written on a map of arcs: names of places, and at arcs, along one or in a block beside several. All in pixels."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

import numpy as np

from figures.ink.lettering import BOLD, width
from figures.ink.placing import HIGH, Box, Point
from figures.maps.arcs import Arc
from figures.maps.leaders import SHARES, led
from figures.maps.taken import AWAY, MARK, Tag, Taken

LEADING = 1.3
"""Heights of type from one line of a block to the next."""

STUB = 0.75
"""Heights of type between a block and the outermost arc."""

CROWDED = 3.0
"""What a tag at its line may cost before one that a leader joins to it is tried: more than it costs to stand off its middle."""

ABRIDGED = 3.0
"""What it costs to write the short form of a name: less than to cover two pieces of an arc."""


def names(
    places: Mapping[str, Point],
    words: Mapping[str, str],
    mark: float,
    size: float,
    taken: Taken,
    short: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, Tag]:
    """Return the name of each place, near its mark, and nearer to it than to any other.

    Args:
        places, words: place → where it lies, and how it is called.
        mark: width of a mark.
        short: place → how it is called where its whole name would cover something.
    """
    side, row = mark * 0.5 + size * 0.35, mark * 0.5 + size * 0.75
    ways = [
        ("start", side, 0.0),
        ("end", -side, 0.0),
        ("middle", 0.0, row),
        ("middle", 0.0, -row),
        *(
            (anchor, sign * side * 0.6, down * row * 0.85)
            for down in (1, -1)
            for anchor, sign in (("start", 1), ("end", -1))
        ),
    ]
    found = {}
    for place, (x, y) in places.items():
        others = [spot for other, spot in places.items() if other != place]
        tried: list[tuple[float, int, Tag]] = []
        for said, extra in ((words[place], 0.0), (short.get(place, ""), ABRIDGED)):
            for rank, (anchor, right, down) in enumerate(ways if said else []):
                tag = Tag(said, (x + right, y + down), anchor)
                tag = taken.within(tag, size) if anchor == "middle" else tag
                box = tag.box(size)
                amid = sum(_off(box, spot) < _off(box, (x, y)) + mark * 0.3 for spot in others)
                tried.append((taken.cost(box) + AWAY * rank + MARK * amid + extra, len(tried), tag))
        found[place] = min(tried)[2]
        taken = taken.and_these([found[place].box(size)])
    return found


def along(arcs: Sequence[Arc], text: str, size: float, taken: Taken) -> Tag:
    """Return a text just above, below or on the line of whichever of some arcs leaves it the most room; where none does, led to one."""
    tried: list[tuple[float, int, Tag]] = []
    for rank, arc in enumerate(arcs):
        for share in SHARES:
            x, y = arc.at(share)
            for cost, down in ((0.0, -0.85), (1.0, 0.85), (8.0, 0.0)):
                tag = Tag(text, (x, y + down * size), "middle")
                own = [] if down else [arc]
                cost += taken.cost(tag.box(size), own) + AWAY * (10 * abs(share - 0.5) + rank)
                tried.append((cost, len(tried), tag))
    if min(tried)[0] > CROWDED:
        cost, tag = led(arcs, text, size, taken)
        tried.append((cost, len(tried), tag))
    return min(tried)[2]


def on_line(arc: Arc, text: str, size: float, taken: Taken) -> Tag:
    """Return a short text on an arc's own line."""
    tags = [Tag(text, arc.at(share), "middle") for share in SHARES]
    costs = [taken.cost(tag.box(size), [arc]) + AWAY * rank for rank, tag in enumerate(tags)]
    return tags[int(np.argmin(costs))]


def beside(arcs: Sequence[Arc], texts: Sequence[str], size: float, taken: Taken) -> list[Tag]:
    """Return a text for each of some arcs that lie beside each other, in a block on the side to which they bend.

    The outermost arc's stands first; each is joined to its arc.
    """
    outward = 1 if _side(arcs) > 0 else -1
    order = sorted(range(len(arcs)), key=lambda at: -outward * arcs[at].at(0.5)[0])
    step, middle = LEADING * size, float(np.mean([arc.at(0.5)[1] for arc in arcs]))
    wide = max(width(text, size, BOLD) for text in texts)
    x, y = np.array([spot for arc in arcs for spot in arc.line]).T
    tried: list[tuple[float, int, float, list[float]]] = []
    for aside in range(-8, 9):
        lines = [middle + aside * size * 0.5 + (at - (len(order) - 1) / 2) * step for at in range(len(order))]
        top, bottom = lines[0] - size * HIGH / 2, lines[-1] + size * HIGH / 2
        level = (y > top - size) & (y < bottom + size)
        reached = float((outward * x[level]).max(initial=-math.inf))
        missed = sum(not min(arc.line[0][1], arc.tip[1]) < line < max(arc.line[0][1], arc.tip[1])
                     for arc, line in zip((arcs[at] for at in order), lines, strict=True))  # fmt: skip
        for further in range(10 if math.isfinite(reached) else 0):
            edge = outward * (reached + (STUB + further) * size)
            box = (edge, top, edge + wide, bottom) if outward > 0 else (edge - wide, top, edge, bottom)
            cost = taken.cost(box, arcs) + AWAY * (2 * abs(aside) + further) + MARK * missed
            tried.append((cost, len(tried), edge, lines))
    _, _, edge, lines = min(tried)
    anchor, found = "start" if outward > 0 else "end", {}
    for line, at in zip(lines, order, strict=True):
        reach = _reached(arcs[at], line)
        found[at] = Tag(texts[at], (edge, line), anchor, ((edge - outward * 3, line), (reach, line)))
    return [found[at] for at in range(len(arcs))]


def _side(arcs: Sequence[Arc]) -> float:
    """Return to which side arcs bend: to the right above zero."""
    return sum(arc.at(0.5)[0] - (arc.line[0][0] + arc.tip[0]) / 2 for arc in arcs)


def _reached(arc: Arc, y: float) -> float:
    """Return where an arc is at a height; where it never is, its nearest point."""
    for (x, high), (u, low) in pairwise(arc.line):
        if min(high, low) <= y <= max(high, low) and high != low:
            return x + (u - x) * (y - high) / (low - high)
    return min(arc.line, key=lambda spot: abs(spot[1] - y))[0]


def _off(box: Box, spot: Point) -> float:
    """Return how far a point lies outside of a box."""
    left, top, right, bottom = box
    return math.hypot(max(left - spot[0], 0, spot[0] - right), max(top - spot[1], 0, spot[1] - bottom))
