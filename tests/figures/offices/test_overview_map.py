"""The map of the first page: marks that are links, a key with their numbers, and nothing beyond its edge."""

import re
from collections import Counter
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, unquote
from xml.etree import ElementTree

import pytest

from data.catalog import Catalog
from data.selection import Selection
from figures.ink.lettering import width
from figures.language import Language
from figures.language import language as speak
from figures.offices import overview_map
from figures.offices.overview_map import PLANS
from figures.room import PHONE_ROOM, ROOMS, WIDE_ROOM
from figures.view import View
from tests import known_offices
from tests.allowed import Chosen

CLEAR = 15
"""Pixels at least between a line of the key and a mark beside it."""


def svg(view: View) -> ElementTree.Element:
    drawn = unquote(re.search(r'src="data:image/svg\+xml,([^"]*)"', overview_map.figure(view).drawing)[1])
    return ElementTree.fromstring(re.sub(r" xmlns='[^']*'", "", drawn))


@pytest.fixture(scope="module")
def view(catalog: Catalog, language: Language) -> View:
    return View(catalog, Selection(), language, "light")


def marks_of(drawn: ElementTree.Element) -> list[ElementTree.Element]:
    """Return the links around marks; those around the land of countries are others."""
    return [link for link in drawn.iter("a") if link.find("use") is not None]


def words(drawn: ElementTree.Element) -> list[str]:
    return [element.text for element in drawn.iter("text")]


def test_there_is_a_plan_for_every_room() -> None:
    assert set(PLANS) == {PHONE_ROOM, WIDE_ROOM, *(room for _most, room in ROOMS)}


@pytest.mark.parametrize("room", PLANS)
def test_every_place_has_a_mark_within_the_map_that_leads_to_its_country(view: View, room: int) -> None:
    marks = marks_of(svg(replace(view, room=room)))
    led = Counter(parse_qs(mark.get("href").partition("?")[2])["country"][0] for mark in marks)
    assert led == Counter(place["iso3"] for place in known_offices.places())
    for mark in marks:
        place, half = mark.find("use"), PLANS[room].mark / 2
        assert half <= float(place.get("x")) <= PLANS[room].width - half
        assert half <= float(place.get("y")) <= PLANS[room].height - half


def test_each_mark_tells_its_place_and_the_date_of_the_evidence(view: View) -> None:
    told = {mark.findtext("title") for mark in marks_of(svg(view))}
    assert len(told) == len(known_offices.places())
    for place in known_offices.places():
        if place["city"]:
            assert any(one.startswith((f"{place['city']}, ", f"{place['city']} (")) for one in told)


def test_the_land_of_a_country_with_a_place_leads_where_its_marks_lead(view: View) -> None:
    drawn = svg(view)
    to = {mark.get("href") for mark in marks_of(drawn)}
    land = {link.get("href") for link in drawn.iter("a") if link.find("path") is not None}
    assert land <= to
    assert len(land) > 30  # a city state is too small to be drawn


def test_no_link_of_the_map_stops_the_keyboard(view: View) -> None:
    assert {link.get("tabindex") for link in svg(view).iter("a")} == {"-1"}


def test_who_narrows_no_place_is_shown_the_same_map(view: View) -> None:
    mexico = replace(view, selection=Selection(countries=("MEX",)))
    other = replace(view, selection=Selection((3,), ("MEX",), 2022), stated="en")
    assert overview_map.figure(other) is overview_map.figure(mexico)
    assert overview_map.figure(view) is not overview_map.figure(mexico)
    for mark in svg(other).iter("a"):
        assert other.carrying(unescape(mark.get("href"))) == "offices?objective=3&country=MEX&from=2022&lang=en"


def test_the_key_on_the_map_counts_the_marks(view: View) -> None:
    drawn = words(svg(view))
    places = known_offices.places()
    offices = [place for place in places if place["standing"] == "office"]
    counts = Counter(place["evidence_period"] for place in offices)
    assert drawn == [
        "Evidence",
        f"after the strategy: {counts['after_strategy']}",
        f"2019 to the strategy: {counts['2019_to_strategy']}",
        f"before 2019: {counts['before_2019']}",
        f"undated: {counts['undated']}",
        f"of these, no city: {sum(place['level'] == 'country' for place in offices)}",
        f"presence, no office: {len(places) - len(offices)}",
    ]


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("room", PLANS)
def test_the_key_keeps_clear_of_every_mark(view: View, room: int, code: str) -> None:
    drawn, plan = svg(replace(view, room=room, language=speak(code))), PLANS[room]
    key = [line for line in drawn.iter("text") if line.text in ("Evidence", "Evidencia") or ": " in line.text]
    assert bool(key) is plan.has_key
    lines = [(20 + width(line.text, 14) + CLEAR, float(line.get("y")) + shift(drawn, line)) for line in key]
    for mark in drawn.iter("use"):
        left, middle = float(mark.get("x")) - plan.mark / 2, float(mark.get("y"))
        assert all(left > right or abs(middle - (base - 5)) > 7 + plan.mark / 2 for right, base in lines)


