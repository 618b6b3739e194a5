"""A picture to take away: a drawing with its title, filters, source, date and the independence line, as a 16:9 slide."""

from collections.abc import Callable
from dataclasses import dataclass

from figures.ink.lettering import PLAIN, TITLE, balanced, files, text, wrapped
from figures.palette import Theme, palette

SLIDE = (1600, 900)
"""Size of the picture in pixels."""

ZOOM = 2
"""Pixels of the PNG a pixel of the slide: 3,200 across, enough for print at 300 dots an inch on a page of Letter or A4."""

EDGE = 56
HEADLINE, SMALL = 42, 22
"""Sizes of type. Nothing on a picture is smaller than `SMALL`, which can still be read at half the slide's size."""

LINES = 2
"""Lines of the source at most."""

Draw = Callable[[float, float], str]
"""Makes the drawing as SVG content, for a width and a height in pixels, with its corner at (0, 0)."""


@dataclass(frozen=True)
class Caption:
    """What stands inside a picture beside the drawing itself."""

    title: str
    filters: str
    source: str


def svg(draw: Draw, caption: Caption, theme: Theme) -> str:
    """Return the slide as an SVG document."""
    colors = palette(theme)
    width, height = SLIDE
    room = width - 2 * EDGE
    title = balanced(caption.title, HEADLINE, room, TITLE, most=2)
    source = wrapped(caption.source, SMALL, room, PLAIN, most=LINES)
    top = EDGE + HEADLINE * 1.2 * len(title)
    parts = [
        text(line, EDGE, EDGE + HEADLINE * (0.75 + 1.2 * at), HEADLINE, colors.ink, TITLE)
        for at, line in enumerate(title)
    ]
    if caption.filters:
        top += SMALL * 1.5
        parts.append(text(caption.filters, EDGE, top - SMALL * 0.3, SMALL + 2, colors.quiet))
    bottom = height - EDGE - SMALL * 1.35 * len(source)
    parts += [text(line, EDGE, bottom + SMALL * 1.35 * (at + 1), SMALL, colors.quiet) for at, line in enumerate(source)]
    box = room, bottom - 8 - (top + 20)
    parts.append(
        f'<svg x="{EDGE}" y="{top + 20:g}" width="{box[0]:g}" height="{box[1]:g}" overflow="hidden">{draw(*box)}</svg>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<rect width="{width}" height="{height}" fill="{colors.paper}"/>{"".join(parts)}</svg>'
    )


def finds_room(source: str) -> bool:
    """Return whether the last lines of a picture hold such words whole."""
    return len(wrapped(source, SMALL, SLIDE[0] - 2 * EDGE, PLAIN)) <= LINES


def png(document: str, width: int = SLIDE[0] * ZOOM) -> bytes:
    """Return an SVG document as PNG, drawn with the project's own fonts and no other.

    Args:
        width: of the PNG, in pixels.
    """
    import resvg_py  # only those who ask for a picture load it

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=document,
            width=width,
            skip_system_fonts=True,
            font_files=files(),
            sans_serif_family="Public Sans",
        )
    )
