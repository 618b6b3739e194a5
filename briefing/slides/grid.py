"""Where things stand on a slide, in the pixels of a picture to take away (1,600 by 900), and sizes of type."""

import re
from collections.abc import Sequence

from figures.ink.lettering import BOLD, Face, width
from figures.ink.lettering import TITLE as SERIF
from figures.ink.picture import EDGE, SLIDE

EMU = 7620
"""English metric units a pixel: 13.333 by 7.5 inches are 1,600 by 900 pixels."""

POINT = 0.6
"""Points a pixel."""

ACROSS = SLIDE[0] - 2 * EDGE
"""Pixels between the edges."""

TOP, HEAD, FOOT = 30.0, 146.0, 820.0
"""Where a title begins, where one of two lines ends, and where the footer begins."""

BOTTOM = FOOT - 16
"""Where a figure ends."""

TITLE, TITLE_ONE, TITLE_LEAST = 28.0, 24.0, 20.0
TEXT, TABLE, LEAST, SOURCE = 16.0, 15.0, 14.0, 12.0
"""Sizes of type in points: title, its least on one line and its least; a sentence; a table; what is smallest in a figure; sources."""

LINE = 1.2
"""Height of a line, in sizes of type."""

OTHER_FACE, OTHER_BOLD, OTHER_SERIF = 1.13, 1.24, 1.36
"""How much wider words may come out where a computer has not our typefaces and puts others in their place: so much room is kept. The
widest that was seen is DejaVu Sans, which LibreOffice takes for any: its bold is 1.31 times as wide as our serif, and a line holds a little
less than it measures."""

NO_BREAK = "\N{NO-BREAK SPACE}"

NUMBER = re.compile(r"\b\d{1,2} (?:de (?=[^\W\d]))?(?=\w)")
"""A number with what is read in one breath with it: the day of a date, or what counts the next word."""

Box = tuple[float, float, float, float]
"""Left, top, width, height, in pixels."""


def bound(words: str) -> str:
    """Return words in which no line ends with a number: of a date, the day would stand on one and the month on the next."""
    return NUMBER.sub(lambda found: found[0].replace(" ", NO_BREAK), words)


def emu(pixels: float) -> int:
    """Return pixels as English metric units."""
    return round(pixels * EMU)


def pixels(points: float) -> float:
    """Return a size of type as pixels."""
    return points / POINT


def lines(words: str, points: float, room: float, face: Face, wider: float = 0) -> int:
    """Return how many lines words take in `room` pixels.

    Args:
        wider: how much wider they come out than in our typeface; where nothing is said, so much that any other face finds room.
    """
    return lines_of([(words, face)], points, room, wider)


def lines_of(parts: Sequence[tuple[str, Face]], points: float, room: float, wider: float = 0) -> int:
    """Return how many lines words of several faces take in `room` pixels; see `lines`."""
    used, count = 0.0, 1
    for word, face in ((word, face) for words, face in parts for word in words.split(" ") if word):
        size = pixels(points) * (wider or {SERIF: OTHER_SERIF, BOLD: OTHER_BOLD}.get(face, OTHER_FACE))
        space, wide = width(" ", size, face), width(word, size, face)
        if used and used + space + wide > room:
            used, count = 0.0, count + 1
        used += (space if used else 0) + wide
    return count


def high(words: str, points: float, room: float, face: Face, wider: float = 0) -> float:
    """Return how many pixels high words are; see `lines`."""
    return lines(words, points, room, face, wider) * pixels(points) * LINE
