"""Where a web map looks, and where on it a place falls, in pixels."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from data.shapes import Box

WORLD_PIXELS = 512
"""Width of the whole world at zoom 0, as deck.gl draws it."""

WORLD: Box = (-131, -45, 161, 66)
"""All documented places, from Vancouver to Canberra, with room for their marks."""

CLOSEST = 5.5
"""The zoom at which a city state still has its neighbours around it."""


@dataclass(frozen=True)
class Viewport:
    """The centre of a map in degrees, and its zoom: one step doubles the scale."""

    latitude: float
    longitude: float
    zoom: float

    def pixels(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place falls, in pixels to the right of and below the map's centre."""
        scale = 2**self.zoom
        x, y = _project(longitude, latitude)
        at_x, at_y = _project(self.longitude, self.latitude)
        return (x - at_x) * scale, (y - at_y) * scale

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return the longitude and latitude of what lies so many pixels to the right of and below the map's centre."""
        scale = 2**self.zoom
        at_x, at_y = _project(self.longitude, self.latitude)
        return (x / scale + at_x) * 360 / WORLD_PIXELS - 180, _latitude(y / scale + at_y)


def fit(boxes: Iterable[Box], width: int, height: int, margin: int = 36) -> Viewport:
    """Return the view that shows all boxes on a map of the given size in pixels; the whole world without any."""
    found = list(boxes) or [WORLD]
    west, south = min(box[0] for box in found), min(box[1] for box in found)
    east, north = max(box[2] for box in found), max(box[3] for box in found)
    (left, top), (right, bottom) = _project(west, north), _project(east, south)
    room = min((width - 2 * margin) / max(right - left, 1e-6), (height - 2 * margin) / max(bottom - top, 1e-6))
    latitude = _latitude((top + bottom) / 2)
    return Viewport(round(latitude, 2), round((west + east) / 2, 2), round(min(math.log2(room), CLOSEST), 2))


def _project(longitude: float, latitude: float) -> tuple[float, float]:
    """Return Mercator pixels at zoom 0."""
    turned = math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
    return WORLD_PIXELS * (longitude + 180) / 360, WORLD_PIXELS * (0.5 - turned / (2 * math.pi))


def _latitude(y: float) -> float:
    turned = (0.5 - y / WORLD_PIXELS) * 2 * math.pi
    return math.degrees(2 * math.atan(math.exp(turned)) - math.pi / 2)
