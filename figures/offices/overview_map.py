"""The map of the first page: places named by sources on the inhabited world, each mark a link to its country's offices."""

from dataclasses import replace
from html import escape
from typing import NamedTuple
from urllib.parse import quote

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.evidence import OFFICE
from data.queries.offices import documented
from data.queries.regions import framed
from data.selection import Selection
from data.shapes import Box, boxes
from figures import telling
from figures.figure import Figure
from figures.ink import marks
from figures.ink.placing import spread
from figures.language import Language
from figures.maps import sheet
from figures.offices import listing, overview_marks, place_map, svg_map
from figures.palette import Palette, Theme, palette
from figures.view import View

FRAME: Box = (-178, -56, 168, 72)
"""The world without its empty north: no place that a source names lies beyond. The Pacific is wide enough for the key."""

CLOSER: Box = (-125, -56, 155, 72)
"""The same where the key does not stand in the Pacific. Land farther east and west lies so far north that it is in sight, too."""

CLOSE = 50
"""Pixels by which a close view is lower: it has a title above and the key below, and the page keeps its place."""

SINGLY = 14
"""Places up to so many are named in a close view."""

EVERYWHERE_NAMED = "MEX"
"""The country that accounts of the strategy dwell on: on a wide map of the world, too, its places are named."""


class Plan(NamedTuple):
    """How the map is laid out: its size, the width of a mark and the detail of coasts, in pixels; whether it has room for key and names."""

    width: int
    height: int
    mark: float
    detail: float
    has_key: bool
    has_names: bool


PLANS = {
    358: Plan(358, 184, 8.5, 1.1, has_key=False, has_names=False),
    640: Plan(640, 268, 10.5, 1.6, has_key=True, has_names=False),
    960: Plan(610, 256, 10, 1.6, has_key=True, has_names=False),
    1240: Plan(820, 344, 11.5, 2.1, has_key=True, has_names=True),
}
"""Room of the page → plan. The page scales the drawing to its column. Coasts are as fine as the first answer has bytes for."""


def figure(view: View) -> Figure:
    """Return the map of places named by sources by period of evidence, as the view narrows it."""
    made = _made(view.catalog, view.selection, view.language, view.theme, view.room)
    query = view.address("offices", country=[]).partition("?")[2]
    carried = quote(escape(f"&{query}")) if query else ""
    return replace(made, drawing=str(made.drawing).replace(overview_marks.CARRIED, carried))


@once(256, by=("countries",))
def _made(catalog: Catalog, selection: Selection, language: Language, theme: Theme, room: int) -> Figure:
    """Return the map for all who ask for the same places, whatever else their views carry on: `CARRIED` stands for it."""
    colors, plan = palette(theme), PLANS[room]
    offices = documented(catalog, selection).rows
    rows = listing.with_presences(listing.in_words(offices, catalog, language), selection, catalog, language)
    close = _close(rows, selection, catalog)
    if close:
        plan = plan._replace(height=plan.height - CLOSE if plan.has_key else plan.height, has_key=False)
    samples = tuple(overview_marks.samples(rows, language, colors))
    # Names need room around what is looked at; marks alone, less.
    margin = (4 if len(rows) <= SINGLY else 1.5) * plan.mark if close else 0
    window = sheet.fit(close or [FRAME if plan.has_key else CLOSER], plan.width, plan.height, margin)
    drawn = sheet.ground(window, selection.countries, {}, colors, plan.detail)
    drawn += _marked(window, rows, bool(close), plan, colors, telling.teller("offices", catalog, language))
    if plan.has_key:
        drawn += overview_marks.key(samples, language, colors.ink, plan.height)
    image = marks.drawing(drawn, plan.width, plan.height)
    made = place_map.figure("overview-map", rows, catalog, language, colors, "period", selection, image)
    return replace(
        made,
        title=made.title if selection.has_places else _title(rows, language),
        text=f"{made.text} {made.note}".strip(),
        note=language.gettext("A mark is a city, not an address.") if len(rows) else "",
        legend="" if plan.has_key else overview_marks.key_below(samples, language),
    )


def _close(rows: pd.DataFrame, selection: Selection, catalog: Catalog) -> list[Box]:
    """Return what to look at closely: the countries chosen, or else the places in the regions chosen; nothing for the world."""
    if selection.regions and not selection.countries and len(rows):
        east, north = rows["longitude"], rows["latitude"]
        return [(float(east.min()), float(north.min()), float(east.max()), float(north.max()))]
    return [boxes()[code] for code in framed(catalog, selection) if code in boxes()]


def _title(rows: pd.DataFrame, language: Language) -> str:
    """Return the finding on the whole world, in one line; the page says beside the map how many places there are."""
    offices = rows[rows["standing"] == OFFICE]
    return language.ngettext(
        "{n} of {total} places has evidence from after the strategy",
        "{n} of {total} places have evidence from after the strategy",
        int((offices["evidence_period"] == "after_strategy").sum()),
        total=language.number(len(offices)),
    )


def _marked(
    window: sheet.Sheet, rows: pd.DataFrame, is_close: bool, plan: Plan, colors: Palette, tell: telling.Teller
) -> str:
    """Return the marks, and the names that there is room for."""
    points = svg_map.placed(window, rows)
    moves = spread(points, plan.mark * 1.04)
    at = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points, moves, strict=True)]
    is_named = [
        len(rows) <= SINGLY if is_close else plan.has_names and iso3 == EVERYWHERE_NAMED for iso3 in rows["iso3"]
    ]
    size = plan.mark + 2
    named = list(overview_marks.names(rows, is_named, points, moves, size, (0, 0, plan.width, plan.height)))
    leads = "".join(overview_marks.lead(name, point, mark, size, colors.quiet) for name, point, mark in named)
    words = "".join(name.svg(point, size, colors.ink, colors.paper, plan.width) for name, point, _mark in named)
    return leads + overview_marks.marked(rows, at, plan.mark, colors, tell) + words
