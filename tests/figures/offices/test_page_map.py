"""The map of the page: a drawing of links, light enough to travel on every change of a filter, in the projection of the slides."""

import gzip
import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree

import pytest

from data.catalog import Catalog
from data.selection import Selection
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.offices import page_map
from figures.room import PHONE_ROOM, ROOMS, WIDE_ROOM
from figures.view import View
from tests import known_offices

Draw = Callable[..., Figure]
WIDTHS = [PHONE_ROOM, *(room for _, room in ROOMS[1:]), WIDE_ROOM]


@pytest.fixture
def draw(catalog: Catalog, language: Language) -> Draw:
    def draw(*countries: str, regions: tuple[str, ...] = (), room: int = 960, color: str = "period") -> Figure:
        selection = Selection(countries=countries, regions=regions)
        choices = (("offices_color", (color,)),) if color != "period" else ()
        return page_map.figure(View(catalog, selection, language, "light", "offices", choices, room=room))

    return draw


def svg(figure: Figure) -> str:
    (source,) = re.findall(r'src="data:image/svg\+xml,([^"]*)"', str(figure.drawing))
    return unquote(source)


def links(figure: Figure) -> list[tuple[str, str]]:
    """Return address and what is drawn of each link."""
    return [(unescape(href), drawn) for href, drawn in re.findall(r"<a href='([^']+)'[^>]*>(.*?)</a>", svg(figure))]


def test_every_mark_is_a_link_to_its_country(draw: Draw) -> None:
    places = known_offices.offices()["iso3"].tolist() + known_offices.presences()["iso3"].tolist()
    marked: dict[str, int] = {}
    for address, drawn in links(draw()):
        if "<g>" in drawn:
            (code,) = parse_qs(urlsplit(address).query)["country"]
            marked[code] = drawn.count("<g>")
    assert marked == {code: places.count(code) for code in places}


def test_every_country_of_the_tables_that_is_seen_is_a_link_and_no_other(draw: Draw, catalog: Catalog) -> None:
    led = {parse_qs(urlsplit(address).query)["country"][0] for address, _ in links(draw())}
    assert led == set(catalog["countries"]["iso3"])


def test_the_link_of_the_only_chosen_country_leads_back_to_the_world(draw: Draw) -> None:
    back = [address for address, drawn in links(draw("MEX")) if "<g>" in drawn]
    assert back == ["offices?country="]


@pytest.mark.parametrize("chosen", [(), ("MEX",)])
def test_the_keyboard_stops_at_no_link_of_the_map(draw: Draw, chosen: tuple[str, ...]) -> None:
    drawn = svg(draw(*chosen))
    assert 0 < drawn.count("<a ") == drawn.count("tabindex='-1'")


def test_land_says_how_many_places_are_named_in_it(draw: Draw) -> None:
    titles = [unescape(title) for title in re.findall(r"<a [^>]*><title>([^<]+)</title><path", svg(draw("MEX")))]
    assert "Mexico: 5 places named by sources" in titles
    assert "Guatemala: 1 place named by sources" in titles
    assert "United States: HSI's own country" in titles


@pytest.mark.parametrize(("color", "column"), [("strength", "strength"), ("region", "region")])
def test_a_mark_says_what_its_shape_tells_beside_the_date(
    draw: Draw, language: Language, color: str, column: str
) -> None:
    titles = re.findall(r"<g><title>([^<]+)</title>", svg(draw("MEX", color=color)))
    words = "|".join(labels.words(language, column).values())
    assert len(titles) == 5
    assert all(re.search(rf"\) · ({words})$", title) for title in titles), titles


def test_what_a_mark_stands_for_is_said_to_who_points_at_it(draw: Draw, language: Language) -> None:
    titles = re.findall(r"<title>([^<]+)</title>", svg(draw("MEX")))
    for row in known_offices.offices().query("iso3 == 'MEX'").itertuples():
        assert f"{row.city}, Mexico (evidence: {language.date(row.evidence_date)})" in titles


