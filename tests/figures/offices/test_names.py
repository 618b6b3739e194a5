"""Names on the maps of offices: beside a name, the nearest mark is its own, or a line leads to it."""

import math
import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

import pytest

from data.catalog import Catalog, build
from data.queries.offices import documented, presences
from data.queries.regions import members
from data.selection import Selection
from figures.figure import Figure
from figures.ink.lettering import BOLD, width
from figures.ink.picture import SLIDE
from figures.ink.placing import HIGH, Box, Point, around, overlap
from figures.language import language as speak
from figures.offices import locator, overview_map, page_map, svg_map
from figures.room import PHONE_ROOM, ROOMS, WIDE_ROOM
from figures.view import View

ROOMS_OF_PAGES = [PHONE_ROOM, *(room for _, room in ROOMS[1:]), WIDE_ROOM]
SEVERAL = [
    ("MEX",),
    ("CAN",),
    ("COL", "ECU"),
    ("CHN", "MEX"),
    ("ITA", "FRA", "DEU", "GBR"),
    ("HKG", "CHN", "TWN"),
    ("USA", "MEX"),
]
CHOICES = [
    Selection(),
    *(Selection(regions=(code,)) for code in members(build())),
    *(Selection(countries=codes) for codes in SEVERAL),
]
SLIDE_SIZE = SLIDE[0] - 112, 620.0


class Map(NamedTuple):
    """What stands on a map: the marks with city and country, the names with their boxes, and the lines; where the key is."""

    marks: list[tuple[str, str, Point]]
    names: list[tuple[str, Box]]
    lines: list[tuple[Point, Point]]


def read(svg: str, rows: list[tuple[str, str]], mark: float) -> Map:
    """Read a map from its drawing; `rows` tell the city and country of the marks that have no title."""
    svg = svg.replace("'", '"')
    used = re.findall(r'<title>([^<]+)</title><use [^>]*x="(\S+)" y="(\S+)"', svg)
    titled = re.findall(r"<g><title>([^<]+) \([^<]+\)</title><path [^>]*translate\((\S+) (\S+)\)", svg)
    half = mark / 2
    if used:
        placed = [(float(x), float(y)) for _, x, y in used]
    elif titled:
        placed = [(float(x) + half, float(y) + half) for _, x, y in titled]
        told = {
            f"{city}, {country}" if city not in ("", country) else country: (city, country) for city, country in rows
        }
        rows = [told[unescape(title)] for title, _, _ in titled]
    else:
        corners = re.findall(
            r'<path d="[^"]*" fill="[^"]*" fill-rule="evenodd" transform="translate\((\S+) (\S+)\)', svg
        )
        placed = [(float(x) + half, float(y) + half) for x, y in corners[: len(rows)]]
    assert len(placed) == len(rows)
    words = re.findall(
        r'<text x="(\S+)" y="(\S+)"[^>]*font-size="(\S+)"[^>]*text-anchor="(\w+)" stroke=[^>]*>([^<]+)<', svg
    )
    names = [
        (unescape(said), around((float(x), float(y) - float(size) * 0.36), width(unescape(said), float(size), BOLD), float(size) * HIGH, anchor))
        for x, y, size, anchor, said in words
    ]  # fmt: skip
    found = re.findall(r'<path d="M(-?[\d.]+) (-?[\d.]+)L(-?[\d.]+) (-?[\d.]+)" stroke="[^"]+"/>', svg)
    lines = [((float(x), float(y)), (float(u), float(v))) for x, y, u, v in found]
    return Map([(city, country, at) for (city, country), at in zip(rows, placed, strict=True)], names, lines)


def apart(box: Box, at: Point) -> float:
    return math.hypot(max(box[0] - at[0], 0, at[0] - box[2]), max(box[1] - at[1], 0, at[1] - box[3]))


def faults(drawn: Map, mark: float) -> Iterator[str]:
    """Tell what is wrong with the names of a map."""
    for said, box in drawn.names:
        own = [
            at for city, country, at in drawn.marks if said in (city, city or country) or said.startswith(f"{country} ")
        ]
        near = min(own, key=lambda at: apart(box, at))
        others = [at for city, country, at in drawn.marks if at not in own]
        leads = [
            line
            for line in drawn.lines
            if any(math.dist(line[0], at) <= mark for at in own) and apart(box, line[1]) <= 4
        ]
        if not leads and any(apart(box, at) <= apart(box, near) for at in others):
            yield f"{said} stands beside the mark of another"
        for at in others:
            is_level = box[1] < at[1] + mark / 2 and at[1] - mark / 2 < box[3]
            if leads and is_level and apart(box, at) < 1.45 * (box[3] - box[1]) / HIGH:
                yield f"{said} is read on from the mark of another"
            if overlap(box, around(at, mark, mark)):
                yield f"{said} covers a mark"
    for at, (said, box) in enumerate(drawn.names):
        for other, its in drawn.names[:at]:
            if overlap(box, its):
                yield f"{said} covers {other}"


