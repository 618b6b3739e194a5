"""Where a country lies and which places in it are documented: a small map with a globe in its corner."""

from collections.abc import Sequence
from functools import partial

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.country.brief import HOME
from data.queries.evidence import PRESENCE
from data.queries.narrowing import sources_of
from data.selection import Selection
from data.shapes import Box, boxes
from figures import evidenced, labels
from figures.figure import Figure
from figures.ink import legend, marks
from figures.ink.lettering import balanced, width
from figures.ink.placing import Label, Point
from figures.language import Language
from figures.maps import sheet
from figures.offices import coding, listing, svg_map, wording
from figures.palette import Palette, Theme, palette

COLUMN = "evidence_period"

OF_RECORD = (480, 300)
"""Pixels of the map that stands beside what is said of a place."""

AROUND = 0.3
"""How much of its neighbours is shown on each side, as a part of the country's own extent."""

LEAST = 2.5
"""And at least so many degrees, so that a city state has neighbours."""

MARK = {"wide": 13, "narrow": 11}
"""Width of a mark, and size of the names, in pixels, on a laptop's and a phone's map."""

SLIDE_MARK = 24
LOW = 2
"""A picture that is not so many times as wide as it is high has its key below the map."""

BROKEN = 0.34
"""Part of a picture's width that words of a key may take that else would take more of it than the map: they are broken into lines."""

GLOBE = 0.19
"""Radius of the globe, as a part of the map's shorter side."""

Size = tuple[float, float]


@once(256)
def figure(
    offices: pd.DataFrame,
    iso3: str,
    catalog: Catalog,
    language: Language,
    theme: Theme,
    size: tuple[int, int],
    chosen: str = "",
) -> Figure:
    """Return the map of one country.

    Args:
        offices: documented offices of the country, as `data.queries.offices.documented` gives them; may be empty.
        iso3: the country's code, of the table of countries.
        size: width and height in pixels; the page scales it down where it has less room.
        chosen: the place that is meant, which has a ring; empty where all are.
    """
    colors = palette(theme)
    places = listing.in_words(offices, catalog, language)
    rows = listing.with_presences(places, Selection(countries=(iso3,)), catalog, language)
    name, said = labels.countries(language, catalog)[iso3], labels.in_sentences(language, catalog)[iso3]
    samples = tuple(coding.samples(rows, COLUMN, language, colors))
    told = wording.of_marks(rows, COLUMN, catalog, language)
    draw = partial(svg, rows, iso3, name, centre(catalog, iso3), colors, chosen=chosen, told=told)
    globe = partial(_globe, iso3, centre(catalog, iso3), colors=colors)
    mark = MARK["wide" if size[0] > 400 else "narrow"]
    return Figure(
        key=f"country-map-{iso3.lower()}",
        title=_title(places, len(rows) > len(places), iso3, language.opening(said), language),
        text=_text(rows, iso3, said, region(catalog, iso3, language), language),
        rows=rows,
        columns=listing.columns(language),
        source_ids=tuple(sources_of(catalog, "office_evidence", "office_id", rows["office_id"])),
        note=language.gettext("A mark stands for a city that a source names, as of the date of that evidence.")
        if len(rows)
        else "",
        drawing=marks.drawing(draw(size, mark), *size),
        legend=legend.html(samples),
        picture=partial(_slide, draw, globe, samples, colors),
        narrowed_by=("countries",),
    )


def centre(catalog: Catalog, iso3: str) -> Point:
    """Return the longitude and latitude at which a country stands for itself."""
    return svg_map.middle(catalog, iso3)


def region(catalog: Catalog, iso3: str, language: Language) -> str:
    """Return the part of the world in which a country lies, in words."""
    code = catalog.names("countries", "iso3", "region")[iso3]
    return labels.words(language, "region")[code]


