"""A sheet of a map: where places and land fall on it, in pixels.

The projection is Equal Earth (Šavrič, Patterson and Jenny, 2018): areas can be compared, and continents look as in an
atlas. pyproj computes it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from pyproj import Proj

from data.shapes import Box, names, rings
from figures.ink.marks import Link
from figures.palette import Palette, mixed

WORLD: Box = (-168, -56, 180, 83.6)
"""All land but Antarctica."""

CLOSEST = 2600.0
"""Pixels a radian at which a city state still has its neighbours around it."""


class Detail(NamedTuple):
    """How closely coasts are drawn, in pixels.

    Attributes:
        step: of the grid that they are drawn on. Whole numbers of it are a third of the bytes.
        least: between two points of a coast, and of an island from side to side.
    """

    step: float
    least: float


FINE = Detail(0.5, 1.1)
"""The eye sees nothing smaller."""

COARSE = Detail(1, 2.6)
"""For a map of the world that travels on every change of a filter: half the bytes."""

HATCH = 5.0
"""Pixels between two lines of hatched land."""

HATCHED = Detail(0.5, 4 * HATCH)
"""Land on which hatching is seen as such: an islet holds one stroke."""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Sheet:
    """A window on the projected world.

    Attributes:
        width, height: of the sheet, in pixels.
        scale: pixels a radian at the equator.
        middle: the longitude in the middle of the projection, in degrees.
        left, top: what lies at the sheet's upper left corner, in projected radians.
    """

    width: float
    height: float
    scale: float
    middle: float
    left: float
    top: float

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place falls, in pixels from the upper left corner."""
        x, y = self.places(np.array([longitude], dtype=float), np.array([latitude], dtype=float))
        return float(x[0]), float(y[0])

    def places(self, longitudes: Numbers, latitudes: Numbers) -> tuple[Numbers, Numbers]:
        """Return where places fall."""
        x, y = _projected(longitudes - self.middle, latitudes)
        return (x - self.left) * self.scale, (self.top - y) * self.scale


@dataclass(frozen=True)
class Ball:
    """The near side of the globe, as seen from far away (orthographic).

    Attributes:
        width, height: of the sheet, in pixels.
        longitude, latitude: the place in the middle, in degrees.
        radius: of the globe, in pixels.
    """

    width: float
    height: float
    longitude: float
    latitude: float
    radius: float

    @property
    def middle(self) -> tuple[float, float]:
        """Where the middle of the globe falls, in pixels."""
        return self.width / 2, self.height / 2

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place falls, in pixels; what lies on the far side falls on the edge."""
        x, y = self.places(np.array([longitude], dtype=float), np.array([latitude], dtype=float))
        return float(x[0]), float(y[0])

    def places(self, longitudes: Numbers, latitudes: Numbers) -> tuple[Numbers, Numbers]:
        """Return where places fall; what lies on the far side falls on the edge, so that land ends there."""
        east, north, up = self._seen(longitudes, latitudes)
        beyond = np.where(up < 0, np.hypot(east, north), 1.0)
        x, y = self.middle
        return x + self.radius * east / beyond, y - self.radius * north / beyond

    def _seen(self, longitudes: Numbers, latitudes: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Return how far east, north and near places lie from the middle of the globe, in radii."""
        turned, y, tilt = np.radians(longitudes - self.longitude), np.radians(latitudes), np.radians(self.latitude)
        north = np.cos(tilt) * np.sin(y) - np.sin(tilt) * np.cos(y) * np.cos(turned)
        near = np.sin(tilt) * np.sin(y) + np.cos(tilt) * np.cos(y) * np.cos(turned)
        return np.cos(y) * np.sin(turned), north, near


Ground = Sheet | Ball


