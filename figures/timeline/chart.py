"""The timeline as a figure: its drawing, the same in words, and all events that the filters keep as its rows."""

from functools import partial

import pandas as pd

from data.link import TIMELINE_LANES
from data.queries import release
from data.queries.timeline import events, with_lanes
from figures.figure import Figure
from figures.ink.marks import drawing
from figures.language import Language
from figures.room import PHONE_ROOM
from figures.timeline import drawing as scene
from figures.timeline import wording
from figures.timeline.lanes import names
from figures.timeline.listing import cited, told
from figures.timeline.span import Span, span
from figures.view import ROOM, View

HEIGHTS = {PHONE_ROOM: 492.0, 640: 440.0, ROOM: 400.0, 1240: 500.0}
"""Width of a page's column in pixels → the height that the drawing may take, so that what is picked in it stands in sight below."""

TYPES = tuple(size / 14 for size in range(22, 18, -1))
"""How much larger the type of a picture may be than the page's: 22 pixels and, where a key event else has no label, as little as 19: less is below 7.5 points on a paper."""


def figure(view: View) -> Figure:
    """Return the timeline of the events that a view's filters keep; at least one."""
    catalog, language, lanes = view.catalog, view.language, view.choice(TIMELINE_LANES)
    kept, shown = events(catalog, view.selection).rows, span(view)
    rows = with_lanes(catalog, told(catalog, kept, language), lanes, view.selection)
    seen, drawn = shown.within(rows), shown.within(kept)
    content, high = scene.svg(view, view.room, HEIGHTS.get(view.room, HEIGHTS[ROOM]))
    named = names(catalog, lanes, language)
    return Figure(
        key="timeline",
        title=title(drawn, shown, language),
        text=wording.text(seen, named, shown, lanes, language),
        note=wording.zoomed(drawn, kept, shown, language),
        rows=rows.assign(lane_name=rows["lane"].map(named)),
        columns={
            "title": language.gettext("Event"),
            "when": language.gettext("Date"),
            "precision": language.gettext("Precision"),
            "lane_name": language.gettext("Lane"),
            "date": language.gettext("Date in ISO 8601"),
            "event_id": language.gettext("Code"),
            "sources": language.gettext("Sources"),
        },
        holds=language.ngettext("{n} event", "{n} events", len(rows)),
        source_ids=cited(catalog, kept),
        drawing=drawing(content, view.room, high),
        picture=partial(_picture, view, False),
        apart=partial(_picture, view, True),
        sorted_by={"when": "date"},
    )


def title(seen: pd.DataFrame, shown: Span, language: Language) -> str:
    """Return which years are drawn, and what 2023 is.

    Args:
        seen: the events that are drawn.
    """
    if release.EVENT in set(seen["event_id"]) and shown.first == shown.last:
        return language.gettext("{year}, the year HSI released its strategy").format(year=shown.first)
    if len(seen) == 1:
        return language.gettext("The event of {date}").format(date=language.date(seen["date"].iloc[0]))
    if shown.first == shown.last:
        return language.gettext("Events of {year}").format(year=shown.first)
    return language.gettext("Events from {first} to {last}").format(first=shown.first, last=shown.last)


def _picture(view: View, apart: bool, wide: float, high: float) -> str:
    """Return the drawing of a picture: laid out anew for its shape, in larger type, the largest in which most key events have a label."""
    larger = _larger(view, apart, wide, high)
    content, _high = scene.svg(view, wide / larger, high / larger, linked=False, apart=apart)
    return f'<g transform="scale({larger:g})">{content}</g>'


def _larger(view: View, apart: bool, wide: float, high: float) -> float:
    """Return how much larger than on the page the type of a picture is."""
    best, fewest = TYPES[0], None
    # In a file of slides, where words can be edited, none is smaller.
    for larger in TYPES[:1] if apart else TYPES:
        unnamed = scene.unnamed(view, wide / larger, high / larger, apart)
        if fewest is None or unnamed < fewest:
            best, fewest = larger, unnamed
        if not unnamed:
            break
    return best
