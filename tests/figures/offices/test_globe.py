"""The globe of offices: every place is on it, none hides another, and what lies on the far side is hidden."""

import math
from collections.abc import Callable

import pytest

from data.catalog import Catalog
from data.queries.offices import documented
from data.selection import Selection
from figures.figure import Figure
from figures.language import Language
from figures.maps.globe import Globe
from figures.offices import coding, globe, layer, web_map
from tests.figures.scenes import PHONE, WIDE, drawn, key, layers, scene

Draw = Callable[..., Figure]


@pytest.fixture
def draw(catalog: Catalog, language: Language) -> Draw:
    def draw(*chosen: str, color: str = "period", size: tuple[int, int] = WIDE) -> Figure:
        rows = documented(catalog, Selection(countries=chosen)).rows
        return globe.figure(rows, catalog, language, "light", color, Selection(countries=chosen), size)

    return draw


def ball(figure: Figure) -> Globe:
    state = scene(figure)["initialViewState"]
    flat = math.log2(math.pi * math.cos(math.radians(state["latitude"])))
    return Globe(state["latitude"], state["longitude"], 256 * 2 ** (state["zoom"] - flat))


def test_it_is_a_globe_that_can_be_turned_on_a_sea(draw: Draw) -> None:
    said = scene(draw())
    (view,) = said["views"]
    assert view["@@type"] == "_GlobeView"
    assert view["controller"] is True
    assert said["layers"][0]["id"].startswith("sea-")


def test_what_lies_on_the_far_side_is_hidden(draw: Draw) -> None:
    # Upright marks would show through the globe; those that lie on the ground turn away with it.
    figure = draw("MEX")
    upright = [*layers(figure, "IconLayer"), *layers(figure, "TextLayer")]
    assert len(upright) == 2
    for mark in upright:
        assert mark["billboard"] is False
        assert mark["parameters"]["cullMode"] == "front"
        assert mark["getAngle"] == 180
    assert {mark["parameters"]["cullMode"] for layer in scene(figure)["layers"] if "parameters" in layer} == {"front"}


@pytest.mark.parametrize("color", coding.COLUMNS)
def test_the_globe_tells_what_the_map_tells(draw: Draw, catalog: Catalog, language: Language, color: str) -> None:
    rows = documented(catalog, Selection()).rows
    flat, ball = web_map.figure(rows, catalog, language, "light", color), draw(color=color)
    assert ball.title == flat.title
    assert ball.text.startswith(flat.text)
    assert key(ball) == key(flat)
    assert ball.rows.equals(flat.rows)
    told = [[{**place, "by": None} for place in drawn(figure)] for figure in (flat, ball)]
    assert told[0] == told[1]


@pytest.mark.parametrize("size", [WIDE, PHONE])
@pytest.mark.parametrize("chosen", [(), ("MEX",), ("CAN", "MEX"), ("CHN", "HKG", "SGP", "THA", "VNM")])
def test_no_mark_hides_another_on_any_side(draw: Draw, chosen: tuple[str, ...], size: tuple[int, int]) -> None:
    figure = draw(*chosen, size=size)
    turned = ball(figure)
    spots = []
    for place in drawn(figure):
        longitude, latitude = place["at"]
        # What lies on the ground has its head to the south, so it moves the other way.
        right, down = (-part for part in place["by"])
        x = longitude + math.degrees(right / turned.radius) / math.cos(math.radians(latitude))
        spots.append(turned.solid(x, latitude - math.degrees(down / turned.radius)))
    for at, one in enumerate(spots):
        assert all(math.dist(one, other) >= layer.SIZE for other in spots[at + 1 :])


def test_it_is_turned_to_the_chosen_country_and_back_to_the_americas(draw: Draw) -> None:
    assert scene(draw())["initialViewState"]["longitude"] == pytest.approx(-80, abs=15)
    assert ball(draw("CHN")).longitude == pytest.approx(104, abs=10)
    assert ball(draw("CHN")).radius > ball(draw()).radius


def test_of_countries_far_apart_those_with_most_places_are_shown_and_the_others_said(draw: Draw) -> None:
    figure = draw("CHN", "MEX")
    assert ball(figure).longitude == pytest.approx(-102, abs=10)
    assert "Turn the globe to see China: drag it, or use the arrow keys." in figure.text
    assert "see China" not in draw("CHN").text
    assert "see its other side" in draw("CHN").text