def shift(drawn: ElementTree.Element, line: ElementTree.Element) -> float:
    """Return by how much a line of the key is moved down, in pixels."""
    group = next(
        (
            group
            for group in drawn.iter("g")
            if group.get("transform", "").startswith("translate") and line in list(group.iter())
        ),
        None,
    )
    return 0.0 if group is None else float(re.search(r"translate\(\S+ ([\d.]+)\)", group.get("transform"))[1])


def test_where_the_map_has_no_room_the_key_stands_below(view: View) -> None:
    for here in (
        replace(view, room=PHONE_ROOM),
        replace(view, room=PHONE_ROOM, selection=Selection(countries=("MEX",))),
    ):
        made = overview_map.figure(here)
        assert "after the strategy: " in made.legend
        assert "Evidence" not in words(svg(here))
    assert not overview_map.figure(view).legend


def test_a_wide_map_of_the_world_names_the_cities_of_mexico(view: View) -> None:
    cities = {place["city"] for place in known_offices.places() if place["iso3"] == "MEX"}
    assert cities <= set(words(svg(replace(view, room=WIDE_ROOM))))
    assert not cities & set(words(svg(view)))


def test_a_country_looked_at_closely_has_its_places_named(view: View) -> None:
    cities = {place["city"] for place in known_offices.places() if place["iso3"] == "CAN"}
    written = words(svg(replace(view, selection=Selection(countries=("CAN",)))))
    assert {one for one in written if one != "Evidence" and ": " not in one} == cities


def test_what_is_chosen_beside_places_does_not_draw_the_map_anew(view: View) -> None:
    one, other = (replace(view, selection=Selection(objectives=(number,))) for number in (1, 2))
    ours, theirs = overview_map.figure(one).drawing, overview_map.figure(other).drawing
    assert ours.replace("objective%3D1", "").replace("objective=1", "") == theirs.replace("objective%3D2", "").replace(
        "objective=2", ""
    )


def test_the_title_counts_what_the_map_shows(view: View) -> None:
    offices = known_offices.offices()
    after = int((offices["evidence_period"] == "after_strategy").sum())
    assert overview_map.figure(view).title == (
        f"{after} of {len(offices)} places have evidence from after the strategy"
    )


@pytest.mark.parametrize("chosen", [Chosen(countries=("MEX",)), Chosen(regions=("419",))], ids=str)
def test_under_a_filter_the_title_keeps_one_line_and_counts_what_is_left(view: View, chosen: Chosen) -> None:
    here = replace(view, selection=Selection(countries=chosen.countries, regions=chosen.regions))
    ours = [row for row in known_offices.places() if row["standing"] == "office" and chosen.at({row["iso3"]})]
    after = sum(row["evidence_period"] == "after_strategy" for row in ours)
    assert overview_map.figure(here).title == f"{after} of {len(ours)} places have evidence from after the strategy"


@pytest.mark.parametrize(
    ("code", "note"),
    [
        ("NGA", "The sources read name no office, which does not mean that there is none."),
        ("USA", "The sources name offices abroad; those at home are not listed here."),
    ],
)
def test_where_no_mark_stands_the_note_says_what_does_not_follow(view: View, code: str, note: str) -> None:
    assert overview_map.figure(replace(view, selection=Selection(countries=(code,)))).note == note


def test_the_table_says_what_it_holds_in_the_words_of_the_page(view: View) -> None:
    """57 rows beside 55 places read as an error: two of them are presences."""
    standings = Counter(row["standing"] for row in known_offices.places())
    beside = sum(standings.values()) - standings["office"]
    assert overview_map.figure(view).holds == f"{standings['office']} places, {beside} presences"
    assert overview_map.figure(replace(view, selection=Selection(countries=("MEX",)))).holds == "5 places"


@pytest.mark.parametrize("code", sorted({place["iso3"] for place in known_offices.places()}))
def test_of_each_country_the_title_reads_well(view: View, code: str) -> None:
    ours = [row for row in known_offices.places() if row["standing"] == "office" and row["iso3"] == code]
    after, title = sum(row["evidence_period"] == "after_strategy" for row in ours), ""
    if len(ours) == 1:
        title = f"The one place has {'evidence from' if after else 'no evidence dated'} after the strategy"
    elif ours and after in (0, len(ours)):
        title = f"{f'All {after} places have evidence from' if after else f'None of the {len(ours)} places has evidence dated'} after the strategy"
    drawn = overview_map.figure(replace(view, selection=Selection(countries=(code,)))).title
    assert drawn.startswith(title)
    assert (" places ha" in drawn) == (len(ours) > 1)
