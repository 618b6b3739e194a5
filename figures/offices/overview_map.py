"""The map of the first page: places named by sources on the inhabited world, each mark a link to its country's offices."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from data.once import once
from data.queries.evidence import OFFICE
from data.queries.offices import documented
from data.queries.regions import framed
from data.shapes import Box
from figures import labels, telling
from figures.figure import Figure
from figures.ink import marks
from figures.ink.placing import Point
from figures.language import Language
from figures.maps import sheet
from figures.offices import listing, map_key, names, overview_marks, place_map, svg_map, wording
from figures.offices.overview_marks import COLUMN
from figures.palette import palette
from figures.room import PHONE_ROOM, on_phone
from figures.view import View

CLOSER: Box = (-125, -56, 155, 72)
"""The world where the key does not stand in the Pacific. Land farther east and west lies so far north that it is in sight, too."""

BELOW = 50
"""Pixels by which a map is lower whose key stands below, and its title above it: the page keeps its place."""

TALL = 320
"""Pixels that the map of a region is high on a phone: its marks lie close together, and each has a name."""

EVERYWHERE_NAMED = "MEX"
"""The country that accounts of the strategy dwell on: on a wide map of the world, too, its places are named."""


class Plan(NamedTuple):
    """How the map is laid out: its size and the width of a mark, in pixels; whether it has room for key and names."""

    width: int
    height: int
    mark: float
    has_key: bool
    has_names: bool


PLANS = {
    PHONE_ROOM: Plan(PHONE_ROOM, 180, 8.5, has_key=False, has_names=False),
    640: Plan(640, 268, 10.5, has_key=True, has_names=False),
    960: Plan(610, 256, 10, has_key=True, has_names=False),
    1240: Plan(740, 311, 10.5, has_key=True, has_names=True),
}
"""Room of the page → plan. The page scales the drawing to its column."""


@once(256, by=("countries",))
def figure(view: View) -> Figure:
    """Return the map of places named by sources by period of evidence, as the view narrows it."""
    catalog, selection, language = view.catalog, view.selection, view.language
    colors, plan = palette(view.theme), PLANS[view.room]
    offices = documented(catalog, selection).rows
    rows = listing.with_presences(listing.in_words(offices, catalog, language), selection, catalog, language)
    near = framed(catalog, selection)
    if on_phone(view) and near and not selection.countries:
        plan = plan._replace(height=TALL)
    paper = names.Paper(colors, (plan.width, plan.height), plan.mark)
    samples, heading = tuple(map_key.samples(rows, COLUMN, language, colors)), map_key.heading(COLUMN, language)
    key = map_key.key(samples, heading, colors.ink) if plan.has_key else None
    window, box = map_key.looking(rows, selection.countries, near, key, paper, CLOSER)
    if plan.has_key and not box:
        plan = plan._replace(height=plan.height - BELOW)
        paper = paper._replace(size=(plan.width, plan.height))
        window, box = map_key.looking(rows, selection.countries, near, None, paper, CLOSER)
    called = labels.countries(language, catalog)
    links = {iso3: overview_marks.link(iso3, called[iso3]) for iso3 in rows["iso3"]}
    detail = sheet.COARSE if window.scale < svg_map.CLOSE else sheet.FINE
    drawn = sheet.ground(window, selection.countries, {}, colors, detail, links)
    taken = [box] if box else []
    drawn += key.at(box, colors.paper) if key and box else ""
    tell = telling.teller("offices", catalog, language)
    drawn += _marked(svg_map.standing(window, rows, plan.mark), rows, bool(near), plan, paper, taken, tell)
    # A drawing within the drawing ends at its edge: so does the land that reaches beyond.
    size = plan.width, plan.height
    image = marks.drawing(f'<svg width="{size[0]}" height="{size[1]}">{drawn}</svg>', *size)
    made = place_map.figure("overview-map", rows, catalog, language, colors, "period", selection)
    return replace(
        made,
        drawing=image,
        title=_title(rows, language) if (rows["standing"] == OFFICE).any() else made.title,
        text=f"{made.text} {made.note}".strip(),
        note=language.gettext("A mark is a city, not an address.")
        if len(rows)
        else wording.none_is_named(selection, catalog, language),
        holds=_held(rows, language),
        legend="" if box else map_key.below(samples, heading),
    )


def _title(rows: pd.DataFrame, language: Language) -> str:
    """Return the finding in one line, whatever is chosen; the page says beside the map how many of all places these are."""
    offices = rows[rows["standing"] == OFFICE]
    after, total = int((offices["evidence_period"] == "after_strategy").sum()), len(offices)
    if not after:
        return language.ngettext(
            "The one place has no evidence dated after the strategy",
            "None of the {n} places has evidence dated after the strategy",
            total,
        )
    if after == total:
        return language.ngettext(
            "The one place has evidence from after the strategy",
            "All {n} places have evidence from after the strategy",
            total,
        )
    return language.ngettext(
        "{n} of {total} places has evidence from after the strategy",
        "{n} of {total} places have evidence from after the strategy",
        after,
        total=language.number(total),
    )


def _held(rows: pd.DataFrame, language: Language) -> str:
    """Return what the table holds in the words of the page: "55 places, 2 presences"; nothing where it is empty."""
    offices = int((rows["standing"] == OFFICE).sum())
    beside = len(rows) - offices
    said = [language.ngettext("{n} place", "{n} places", offices)] if offices else []
    said += [language.ngettext("{n} presence", "{n} presences", beside)] if beside else []
    return ", ".join(said)


def _marked(
    spots: Sequence[Point],
    rows: pd.DataFrame,
    is_close: bool,
    plan: Plan,
    paper: names.Paper,
    taken: Sequence[Box],
    tell: telling.Teller,
) -> str:
    """Return the marks, and the names that there is room for."""
    drawn = overview_marks.marked(rows, spots, plan.mark, paper.colors, tell)
    if is_close:
        return drawn + "".join(written for written, _box in names.cities(rows, spots, paper, taken))
    is_named = [plan.has_names and iso3 == EVERYWHERE_NAMED for iso3 in rows["iso3"]]
    before, after = overview_marks.names(rows, is_named, spots, paper, taken)
    return before + drawn + after
