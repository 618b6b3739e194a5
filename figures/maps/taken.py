"""What is written on a map of arcs, and what must not be covered by more of it. All in pixels."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from figures.ink.lettering import BOLD, Face
from figures.ink.placing import Box, Label, Point
from figures.maps.arcs import Arc, Line

NEAR = 5.0
"""Pixels at which a leader touches an arc."""

HIDDEN, MARK, BEYOND, AWAY = 2.0, 12.0, 40.0, 0.6
"""What it costs to cover a piece of an arc, a mark or what is written already, to leave the map, and to stand a step aside."""


@dataclass(frozen=True)
class Tag:
    """A text at an arc. `leader` joins the two where they stand apart; else it is empty."""

    text: str
    at: Point
    anchor: str
    leader: Line = ()

    def box(self, size: float) -> Box:
        """Return the room that it takes."""
        return Label(self.text, (0, 0), self.anchor).box(self.at, size)

    def svg(self, size: float, color: str, halo: str, face: Face = BOLD) -> str:
        """Return it as SVG, its leader first."""
        drawn = Label(self.text, (0, 0), self.anchor).svg(self.at, size, color, halo, math.inf, face)
        if not self.leader:
            return drawn
        (x, y), (u, v) = self.leader
        return (
            f'<path d="M{x:.1f} {y:.1f}L{u:.1f} {v:.1f}" stroke="{color}" stroke-width="1"/>'
            f'<circle cx="{u:.1f}" cy="{v:.1f}" r="{size * 0.2:.1f}" fill="{color}"/>{drawn}'
        )


@dataclass(frozen=True)
class Taken:
    """What must not be covered: boxes of marks and of what is written, the arcs, and all beyond the frame."""

    boxes: tuple[Box, ...]
    arcs: tuple[Arc, ...]
    frame: Box

    @cached_property
    def _points(self) -> npt.NDArray[np.float64]:
        return np.array([spot for arc in self.arcs for spot in arc.line]).reshape(-1, 2)

    @cached_property
    def _corners(self) -> npt.NDArray[np.float64]:
        return np.array(self.boxes).reshape(-1, 4).T

    @cached_property
    def _owners(self) -> npt.NDArray[np.int64]:
        return np.repeat(np.arange(len(self.arcs)), [len(arc.line) for arc in self.arcs])

    def cost(self, box: Box, own: Sequence[Arc] = ()) -> float:
        """Return what it costs to write in a box; its own arcs may lie under it."""
        left, top, right, bottom = box
        x, y = self._points.T
        inside = self._owners[(x > left) & (x < right) & (y > top) & (y < bottom)]
        hidden = sum(self.arcs[at] not in own for at in inside)
        beyond = sum(
            max(0.0, over)
            for over in (self.frame[0] - left, self.frame[1] - top, right - self.frame[2], bottom - self.frame[3])
        )
        lefts, tops, rights, bottoms = self._corners
        covered = int(((lefts < right) & (rights > left) & (tops < bottom) & (bottoms > top)).sum())
        return HIDDEN * hidden + MARK * covered + (BEYOND + beyond if beyond else 0.0)

    def costs(self, boxes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return what it costs to write in each of many boxes (..., 4), none of which may lie over any arc."""
        left, top, right, bottom = (side[..., None] for side in np.moveaxis(boxes, -1, 0))
        x, y = self._points.T
        hidden = ((x > left) & (x < right) & (y > top) & (y < bottom)).sum(axis=-1)
        lefts, tops, rights, bottoms = self._corners
        covered = ((lefts < right) & (rights > left) & (tops < bottom) & (bottoms > top)).sum(axis=-1)
        sides = (self.frame[0] - left, self.frame[1] - top, right - self.frame[2], bottom - self.frame[3])
        beyond = np.concatenate([np.clip(side, 0, None) for side in sides], axis=-1).sum(axis=-1)
        found: npt.NDArray[np.float64] = HIDDEN * hidden + MARK * covered + np.where(beyond > 0, BEYOND + beyond, 0.0)
        return found

    def crossed(self, start: Point, end: Point, own: Arc) -> float:
        """Return what it costs that a line leads over what is written, or over arcs; it ends at its own."""
        steps = np.linspace(0.0, 0.9, 10)[:, None]
        x, y = (np.array(start) + steps * (np.array(end) - np.array(start))).T
        lefts, tops, rights, bottoms = (side[:, None] for side in self._corners)
        covered = ((lefts < x) & (x < rights) & (tops < y) & (y < bottoms)).any(axis=1).sum()
        near = np.hypot(*(self._points.T[:, :, None] - np.array((x, y))[:, None, :])).min(axis=1) < NEAR
        met = {int(at) for at in self._owners[near]} - {self.arcs.index(own)}
        return MARK * (float(covered) + len(met) / 2)

    def within(self, tag: Tag, size: float) -> Tag:
        """Return a text a little aside where it would leave the map by a little: less than half the height of its type."""
        left, _, right, _ = tag.box(size)
        aside = max(self.frame[0] - left, 0.0) + min(self.frame[2] - right, 0.0)
        return replace(tag, at=(tag.at[0] + aside, tag.at[1])) if abs(aside) < size / 2 else tag

    def and_these(self, boxes: Sequence[Box]) -> "Taken":
        """Return the same with more boxes."""
        return Taken((*self.boxes, *boxes), self.arcs, self.frame)
