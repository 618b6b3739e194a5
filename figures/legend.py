"""A key to shapes and colours in one line of HTML, shown under a drawing."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from figures import marks


@dataclass(frozen=True)
class Entry:
    """One shape in one colour, and what it stands for."""

    shape: str
    color: str
    words: str


def html(entries: Iterable[Entry]) -> str:
    """Return the key; each shape stands beside its words, so that nothing rests on colour alone."""
    items = "".join(
        '<span style="display:inline-flex;align-items:center;gap:.4em;white-space:nowrap">'
        f"{marks.image(marks.svg(entry.shape, entry.color, 14), 14, 14)}"
        f"{escape(entry.words)}</span>"
        for entry in entries
    )
    return f'<div style="display:flex;flex-wrap:wrap;gap:.2em 1.3em;font-size:.88rem">{items}</div>'
