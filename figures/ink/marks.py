"""The shapes that tell categories apart beside their colour, on the map, in squares and in legends.

`marks.png` holds the same shapes for the map, white on clear, one 64-pixel cell each; `python -m figures.ink.marks` makes
it anew (with resvg, a tool of the developer's).
"""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

CELL = 64
"""Pixels a cell of the atlas; the paths below are drawn in a box of this size."""

PATHS: Mapping[str, str] = {
    "circle": "M32 6a26 26 0 1 0 .01 0Z",
    "square": "M10 10H54V54H10Z",
    "triangle": "M32 6 60 56H4Z",
    "diamond": "M32 2 60 32 32 62 4 32Z",
    "ring": "M32 4a28 28 0 1 0 .01 0ZM32 18a14 14 0 1 1-.01 0Z",
    "frame": "M32 1 63 32 32 63 1 32ZM32 16 16 32 32 48 48 32Z",
    "cross": "M14 4 32 22 50 4 60 14 42 32 60 50 50 60 32 42 14 60 4 50 22 32 4 14Z",
}

ATLAS = Path(__file__).parent / "marks.png"

SHAPES: Mapping[str, Mapping[str, str]] = {
    "evidence_period": {
        "after_strategy": "circle",
        "2019_to_strategy": "square",
        "before_2019": "triangle",
        "undated": "ring",
    },
    "strength": {"strong": "circle", "moderate": "square", "weak": "triangle", "": "ring"},
    "region": {
        "Africa": "circle",
        "Americas": "square",
        "Asia": "triangle",
        "Europe": "diamond",
        "Oceania": "ring",
    },
}
"""Coded column → code → shape."""

COUNTRY_ONLY = "frame"
"""The shape of a place that its source names only by country, whatever its category."""

PRESENCE = "cross"
"""The shape of a place where HSI is at work and no source describes an office."""


class Link(NamedTuple):
    """Where a click on a part of a drawing leads, and what it is called.

    The keyboard does not stop at it: it walks the marks of a drawing from one stop (components/static/marks.js), and where no script
    runs, the same link stands beside the drawing.
    """

    address: str
    words: str

    def around(self, drawn: str) -> str:
        """Return a part of a drawing as this link."""
        return f'<a href="{escape(self.address)}" tabindex="-1"><title>{escape(self.words)}</title>{drawn}</a>'


def svg(shape: str, color: str, size: float, x: float = 0, y: float = 0) -> str:
    """Return a shape as SVG, `size` pixels wide, its upper left corner at (x, y)."""
    scale = size / CELL
    return f'<path d="{PATHS[shape]}" fill="{color}" fill-rule="evenodd" transform="translate({x:g} {y:g}) scale({scale:g})"/>'


def image(content: str, width: float, height: float) -> str:
    """Return SVG content as an HTML image: a page keeps images, but washes plain SVG out of HTML.

    It shrinks with its column. Percent-encoded, and not as base64: that would hide from compression what repeats.
    """
    return (
        f'<img alt="" width="{width:g}" height="{height:g}" style="max-width:100%;height:auto" '
        f'src="{_data(content, width, height)}">'
    )


def drawing(content: str, width: float, height: float) -> str:
    """Return SVG content as the drawing of a figure, as wide as its column.

    It comes as an image, too, but the page's own script puts the same SVG in its place before it is painted: there its words
    have the page's type, and its links and titles work.
    """
    return f'<img class="drawing" alt="" width="{width:g}" height="{height:g}" src="{_data(content, width, height)}">'


def _data(content: str, width: float, height: float) -> str:
    drawn = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:g} {height:g}'>{content}</svg>"
    return "data:image/svg+xml," + quote(drawn.replace('"', "'"), safe=" /:=,;()'-.!")


def atlas_svg() -> str:
    """Return the atlas as SVG: the shapes in a row, in the order of `PATHS`."""
    cells = "".join(svg(shape, "#fff", CELL, x=CELL * at) for at, shape in enumerate(PATHS))
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{CELL * len(PATHS)}" height="{CELL}">{cells}</svg>'


def mapping() -> dict[str, dict[str, int | bool]]:
    """Return where each shape lies in the atlas, as deck.gl's `iconMapping`; `mask` lets a colour fill it."""
    return {
        shape: {"x": CELL * at, "y": 0, "width": CELL, "height": CELL, "mask": True} for at, shape in enumerate(PATHS)
    }


if __name__ == "__main__":
    import resvg_py

    ATLAS.write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=atlas_svg())))
