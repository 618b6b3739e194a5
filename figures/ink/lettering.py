"""The lettering of pictures: their typefaces, how wide words are, and words as SVG."""

from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from pathlib import Path

from PIL import ImageFont

FOLDER = Path(__file__).parent / "fonts"

SANS = "Public Sans, system-ui, sans-serif"
SERIF = "Briefing Serif, Georgia, serif"
"""Named without quotes: these would end the attribute of an SVG that stands within HTML. The serif is Source Serif 4 under a
name of its own: Streamlit ships a face called "Source Serif", which would be fetched and shown in its place."""


@dataclass(frozen=True)
class Face:
    """A typeface in one weight, and the file that holds it."""

    file: str
    family: str
    weight: int


PLAIN = Face("public-sans-400.ttf", SANS, 400)
BOLD = Face("public-sans-600.ttf", SANS, 700)
TITLE = Face("source-serif-4-600.ttf", SERIF, 700)


def files() -> list[str]:
    """Return the paths of all fonts, for what turns SVG into pixels."""
    return [str(path) for path in sorted(FOLDER.glob("*.ttf"))]


@lru_cache(maxsize=4096)
def width(words: str, size: float, face: Face = PLAIN) -> float:
    """Return how wide words are, in pixels, at a size in pixels."""
    return _measured(face.file).getlength(words) * size / 100


def wrapped(words: str, size: float, room: float, face: Face = PLAIN, most: int = 99) -> list[str]:
    """Break words into lines no wider than `room` pixels; a text longer than `most` lines ends in an ellipsis."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size, face) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width(f"{last}…", size, face) > room:
        last = last.rpartition(" ")[0]
    return [*lines[: most - 1], f"{last}…"]


def balanced(words: str, size: float, room: float, face: Face = PLAIN, most: int = 99) -> list[str]:
    """Break words into as few lines as `wrapped` does, of about the same width: no last line of a single word."""
    lines = wrapped(words, size, room, face, most)
    while len(tighter := wrapped(words, size, room := room - size, face)) == len(lines) and room > 0:
        lines = tighter
    return lines


def text(
    words: str, x: float, y: float, size: float, color: str, face: Face = PLAIN, anchor: str = "start", halo: str = ""
) -> str:
    """Return words as SVG, standing on the line `y`. `halo`: the colour of a rim that parts them from what lies below."""
    rim = f' stroke="{halo}" stroke-width="{size / 4:g}" stroke-linejoin="round" paint-order="stroke"' if halo else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-family="{face.family}" font-size="{size:g}" font-weight="{face.weight}" '
        f'fill="{color}" text-anchor="{anchor}"{rim}>{escape(words)}</text>'
    )


@cache
def _measured(file: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FOLDER / file, 100)
