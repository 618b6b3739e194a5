"""The map of flows: an arrow for each commodity between two places, each a link to what is said of it."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

import pandas as pd

from data.queries.flows import between_places
from data.queries.narrowing import sources_of
from figures import narrowing
from figures.figure import Figure
from figures.flows import frames, listing, map_key, svg_map, wording
from figures.flows.route import Look
from figures.flows.statements import anchor
from figures.ink import legend, marks
from figures.ink.marks import Link
from figures.maps.sheet import Detail
from figures.palette import palette
from figures.room import PHONE_ROOM, WIDE_ROOM
from figures.view import View

KEY = "supply-map"

LOOKS = {PHONE_ROOM: Look(9, 14, 2, 18, Detail(1, 3)), WIDE_ROOM: Look(14, 17, 2.8, 27, Detail(3, 8))}
LOOK = Look(11, 14, 2.2, 21, Detail(3, 7))
"""Sizes in a room of that many pixels, and in any other."""


def figure(rows: pd.DataFrame, view: View) -> Figure:
    """Return the map.

    Args:
        rows: what `data.queries.flows.flows` returns, with at least one that leads from one place to another.
    """
    catalog, language, colors = view.catalog, view.language, palette(view.theme)
    drawn, chosen = between_places(rows), view.selection.countries
    source_ids = tuple(sources_of(catalog, "flow_sources", "flow_id", drawn["flow_id"]))
    size = float(view.room), frames.height(drawn, catalog, view.room)
    look = LOOKS.get(view.room, LOOK)
    told = _told(drawn, view)
    svg = svg_map.drawing(drawn, catalog, language, colors, chosen, look, size, _links(drawn, told, view), told)
    return Figure(
        key=KEY,
        title=wording.title(drawn, view.selection.has_places, catalog, language),
        text=wording.text(drawn, catalog, language),
        rows=listing.in_words(drawn, catalog, language),
        columns=listing.columns(language),
        source_ids=source_ids,
        note=wording.note(source_ids, len(rows) - len(drawn), catalog, language),
        drawing=marks.drawing(svg, *size),
        legend=legend.html(map_key.samples(drawn, catalog, language, colors)),
        picture=partial(svg_map.slide, drawn, catalog, language, colors, chosen),
        apart=partial(svg_map.slide, drawn, catalog, language, colors, chosen, is_apart=True),
        narrowed_by=("countries",),
        chosen_by=("supply_commodity",),
        search=narrowing.commodity(view),
    )


def _links(rows: pd.DataFrame, told: Mapping[str, str], view: View) -> dict[str, Link]:
    """Return where arrows and places lead: to the row that states it, and to what is said of that country alone."""
    language = view.language
    said = dict(zip(rows["flow_id"], listing.sentences(rows, view.catalog, language), strict=True))
    found = {flow: Link(f"#{anchor(flow)}", words) for flow, words in said.items()}
    kinds = listing.kinds(rows)
    for end in (end for end, kind in kinds.items() if kind == "country"):
        only = view.selection.countries == (end,)
        pattern = (
            language.gettext("{place}. Show what is said of all countries")
            if only
            else language.gettext("{place}. Show only what is said of it")
        )
        address = view.address(view.page, country=[] if only else [end])
        found[end] = Link(address, pattern.format(place=told[end]))
    return found


def _told(rows: pd.DataFrame, view: View) -> dict[str, str]:
    """Return end → its name, and how many statements name it."""
    counts = Counter(end for way in zip(rows["from_end"], rows["to_end"], strict=True) for end in set(way))
    return {
        end: view.language.ngettext("{place}: {n} statement", "{place}: {n} statements", counts[end], place=name)
        for end, name in listing.ends(rows, view.catalog, view.language).items()
    }
