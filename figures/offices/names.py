"""Names on a map of offices: cities of a close view, the fullest countries of the world, and the country that is home."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import pandas as pd

from data.queries.evidence import OFFICE
from figures.ink import lettering
from figures.ink.lettering import PLAIN, text
from figures.ink.placing import Box, Label, Point, around, free, named, overlap
from figures.palette import Palette

SEVERAL, MANY, NARROW = 2, 3, 500
"""From so many places on, a country may be named on a map of the world; on one that is no wider than so many pixels, from more."""

LEAST = 14.0
"""Pixels of type."""

LEAD, LEAD_PHONE, PHONE = 60.0, 40.0, 400
"""Pixels that a line from a mark to the name of a city may be long, and on a map narrower than so many pixels: a
name farther off would lie on another continent. That of a country, on a map of the world, has the oceans, and the first of these."""

PAGE = 11.0
"""Width of a mark in the page: a slide, whose marks are twice as wide, is the page twice as large, and so are its lines."""

Written = tuple[str, Box]
"""Words as SVG, and the room that they take."""


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

    @property
    def reach(self) -> float:
        """Pixels that a line to the name of a city may be long."""
        return (LEAD if self.size[0] >= PHONE else LEAD_PHONE) * max(self.mark / PAGE, 1)


class Home(NamedTuple):
    """The country that is not abroad.

    Attributes:
        iso3: its code.
        words: what is written on it, and `short`, where there is no room for that.
        middle: longitude and latitude.
    """

    iso3: str
    words: str
    short: str
    middle: Point


def cities(rows: pd.DataFrame, spots: Sequence[Point], paper: Paper, taken: Sequence[Box] = ()) -> list[Written]:
    """Return the name of each place beside its mark, or where a line leads to it; a name for which there is no room is left out.

    Args:
        rows: columns city and country, one row a place; `spots` tells where its mark stands.
        taken: what no name may lie over.
    """
    size = _size(paper)
    words = [city or country for city, country in zip(rows["city"], rows["country"], strict=True)]
    placed = named(spots, words, size, paper.mark, (0.0, 0.0, *paper.size), taken, reach=paper.reach)
    return [(_drawn(found, at, paper), found.box(at, size)) for at, found in zip(spots, placed, strict=True) if found]


def clusters(rows: pd.DataFrame, spots: Sequence[Point], taken: Sequence[Box], paper: Paper) -> str:
    """Return the countries with several places, each with their number, where there is room beside one of its marks.

    Args:
        rows: columns iso3, country and standing, one row a place; `spots` tells where its mark stands.
        taken: what no name may lie over.
    """
    size, taken, least = _size(paper), list(taken), SEVERAL if paper.size[0] > NARROW else MANY
    far = LEAD * max(paper.mark / PAGE, 1)
    codes, called = list(rows["iso3"]), dict(zip(rows["iso3"], rows["country"], strict=True))
    counts = Counter(code for code, standing in zip(codes, rows["standing"], strict=True) if standing == OFFICE)
    written = []
    for iso3 in sorted((code for code, n in counts.items() if n >= least), key=lambda code: (-counts[code], code)):
        own = [spot for spot, code in zip(spots, codes, strict=True) if code == iso3]
        others = [spot for spot, code in zip(spots, codes, strict=True) if code != iso3]
        words = f"{called[iso3]} {counts[iso3]}"
        seen = 0.0, 0.0, *paper.size
        beside = ((spot, free(spot, words, size, taken, seen, others)) for spot in sorted(own))
        led = ((spot, free(spot, words, size, taken, seen, others, paper.mark, far)) for spot in sorted(own))
        spot, place = next((one for one in chain(beside, led) if one[1]), (own[0], None))
        if place:
            taken += place.taking(spot, size)
            written.append(_drawn(place, spot, paper))
    return "".join(written)


def home(country: Home, at: Point, taken: Sequence[Box], paper: Paper) -> Written | None:
    """Return what is written on the country that is home: in as few lines as lie over no mark; None where none do.

    Args:
        at: its middle, in pixels.
    """
    size = _size(paper)
    whole = lettering.width(country.words, size)
    tried = [lettering.balanced(country.words, size, whole / part + size) for part in (2, 3)]
    for lines in [*tried, [country.short]]:
        wide, high = max(lettering.width(line, size) for line in lines), size * 1.15 * len(lines)
        box = around(at, wide, high)
        inside = box[0] >= 0 and box[1] >= 0 and box[2] <= paper.size[0] and box[3] <= paper.size[1]
        if inside and not any(overlap(box, other) for other in taken):
            drawn = "".join(
                text(line, round(at[0], 1), round(box[1] + size * (0.9 + 1.15 * n), 1), size, paper.colors.quiet, PLAIN, "middle")
                for n, line in enumerate(lines)
            )  # fmt: skip
            return drawn, box
    return None


def _drawn(found: Label, at: Point, paper: Paper) -> str:
    words = found.svg(at, _size(paper), paper.colors.ink, paper.colors.paper, paper.size[0])
    return found.lead(at, paper.colors.quiet) + words


def _size(paper: Paper) -> float:
    return max(paper.mark, LEAST)
