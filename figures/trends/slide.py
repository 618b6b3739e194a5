"""The picture of an indicator to take away: what is measured, the drawing, its key and the events over it, on one slide."""

from functools import partial

from figures.ink import legend
from figures.ink.legend import Sample
from figures.ink.lettering import PLAIN, text, wrapped
from figures.ink.picture import SMALL, Draw

LINE = SMALL * 1.35


def framed(draw: Draw, above: str, samples: tuple[Sample, ...], below: tuple[str, ...], ink: str, quiet: str) -> Draw:
    """Return what draws a figure with words around it.

    Args:
        draw: draws the figure in the room that the words leave.
        above: what is measured, in which unit.
        samples: the key.
        below: lines under the drawing, each cut to one line of the slide.
        ink: the colour of words; `quiet` that of those above and below.
    """
    return partial(_drawn, draw, above, samples, below, ink, quiet)


def _drawn(
    draw: Draw,
    above: str,
    samples: tuple[Sample, ...],
    below: tuple[str, ...],
    ink: str,
    quiet: str,
    wide: float,
    tall: float,
) -> str:
    lines = wrapped(above, SMALL, wide, PLAIN, most=2) if above else []
    key, _wide, key_tall = legend.svg(samples, ink, wide, SMALL) if samples else ("", 0.0, 0.0)
    under = [line for told in below for line in wrapped(told, SMALL, wide, PLAIN, most=2)]
    top = LINE * len(lines) + (SMALL * 0.6 if lines else 0)
    bottom = key_tall + LINE * len(under) + (SMALL * 0.6 if under or samples else 0)
    room = tall - top - bottom
    drawn = [text(line, 0, SMALL + LINE * at, SMALL, quiet) for at, line in enumerate(lines)]
    drawn.append(f'<g transform="translate(0 {top:g})">{draw(wide, room)}</g>')
    drawn.append(f'<g transform="translate(0 {top + room + SMALL * 0.6:g})">{key}</g>')
    start = tall - LINE * len(under)
    drawn += [text(line, 0, start + SMALL * 0.9 + LINE * at, SMALL, quiet) for at, line in enumerate(under)]
    return "".join(drawn)
