"""The map of documented offices as SVG: for the landing page, for pictures, for slides and print."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import NamedTuple

import numpy as np
import pandas as pd

from data.catalog import Catalog
from data.shapes import Box, boxes, framing
from figures.ink import legend, marks
from figures.ink.placing import Point, around, overlap, spread
from figures.maps import sheet
from figures.offices import coding, names
from figures.offices.names import Home
from figures.offices.names import Paper as Paper  # what draws a map asks for it here
from figures.palette import Palette

SLIDE_MARK = 22
"""Width of a mark, and size of the names, on a slide."""

PACIFIC = 0.4
"""How wide the key may be before the map gives way to it, as a part of the map's height."""

AROUND_ONE, AROUND = 4, 1.5
"""Marks that the map shows around one country, whose names stand beyond its borders, too; and around several, which have room within."""

TENTH, EXTENT = 0.1, 25
"""What is shown around the marks of a region, as a part of their extent; one whose marks are closer than so many degrees is shown with
its countries."""

LEANS = (0.5, 0.7, 0.3)
"""Where the marks of a region may stand on a map that is too wide for them, the best first: in the middle, or a little to either side,
so that less of another continent is seen. Farther aside, they would leave half of a slide to the open sea."""

CLOSE = 800
"""Pixels a radian from which on a map in the page draws coasts finely; farther off there are too many of them."""

AIR = 14
"""Pixels around the key."""


class Web(NamedTuple):
    """What a map in the page has over a picture: it can be clicked, and lies in a narrower column.

    Attributes:
        countries: ISO 3166 alpha-3 code → where a click on the country or a mark in it leads.
        titles: of each mark, in the order of the rows, for who points at it.
    """

    countries: Mapping[str, marks.Link]
    titles: Sequence[str]


def offices(
    rows: pd.DataFrame,
    column: str,
    fills: Mapping[str, str],
    chosen: Sequence[str],
    paper: Paper,
    framed: Sequence[str] | None = None,
    home: Home | None = None,
    web: Web | None = None,
    window: sheet.Sheet | None = None,
    taken: Sequence[Box] = (),
) -> str:
    """Return the marks of documented places on their land; of a close view with their names.

    Args:
        rows: columns iso3, longitude, latitude, city, country, level, standing, and `column`.
        column: what shape and colour tell: a coded column of `marks.SHAPES`.
        fills: code of that column → colour.
        chosen: codes of the countries to outline.
        framed: codes of the countries to look at closely, the world without one; where nothing is said, those chosen.
        home: the country that is not abroad.
        web: what a map in the page has over a picture.
        window: where it looks, if not as `looking` says.
        taken: what no name may lie over, in pixels.
    """
    near = chosen if framed is None else framed
    window = window or looking(rows, chosen, near, paper)
    detail = sheet.COARSE if web and window.scale < CLOSE else sheet.FINE
    land = sheet.ground(window, chosen, {}, paper.colors, detail, web.countries if web else None)
    if home:
        lines = paper.colors.land if home.iso3 in chosen else paper.colors.coast
        land += sheet.hatch(window, [home.iso3], lines, detail)
    spots = standing(window, rows, paper.mark)
    cities = names.cities(rows, spots, paper, taken) if near else []
    taken = [*taken, *(around(spot, paper.mark, paper.mark) for spot in spots), *(box for _, box in cities)]
    at_home = names.home(home, window.place(*home.middle), taken, paper) if home else None
    written = [*cities, *([at_home] if at_home else [])]
    clusters = "" if near else names.clusters(rows, spots, [*taken, *(box for _, box in written)], paper)
    words = "".join(drawn for drawn, _ in written)
    drawn = _marks(rows, column, fills, spots, paper, web.titles if web else ())
    return land + (_linked(rows, drawn, web) if web else "".join(drawn)) + words + clusters


def hatched(colors: Palette) -> str:
    """Return a sample of the land that is home, for the key."""
    lines = "".join(f"M{x} {legend.SIZE}L{x + 9} {legend.SIZE - 9}" for x in (0, 5))
    side = f'width="{legend.SIZE}" height="9"'
    return f'<rect y="{legend.SIZE - 9}" {side} fill="{colors.land}"/><path d="{lines}" stroke="{colors.coast}" stroke-width="1.5"/>'


def marked(
    window: sheet.Ground,
    rows: pd.DataFrame,
    column: str,
    fills: Mapping[str, str],
    framed: Sequence[str],
    paper: Paper,
    taken: Sequence[Box] = (),
    titles: Sequence[str] = (),
) -> str:
    """Return the marks of `offices` without the land, on any sheet, those of a close view with their names.

    Args:
        titles: of each mark, for who points at it; none in a picture.
    """
    spots = standing(window, rows, paper.mark)
    words = names.cities(rows, spots, paper, taken) if framed else []
    return "".join(_marks(rows, column, fills, spots, paper, titles)) + "".join(drawn for drawn, _ in words)


def placed(window: sheet.Ground, rows: pd.DataFrame) -> list[Point]:
    """Return where the places of rows fall, in pixels."""
    x, y = window.places(*(rows[axis].to_numpy(dtype=float) for axis in ("longitude", "latitude")))
    return list(zip(x.tolist(), y.tolist(), strict=True))


