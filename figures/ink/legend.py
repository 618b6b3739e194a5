"""A key to shapes and colours: HTML under a drawing, SVG inside a picture."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from figures.ink import marks
from figures.ink.lettering import text, width


@dataclass(frozen=True)
class Entry:
    """One shape in one colour, and what it stands for."""

    shape: str
    color: str
    words: str


def html(entries: Iterable[Entry]) -> str:
    """Return the key; each shape stands beside its words, so that nothing rests on colour alone."""
    items = "".join(
        '<span style="display:inline-flex;align-items:center;gap:.4em">'
        f'<span style="flex:none;line-height:0">{marks.image(marks.svg(entry.shape, entry.color, 14), 14, 14)}</span>'
        f"{escape(entry.words)}</span>"
        for entry in entries
    )
    return f'<div style="display:flex;flex-wrap:wrap;gap:.2em 1.3em;font-size:.88rem">{items}</div>'


def svg(entries: Iterable[Entry], ink: str, size: float = 22) -> tuple[str, float, float]:
    """Return the key for a picture, an entry a line, and the width and height that it takes."""
    step, aside = size * 1.5, size * 1.4
    listed = list(entries)
    drawn = [
        marks.svg(entry.shape, entry.color, size * 0.9, 0, step * at + size * 0.3)
        + text(entry.words, aside, step * at + size * 1.08, size, ink)
        for at, entry in enumerate(listed)
    ]
    widest = max((width(entry.words, size) for entry in listed), default=0.0)
    return "".join(drawn), aside + widest, step * len(listed)
