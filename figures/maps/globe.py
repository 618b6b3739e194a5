"""Where a globe looks, and where on it a place falls, in pixels along its ground."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.shapes import Box

Direction = npt.NDArray[np.float64]
"""Three numbers; together of length 1."""

RADIUS = 256
"""Pixels from the middle of the globe to its ground, before any scale, as deck.gl draws it."""

EYE = 1.5
"""How far the eye stands off the ground, in heights of the drawing; also deck.gl's."""

AMERICAS = (-82.0, 12.0)
"""Longitude and latitude that a globe shows of itself: most documented places are in sight from there."""

CLOSEST = 1.6
"""A close view is so many times as large as that of the whole globe, so that it still is one."""

ASIDE = 42
"""Degrees from the centre up to which a country is seen well; towards its edge a globe shortens all that is written on it."""

HIGHEST = 45.0
"""Degrees north or south at the centre, at most: names follow the parallels, and near a pole those run in circles."""

MARGIN = 12
"""Pixels between the globe and the edge of the drawing."""


@dataclass(frozen=True)
class Globe:
    """The place at the centre in degrees, and the globe's radius in pixels."""

    latitude: float
    longitude: float
    radius: float

    @property
    def zoom(self) -> float:
        """Return deck.gl's zoom: it changes with the latitude, so that near the centre it is that of a flat map."""
        return math.log2(self.radius / RADIUS) + math.log2(math.pi * math.cos(math.radians(self.latitude)))

    def pixels(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return how far a place is from the centre along the ground, in pixels to the right and down.

        Near the centre that is where it is seen; farther off, the eye sees the ground shortened and what is written on it too.
        """
        east, north, up = _axes(self.longitude, self.latitude)
        place = _direction(longitude, latitude)
        right, down = float(place @ east), -float(place @ north)
        across = math.hypot(right, down)
        along = math.atan2(across, float(place @ up)) * self.radius
        return (right / across * along, down / across * along) if across > 1e-9 else (0.0, 0.0)

    def solid(self, longitude: float, latitude: float) -> tuple[float, float, float]:
        """Return a place in space, in pixels from the middle of the globe."""
        x, y, z = (_direction(longitude, latitude) * self.radius).tolist()
        return x, y, z

    def on_ground(self, move: Sequence[float], longitude: float, latitude: float) -> tuple[float, float]:
        """Return a move in space as pixels to the right and down on the ground of a place."""
        east, north, _ = _axes(longitude, latitude)
        return round(float(np.asarray(move) @ east), 1), round(-float(np.asarray(move) @ north), 1)


def whole(width: int, height: int) -> float:
    """Return the radius at which the whole globe is seen."""
    edge = math.atan((min(width, height) / 2 - MARGIN) / (EYE * height))
    return EYE * height * math.sin(edge) / (1 - math.sin(edge))


def together(boxes: Mapping[str, Box]) -> list[str]:
    """Return the countries that are seen well at the same time: the first, and each that can be added to those before it."""
    seen: list[str] = []
    for code in boxes:
        middles = [_middle(boxes[known]) for known in [*seen, code]]
        centre = _unit(np.sum(middles, axis=0))
        if all(_angle(middle, centre) <= math.radians(ASIDE) for middle in middles):
            seen.append(code)
    return seen


def turned(boxes: Iterable[Box], width: int, height: int, margin: int) -> Globe:
    """Return the globe turned to the middle of all boxes, as large as shows them; to the Americas without any."""
    found, widest = list(boxes), whole(width, height)
    if not found:
        return Globe(AMERICAS[1], AMERICAS[0], round(widest, 1))
    x, y, z = _unit(np.sum([_middle(box) for box in found], axis=0))
    latitude = round(max(-HIGHEST, min(math.degrees(math.asin(z)), HIGHEST)), 2)
    longitude = round(math.degrees(math.atan2(y, x)), 2)
    centre = _direction(longitude, latitude)
    corners = [_direction(x, y) for west, south, east, north in found for x in (west, east) for y in (south, north)]
    angle = max(_angle(corner, centre) for corner in corners)
    radius = _radius(angle, min(width, height) / 2 - margin, EYE * height)
    return Globe(latitude, longitude, round(min(max(radius, widest), CLOSEST * widest), 1))


def _radius(angle: float, room: float, eye: float) -> float:
    """Return the radius of a globe on which what lies at an angle from the centre is seen `room` pixels from it."""
    rest = eye * math.sin(angle) - room * (1 - math.cos(angle))
    return room * eye / rest if rest > 0 and angle < math.pi / 2 else 0.0


def _middle(box: Box) -> Direction:
    west, south, east, north = box
    return _direction((west + east) / 2, (south + north) / 2)


def _unit(direction: Direction) -> Direction:
    return direction / max(float(np.linalg.norm(direction)), 1e-9)


def _angle(one: Direction, other: Direction) -> float:
    return math.acos(max(-1.0, min(float(one @ other), 1.0)))


def _direction(longitude: float, latitude: float) -> Direction:
    """Return where a place lies as seen from the middle of the globe; the third axis runs through the poles."""
    x, y = math.radians(longitude), math.radians(latitude)
    return np.array([math.cos(y) * math.cos(x), math.cos(y) * math.sin(x), math.sin(y)])


def _axes(longitude: float, latitude: float) -> tuple[Direction, Direction, Direction]:
    """Return the directions east, north and up at a place."""
    x, y = math.radians(longitude), math.radians(latitude)
    east = np.array([-math.sin(x), math.cos(x), 0.0])
    north = np.array([-math.sin(y) * math.cos(x), -math.sin(y) * math.sin(x), math.cos(y)])
    return east, north, _direction(longitude, latitude)
