"""What stands on the land of the first page's map: marks that are links, and names."""

from collections.abc import Sequence

import pandas as pd

from figures.ink import marks
from figures.ink.placing import Box, Point, named
from figures.offices import coding
from figures.offices.names import Paper
from figures.palette import Palette
from figures.telling import Teller
from figures.view import View

COLUMN = coding.COLUMNS["period"]

TOUCH = 7
"""Pixels around a mark that are hit, too."""


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
        marks.Link(_address(row.iso3), tell(row).words).around(
            f'<use href="#mark-{shape}" x="{x:.1f}" y="{y:.1f}" fill="{color}"/>'
        )
        for row, (shape, color), (x, y) in zip(rows.itertuples(), coded, at, strict=True)
    )
    stroke = f'stroke="transparent" stroke-width="{TOUCH * marks.CELL / mark:.0f}"'
    return f"<defs>{shapes}</defs><g {stroke}>{drawn}</g>"


def link(iso3: str, words: str) -> marks.Link:
    """Return the link to the offices of a country, for its land."""
    return marks.Link(_address(iso3), words)


def names(
    rows: pd.DataFrame, is_named: Sequence[bool], spots: Sequence[Point], paper: Paper, taken: Sequence[Box]
) -> tuple[str, str]:
    """Return names of places, clear of all marks, as SVG: what lies below the marks, and what above.

    Args:
        rows: as `listing.with_presences` gives them.
        is_named: by row, whether its name is written.
        spots: by row, where its mark stands, in pixels.
        taken: what no name may lie over.
    """
    size = paper.mark + 2
    words = [
        (row.city or row.country) if wanted else "" for row, wanted in zip(rows.itertuples(), is_named, strict=True)
    ]
    found = named(spots, words, size, paper.mark, (0.0, 0.0, *paper.size), taken, reach=paper.reach)
    placed = [(one, at) for one, at in zip(found, spots, strict=True) if one]
    ink, halo, wide = paper.colors.ink, paper.colors.paper, paper.size[0]
    below = "".join(one.lead(at, paper.colors.quiet) for one, at in placed)
    return below, "".join(one.svg(at, size, ink, halo, wide) for one, at in placed)


def _address(iso3: str) -> str:
    return View.address("offices", country=[iso3])