def svg(
    rows: pd.DataFrame,
    iso3: str,
    name: str,
    middle: Point,
    colors: Palette,
    size: Size,
    mark: float,
    chosen: str = "",
    told: Sequence[str] = (),
    has_globe: bool = True,
) -> str:
    """Return the map as SVG content.

    Args:
        rows: as `listing.in_words` gives them.
        name: of the country, written on it where no place is.
        middle: longitude and latitude at which the country stands for itself.
        size: width and height in pixels.
        mark: width of a mark, and size of the names, in pixels.
        chosen: the place that has a ring.
        told: what is said of each place to who points at its mark.
        has_globe: whether the globe stands in a corner of the map, or elsewhere.
    """
    paper = svg_map.Paper(colors, size, mark)
    window = sheet.fit([_view(iso3, middle)], *size, margin=mark)
    own = window.place(*middle)
    drawn = f'<rect width="{size[0]:g}" height="{size[1]:g}" fill="{colors.paper}"/>'
    drawn += sheet.ground(window, [iso3], {iso3: colors.tint}, colors)
    if iso3 not in boxes():
        drawn += _ring(own, mark * 1.6, colors.chosen)
    radius = min(size) * GLOBE
    x, y = _corner(svg_map.placed(window, rows) or [own], radius, size)
    taken = [*_small(window, iso3, rows, mark), *([(x, y, x + 2 * radius, y + 2 * radius)] if has_globe else [])]
    for at, code in zip(svg_map.placed(window, rows), rows["office_id"], strict=True):
        if code == chosen:
            drawn += _ring(at, mark * 1.9, colors.chosen)
    drawn += svg_map.marked(window, rows, COLUMN, coding.fills(COLUMN, colors), [iso3], paper, taken, told)
    if rows.empty:
        drawn += Label(name, (0.0, 0.0), "middle").svg(own, mark, colors.ink, colors.paper, size[0])
    return drawn + (_globe(iso3, middle, (x, y), radius, colors) if has_globe else "")


def _view(iso3: str, middle: Point) -> Box:
    """Return the box to look at: the country with some of its neighbours."""
    west, south, east, north = boxes().get(iso3, (*middle, *middle))
    wide, high = max((east - west) * AROUND, LEAST), max((north - south) * AROUND, LEAST)
    return max(west - wide, -180.0), max(south - high, -80.0), min(east + wide, 180.0), min(north + high, 83.6)


def _small(window: sheet.Sheet, iso3: str, rows: pd.DataFrame, mark: float) -> list[Box]:
    """Return the box of a country, in pixels, that a name in it would hide: it is less wide than the widest."""
    if iso3 not in boxes() or rows.empty:
        return []
    west, south, east, north = boxes()[iso3]
    (left, low), (right, high) = window.place(west, south), window.place(east, north)
    return [(left, high, right, low)] if right - left < max(width(city, mark) for city in rows["city"]) else []


def _ring(at: Point, across: float, color: str) -> str:
    return f'<circle cx="{at[0]:g}" cy="{at[1]:g}" r="{across / 2:g}" fill="none" stroke="{color}" stroke-width="2"/>'


def _corner(points: Sequence[Point], radius: float, size: Size) -> Point:
    """Return where the globe stands: in the corner that is farthest from every place."""
    corners = [(x, y) for x in (0.0, size[0] - 2 * radius) for y in (0.0, size[1] - 2 * radius)]

    def clear(corner: Point) -> float:
        x, y = corner[0] + radius, corner[1] + radius
        return min((x - u) ** 2 + (y - v) ** 2 for u, v in points)

    return max(corners, key=clear)


def _globe(iso3: str, middle: Point, corner: Point, radius: float, colors: Palette) -> str:
    """Return the globe that says where in the world this is."""
    ball, (x, y) = sheet.Ball(2 * radius, 2 * radius, *middle, radius=radius), corner
    return (
        f'<g transform="translate({x:g} {y:g})">'
        f'<circle cx="{radius:g}" cy="{radius:g}" r="{radius:g}" fill="{colors.panel}" stroke="{colors.coast}"/>'
        f"{sheet.land(ball, {iso3: colors.chosen}, colors.coast, colors.panel)}"
        f"{_ring(ball.place(*middle), radius * 0.3, colors.chosen)}</g>"
    )


