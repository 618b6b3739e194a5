"""Texts that stand off an arc, each joined to it by a leader. All in pixels."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from figures.ink.lettering import BOLD, width
from figures.ink.placing import HIGH, Point
from figures.maps.arcs import Arc
from figures.maps.taken import AWAY, Tag, Taken

SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
"""How far along its arc a tag may stand."""

LEVEL = 0.4
"""A leader whose sideways part is greater ends beside its text, and not over or under it."""

LED, REACHES, TURNS = 2.0, (0.9, 1.6, 2.4, 3.4, 4.6, 6.0), 16
"""What a leader costs, how long it may be, in heights of type, and in how many directions it may lead."""


def led(arcs: Sequence[Arc], text: str, size: float, taken: Taken) -> tuple[float, Tag]:
    """Return a text off the line of whichever of some arcs leaves it the most room, joined to it by a leader, and what that costs."""
    turns = 2 * np.pi * np.arange(TURNS) / TURNS
    ways = [(arc, share, rank) for rank, arc in enumerate(arcs) for share in SHARES]
    feet = np.array([arc.at(share) for arc, share, _ in ways])[:, None, None, :]
    off = np.stack([np.cos(turns), np.sin(turns)], axis=-1)
    heads = feet + np.array(REACHES)[:, None, None] * size * off
    # Beside the end of its leader or, where that leads up or down, over or under it.
    level = np.abs(off[:, 0]) > LEVEL
    side = np.where(level, np.sign(off[:, 0]), 0.0)
    ats = heads + np.stack([3 * side, np.where(level, 0.0, np.sign(off[:, 1]) * size * HIGH / 2)], axis=-1)
    wide, high = width(text, size, BOLD), size * HIGH
    lefts, tops = ats[..., 0] - (1 - side) * wide / 2, ats[..., 1] - high / 2
    boxes = np.stack([lefts, tops, lefts + wide, tops + high], axis=-1)
    aside = np.array([4 * abs(share - 0.5) + rank for _, share, rank in ways])[:, None, None]
    slanted = np.array(REACHES)[:, None] + 2 * np.abs(off[:, 1])
    costs = LED + AWAY * (aside + slanted) + taken.costs(boxes)
    best, found = math.inf, (0, 0, 0)
    # What a leader crosses is asked of few: of those alone that could still be the best.
    for at in zip(*np.unravel_index(np.argsort(costs, axis=None, kind="stable"), costs.shape), strict=True):
        if costs[at] >= best:
            break
        arc, share, _ = ways[at[0]]
        cost = float(costs[at]) + taken.crossed(_spot(heads[at]), arc.at(share), arc)
        if cost < best:
            best, found = cost, at
    arc, share, _ = ways[found[0]]
    anchor = ("end", "middle", "start")[int(side[found[2]]) + 1]
    return best, Tag(text, _spot(ats[found]), anchor, (_spot(heads[found]), arc.at(share)))


def _spot(pair: npt.NDArray[np.float64]) -> Point:
    x, y = pair.tolist()
    return x, y