def standing(window: sheet.Ground, rows: pd.DataFrame, mark: float) -> list[Point]:
    """Return where the marks of rows stand, in pixels: at their places, or as near as leaves none hidden."""
    points = placed(window, rows)
    return [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points, spread(points, mark * 1.04), strict=True)]


def middle(catalog: Catalog, iso3: str) -> Point:
    """Return the longitude and latitude at which a country stands for itself."""
    longitude, latitude = (catalog.names("countries", "iso3", axis)[iso3] for axis in ("longitude", "latitude"))
    return float(longitude), float(latitude)


def _marks(
    rows: pd.DataFrame,
    column: str,
    fills: Mapping[str, str],
    spots: Sequence[Point],
    paper: Paper,
    titles: Sequence[str],
) -> list[str]:
    half = paper.mark / 2
    drawn = [
        marks.svg(shape, color, paper.mark, round(x - half, 1), round(y - half, 1))
        for (shape, color), (x, y) in zip(coding.marked(rows, column, fills, paper.colors), spots, strict=True)
    ]
    if not titles:
        return drawn
    return [f"<g><title>{escape(title)}</title>{one}</g>" for title, one in zip(titles, drawn, strict=True)]


def _linked(rows: pd.DataFrame, drawn: Sequence[str], web: Web) -> str:
    """Return marks as links, those of a country as one."""
    of_country: dict[str, list[str]] = {}
    for iso3, one in zip(rows["iso3"], drawn, strict=True):
        of_country.setdefault(iso3, []).append(one)
    return "".join(web.countries[iso3].around("".join(ones)) for iso3, ones in of_country.items())


def slide(
    draw: Callable[..., str],
    samples: Sequence[legend.Sample],
    colors: Palette,
    width: float,
    height: float,
    is_close: bool = False,
) -> str:
    """Return a map for a slide, with its key in the lower left corner: on a map of the world, the empty Pacific; else beside it.

    Args:
        draw: `offices` with all but its paper given.
        is_close: whether it looks at countries closely.
    """
    key, wide, high = legend.svg(samples, colors.ink)
    # A key beside a map covers nothing of it.
    across = wide + AIR if is_close else wide + 2 * AIR
    top, aside = height - high - AIR, across if is_close else max(0.0, across - PACIFIC * height)
    # The key lies over the map: a name under it would lose its first letters.
    under = (0.0, top - AIR, across - aside, height)
    drawing = draw(
        paper=Paper(colors, (width - aside, height), SLIDE_MARK, lean=1.0),
        taken=[under] if key and under[2] > 0 else [],
    )
    back = f'<rect y="{top - AIR:g}" width="{across:g}" height="{high + 2 * AIR:g}" fill="{colors.paper}"/>'
    return (
        f'<svg x="{aside:g}" width="{width - aside:g}" height="{height:g}">{drawing}</svg>'
        f'{back if key else ""}<g transform="translate(0 {top:g})">{key}</g>'
    )


def looking(
    rows: pd.DataFrame, chosen: Sequence[str], near: Sequence[str], paper: Paper, world: Box = sheet.WORLD
) -> sheet.Sheet:
    """Return where a map looks: at countries closely, at the marks of a region, or at the world.

    Args:
        rows: columns iso3, longitude and latitude, one row a place.
        chosen: codes of the countries chosen singly; `near`: codes of those, or of a region, to look at closely.
        world: what is shown of the world.
    """
    if near and not chosen and len(rows):
        tried = [sheet.fit([*framed(rows)], *paper.size, margin=AROUND * paper.mark, lean=lean) for lean in LEANS]
        return min(tried, key=lambda window: _elsewhere(window, near))
    if known := framing(near):
        return sheet.fit(known, *paper.size, margin=(AROUND_ONE if len(near) == 1 else AROUND) * paper.mark)
    return sheet.fit([], *paper.size, margin=paper.mark / 2, lean=paper.lean, world=world)


def _elsewhere(window: sheet.Sheet, near: Sequence[str]) -> float:
    """Return how many square pixels of a sheet countries take that it does not look at, each as its box."""
    west, south, east, north = np.array([box for code, box in boxes().items() if code not in near]).T
    left, low = window.places(west, (south + north) / 2)[0], window.places(west, south)[1]
    right, high = window.places(east, (south + north) / 2)[0], window.places(west, north)[1]
    seen = (0.0, 0.0, window.width, window.height)
    return sum(overlap(seen, tuple(box)) for box in np.column_stack([left, high, right, low]).tolist())


def framed(rows: pd.DataFrame) -> list[Box]:
    """Return the boxes that a view of the marks of a region takes in.

    Args:
        rows: columns iso3, longitude and latitude, one row a place; at least one.
    """
    east, north = rows["longitude"], rows["latitude"]
    wide, high = float(east.max() - east.min()), float(north.max() - north.min())
    aside, above = wide * TENTH, high * TENTH
    box = (
        float(east.min()) - aside,
        float(north.min()) - above,
        float(east.max()) + aside,
        float(north.max()) + above,
    )
    return [box] if max(wide, high) >= EXTENT else [box, *framing(sorted(set(rows["iso3"])))]