def _slide(
    draw: "partial[str]",
    globe: "partial[str]",
    samples: Sequence[legend.Sample],
    colors: Palette,
    wide: float,
    high: float,
) -> str:
    """Return the map to take away, with globe and key, its samples below each other, where they cover nothing: left of it, or below."""
    key, aside, tall = legend.svg(samples, colors.ink)
    if wide < high * LOW:
        radius = max(tall, SLIDE_MARK * 4) / 2
        low = high - 2 * radius
        drawing = draw((wide, low), SLIDE_MARK, has_globe=False)
        return (
            f'<svg width="{wide:g}" height="{low:g}">{drawing}</svg>{globe((0.0, low), radius)}'
            f'<g transform="translate({2 * radius + SLIDE_MARK:g} {high - radius - tall / 2:g})">{key}</g>'
        )
    if is_wide := aside + SLIDE_MARK * 2 > wide / 2:
        # Its lines leave the globe no room but in a corner of the map.
        key, aside, tall = legend.svg(_broken(samples, wide * BROKEN), colors.ink)
    radius = min(high * GLOBE, (high - tall - SLIDE_MARK) / 2)
    left = (aside if is_wide else max(aside, 2 * radius)) + SLIDE_MARK * (1 if is_wide else 2)
    drawing = draw((wide - left, high), SLIDE_MARK, has_globe=is_wide)
    return (
        f'<svg x="{left:g}" width="{wide - left:g}" height="{high:g}">{drawing}</svg>'
        f'{"" if is_wide else globe((0.0, 0.0), radius)}<g transform="translate(0 {high - tall:g})">{key}</g>'
    )


def _broken(samples: Sequence[legend.Sample], room: float) -> list[legend.Sample]:
    """Return samples whose words are broken into lines, each a sample of its own, of which the first is drawn."""
    return [
        legend.Sample("" if at else one.drawn, line, one.wide)
        for one in samples
        for at, line in enumerate(balanced(one.words, SLIDE_MARK, room))
    ]


def _title(rows: pd.DataFrame, has_presence: bool, iso3: str, name: str, language: Language) -> str:
    if iso3 != HOME and len(rows) and not (rows["level"] == "city").any():
        return language.gettext("{country}: a source names the country, but no city").format(country=name)
    return wording.of_country(iso3, name, len(rows), has_presence, language)


def _text(rows: pd.DataFrame, iso3: str, name: str, where: str, language: Language) -> str:
    shown = language.gettext(
        "The map shows {country} and its neighbours; the globe in the corner, where it lies: {region}."
    )
    return " ".join([shown.format(country=name, region=where), *_places(rows, iso3, language)])


def _places(rows: pd.DataFrame, iso3: str, language: Language) -> list[str]:
    if iso3 == HOME:
        return [language.gettext("No place is marked: only places abroad are.")]
    if rows.empty:
        return [
            language.gettext(
                "No place is marked: none was found in the sources read, which does not mean that there is none."
            )
        ]
    beside, rows = rows[rows["standing"] == PRESENCE], rows[rows["standing"] != PRESENCE]
    sentences, cities = wording.presences(beside, language), rows[rows["level"] == "city"]
    if len(cities):
        each = [
            f"{row['city']} ({evidenced.within(row, language, is_full=False)})" for row in cities.to_dict("records")
        ]
        sentences.append(
            language.gettext("Marked, with the year of the evidence: {places}.").format(places=language.join(each))
        )
    if len(cities) < len(rows):
        sentences.append(language.gettext("The hollow mark stands for the country: its source names no city."))
    return sentences
