"""The maps of flows, laid out: across the Pacific, and within the Americas, where the same places lie far enough apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.country.brief import HOME
from data.queries.flows import disputed, routes, until
from figures.flows import frames, listing, tagging
from figures.flows.frames import AMERICAS, NARROW, PACIFIC, WIDE, Frame
from figures.flows.route import Look, Route
from figures.ink.placing import Point, around
from figures.language import Language
from figures.maps import sheet, tags
from figures.maps.arcs import arcs
from figures.maps.sheet import Sheet
from figures.maps.taken import Tag, Taken

BETWEEN = 0.025
"""Room between two maps that stand side by side, as a part of the width."""

HEADED = 1.8
"""Heights of type at the top of a map that its heading takes."""


@dataclass(frozen=True)
class Panel:
    """One map.

    Attributes:
        heading: what it shows; empty where it stands alone.
        sheet: where places fall, from its own corner; `left`, `top`: where that corner is in the drawing.
        places: end → where it lies; `kinds`: what it is.
        named: end → its name beside its mark.
        tags: what is written at arcs, with the number of the route of each.
    """

    heading: str
    sheet: Sheet
    left: float
    top: float
    routes: tuple[Route, ...]
    places: Mapping[str, Point]
    kinds: Mapping[str, str]
    named: Mapping[str, Tag]
    tags: tuple[tuple[int, Tag], ...]


@once(64)
def panels(
    rows: pd.DataFrame, catalog: Catalog, language: Language, look: Look, width: float, height: float
) -> tuple[Panel, ...]:
    """Return the maps of the statements that lead from one place to another: the same whatever else is chosen, and in either theme.

    Args:
        rows: what `data.queries.flows.flows` returns.
        width, height: of all the maps together.
    """
    return tuple(_panels(rows, catalog, language, look, width, height))


def _panels(
    rows: pd.DataFrame, catalog: Catalog, language: Language, look: Look, width: float, height: float
) -> Iterator[Panel]:
    parts = frames.split(rows, catalog)
    aside = width >= WIDE
    shares = sum(frame.share if aside else frame.tall for frame, _ in parts)
    between = BETWEEN * width
    left = top = 0.0
    headings = {
        PACIFIC: language.gettext("Across the Pacific"),
        AMERICAS: language.gettext("Within the Americas"),
    }
    for frame, drawn in parts:
        room = (
            ((width - between * (len(parts) - 1)) * frame.share / shares, height)
            if aside
            else (width, (height - between * (len(parts) - 1)) * frame.tall / shares)
        )
        heading = headings[frame] if len(parts) > 1 else ""
        yield _panel(drawn, frame, heading, catalog, language, look, (left, top), room)
        left, top = (left + room[0] + between, 0.0) if aside else (0.0, top + room[1] + between)


def _panel(
    rows: pd.DataFrame,
    frame: Frame,
    heading: str,
    catalog: Catalog,
    language: Language,
    look: Look,
    corner: Point,
    room: Point,
) -> Panel:
    window = sheet.fit([frame.box if room[0] >= NARROW else frame.small], *room, margin=look.mark / 2)
    spots, ways = frames.spots(catalog), routes(rows)
    names, kinds, against = listing.ends(rows, catalog, language), listing.kinds(rows), disputed(catalog, rows)
    places = {end: window.place(*spots[end]) for end in names}
    seen = (4.0, HEADED * look.type if heading else 4.0, room[0] - 4, room[1] - 4)
    bent = arcs(list(zip(ways["from_end"], ways["to_end"], strict=True)), places, look.mark, look.gap, seen)
    sentences = listing.sentences(ways, catalog, language)
    drawn = tuple(
        Route(
            way.commodity,
            way.flow_ids,
            said,
            sum(flow in against for flow in way.flow_ids),
            until(way.flow_ids),
            arc,
        )
        for way, said, arc in zip(ways.itertuples(), sentences, bent, strict=True)
    )
    taken = Taken(
        (
            *(around(spot, look.mark * 1.4, look.mark * 1.4) for spot in places.values()),
            *(around(route.arc.tip, look.mark, look.mark) for route in drawn),
        ),
        tuple(bent),
        seen,
    )
    named = tags.names(places, names, look.mark, look.type, taken, {HOME: language.gettext("U.S.")})
    taken = taken.and_these([tag.box(look.type) for tag in named.values()])
    written = (tagging.beside if frame is AMERICAS else tagging.along)(drawn, taken, look, language)
    return Panel(heading, window, *corner, drawn, places, kinds, named, tuple(written))
