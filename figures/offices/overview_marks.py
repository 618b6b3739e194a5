"""What stands on the land of the first page's map: marks that are links, names, and the key."""

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

import pandas as pd

from data.queries.evidence import PRESENCE
from figures.ink import legend, marks
from figures.ink.lettering import BOLD, text
from figures.ink.placing import Label, Point, label
from figures.language import Language
from figures.offices import coding
from figures.offices.names import Paper
from figures.palette import Palette
from figures.telling import Teller
from figures.view import View

COLUMN = coding.COLUMNS["period"]

TOUCH = 7
"""Pixels around a mark that are hit, too."""

KEY_TYPE = 14
"""Size of the key's words on the map, in pixels."""

N = str  # marks a message for extraction; it is translated where it is used

SHORT: Mapping[str, str] = {
    "after_strategy": N("after the strategy: {n}"),
    "2019_to_strategy": N("2019 to the strategy: {n}"),
    "before_2019": N("before 2019: {n}"),
    "undated": N("undated: {n}"),
}
"""Period of evidence → what the key says of it."""


def marked(rows: pd.DataFrame, at: Sequence[Point], mark: float, colors: Palette, tell: Teller) -> str:
    """Return the marks, each a link that tells its place.

    Args:
        rows: as `listing.with_presences` gives them.
        at: where the marks stand, in pixels.
        mark: width of a mark in pixels.
    """
    coded = coding.marked(rows, COLUMN, coding.fills(COLUMN, colors), colors)
    # Each shape is written once, with its middle at (0, 0).
    shapes = "".join(
        f'<g id="mark-{shape}" fill-rule="evenodd"><path d="{marks.PATHS[shape]}" '
        f'transform="scale({mark / marks.CELL:g}) translate(-{marks.CELL / 2:g} -{marks.CELL / 2:g})"/></g>'
        for shape in dict.fromkeys(shape for shape, _color in coded)
    )
    drawn = "".join(
        marks.Link(_address(row.iso3), tell(row).words, stop=False).around(
            f'<use href="#mark-{shape}" x="{x:.1f}" y="{y:.1f}" fill="{color}"/>'
        )
        for row, (shape, color), (x, y) in zip(rows.itertuples(), coded, at, strict=True)
    )
    stroke = f'stroke="transparent" stroke-width="{TOUCH * marks.CELL / mark:.0f}"'
    return f"<defs>{shapes}</defs><g {stroke}>{drawn}</g>"


def link(iso3: str, words: str) -> marks.Link:
    """Return the link to the offices of a country, for its land.

    Neither land nor marks are stops of the Tab key, a hundred before the next words: the page Offices and the filter of
    countries offer the same choice to the keyboard.
    """
    return marks.Link(_address(iso3), words, stop=False)


def names(
    rows: pd.DataFrame, is_named: Sequence[bool], points: Sequence[Point], moves: Sequence[Point], paper: Paper
) -> tuple[str, str]:
    """Return names of places, clear of all marks, as SVG: what lies below the marks, and what above.

    Args:
        rows: as `listing.with_presences` gives them.
        is_named: by row, whether its name is written.
        points, moves: by row, where its place is, and by how much its mark was moved, in pixels.
    """
    at = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points, moves, strict=True)]
    chosen = [row for row, named in enumerate(is_named) if named]
    others = [spot for spot, named in zip(at, is_named, strict=True) if not named]
    words = [row.city or row.country for row in rows.iloc[chosen].itertuples()]
    here, size = [points[row] for row in chosen], paper.mark + 2
    found = label(here, [moves[row] for row in chosen], words, size, others, (0, 0, *paper.size))
    below = [_lead(one, point, at[row], size, paper) for one, point, row in zip(found, here, chosen, strict=True)]
    ink, halo, wide = paper.colors.ink, paper.colors.paper, paper.size[0]
    above = [one.svg(point, size, ink, halo, wide) for one, point in zip(found, here, strict=True)]
    return "".join(below), "".join(above)


def _lead(name: Label, point: Point, mark: Point, size: float, paper: Paper) -> str:
    """Return a line from a mark to its name, where that does not stand right beside it."""
    left, top, right, bottom = name.box(point, size)
    to = min(max(mark[0], left), right), min(max(mark[1], top), bottom)
    if math.dist(mark, to) <= size:
        return ""
    return f'<path d="M{mark[0]:.1f} {mark[1]:.1f}L{to[0]:.1f} {to[1]:.1f}" stroke="{paper.colors.quiet}"/>'


def _address(iso3: str) -> str:
    return View.address("offices", country=[iso3])


def key(samples: Sequence[legend.Sample], language: Language, ink: str, height: float) -> str:
    """Return the key, in the lower left corner of a map so high: the South Pacific."""
    drawn, _wide, high = legend.svg(samples, ink, size=KEY_TYPE)
    top = height - high - 2
    heading = text(language.gettext("Evidence"), 0, top - KEY_TYPE * 0.2, KEY_TYPE, ink, BOLD)
    return f'{heading}<g transform="translate(0 {top:g})">{drawn}</g>'


def key_below(samples: Sequence[legend.Sample], language: Language) -> str:
    """Return the key as HTML, for a map that has no room for it; its bare place without samples, so that nothing moves."""
    items = "".join(f"<li>{marks.drawing(one.drawn, one.wide, legend.SIZE)}{escape(one.words)}</li>" for one in samples)
    told = f"<b>{escape(language.gettext('Evidence'))}</b><ul>{items}</ul>" if samples else ""
    return f'<div class="front-key">{told}</div>'


def samples(rows: pd.DataFrame, language: Language, colors: Palette) -> Iterator[legend.Sample]:
    """Return the marks with their numbers, in fewer words than `coding.samples`.

    Args:
        rows: columns `standing`, `level` and `COLUMN`, one row a place.
    """
    presences, offices = rows[rows["standing"] == PRESENCE], rows[rows["standing"] != PRESENCE]
    counts, colored = offices[COLUMN].value_counts(), coding.fills(COLUMN, colors)
    for code, said in SHORT.items():
        if code in counts:
            words = language.gettext(said).format(n=language.number(int(counts[code])))
            yield legend.sample(marks.SHAPES[COLUMN][code], colored[code], words)
    if only := int((offices["level"] == "country").sum()):
        words = language.gettext("of these, no city: {n}").format(n=language.number(only))
        yield legend.sample(marks.COUNTRY_ONLY, colors.quiet, words)
    if len(presences):
        words = language.gettext("presence, no office: {n}").format(n=language.number(len(presences)))
        yield legend.sample(marks.PRESENCE, colors.quiet, words)
