"""The map of flows as SVG, for pictures: arcs as curves with an arrow, labelled by commodity."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from data.catalog import Catalog
from figures.flows import map_key, scene
from figures.ink import marks
from figures.ink.lettering import BOLD, PLAIN, text
from figures.language import Language
from figures.maps import sheet
from figures.maps.arcs import PATTERNS, Arc, Line
from figures.palette import Palette, mixed

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
    key, high = map_key.svg(map_key.entries(rows, catalog, language, colors), colors.ink, width)
    top = height - high
    drawn = flow_map(rows, catalog, language, colors, chosen, (width, top - AIR))
    return f'<svg width="{width:g}" height="{top - AIR:g}">{drawn}</svg><g transform="translate(0 {top:g})">{key}</g>'


def flow_map(
    rows: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    colors: Palette,
    chosen: tuple[str, ...],
    size: tuple[float, float],
) -> str:
    """Return the map without its key; the arguments are those of `slide`, `size` its width and height in pixels."""
    window = sheet.fit([scene.box(rows, catalog, language, size, MARK, TYPE)], *size, margin=4 * MARK)
    layout = scene.laid_out(rows, catalog, language, window.place, MARK, TYPE, (0, 0, *size))
    fills = scene.colors_of(colors)
    parts = [_ground(window, chosen, colors)]
    parts += [_arc(arc, fills[arc.commodity]) for arc in layout.drawn]
    parts += [
        marks.svg(scene.MARKS[layout.kinds[end]], colors.ink, MARK, x - MARK / 2, y - MARK / 2)
        for end, (x, y) in layout.places.items()
    ]
    parts += [
        text(spot.text, x + spot.offset[0], y + spot.offset[1] + TYPE * 0.36, TYPE, color, face, spot.anchor, colors.paper)
        for spot, (x, y), color, face in [
            *((spot, arc.middle, fills[arc.commodity], PLAIN) for spot, arc in zip(layout.labels, layout.drawn, strict=True)),
            *((spot, layout.places[end], colors.ink, BOLD) for spot, end in zip(layout.named, layout.names, strict=True)),
        ]
    ]  # fmt: skip
    return "".join(parts)


def _ground(window: sheet.Sheet, chosen: tuple[str, ...], colors: Palette) -> str:
    """Return all land twice: once as the window has it, once from the other side of the 180th meridian."""
    tint = mixed(colors.chosen, colors.land, 0.22)
    fills: Mapping[str, str] = dict.fromkeys(chosen, tint)
    sides = [window, replace(window, middle=window.middle + 360)]
    return "".join(
        sheet.land(side, fills, colors.land, colors.paper)
        + (sheet.outline(side, chosen, colors.chosen, 2) if chosen else "")
        for side in sides
    )


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
