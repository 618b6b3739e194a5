"""A key to what is drawn: HTML under a drawing, SVG inside a picture."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from figures.ink import marks
from figures.ink.lettering import text, width

SIZE = 14
"""Height of a sample in pixels, beside words of that size."""


@dataclass(frozen=True)
class Sample:
    """A sample of what is drawn, as SVG in a box of `wide` by `SIZE` pixels, and what it stands for."""

    drawn: str
    words: str
    wide: float = SIZE


def sample(shape: str, color: str, words: str) -> Sample:
    """Return what a shape in a colour stands for."""
    return Sample(marks.svg(shape, color, SIZE), words)


def html(samples: Iterable[Sample]) -> str:
    """Return the key, nothing without samples; each stands beside its words, so that nothing rests on colour alone."""
    items = "".join(
        '<span style="display:inline-flex;align-items:center;gap:.4em">'
        f'<span style="flex:none;line-height:0">{marks.image(one.drawn, one.wide, SIZE)}</span>{escape(one.words)}</span>'
        for one in samples
    )
    return f'<div style="display:flex;flex-wrap:wrap;gap:.2em 1.3em;font-size:.88rem">{items}</div>' if items else ""


def svg(samples: Iterable[Sample], ink: str, room: float = 0, size: float = 22) -> tuple[str, float, float]:
    """Return the key for a picture, and the width and height that it takes.

    Args:
        room: pixels that a line may be wide; each sample has a line of its own where it holds no more than one.
        size: of the words, in pixels.
    """
    scale, x, lines, widest, drawn = size * 0.9 / SIZE, 0.0, 0, 0.0, []
    for one in samples:
        aside = one.wide * scale + size * 0.5
        wide = aside + width(one.words, size)
        if not lines or x + wide > room:
            x, lines = 0.0, lines + 1
        y = size * 1.5 * (lines - 1)
        drawn.append(
            f'<g transform="translate({x:g} {y + size * 0.3:g}) scale({scale:g})">{one.drawn}</g>'
            + text(one.words, x + aside, y + size * 1.08, size, ink)
        )
        widest, x = max(widest, x + wide), x + wide + size * 1.6
    return "".join(drawn), widest, size * 1.5 * lines
