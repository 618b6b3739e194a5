"""The map of documented offices as SVG: for the landing page, for pictures, for slides and print."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from data.shapes import framing
from figures.ink import legend, marks
from figures.ink.lettering import BOLD, text
from figures.ink.placing import Point, label, spread
from figures.maps import sheet
from figures.offices import coding
from figures.palette import Palette

SLIDE_MARK = 22
"""Width of a mark, and size of the names, on a slide."""

PACIFIC = 400
"""Pixels that the key may be wide before the map gives way to it."""

AIR = 14
"""Pixels around the key."""


class Paper(NamedTuple):
    """What a map is drawn on.

    Attributes:
        size: width and height in pixels.
        mark: width of a mark in pixels, and size of the names.
        lean: where the world stands on a paper that is wider: 0 at the left, 1 at the right edge.
    """

    colors: Palette
    size: tuple[float, float]
    mark: float
    lean: float = 0.5


def offices(
    rows: pd.DataFrame,
    column: str,
    fills: Mapping[str, str],
    chosen: Sequence[str],
    framed: Sequence[str],
    paper: Paper,
) -> str:
    """Return the marks of documented places on their land; of a close view with their names.

    Args:
        rows: columns longitude, latitude, city, country, level, standing, and `column`.
        column: what shape and colour tell: a coded column of `marks.SHAPES`.
        fills: code of that column → colour.
        chosen: codes of the countries to outline.
        framed: codes of the countries to look at closely; the world without one.
    """
    window = _window(framed, paper)
    return sheet.ground(window, chosen, {}, paper.colors) + marked(window, rows, column, fills, framed, paper)


def globe(
    rows: pd.DataFrame,
    column: str,
    fills: Mapping[str, str],
    chosen: Sequence[str],
    framed: Sequence[str],
    paper: Paper,
    centre: tuple[float, float],
) -> str:
    """Return the near side of a globe with its marks; the arguments are those of `offices`.

    Args:
        centre: longitude and latitude of the place in the middle.
    """
    window = sheet.Ball(*paper.size, *centre, radius=min(paper.size) / 2 - paper.mark, lean=paper.lean)
    near = [window.shows(x, y) for x, y in zip(rows["longitude"], rows["latitude"], strict=True)]
    x, y = window.middle
    sea = f'<circle cx="{x:g}" cy="{y:g}" r="{window.radius:g}" fill="{paper.colors.panel}"/>'
    seen = marked(window, rows.loc[near], column, fills, framed, paper)
    return sea + sheet.ground(window, chosen, {}, paper.colors) + seen


def countries(
    rows: pd.DataFrame, shades: Mapping[str, str], chosen: Sequence[str], framed: Sequence[str], paper: Paper
) -> str:
    """Return countries in their shades, each with its number written on it.

    Args:
        rows: columns iso3, offices, longitude, latitude, one row a country.
        shades: ISO 3166 alpha-3 code → colour.
        chosen, framed: as for `offices`.
    """
    window, mark, colors = _window(framed, paper), paper.mark, paper.colors
    points = placed(window, rows)
    moves = spread(points, mark * 1.3)
    numbers = [
        f'<circle cx="{x + dx:g}" cy="{y + dy:g}" r="{mark * 0.65:g}" fill="{shades[code]}" stroke="{colors.paper}"/>'
        + text(str(n), x + dx, y + dy + mark * 0.34, mark * 0.95, colors.paper, BOLD, "middle")
        for code, n, (x, y), (dx, dy) in zip(rows["iso3"], rows["offices"], points, moves, strict=True)
    ]
    return sheet.ground(window, chosen, shades, colors) + "".join(numbers)


def placed(window: sheet.Ground, rows: pd.DataFrame) -> list[Point]:
    """Return where the places of rows fall, in pixels."""
    return [window.place(x, y) for x, y in zip(rows["longitude"], rows["latitude"], strict=True)]


def marked(
    window: sheet.Ground,
    rows: pd.DataFrame,
    column: str,
    fills: Mapping[str, str],
    framed: Sequence[str],
    paper: Paper,
) -> str:
    """Return the marks of `offices` without the land, on any sheet."""
    mark = paper.mark
    points = placed(window, rows)
    moves = spread(points, mark * 1.04)
    drawn = [
        marks.svg(shape, color, mark, x + dx - mark / 2, y + dy - mark / 2)
        for (shape, color), (x, y), (dx, dy) in zip(
            coding.marked(rows, column, fills, paper.colors), points, moves, strict=True
        )
    ]
    if framed:
        words = [city or country for city, country in zip(rows["city"], rows["country"], strict=True)]
        spots = zip(label(points, moves, words, mark), points, strict=True)
        drawn += [spot.svg(at, mark, paper.colors.ink, paper.colors.paper, paper.size[0]) for spot, at in spots]
    return "".join(drawn)


def slide(
    draw: Callable[[Paper], str],
    samples: Sequence[legend.Sample],
    colors: Palette,
    width: float,
    height: float,
    lean: float = 1.0,
) -> str:
    """Return a map for a slide, with its key in the lower left corner: on a map of the world, the empty Pacific.

    Args:
        draw: `offices`, or another drawing, with all but its paper given.
    """
    key, wide, high = legend.svg(samples, colors.ink)
    top, aside = height - high - AIR, max(0.0, wide - PACIFIC)
    drawing = draw(Paper(colors, (width - aside, height), SLIDE_MARK, lean))
    back = f'<rect y="{top - AIR:g}" width="{wide + 2 * AIR:g}" height="{high + 2 * AIR:g}" fill="{colors.paper}"/>'
    return (
        f'<svg x="{aside:g}" width="{width - aside:g}" height="{height:g}">{drawing}</svg>'
        f'{back if key else ""}<g transform="translate(0 {top:g})">{key}</g>'
    )


def _window(framed: Sequence[str], paper: Paper) -> sheet.Sheet:
    if known := framing(framed):
        return sheet.fit(known, *paper.size, margin=4 * paper.mark)
    return sheet.fit([], *paper.size, margin=paper.mark / 2, lean=paper.lean)
