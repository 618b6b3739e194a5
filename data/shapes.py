"""Where each country lies: its shape, and the box around its main parts."""

import json
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from data.paths import SHAPES

Box = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""


URALS = 60.0
"""The meridian of the Urals, in degrees."""

MAIN = 0.2
"""A part counts when its box is at least this large, against the largest: Borneo beside Sumatra does."""


@cache
def boxes() -> Mapping[str, Box]:
    """Return ISO 3166 alpha-3 code → the box around the country's main parts.

    Only the main parts: a view of France need not take in French Guiana, nor one of Russia the 180th meridian.
    """
    features = json.loads(SHAPES.read_text("utf-8"))["features"]
    return MappingProxyType({f["properties"]["iso3"]: _main_box(f["geometry"]) for f in features})


def framing(codes: Collection[str]) -> list[Box]:
    """Return the boxes that a view of countries takes in.

    Russia alone is shown whole; beside other countries only as far as the Urals, as maps of Europe have it: Siberia would
    leave the others a corner.
    """
    west, south, east, north = boxes()["RUS"]
    near = {"RUS": (west, south, min(east, URALS), north)} if len(codes) > 1 else {}
    return [near.get(code, boxes()[code]) for code in codes if code in boxes()]


def _main_box(geometry: Mapping[str, Any]) -> Box:
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    boxes = [_box(part[0]) for part in parts]
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in boxes]
    main = [box for box, area in zip(boxes, areas, strict=True) if area >= MAIN * max(areas)]
    west, south, east, north = zip(*main, strict=True)
    return min(west), min(south), max(east), max(north)


def _box(ring: list[list[float]]) -> Box:
    longitudes, latitudes = [x for x, _ in ring], [y for _, y in ring]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


@cache
def names(language: str) -> Mapping[str, str]:
    """Return ISO 3166 alpha-3 code → the name of the country in a language, of all that have a shape."""
    features = json.loads(SHAPES.read_text("utf-8"))["features"]
    key = "name" if language == "en" else f"name_{language}"
    return MappingProxyType({f["properties"]["iso3"]: f["properties"][key] for f in features})


@cache
def rings() -> Mapping[str, tuple[npt.NDArray[np.float64], ...]]:
    """Return ISO 3166 alpha-3 code → the rings of the country's shape, each (points, 2): longitude, latitude."""
    features = json.loads(SHAPES.read_text("utf-8"))["features"]
    return MappingProxyType({f["properties"]["iso3"]: tuple(_rings(f["geometry"])) for f in features})


def _rings(geometry: Mapping[str, Any]) -> Iterator[npt.NDArray[np.float64]]:
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for part in parts:
        yield from (np.array(ring, dtype=float) for ring in part)
