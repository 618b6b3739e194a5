"""The maps of flows as SVG: on the page, where arrows and places are links, and in pictures."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape

import pandas as pd

from data.catalog import Catalog
from figures.flows import map_key, scene
from figures.flows.route import Look, Route, colors_of
from figures.flows.scene import Panel
from figures.ink import legend, marks
from figures.ink.lettering import BOLD, text
from figures.ink.marks import Link
from figures.language import Language
from figures.maps import sheet
from figures.palette import Palette

MARKS = {"country": "circle", "region": "ring"}
"""Kind of an end → the shape that marks it."""

DASHES = "7 4"
"""How the line of what is denied is broken, in pixels drawn and left out."""

SLIDE = Look(18, 22, 3, 32, sheet.FINE)
AIR = 14

TOUCHED = 14
"""Pixels to both sides of an arrow's line, and around a mark, together, in which a click is one on it."""


def drawing(
    rows: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    colors: Palette,
    chosen: tuple[str, ...],
    look: Look,
    size: tuple[float, float],
    links: dict[str, Link] | None = None,
    told: Mapping[str, str] | None = None,
    lands: dict[str, Link] | None = None,
) -> str:
    """Return the maps.

    Args:
        rows: what `data.queries.flows.flows` returns.
        chosen: codes of the countries that the reader chose: tinted and outlined.
        size: width and height in pixels.
        links: code of a statement, or of a country → where it leads; a picture has none.
        told: end → what is said of it to who points at it; its name where nothing is.
        lands: what makes each country a part of its own, as `sheet.apart` has it.
    """
    found = scene.panels(rows, catalog, language, look, *size)
    return "".join(_panel(panel, colors, chosen, look, links or {}, told or {}, lands) for panel in found)


def slide(
    rows: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    colors: Palette,
    chosen: tuple[str, ...],
    width: float,
    height: float,
    is_apart: bool = False,
) -> str:
    """Return the maps for a slide, with their key below them; `is_apart`: each country as a part of its own, with its name."""
    key, _, high = legend.svg(map_key.samples(rows, catalog, language, colors), colors.ink, width)
    top = height - high
    look, lands = (SLIDE._replace(coast=sheet.COARSE), sheet.apart(language.code)) if is_apart else (SLIDE, None)
    drawn = drawing(rows, catalog, language, colors, chosen, look, (width, top - AIR), lands=lands)
    return f'{drawn}<g transform="translate(0 {top:g})">{key}</g>'


def _panel(
    panel: Panel,
    colors: Palette,
    chosen: tuple[str, ...],
    look: Look,
    links: dict[str, Link],
    told: Mapping[str, str],
    lands: dict[str, Link] | None,
) -> str:
    window, fills = panel.sheet, colors_of(colors)
    # All land twice where the map lies across the 180th meridian: as the window has it, and from that meridian's other side.
    sides = [window, replace(window, middle=window.middle + 360)]
    parts = [
        sheet.ground(side, chosen, {}, colors, look.coast, lands)
        for side in sides
        if side is window or window.middle < -110
    ]
    if panel.heading:
        parts.append(text(panel.heading, 2, look.type, look.type, colors.quiet, BOLD, halo=colors.paper))
    for route in panel.routes:
        parts.append(_linked(_arrow(route, fills[route.commodity], look), route.flow_ids[0], links, route.said))
    for end, (x, y) in panel.places.items():
        shape = MARKS[panel.kinds[end]]
        half = look.mark / 2
        drawn = marks.svg(shape, colors.ink, look.mark, x - half, y - half)
        drawn += panel.named[end].svg(look.type, colors.ink, colors.paper)
        reach = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{TOUCHED}" fill="none" pointer-events="all"/>'
        parts.append(_linked(reach + drawn, end, links, told.get(end, panel.named[end].text)))
    for at, tag in panel.tags:
        route = panel.routes[at]
        drawn = tag.svg(look.type, fills[route.commodity], colors.paper)
        parts.append(_linked(drawn, route.flow_ids[0], links, route.said))
    return (
        f'<svg x="{panel.left:.1f}" y="{panel.top:.1f}" width="{window.width:.1f}" height="{window.height:.1f}">'
        f"{''.join(parts)}</svg>"
    )


def _linked(drawn: str, code: str, links: dict[str, Link], words: str) -> str:
    """Return a part of the map as the link that it is; where there is none, with what it says on hovering."""
    if code not in links:
        return f"<g><title>{escape(words)}</title>{drawn}</g>"
    return links[code].around(drawn)


def _arrow(route: Route, color: str, look: Look) -> str:
    arc, line = route.arc, route.arc.path
    dashes = f' stroke-dasharray="{DASHES}"' if route.denied else ""
    (x, y), half = arc.tip, look.mark * 0.42
    return (
        f'<path d="{line}" fill="none" stroke="{color}" stroke-width="{TOUCHED}" stroke-opacity="0"/>'
        f'<path d="{line}" fill="none" stroke="{color}" stroke-width="{look.line:g}"{dashes}/>'
        f'<path d="M0 {-half:g}L{half:g} {half:g}L{-half:g} {half:g}Z" fill="{color}" '
        f'transform="translate({x:.1f} {y:.1f}) rotate({arc.turn:.1f})"/>'
    )
