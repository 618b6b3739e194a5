"""A map of flows, laid out: arcs, marks and names at the places of one projection, for the screen and for pictures."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from data.catalog import Catalog
from data.queries.flows import anchors, between_places, disputed, routes
from data.shapes import Box
from figures import labels
from figures.flows import listing, wording
from figures.ink.lettering import BOLD, PLAIN, Face, width
from figures.ink.placing import Label, Point
from figures.language import Language
from figures.maps.arcs import Arc, arcs, lettered
from figures.maps.viewport import fit
from figures.palette import Palette

CUT = -30.0
"""The meridian along which the map is cut, in the Atlantic: what moves between Asia and the Americas crosses the Pacific."""

WIDER = ("illicit_opioids", "narcotics")
"""Commodities of which fentanyl is one kind."""

NARROW = 500
"""A map narrower than this, in pixels, names commodities by a letter, which its key explains."""

PACIFIC: Box = (-290, -5, -65, 60)
"""Where an empty map looks."""

MARKS = {"country": "circle", "region": "ring"}
"""Kind of an end → the shape that marks it."""


@dataclass(frozen=True)
class Layout:
    """What is drawn, in pixels of one projection.

    Attributes:
        places: end → where it lies; `kinds` and `names`: what it is, and its name.
        drawn, words, labels: arcs, what each says when it is pointed at, and its label.
        named: the names of the ends, in the order of `names`.
    """

    places: Mapping[str, Point]
    kinds: Mapping[str, str]
    names: Mapping[str, str]
    drawn: list[Arc]
    words: list[str]
    labels: list[Label]
    named: list[Label]

    def written(self, colors: Palette) -> Iterator[tuple[Point, Label, str, Face]]:
        """Yield the labels of arcs, then the names of ends: the place that each belongs to, its colour and its face."""
        fills = colors_of(colors)
        for arc, spot in zip(self.drawn, self.labels, strict=True):
            yield arc.middle, spot, fills[arc.commodity], PLAIN
        for end, spot in zip(self.names, self.named, strict=True):
            yield self.places[end], spot, colors.ink, BOLD


def colors_of(colors: Palette) -> dict[str, str]:
    """Return commodity → colour. What is a kind of fentanyl's trade has its colour, and a line of its own."""
    own = dict(zip((code for code in labels.WORDS["commodity"] if code not in WIDER), colors.series, strict=False))
    return own | dict.fromkeys(WIDER, own["fentanyl"])


def located(rows: pd.DataFrame, catalog: Catalog) -> dict[str, tuple[float, float]]:
    """Return end → longitude and latitude; longitudes grow from west to east across the Pacific, from -330 to -30."""
    known = anchors(catalog)
    found = dict.fromkeys([*rows["from_end"], *rows["to_end"]])
    return {end: (known[end][0] - 360 * (known[end][0] > CUT), known[end][1]) for end in found}


def box(
    rows: pd.DataFrame, catalog: Catalog, language: Language, size: tuple[float, float], mark: float, type_size: float
) -> Box:
    """Return the box around all arcs and the names to the right of their ends, in degrees; the Pacific without any.

    On a narrow map names find their room between the arcs.

    Args:
        rows: what `data.queries.flows.flows` returns.
        size: width and height of the map; `mark`, `type_size`: as for `laid_out`, all in pixels.
    """
    drawn = between_places(rows)
    if drawn.empty:
        return PACIFIC
    spots = located(drawn, catalog)
    wide = fit([(x, y, x, y) for x, y in spots.values()], round(size[0]), round(size[1]), margin=round(3 * type_size))
    bent = arcs(routes(drawn), {end: wide.pixels(*spot) for end, spot in spots.items()}, mark, type_size)
    points = [wide.place(x, y) for arc in bent for x, y in arc.line]
    for end, name in listing.ends(drawn, catalog, language).items():
        x, y = wide.pixels(*spots[end])
        room = width(name, type_size, BOLD) if size[0] >= NARROW else 0
        points += [spots[end], wide.place(x + room, y)]
    longitudes, latitudes = zip(*points, strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def laid_out(
    rows: pd.DataFrame,
    catalog: Catalog,
    language: Language,
    project: Callable[[float, float], Point],
    mark: float,
    type_size: float,
    frame: tuple[float, float, float, float],
) -> Layout:
    """Return the map of the statements that name a place at either end.

    Args:
        rows: what `data.queries.flows.flows` returns.
        project: longitude and latitude → pixels.
        mark: width of the mark of an end; `type_size`: of labels and names, both in pixels.
        frame: left, top, right and bottom of the map, in pixels.
    """
    drawn = between_places(rows)
    found, ways = located(drawn, catalog), routes(drawn)
    names, against = listing.ends(drawn, catalog, language), disputed(catalog, drawn)
    places = {end: project(*spot) for end, spot in found.items()}
    bent = arcs(ways, places, mark, type_size)
    words_of = letters(language) if frame[2] - frame[0] < NARROW else labels.words(language, "commodity")
    short = [_label(row, words_of, against, language) for row in ways.itertuples()]
    texts, named = lettered(bent, short, places, names, type_size, _edge(frame, type_size))
    words = [_said(row, names, against, language) for row in ways.itertuples()]
    return Layout(places, listing.kinds(drawn), names, bent, words, texts, named)


def _edge(frame: tuple[float, float, float, float], step: float) -> list[Point]:
    """Return points just outside the sides of the map."""
    left, top, right, bottom = frame
    heights = [top + step * at for at in range(int((bottom - top) / step) + 1)]
    return [(x, y) for y in heights for x in (left - step / 2, left - 1.5 * step, right + step / 2, right + 1.5 * step)]


def letters(language: Language) -> dict[str, str]:
    """Return commodity → the letter that stands for it on a narrow map."""
    return {
        "precursors": language.pgettext("letter for precursors", "P"),
        "fentanyl": language.pgettext("letter for fentanyl", "F"),
        "illicit_opioids": language.pgettext("letter for illicit opioids", "O"),
        "narcotics": language.pgettext("letter for narcotics", "N"),
        "weapons": language.pgettext("letter for weapons", "W"),
        "cash": language.pgettext("letter for cash", "C"),
    }


def _label(row: pd.Series, words: Mapping[str, str], against: Mapping[str, tuple[str, ...]], language: Language) -> str:
    word = words[row.commodity]
    if row.statements > 1:
        word = language.gettext("{commodity} ({n})").format(commodity=word, n=language.number(int(row.statements)))
    return word + wording.star(row.flow_ids, against)


def _said(row: pd.Series, names: Mapping[str, str], against: Mapping[str, tuple[str, ...]], language: Language) -> str:
    return language.gettext("{commodity}, {start} to {end}: {statements}").format(
        commodity=labels.words(language, "commodity")[row.commodity],
        start=names[row.from_end],
        end=names[row.to_end],
        statements=language.ngettext("{n} statement", "{n} statements", int(row.statements)),
    ) + wording.star(row.flow_ids, against)
