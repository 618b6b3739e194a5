"""What the maps of flows show of the world: across the Pacific, and within the Americas, where places lie far enough apart."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.flows import anchors, between_places
from data.shapes import Box
from figures.ink.placing import Point

DATE_LINE = -180.0
"""Longitudes grow from west to east across it: what lies in Asia has one below it."""

CUT = -30.0
"""The meridian along which maps are cut, in the Atlantic: what moves between Asia and the Americas crosses the Pacific."""


class Frame(NamedTuple):
    """What a map shows, whatever is chosen.

    Attributes:
        box: in degrees; `small`: on a map as narrow as a phone's, with room for names at its side.
        share: of the width, where another map stands beside it; `tall`: its height, where none does, as a part of its width.
    """

    box: Box
    small: Box
    share: float
    tall: float


PACIFIC = Frame((-288, -14, -46, 58), (-288, -14, -34, 58), 0.61, 0.72)
AMERICAS = Frame((-127, -3, -69, 48), (-127, -3, -69, 48), 0.39, 0.95)

NARROW = 500
"""A map narrower than so many pixels is a phone's."""

WIDE, LOW = 900, 0.4
"""From so many pixels on the two maps stand side by side, and both are as high as this part of the width; below, one stands under
the other."""


def height(rows: pd.DataFrame, catalog: Catalog, width: float) -> float:
    """Return how tall the maps of some statements are, at a width."""
    frames = [frame for frame, _ in split(rows, catalog)]
    if width >= WIDE:
        return round(width * LOW)
    return round(sum(width * frame.tall for frame in frames))


def split(rows: pd.DataFrame, catalog: Catalog) -> list[tuple[Frame, pd.DataFrame]]:
    """Return each map that has something to show with its statements."""
    drawn, found = between_places(rows), spots(catalog)
    near = pd.Series(
        [
            all(found[end][0] > DATE_LINE for end in ends)
            for ends in zip(drawn["from_end"], drawn["to_end"], strict=True)
        ],
        index=drawn.index,
        dtype=bool,
    )
    return [(frame, drawn[part]) for frame, part in ((PACIFIC, ~near), (AMERICAS, near)) if part.any()]


@once(4)
def spots(catalog: Catalog) -> Mapping[str, Point]:
    """Return end → longitude and latitude; longitudes grow from west to east across the Pacific, from -330 to -30."""
    return MappingProxyType({end: (x - 360 * (x > CUT), y) for end, (x, y) in anchors(catalog).items()})
