"""The maps of flows, laid out: across the Pacific, and within the Americas, where the same places lie far enough apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from data.catalog import Catalog
from data.queries.flows import anchors, between_places, disputed, routes
from data.shapes import Box
from figures import labels
from figures.flows import listing
from figures.ink.placing import Point, around
from figures.language import Language
from figures.maps import sheet, tags
from figures.maps.arcs import Arc, arcs
from figures.maps.sheet import Detail, Sheet
from figures.maps.tags import Tag, Taken
from figures.palette import Palette

CUT = -30.0
"""The meridian along which maps are cut, in the Atlantic: what moves between Asia and the Americas crosses the Pacific."""

DATE_LINE = -180.0
"""Longitudes grow from west to east across it: what lies in Asia has one below it."""

WIDER = ("illicit_opioids", "narcotics")
"""Commodities of which fentanyl is one kind."""

BETWEEN = 0.025
"""Room between two maps that stand side by side, as a part of the width."""

HEADED = 1.8
"""Heights of type at the top of a map that its heading takes."""

DENIED = "†"
"""Stands at what another source denies or corrects, and at such a statement everywhere."""


class Look(NamedTuple):
    """Sizes in pixels: of the mark of a place, of type, of a line, and how far two arcs lie apart in their middle.

    Attributes:
        coast: how closely the land is drawn: it only says where places lie, and travels on every change of a filter.
    """

    mark: float
    type: float
    line: float
    gap: float
    coast: Detail


@dataclass(frozen=True)
class Route:
    """One arrow: a commodity between two places, and the statements that say so.

    Attributes:
        said: what it says in a sentence.
        denied: how many of its statements another source denies or corrects.
    """

    commodity: str
    flow_ids: tuple[str, ...]
    said: str
    denied: int
    arc: Arc


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


class Frame(NamedTuple):
    """What a map shows, whatever is chosen.

    Attributes:
        box: in degrees; `small`: on a map as narrow as a phone's, with room for names at its side.
        share: of the width, where another map stands beside it; `tall`: its height, where none does, as a part of its width.
    """

    box: Box
    small: Box
    share: float
    tall: float


PACIFIC = Frame((-288, -14, -46, 58), (-288, -14, -34, 58), 0.61, 0.66)
AMERICAS = Frame((-127, -3, -69, 48), (-127, -3, -69, 48), 0.39, 0.95)

NARROW = 500
"""A map narrower than so many pixels is a phone's."""

WIDE, LOW = 900, 0.4
"""From so many pixels on the two maps stand side by side, and both are as high as this part of the width; below, one stands under
the other."""


def colors_of(colors: Palette) -> dict[str, str]:
    """Return commodity → colour. What is a kind of fentanyl's trade has its colour, and a name of its own."""
    own = dict(zip((code for code in labels.WORDS["commodity"] if code not in WIDER), colors.series, strict=False))
    return own | dict.fromkeys(WIDER, own["fentanyl"])


def height(rows: pd.DataFrame, catalog: Catalog, width: float) -> float:
    """Return how tall the maps of some statements are, at a width."""
    frames = [frame for frame, _ in _split(rows, catalog)]
    if width >= WIDE:
        return round(width * LOW)
    return round(sum(width * frame.tall for frame in frames))


def panels(
    rows: pd.DataFrame, catalog: Catalog, language: Language, look: Look, width: float, height: float
) -> Iterator[Panel]:
    """Yield the maps of the statements that lead from one place to another.

    Args:
        rows: what `data.queries.flows.flows` returns.
        width, height: of all the maps together.
    """
    parts = _split(rows, catalog)
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


def _split(rows: pd.DataFrame, catalog: Catalog) -> list[tuple[Frame, pd.DataFrame]]:
    """Return each map that has something to show with its statements."""
    drawn, spots = between_places(rows), _spots(catalog)
    near = pd.Series(
        [
            all(spots[end][0] > DATE_LINE for end in ends)
            for ends in zip(drawn["from_end"], drawn["to_end"], strict=True)
        ],
        index=drawn.index,
        dtype=bool,
    )
    return [(frame, drawn[part]) for frame, part in ((PACIFIC, ~near), (AMERICAS, near)) if part.any()]


def _spots(catalog: Catalog) -> dict[str, Point]:
    """Return end → longitude and latitude; longitudes grow from west to east across the Pacific, from -330 to -30."""
    return {end: (x - 360 * (x > CUT), y) for end, (x, y) in anchors(catalog).items()}


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
    spots, ways = _spots(catalog), routes(rows)
    names, kinds, against = listing.ends(rows, catalog, language), listing.kinds(rows), disputed(catalog, rows)
    places = {end: window.place(*spots[end]) for end in names}
    seen = (4.0, HEADED * look.type if heading else 4.0, room[0] - 4, room[1] - 4)
    bent = arcs(list(zip(ways["from_end"], ways["to_end"], strict=True)), places, look.mark, look.gap, seen)
    sentences = listing.sentences(ways, catalog, language)
    drawn = tuple(
        Route(way.commodity, way.flow_ids, said, sum(flow in against for flow in way.flow_ids), arc)
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
    named = tags.names(places, names, look.mark, look.type, taken)
    taken = taken.and_these([tag.box(look.type) for tag in named.values()])
    written = _beside(drawn, taken, look, language) if frame is AMERICAS else _along(drawn, taken, look, language)
    return Panel(heading, window, *corner, drawn, places, kinds, named, tuple(written))


def _along(drawn: tuple[Route, ...], taken: Taken, look: Look, language: Language) -> Iterator[tuple[int, Tag]]:
    """Yield a tag for all the arrows of a commodity together, and the sign of a dispute at each that bears one."""
    words = labels.words(language, "commodity")
    for commodity, group in groupby(range(len(drawn)), key=lambda at: drawn[at].commodity):
        ours = list(group)
        count = sum(len(drawn[at].flow_ids) for at in ours)
        text = (
            language.gettext("{commodity}, {n}").format(
                commodity=words[commodity], n=language.ngettext("{n} statement", "{n} statements", count)
            )
            if count > 1
            else words[commodity]
        )
        tops = sorted(ours, key=lambda at: drawn[at].arc.at(0.5)[1])
        tag = tags.along([drawn[at].arc for at in tops], text, look.type, taken)
        taken = taken.and_these([tag.box(look.type)])
        yield ours[0], tag
        for at in ours:
            if drawn[at].denied:
                sign = tags.on_line(drawn[at].arc, DENIED, look.type, taken)
                taken = taken.and_these([sign.box(look.type)])
                yield at, sign


def _beside(drawn: tuple[Route, ...], taken: Taken, look: Look, language: Language) -> Iterator[tuple[int, Tag]]:
    """Yield a tag for each arrow, those between the same two places in one block."""
    words = labels.words(language, "commodity")
    pairs: dict[tuple[str, str], list[int]] = {}
    for at, route in enumerate(drawn):
        pairs.setdefault((route.arc.start, route.arc.end), []).append(at)
    for ours in sorted(pairs.values(), key=len, reverse=True):
        texts = [_short(drawn[at], words[drawn[at].commodity], language) for at in ours]
        found = tags.beside([drawn[at].arc for at in ours], texts, look.type, taken)
        taken = taken.and_these([tag.box(look.type) for tag in found])
        yield from zip(ours, found, strict=True)


def _short(route: Route, word: str, language: Language) -> str:
    if len(route.flow_ids) > 1:
        word = language.gettext("{commodity} ({n})").format(commodity=word, n=language.number(len(route.flow_ids)))
    return word + DENIED * bool(route.denied)