def fit(
    boxes: Iterable[Box], width: float, height: float, margin: float = 0, lean: float = 0.5, world: Box = WORLD
) -> Sheet:
    """Return the sheet that shows all boxes and, where it has a choice, nothing more; the world without a box.

    Args:
        margin: pixels around the boxes, for marks and names at their edge.
        lean: where what is shown stands in a sheet that is too wide for it: 0 at the left, 1 at the right edge.
        world: what is shown of the world.
    """
    chosen = list(boxes)
    west, south, east, north = zip(*(chosen or [world]), strict=True)
    box = min(west), min(south), max(east), max(north)
    # A close view is upright: its own meridian stands in the middle. The world keeps Greenwich there.
    middle = (box[0] + box[2]) / 2 if chosen else 0.0
    # A parallel is longest where it is nearest to the equator.
    latitudes = np.append(np.linspace(box[1], box[3], 25), np.clip(0, box[1], box[3]))
    x, y = _projected(np.repeat([box[0] - middle, box[2] - middle], len(latitudes)), np.tile(latitudes, 2))
    room = max(width - 2 * margin, 1), max(height - 2 * margin, 1)
    scale = min(room[0] / max(np.ptp(x), 1e-9), room[1] / max(np.ptp(y), 1e-9), CLOSEST)
    spare = room[0] / scale - np.ptp(x)
    left = x.min() - spare * lean - margin / scale
    top = (y.min() + y.max() + height / scale) / 2
    return Sheet(width, height, float(scale), middle, float(left), float(top))


def ground(
    sheet: Ground,
    chosen: Sequence[str],
    fills: Mapping[str, str],
    colors: Palette,
    detail: Detail = FINE,
    links: Mapping[str, Link] | None = None,
) -> str:
    """Return all land on a sheet as SVG, the countries that the reader chose tinted and outlined; `fills` go before the tint."""
    tint = mixed(colors.chosen, colors.land, 0.22)
    drawn = land(sheet, {**dict.fromkeys(chosen, tint), **fills}, colors.land, colors.paper, detail, links)
    return drawn + (outline(sheet, chosen, colors.chosen, 2, detail) if chosen else "")


def land(
    sheet: Ground,
    fills: Mapping[str, str],
    plain: str,
    border: str,
    detail: Detail = FINE,
    links: Mapping[str, Link] | None = None,
) -> str:
    """Return all land on a sheet as SVG.

    Args:
        fills: ISO 3166 alpha-3 code → colour, of the countries that stand out.
        plain: colour of all other land.
        border: colour of the lines between countries.
        links: code → where a click on the country leads. The other countries are one path for each colour.

    Its class tells components/static/marks.js that this is a map.
    """
    by_color: dict[str, list[str]] = {}
    linked = []
    for iso3 in rings():
        path, color = shape(sheet, iso3, detail), fills.get(iso3, plain)
        if path and links and iso3 in links:
            linked.append(links[iso3].around(f'<path{_fill(color, plain)} d="{path}"/>'))
        elif path:
            by_color.setdefault(color, []).append(path)
    drawn = "".join(f'<path{_fill(color, plain)} d="{"".join(paths)}"/>' for color, paths in by_color.items())
    how = f'fill="{plain}" stroke="{border}" stroke-width="{0.5 / detail.step:g}" stroke-linejoin="round"'
    return f'<g class="land" transform="scale({detail.step:g})" {how}>{drawn}{"".join(linked)}</g>'


def apart(language: str) -> dict[str, Link]:
    """Return what makes `land` draw each country as a part of its own that bears its name; the link leads nowhere."""
    return {iso3: Link("", name) for iso3, name in names(language).items()}


def outline(sheet: Ground, codes: Iterable[str], color: str, weight: float, detail: Detail = FINE) -> str:
    """Return the outlines of countries as SVG, `weight` pixels wide. A click goes through to the land."""
    paths = "".join(shape(sheet, code, detail) for code in codes)
    return (
        f'<path transform="scale({detail.step:g})" d="{paths}" fill="none" stroke="{color}" '
        f'stroke-width="{weight / detail.step:g}" pointer-events="none"/>'
    )


def hatch(sheet: Ground, codes: Iterable[str], color: str, detail: Detail = FINE) -> str:
    """Return the land of countries hatched as SVG, over their fill. A click goes through to the land."""
    paths = "".join(shape(sheet, code, detail) for code in codes)
    if not paths:
        return ""
    across = HATCH / detail.step
    pattern = (
        f'<pattern id="hatch" patternUnits="userSpaceOnUse" width="{across:g}" height="{across:g}" '
        f'patternTransform="rotate(45)"><path d="M0 0V{across:g}" stroke="{color}" stroke-width="{across / 3:g}"/></pattern>'
    )
    return (
        f'<g transform="scale({detail.step:g})" pointer-events="none"><defs>{pattern}</defs>'
        f'<path fill="url(#hatch)" d="{paths}"/></g>'
    )


