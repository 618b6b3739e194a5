"""The map of flows as SVG, for pictures: arcs as curves with an arrow, labelled by commodity."""

from dataclasses import replace

import pandas as pd

from data.catalog import Catalog
from figures.flows import map_key, scene
from figures.ink import legend, marks
from figures.language import Language
from figures.maps import sheet
from figures.maps.arcs import PATTERNS, Arc, Line
from figures.palette import Palette

MARK, LINE = 18, 3
"""Width of the mark of an end, and of a line, in pixels of a slide."""

TYPE = 22
AIR = 14


def slide(
    rows: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    colors: Palette,
    chosen: tuple[str, ...],
    width: float,
    height: float,
) -> str:
    """Return the map for a slide, with its key below it.

    Args:
        rows: what `data.queries.flows.flows` returns.
        chosen: codes of the countries that the reader chose: tinted and outlined.
        width, height: of the drawing, in pixels.
    """
    key, _, high = legend.svg(map_key.samples(rows, catalog, language, colors), colors.ink, width)
    top = height - high
    size = width, top - AIR
    window = sheet.fit([scene.box(rows, catalog, language, size, MARK, TYPE)], *size, margin=4 * MARK)
    layout = scene.laid_out(rows, catalog, language, window.place, MARK, TYPE, (0, 0, *size))
    fills = scene.colors_of(colors)
    # All land twice: once as the window has it, once from the other side of the 180th meridian.
    sides = [window, replace(window, middle=window.middle + 360)]
    parts = [sheet.ground(side, chosen, {}, colors) for side in sides]
    parts += [_arc(arc, fills[arc.commodity]) for arc in layout.drawn]
    parts += [
        marks.svg(scene.MARKS[layout.kinds[end]], colors.ink, MARK, x - MARK / 2, y - MARK / 2)
        for end, (x, y) in layout.places.items()
    ]
    parts += [spot.svg(at, TYPE, color, colors.paper, width, face) for at, spot, color, face in layout.written(colors)]
    return f'<svg width="{width:g}" height="{size[1]:g}">{"".join(parts)}</svg><g transform="translate(0 {top:g})">{key}</g>'


def _arc(arc: Arc, color: str) -> str:
    unit = LINE / 2.5
    dashes = " ".join(f"{part * unit:g}" for part in PATTERNS[arc.commodity]) or "none"
    (x, y), half = arc.tip, MARK * 0.4
    return (
        f'<path d="{_path(arc.line)}" fill="none" stroke="{color}" stroke-width="{LINE}" stroke-dasharray="{dashes}"/>'
        f'<path d="M0 {-half:g}L{half:g} {half:g}L{-half:g} {half:g}Z" fill="{color}" '
        f'transform="translate({x:.1f} {y:.1f}) rotate({arc.turn:.1f})"/>'
    )


def _path(line: Line) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in line)