def too_long(drawn: Map, reach: float) -> list[float]:
    """Return the lines from a mark to its name that are longer than they may be."""
    return [length for length in (math.dist(*line) for line in drawn.lines) if length > reach + 0.2]


def of(figure: Figure) -> list[tuple[str, str]]:
    return list(zip(figure.rows["city"], figure.rows["country"], strict=True))


def svg(figure: Figure) -> str:
    return unquote(re.findall(r'src="data:image/svg\+xml,([^"]*)"', str(figure.drawing))[0])


def view(catalog: Catalog, selection: Selection, code: str, room: int, page: str) -> View:
    return View(catalog, selection, speak(code), "light", page, room=room)


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("selection", CHOICES, ids=lambda one: "-".join(one.regions + one.countries) or "world")
def test_the_mark_nearest_to_a_name_is_its_own_or_a_line_leads_to_it(
    catalog: Catalog, selection: Selection, code: str
) -> None:
    for room in ROOMS_OF_PAGES:
        first = overview_map.figure(view(catalog, selection, code, room, "overview"))
        mark = overview_map.PLANS[room].mark
        near, reach = read(svg(first), of(first), mark), 40 if room == PHONE_ROOM and selection.has_places else 60
        assert not list(faults(near, mark)), room
        assert not too_long(near, reach), room
        page = page_map.figure(view(catalog, selection, code, room, "offices"))
        mark = page_map.MARK_NARROW if room == PHONE_ROOM else page_map.MARK
        near = read(svg(page), of(page), mark)
        assert not list(faults(near, mark)), room
        assert not too_long(near, reach), room
    slide = read(page.picture(*SLIDE_SIZE), of(page), svg_map.SLIDE_MARK)
    assert not list(faults(slide, svg_map.SLIDE_MARK))
    assert not too_long(slide, 60 * svg_map.SLIDE_MARK / page_map.MARK)
    if selection.has_places:
        # On a slide, which nobody can point at, each mark is named.
        assert sorted(said for said, _ in slide.names) == sorted(city or country for city, country in of(page))


@pytest.mark.parametrize("room", ROOMS_OF_PAGES)
def test_on_the_map_of_latin_america_nothing_lies_on_africa_and_nearly_every_city_is_named(
    catalog: Catalog, room: int
) -> None:
    for page in (overview_map, page_map):
        asked = view(catalog, Selection(regions=("419",)), "es", room, page.__name__.rpartition(".")[2][:-4])
        figure = page.figure(asked)
        drawn = read(svg(figure), of(figure), 10)
        assert len(drawn.names) >= len(drawn.marks) - 1
        # What lies to the east of Brazil is Africa.
        wide = float(re.findall(r'<svg width="(\d+)"', svg(figure).replace("'", '"'))[0])
        right = max(x for _, _, (x, _) in drawn.marks)
        assert wide - right < 0.26 * wide, "the marks leave the right of the map to another continent"


@pytest.mark.parametrize("size", [(480, 270), (PHONE_ROOM, 240)])
def test_on_the_map_of_a_country_each_place_is_named_at_its_mark(catalog: Catalog, size: tuple[int, int]) -> None:
    for code in sorted({*documented(catalog, Selection()).rows["iso3"], *presences(catalog, Selection()).rows["iso3"]}):
        rows = documented(catalog, Selection(countries=(code,))).rows
        figure, mark = (
            locator.figure(rows, code, catalog, speak("en"), "light", size),
            locator.MARK["wide" if size[0] > 400 else "narrow"],
        )
        drawn = read(svg(figure), of(figure), mark)
        assert not list(faults(drawn, mark)), code
        assert sorted(said for said, _ in drawn.names) == sorted(city or country for city, country in of(figure))


def test_a_name_that_stands_beside_the_mark_of_another_is_a_fault() -> None:
    marks = [("Monterrey", "Mexico", (50.0, 50.0)), ("Mexico City", "Mexico", (52.0, 66.0))]
    beside = around((62.0, 64.0), 70, 14, "start")
    assert list(faults(Map(marks, [("Monterrey", beside)], []), 10))
    assert not list(
        faults(Map(marks, [("Monterrey", around((78.0, 64.0), 70, 14, "start"))], [((52.0, 55.0), (77.0, 62.0))]), 10)
    )
    assert not list(faults(Map(marks, [("Monterrey", around((62.0, 48.0), 70, 14, "start"))], []), 10))
    # A line alone does not tell whose a name is that is read on from another mark.
    assert list(faults(Map(marks, [("Monterrey", beside)], [((52.0, 55.0), (61.0, 62.0))]), 10))
