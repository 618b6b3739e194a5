"""The maps of flows: an arrow for every statement between places, and none that reads as one that no source states."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from itertools import product
from math import dist
from urllib.parse import unquote

import pytest

from data.catalog import Catalog
from data.queries import flows
from data.selection import Selection
from data.translation import translated
from figures import labels
from figures.figure import Figure
from figures.flows import flow_map, frames, scene, svg_map, wording
from figures.flows.route import Look
from figures.flows.scene import Panel
from figures.language import Language
from figures.language import language as speak
from figures.maps.arcs import nearest
from figures.palette import DARK, LIGHT, palette
from figures.room import PHONE_ROOM
from figures.view import View

Draw = Callable[..., Figure]
ROOMS = (PHONE_ROOM, 640, 960, 1240)
CHOICES = ((), ("CHN",), ("MEX",), ("USA",), ("IND", "GTM"))
VIEWS = [*product(CHOICES, (*ROOMS, 0))]
"""Chosen countries, and the room of the page; none is that of a slide."""


@pytest.fixture(scope="module")
def draw(catalog: Catalog, language: Language) -> Draw:
    @cache
    def draw(*chosen: str, commodity: str = "all", room: int = 960, dark: bool = False) -> Figure:
        selection = Selection(countries=chosen)
        rows = flows.flows(catalog, selection, commodity).rows
        theme = "dark" if dark else "light"
        return flow_map.figure(rows, View(catalog, selection, language, theme, page="supply_chain", room=room))

    return draw


def svg(figure: Figure) -> str:
    return unquote(figure.drawing)


def texts(drawn: str) -> list[str]:
    return [unescape(text) for text in re.findall(r"<text[^>]*>([^<]+)</text>", drawn)]


def links(drawn: str) -> list[tuple[str, str]]:
    return [
        (unescape(href), unescape(title))
        for href, title in re.findall(r"<a href='([^']*)'[^>]*><title>([^<]*)</title>", drawn)
    ]


def panels(catalog: Catalog, language: Language, chosen: tuple[str, ...], room: int) -> Iterator[tuple[Panel, Look]]:
    rows = flows.flows(catalog, Selection(countries=chosen)).rows
    sizes = (
        [(flow_map.LOOKS.get(room, flow_map.LOOK), room, frames.height(rows, catalog, room))]
        if room
        else [(svg_map.SLIDE, 1488.0, 620.0)]
    )
    for look, wide, high in sizes:
        for panel in scene.panels(rows, catalog, language, look, wide, high):
            yield panel, look


@pytest.mark.parametrize(("chosen", "room"), VIEWS)
def test_no_arrow_passes_a_place_that_it_does_not_lead_to(
    catalog: Catalog, language: Language, chosen: tuple[str, ...], room: int
) -> None:
    for panel, look in panels(catalog, language, chosen, room):
        for route in panel.routes:
            for place, spot in panel.places.items():
                if place not in (route.arc.start, route.arc.end):
                    assert nearest(route.arc, spot) > look.mark, (route.said, place)


@pytest.mark.parametrize(("chosen", "room"), VIEWS)
def test_everything_drawn_is_on_its_map(
    catalog: Catalog, language: Language, chosen: tuple[str, ...], room: int
) -> None:
    for panel, look in panels(catalog, language, chosen, room):
        wide, high = panel.sheet.width, panel.sheet.height
        for x, y in (spot for route in panel.routes for spot in route.arc.line):
            assert 0 <= x <= wide
            assert 0 <= y <= high
        for tag in (*panel.named.values(), *(tag for _, tag in panel.tags)):
            left, top, right, bottom = tag.box(look.type)
            assert left >= 0, tag.text
            assert top >= 0, tag.text
            assert right <= wide, tag.text
            assert bottom <= high, tag.text


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize(("chosen", "room"), VIEWS)
def test_no_words_cover_others_or_a_mark(catalog: Catalog, chosen: tuple[str, ...], room: int, code: str) -> None:
    for panel, look in panels(translated(catalog, code), speak(code), chosen, room):
        written = [*panel.named.values(), *(tag for _, tag in panel.tags)]
        boxes = [tag.box(look.type) for tag in written]
        for at, (left, top, right, bottom) in enumerate(boxes):
            assert not [x for x, y in panel.places.values() if left < x < right and top < y < bottom], written[at].text
            for a, b, c, d in boxes[:at]:
                assert c <= left or right <= a or d <= top or bottom <= b, written[at].text


def test_a_name_stands_at_its_own_mark(catalog: Catalog, language: Language) -> None:
    for room in ROOMS:
        for panel, look in panels(catalog, language, (), room):
            for place, tag in panel.named.items():
                left, top, right, bottom = tag.box(look.type)
                off = {
                    end: dist((min(max(x, left), right), min(max(y, top), bottom)), (x, y))
                    for end, (x, y) in panel.places.items()
                }
                assert off[place] < min(off.values()) + 3, (room, place)


def test_every_statement_between_places_is_in_one_arrow(catalog: Catalog, language: Language) -> None:
    drawn = [
        flow for panel, _ in panels(catalog, language, (), 960) for route in panel.routes for flow in route.flow_ids
    ]
    between = flows.between_places(flows.flows(catalog, Selection()).rows)
    assert sorted(drawn) == sorted(between["flow_id"])


@pytest.mark.parametrize("room", ROOMS)
def test_type_can_be_read_in_any_room(draw: Draw, room: int) -> None:
    sizes = {float(size) for size in re.findall(r"font-size='([\d.]+)'", svg(draw(room=room)))}
    assert min(sizes) >= (13 if room < 500 else 14)


def test_a_bundle_is_labelled_once(draw: Draw, language: Language) -> None:
    written = texts(svg(draw("CHN")))
    assert written.count("Precursors: 3 arrows") == 1
    assert "Fentanyl (before 2019)" in written
    assert sum(text.startswith("Precursors") for text in written) == 1
    everything = texts(svg(draw()))
    assert sum(text.startswith("Precursors:") for text in everything) == 1
    for word in labels.words(language, "commodity").values():
        assert any(text.startswith(word) for text in everything), word


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("chosen", [(), ("CHN",), ("IND",), ("MEX",)])
def test_a_label_at_one_arrow_counts_its_statements_and_of_several_the_arrows(
    catalog: Catalog, chosen: tuple[str, ...], room: int
) -> None:
    for code in ("en", "es"):
        for panel, _ in panels(catalog, speak(code), chosen, room):
            for at, tag in panel.tags:
                ours = [route for route in panel.routes if route.commodity == panel.routes[at].commodity]
                told = [int(n) for n in re.findall(r"\d+", tag.text)]
                if former := panel.routes[at].former:
                    assert told == [int(former)], tag.text
                elif ": " in tag.text:
                    assert told == [len(ours)], tag.text
                elif told and not tag.text.startswith("†"):
                    assert told == [len(panel.routes[at].flow_ids)], tag.text


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("chosen", CHOICES)
def test_the_name_of_the_united_states_covers_no_arrow(
    catalog: Catalog, chosen: tuple[str, ...], room: int, code: str
) -> None:
    for panel, look in panels(catalog, speak(code), chosen, room):
        if "USA" not in panel.named:
            continue
        left, top, right, bottom = panel.named["USA"].box(look.type)
        for route in panel.routes:
            assert not [at for at in (*route.arc.line, route.arc.tip) if left < at[0] < right and top < at[1] < bottom]


def test_an_arrow_leads_to_what_is_said_and_a_place_to_its_country_alone(draw: Draw) -> None:
    found = dict(links(svg(draw())))
    assert found["#flow-f09"] == "Fentanyl goes from Mexico to the United States"
    assert found["#flow-f12"] == "Fentanyl from China to the United States, before 2019"
    assert found["#flow-f16"] == "Precursors go from China to Guatemala"
    assert "Mexico" in found["supply-chain?country=MEX"]
    assert not [href for href in found if "Asia" in href or "Central" in href]
    assert "supply-chain?country=" in dict(links(svg(draw("CHN"))))
    assert "supply-chain?country=CHN" in dict(links(svg(draw())))


def test_what_is_denied_differs_by_dash_and_sign_and_nothing_else_does(draw: Draw, catalog: Catalog) -> None:
    rows = flows.between_places(flows.flows(catalog, Selection()).rows)
    ways = flows.routes(rows)
    denied = set(flows.disputed(catalog, rows))
    count = sum(bool(denied & set(ids)) for ids in ways["flow_ids"])
    drawn = svg(draw())
    assert drawn.count("stroke-dasharray") == count
    assert sum("†" in text for text in texts(drawn)) == count
    assert "Another source says otherwise" in draw().legend
    weapons = draw(commodity="weapons")
    assert "stroke-dasharray" not in svg(weapons)
    assert "†" not in svg(weapons)
    assert weapons.legend == ""


def test_a_region_is_hollow_and_the_key_says_what_it_is(draw: Draw, catalog: Catalog) -> None:
    assert "A region, not a country" in draw().legend
    assert "A region" not in draw("IND").legend
    said = draw().text.partition("2 places here are regions, not countries: ")[2]
    assert all(name in said for name in catalog["regions"]["name"])
    assert draw("USA").text.endswith(" One place here is a region, not a country: Central America.")
    assert "region" not in draw("IND").text


def test_the_title_says_what_the_maps_show(draw: Draw) -> None:
    assert draw().title == "Mexico is named most often as the destination, China as the origin"
    assert draw(commodity="weapons").title == "From the United States to Mexico"
    assert draw(commodity="fentanyl").title == "From Mexico or China to the United States"
    assert draw("CHN").title.startswith("From China to Mexico")
    assert draw("MEX").title == "What is said to move between 6 places"


def test_the_text_names_every_route_and_the_note_what_is_not_drawn(draw: Draw) -> None:
    assert "China to Mexico (2)†" in draw().text
    assert "China to the United States (before 2019)" in draw().text
    assert "Mexico to the United States†" in draw().text
    assert "3 statements give no route between two places" in draw().note
    assert "lead from no place" not in draw("IND").note
    assert wording.star(("f09", "f10", "f11"), {"f09": ("x13",)}) == "†1"


def test_sources_that_repeat_one_article_are_said_to(draw: Draw) -> None:
    assert "Cartel Insider (Mica) and Borderland Beat repeat one article" in draw().note
    assert "repeat one article" not in draw("IND").note
    assert "no measured flow" in draw().note


def test_both_themes_differ_in_colours_alone(draw: Draw) -> None:
    light, dark = (re.sub(r"#[0-9a-f]{6}", "#", svg(one)) for one in (draw(), draw(dark=True)))
    assert light == dark
    assert palette("light") is LIGHT
    assert DARK.ink in svg(draw(dark=True))


def test_the_picture_draws_every_arrow_and_has_no_links(draw: Draw) -> None:
    figure = draw()
    assert figure.picture
    picture = figure.picture(1488, 620)
    assert "<a " not in picture
    assert picture.count("rotate(") == svg(figure).count("rotate(")
    assert "Another source says otherwise" in texts(picture)


def test_what_travels_on_every_change_is_small(draw: Draw) -> None:
    assert len(draw().drawing.encode()) < 32_000


def test_every_row_of_the_table_is_complete_and_cites_its_sources(draw: Draw, catalog: Catalog) -> None:
    shown = draw().rows[list(draw().columns)].drop(columns=["from_iso3", "to_iso3", "against"])
    assert not (shown.isna() | (shown == "")).any(axis=None)
    cited = catalog["flow_sources"]
    assert set(draw("CHN").source_ids) == set(
        cited.loc[cited["flow_id"].isin(draw("CHN").rows["flow_id"]), "source_id"]
    )
