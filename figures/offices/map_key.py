"""The key of a map of offices in the page: on the map, where its marks leave room, or below it."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

import pandas as pd

from data.queries.evidence import OFFICE, PRESENCE
from data.shapes import Box
from figures import labels
from figures.ink import legend, marks
from figures.ink.lettering import BOLD, text, width
from figures.ink.placing import Point, around, overlap
from figures.language import Language
from figures.maps import sheet
from figures.offices import coding, svg_map
from figures.offices.names import Paper
from figures.palette import Palette

TYPE = 14
"""Size of the key's words on the map, in pixels."""

CLEAR = 8
"""Pixels between the key and the nearest mark."""

FRAME: Box = (-178, -56, 168, 72)
"""The world without its empty north: no place that a source names lies beyond. The Pacific is wide enough for the key."""

WEST, FARTHEST = 4, -260
"""Degrees by which the Pacific grows until longer words have room, and how far west it may end."""

N = str  # marks a message for extraction; it is translated where it is used

SHORT: Mapping[str, str] = {
    "after_strategy": N("after the strategy: {n}"),
    "2019_to_strategy": N("2019 to the strategy: {n}"),
    "before_2019": N("before 2019: {n}"),
    "undated": N("undated: {n}"),
}
"""Period of evidence → what the key says of it, under its heading."""


class Key(NamedTuple):
    """A key to stand on a map: as SVG with its corner at (0, 0), and its size in pixels."""

    drawn: str
    wide: float
    high: float

    def at(self, box: Box, paper: str) -> str:
        """Return it where it stands, on paper through which land hardly shows."""
        left, top, right, bottom = box
        return (
            f'<rect x="{left:g}" y="{top:g}" width="{right - left:g}" height="{bottom - top:g}" fill="{paper}" '
            f'fill-opacity="0.8"/><g transform="translate({left:g} {top:g})">{self.drawn}</g>'
        )


def samples(rows: pd.DataFrame, column: str, language: Language, colors: Palette) -> Iterator[legend.Sample]:
    """Return the marks with their numbers, in fewer words than `coding.samples`.

    Args:
        rows: columns `standing`, `level` and `column`, one row a place.
        column: what shape and colour tell.
    """
    presences, offices = rows[rows["standing"] == PRESENCE], rows[rows["standing"] == OFFICE]
    counts, colored = offices[column].value_counts(), coding.fills(column, colors)
    short = {code: language.gettext(said) for code, said in SHORT.items()}
    pattern = language.gettext("{category}: {n}")
    for code, words in labels.words(language, column).items():
        if code in counts:
            n = language.number(int(counts[code]))
            said = short[code].format(n=n) if code in short else pattern.format(category=words, n=n)
            yield legend.sample(marks.SHAPES[column][code], colored[code], said)
    if only := int((offices["level"] == "country").sum()):
        words = language.gettext("of these, no city: {n}").format(n=language.number(only))
        yield legend.sample(marks.COUNTRY_ONLY, colors.quiet, words)
    if len(presences):
        words = language.gettext("presence, no office: {n}").format(n=language.number(len(presences)))
        yield legend.sample(marks.PRESENCE, colors.quiet, words)


def key(samples: Sequence[legend.Sample], heading: str, ink: str) -> Key | None:
    """Return the key; None without samples.

    Args:
        heading: what all its words are said of; may be empty.
    """
    if not samples:
        return None
    drawn, wide, high = legend.svg(samples, ink, size=TYPE)
    above = TYPE * 1.3 if heading else 0.0
    drawn = f'<g transform="translate(0 {above:g})">{drawn}</g>'
    if heading:
        drawn = text(heading, 0, TYPE, TYPE, ink, BOLD) + drawn
    return Key(drawn, max(wide, width(heading, TYPE, BOLD)) + 2, above + high + 2)


def heading(column: str, language: Language) -> str:
    """Return what the words of the key are said of, where they leave it out."""
    return language.gettext("Evidence") if column == coding.COLUMNS["period"] else ""


def looking(
    rows: pd.DataFrame, chosen: Sequence[str], near: Sequence[str], own: Key | None, paper: Paper, world: Box
) -> tuple[sheet.Sheet, Box | None]:
    """Return where a map looks, and where on it the key stands: on the world, in the South Pacific; else in a corner without a mark.

    Args:
        rows: columns iso3, longitude and latitude, one row a place.
        chosen: codes of the countries chosen singly; `near`: codes of those, or of a region, to look at closely.
        own: the key; None where the map has no room for it.
        world: what a map without a key shows of the world.
    """
    if own and not near:
        return _of_world(rows, own, paper)
    window = svg_map.looking(rows, chosen, near, paper, world)
    return window, _corner(own, paper, svg_map.standing(window, rows, paper.mark)) if own else None


def below(samples: Sequence[legend.Sample], heading: str) -> str:
    """Return the key as HTML, for a map that has no room for it; its bare place without samples, so that nothing moves."""
    items = "".join(f"<li>{marks.drawing(one.drawn, one.wide, legend.SIZE)}{escape(one.words)}</li>" for one in samples)
    title = f"<b>{escape(heading)}</b>" if heading else ""
    told = f"{title}<ul>{items}</ul>" if samples else ""
    return f'<div class="front-key">{told}</div>'


def _is_clear(box: Box, spots: Sequence[Point], mark: float) -> bool:
    across = mark + 2 * CLEAR
    return not any(overlap(box, around(spot, across, across)) for spot in spots)


def _of_world(rows: pd.DataFrame, own: Key, paper: Paper) -> tuple[sheet.Sheet, Box]:
    """Return a map of the world whose South Pacific has room for the key, and where that stands."""
    west, south, east, north = FRAME
    box = 0.0, paper.size[1] - own.high, own.wide, paper.size[1]
    while True:
        window = sheet.fit([(west, south, east, north)], *paper.size, lean=1)
        if west < FARTHEST or _is_clear(box, svg_map.placed(window, rows), paper.mark):
            return window, box
        west -= WEST


def _corner(own: Key, paper: Paper, spots: Sequence[Point]) -> Box | None:
    """Return the corner of a map in which the key lies over no mark, the lower left first; None where there is no such corner."""
    right, low = paper.size[0] - own.wide, paper.size[1] - own.high
    boxes = ((x, y, x + own.wide, y + own.high) for y in (low, 0.0) for x in (0.0, right))
    return next((box for box in boxes if _is_clear(box, spots, paper.mark)), None)
