"""The figures on a page of files, each drawn for a wide window and for a phone, no larger than its words are meant to be."""

import re
from dataclasses import replace

from data import link
from figures import dress, every, framed
from figures.figure import Figure
from figures.offices import countries
from figures.room import PHONE_ROOM
from figures.sources import citing
from figures.trends import screen as trends
from figures.view import View

WIDE = {"offices": 700}
"""Page → the room for which its drawings are made: a map that stands beside a list elsewhere has the page for itself."""

NARROW = "narrow-"
WITHIN = re.compile(rf'href="#{NARROW}([^"]+)"')

INDICATOR, SOURCE, OFFICE = "indicator:", "source:", "office:"


def of(view: View) -> tuple[Figure, ...]:
    """Return the figures of a page, both drawings in one; those that Streamlit's page shows, or those to which it leads."""
    others = {one.key: one for one in _of(replace(view, room=PHONE_ROOM))}
    return tuple(in_both(one, others.get(one.key)) for one in _of(replace(view, room=WIDE.get(view.page, view.room))))


def _of(view: View) -> tuple[Figure, ...]:
    shown = every.of(view)
    match view.page:
        case "country" if not view.selection.countries:
            return (countries.figure(replace(view, page="offices")),)
        case "timeline" if view.choices:
            return shown[:1]
        case "sources" if view.choices:
            return tuple(one for one in shown if one.key == "sources-table")
        case "sources":
            # What cites a source stands on the source's own page: here one would have to be picked.
            return tuple(one for one in shown if one.key != citing.KEY)
        case "record" if (code := str(view.choice(link.RECORD))).startswith(SOURCE):
            return (*shown, citing.figure(view.catalog, code.removeprefix(SOURCE), view.language))
        case "record" if (code := str(view.choice(link.RECORD))).startswith(OFFICE):
            # Its own evidence stands above; the map's other places have theirs.
            return tuple(replace(one, source_ids=()) for one in shown)
        case "record" if (code := str(view.choice(link.RECORD))).startswith(INDICATOR):
            charted = replace(view, page="trends", choices=())
            return (*trends.drawn(charted, [code.removeprefix(INDICATOR)]), *shown)
    return shown


def in_both(figure: Figure, slim: Figure | None) -> Figure:
    """Return a figure whose drawing is one for a wide window and one for a phone; each with the key that goes with it."""
    wide, narrow = framed.drawn(figure), framed.drawn(slim) if slim else ""
    return (
        replace(figure, drawing=in_two(wide, narrow) if narrow else framed.capped(wide), legend="") if wide else figure
    )


def in_two(wide: str, narrow: str) -> str:
    """Return HTML of which a style sheet shows one: the wide one, or, in a phone's window, the narrow one."""
    if wide == narrow:
        return framed.capped(wide)
    return f'<div class="in-wide">{framed.capped(wide)}</div><div class="in-narrow">{dress.apart(framed.capped(narrow), NARROW)}</div>'


def leading(html: str) -> str:
    """Return HTML whose links from a narrow drawing lead to the narrow one's parts, where it has such a part, else to the page's."""
    parts = set(re.findall(rf'id="{NARROW}([^"]+)"', html))
    return WITHIN.sub(lambda found: found[0] if found[1] in parts else f'href="#{found[1]}"', html)
