"""The map of the page of offices: a drawing whose marks and countries are links that set the filter."""

from dataclasses import replace

import pandas as pd

from data import link
from data.once import once
from data.queries.country.brief import HOME
from data.queries.offices import documented, presences
from data.queries.regions import framed
from data.selection import EVERYTHING
from data.shapes import Box
from figures import labels
from figures.figure import Figure
from figures.ink import marks
from figures.ink.legend import Sample
from figures.maps import sheet
from figures.offices import choosing, coding, listing, map_key, place_map, svg_map, wording
from figures.palette import palette
from figures.room import on_phone
from figures.view import View

KEY = "offices-map"

WORLD: Box = (-134, -54, 155, 74)
"""What a phone shows of the world: every office, and all land but Antarctica, the far north and some islands of the Pacific."""

BESIDE = 0.62
"""Part of a wide column that the map takes beside its list; in a narrow one it takes all of it."""

NARROW = 700
"""Pixels of a column up to which nothing stands beside the map."""

MARK, MARK_NARROW = 11, 10
HIGH, HIGH_NARROW, HIGH_NEAR, HIGH_REGION = 0.44, 0.51, 0.6, 0.95
"""Height of the map as a part of its width: of the world with its key in the Pacific, or without it, of a close view, and of a
region on a phone."""


@once(256, by=("countries",))
def figure(view: View) -> Figure:
    """Return the map of documented places that the view allows."""
    colors, column = palette(view.theme), coding.COLUMNS[view.choice(link.OFFICES_COLOR)]
    near = framed(view.catalog, view.selection)
    offices = documented(view.catalog, view.selection).rows
    rows = listing.with_presences(
        listing.in_words(offices, view.catalog, view.language), view.selection, view.catalog, view.language
    )
    wide = view.room * BESIDE if view.room > NARROW else view.room
    close = HIGH_REGION if on_phone(view) and not view.selection.countries else HIGH_NEAR
    size = round(wide), round(wide * (close if near else HIGH_NARROW if on_phone(view) else HIGH))
    paper = svg_map.Paper(colors, size, MARK_NARROW if on_phone(view) else MARK)
    home, heading = place_map.home(view.catalog, view.language), map_key.heading(column, view.language)
    samples = tuple(map_key.samples(rows, column, view.language, colors))
    # Whatever the key adds, a close view stays where it is; the world always holds home.
    if not near or sheet.shows(
        svg_map.looking(rows, view.selection.countries, near, paper, WORLD), HOME, sheet.HATCHED
    ):
        samples += (Sample(svg_map.hatched(colors), home.words if on_phone(view) else home.short),)
    key = None if on_phone(view) else map_key.key(samples, heading, colors.ink)
    window, box = map_key.looking(rows, view.selection.countries, near, key, paper, WORLD)
    drawn = svg_map.offices(
        rows,
        column,
        coding.fills(column, colors),
        view.selection.countries,
        paper,
        framed=near,
        home=home,
        web=_web(rows, column, view),
        window=window,
        taken=[box] if box else [],
    )
    drawn += key.at(box, colors.paper) if key and box else ""
    told = place_map.figure(
        KEY,
        rows,
        view.catalog,
        view.language,
        colors,
        view.choice(link.OFFICES_COLOR),
        view.selection,
        chosen_by=link.OFFICES_COLOR.urls,
        is_home_hatched=True,
    )
    # A drawing within the drawing ends at its edge: so does the land that reaches beyond.
    image = marks.drawing(f'<svg width="{size[0]}" height="{size[1]}">{drawn}</svg>', *size)
    return replace(told, drawing=image, legend="" if box or not samples else map_key.below(samples, heading))


def _web(rows: pd.DataFrame, column: str, view: View) -> svg_map.Web:
    """Return where clicks lead, and what is said of each country and mark to who points at it."""
    found = documented(view.catalog, EVERYTHING).rows["iso3"].value_counts()
    at_work = set(presences(view.catalog, EVERYTHING).rows["iso3"])
    links = {
        iso3: marks.Link(
            choosing.address(view, iso3),
            wording.of_country(iso3, name, int(found.get(iso3, 0)), iso3 in at_work, view.language),
        )
        for iso3, name in labels.countries(view.language, view.catalog).items()
    }
    return svg_map.Web(links, wording.of_marks(rows, column, view.catalog, view.language))