@lru_cache(maxsize=8192)
def shape(sheet: Ground, iso3: str, detail: Detail = FINE) -> str:
    """Return what is seen of a country as the data of an SVG path, in steps of the grid; nothing where none of it is."""
    x, y, seen, sizes = _placed(sheet)
    first, after = _coasts().rings.get(iso3, (0, 0))
    starts = _coasts().starts
    return "".join(
        _path(x[starts[at] : starts[at + 1]], y[starts[at] : starts[at + 1]], detail)
        for at in range(first, after)
        if seen[at] and sizes[at] >= detail.least
    )


def shows(sheet: Ground, iso3: str, detail: Detail = FINE) -> bool:
    """Say whether any of a country's coasts or borders lies on a sheet; that its shape reaches around one is not enough."""
    x, y, _, sizes = _placed(sheet)
    starts = _coasts().starts
    rings = (
        slice(starts[at], starts[at + 1])
        for at in range(*_coasts().rings.get(iso3, (0, 0)))
        if sizes[at] >= detail.least
    )
    return any(
        ((x[ring] > 0) & (y[ring] > 0) & (x[ring] < sheet.width) & (y[ring] < sheet.height)).any() for ring in rings
    )


class _Coasts(NamedTuple):
    """Every coast of the world in one piece.

    Attributes:
        starts: where each ring starts among the points, and where the last one ends.
        rings: country → its first ring, and the one after its last.
    """

    longitudes: Numbers
    latitudes: Numbers
    starts: list[int]
    rings: dict[str, tuple[int, int]]


@cache
def _coasts() -> _Coasts:
    known: dict[str, tuple[int, int]] = {}
    every: list[Numbers] = []
    for iso3, ours in rings().items():
        known[iso3] = len(every), len(every) + len(ours)
        every += ours
    points = np.concatenate(every)
    starts = np.cumsum([0, *(len(ring) for ring in every)]).tolist()
    return _Coasts(points[:, 0].copy(), points[:, 1].copy(), starts, known)


@lru_cache(maxsize=16)
def _placed(sheet: Ground) -> tuple[Numbers, Numbers, list[bool], list[float]]:
    """Return where all coasts fall, which rings are seen, and how large each is: a call for each would cost more than its points."""
    coasts = _coasts()
    x, y = sheet.places(coasts.longitudes, coasts.latitudes)
    least, most = ([of.reduceat(axis, coasts.starts[:-1]) for axis in (x, y)] for of in (np.minimum, np.maximum))
    seen = (most[0] >= 0) & (most[1] >= 0) & (least[0] <= sheet.width) & (least[1] <= sheet.height)
    sizes = np.maximum(most[0] - least[0], most[1] - least[1])
    return x, y, seen.tolist(), sizes.tolist()


def _fill(color: str, plain: str) -> str:
    return "" if color == plain else f' fill="{color}"'


def _path(x: Numbers, y: Numbers, detail: Detail) -> str:
    grid = (np.column_stack([x, y]) / detail.step).round().astype(int).tolist()
    kept, least = [grid[0]], (detail.least / detail.step) ** 2
    for point in grid[1:]:
        if (point[0] - kept[-1][0]) ** 2 + (point[1] - kept[-1][1]) ** 2 >= least:
            kept.append(point)
    steps = ((after[0] - before[0], after[1] - before[1]) for before, after in pairwise(kept))
    moves = "".join(f"{dx} {dy} " if dy >= 0 else f"{dx}{dy} " for dx, dy in steps)
    return f"M{kept[0][0]} {kept[0][1]}l{moves}z" if moves else ""


@cache
def _equal_earth() -> Proj:
    return Proj("+proj=eqearth +R=1")


def _projected(turned: Numbers, latitudes: Numbers) -> tuple[Numbers, Numbers]:
    """Return projected radians. On one parallel, lengths grow evenly with longitude, so that nothing breaks at 180°."""
    unit, y = _equal_earth()(np.ones_like(latitudes), latitudes)
    return unit * turned, y
