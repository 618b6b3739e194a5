"""What a drawing on a slide is made of: words, shapes, and groups of both."""

from dataclasses import dataclass, replace

from briefing.slides.path import Box
from figures.ink.lettering import BOLD, PLAIN, width

ASCENT, DESCENT = 0.95, 0.225
"""Of our typeface, in sizes of type."""


@dataclass(frozen=True)
class Words:
    """Lines of text that stand below each other: each a list of words, whether bold, and their colour.

    Attributes:
        halo: the colour that parts them from what lies below; empty where nothing does.
    """

    x: float
    y: float
    size: float
    anchor: str
    lines: tuple[tuple[tuple[str, bool, str], ...], ...]
    step: float = 0.0
    halo: str = ""

    @property
    def box(self) -> Box:
        """The room that they take."""
        wide = max(
            sum(width(words, self.size, BOLD if bold else PLAIN) for words, bold, _ in line) for line in self.lines
        )
        left = self.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        top = self.y - ASCENT * self.size
        return left, top, left + wide, self.y + DESCENT * self.size + self.step * (len(self.lines) - 1)


@dataclass(frozen=True)
class Shape:
    """A shape: its geometry as DrawingML, the room that it takes, its fill and line, and what it is called."""

    geometry: str
    box: Box
    look: str
    flips: str = ""
    is_line: bool = False
    name: str = ""


@dataclass(frozen=True)
class Group:
    """Shapes that are one thing."""

    parts: tuple["Part", ...]
    name: str

    @property
    def box(self) -> Box:
        """The room that all of them take."""
        left, top, right, bottom = zip(*(part.box for part in self.parts), strict=True)
        return min(left), min(top), max(right), max(bottom)


Part = Words | Shape | Group


def moved(part: Part, aside: float) -> Part:
    """Return a part so many pixels farther to the right."""
    if isinstance(part, Words):
        return replace(part, x=part.x + aside)
    if isinstance(part, Group):
        return replace(part, parts=tuple(moved(one, aside) for one in part.parts))
    left, top, right, bottom = part.box
    return replace(part, box=(left + aside, top, right + aside, bottom))