@pytest.mark.parametrize("room", WIDTHS)
@pytest.mark.parametrize("regions", [(), ("019",), ("150",)])
def test_the_drawing_is_well_formed_and_light(draw: Draw, room: int, regions: tuple[str, ...]) -> None:
    figure = draw(regions=regions, room=room)
    ElementTree.fromstring(svg(figure))  # what is not well-formed the page would keep as an image
    assert len(gzip.compress(str(figure.drawing).encode())) < 16_000


@pytest.mark.parametrize("room", WIDTHS)
def test_every_mark_lies_on_the_map_at_every_width_and_none_hides_another(draw: Draw, room: int) -> None:
    drawn = svg(draw(room=room))
    width, height = map(float, re.search(r"viewBox='0 0 (\S+) (\S+)'", drawn).groups())
    size = page_map.MARK_NARROW if room == PHONE_ROOM else page_map.MARK
    places = r"<g><title>[^<]*</title><path [^>]*translate\((\S+) (\S+)\) scale"
    corners = [(float(x), float(y)) for x, y in re.findall(places, drawn)]
    assert len(corners) == len(known_offices.offices()) + len(known_offices.presences())
    assert all(0 <= x <= width - size and 0 <= y <= height - size for x, y in corners)
    apart = [abs(x - u) + abs(y - v) for at, (x, y) in enumerate(corners) for u, v in corners[:at]]
    assert min(apart) >= size - 0.2


@pytest.mark.parametrize("room", WIDTHS)
def test_no_type_is_smaller_than_can_be_read(draw: Draw, room: int) -> None:
    sizes = {float(size) for size in re.findall(r"font-size='([\d.]+)'", svg(draw("MEX", room=room)))}
    assert sizes
    assert min(sizes) >= 14


def words(figure: Figure) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]+)</text>", svg(figure))


@pytest.mark.parametrize("color", ["period", "strength", "region"])
def test_home_is_in_the_key_wherever_its_hatched_land_is_seen_and_nowhere_else(draw: Draw, color: str) -> None:
    home = "United States: home, not abroad"
    for seen in ([], ["USA"], ["MEX"], ["CAN"]):
        assert "Home" in words(draw(*seen, color=color)), seen
        assert home in draw(*seen, color=color, room=PHONE_ROOM).legend, seen
        assert home in str(draw(*seen, color=color).picture(1488, 620)), seen
    for unseen in (["BRA"], ["ESP", "ITA"], ["CHN"]):
        assert "Home" not in words(draw(*unseen, color=color)), unseen
        assert home not in draw(*unseen, color=color, room=PHONE_ROOM).legend, unseen
        assert home not in str(draw(*unseen, color=color).picture(1488, 620)), unseen


@pytest.mark.parametrize("room", WIDTHS)
@pytest.mark.parametrize("chosen", [{}, {"regions": ("419",)}])
def test_the_key_stands_on_the_map_but_on_a_phone_below_it(
    draw: Draw, room: int, chosen: dict[str, tuple[str, ...]]
) -> None:
    figure = draw(room=room, **chosen)
    on_map = any(line.startswith("after the strategy: ") for line in words(figure))
    assert on_map is (room != PHONE_ROOM)
    assert bool(figure.legend) is not on_map


def test_the_largest_countries_are_named_on_a_phone_too(draw: Draw) -> None:
    assert {"Canada 5", "Mexico 5"} <= set(words(draw(room=PHONE_ROOM)))


def test_a_region_fills_its_map_so_that_cities_close_together_are_named(draw: Draw) -> None:
    assert {"Mérida", "Kingston", "San Salvador"} <= set(words(draw(regions=("419",))))


def test_a_region_is_framed_and_its_cities_are_named(draw: Draw) -> None:
    assert {"Bogotá", "Lima", "Brasília"} <= set(words(draw(regions=("419",))))
