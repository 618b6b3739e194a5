"""A map's view holds what it is to show."""

import pytest

from data.catalog import Catalog
from data.shapes import boxes
from figures.maps.viewport import CLOSEST, WORLD, fit
from tests import known_offices


@pytest.mark.parametrize("code", ["MEX", "CAN", "KEN", "CHL", "SGP", "IDN"])
def test_a_country_lies_within_its_view(code: str) -> None:
    west, south, east, north = boxes()[code]
    view = fit([boxes()[code]], 540, 400)
    for longitude in (west, east):
        for latitude in (south, north):
            x, y = view.pixels(longitude, latitude)
            assert abs(x) <= 540 / 2
            assert abs(y) <= 400 / 2


def test_a_phone_sees_every_documented_city(catalog: Catalog) -> None:
    view = fit([], 350, 300, margin=0)
    cities = known_offices.offices().dropna(subset="longitude")
    at = [view.pixels(x, y) for x, y in zip(cities["longitude"], cities["latitude"], strict=True)]
    assert all(abs(x) <= 175 and abs(y) <= 150 for x, y in at)


@pytest.mark.parametrize("size", [(540, 400), (350, 300), (300, 600)])
@pytest.mark.parametrize("shown", [[], [(-118, 14, -86, 33)], [(-118, 14, -86, 33), (73, 18, 135, 54)]])
def test_a_view_holds_its_boxes_and_fills_one_direction(
    size: tuple[int, int], shown: list[tuple[float, float, float, float]]
) -> None:
    view = fit(shown, *size, margin=20)
    corners = [(x, y) for west, south, east, north in shown or [WORLD] for x in (west, east) for y in (south, north)]
    seen = [view.pixels(*corner) for corner in corners]
    widest, highest = max(abs(x) for x, _ in seen), max(abs(y) for _, y in seen)
    slack = 2.5  # zoom and centre are rounded
    assert widest <= size[0] / 2 - 20 + slack
    assert highest <= size[1] / 2 - 20 + slack
    assert widest >= size[0] / 2 - 20 - slack or highest >= size[1] / 2 - 20 - slack


def test_a_city_state_is_not_looked_at_closer_than_its_neighbours_allow() -> None:
    assert fit([(103.6, 1.2, 104.0, 1.5)], 540, 400).zoom == CLOSEST
    assert fit([(103.8, 1.3, 103.8, 1.3)], 540, 400).zoom == CLOSEST


def test_pixels_run_right_and_down_from_the_centre_and_double_with_each_step_of_zoom() -> None:
    view = fit([(-10, -10, 10, 10)], 400, 400)
    assert view.pixels(view.longitude, view.latitude) == (0, 0)
    x, y = view.pixels(5, -5)
    assert x > 0
    assert y > 0
    closer = type(view)(view.latitude, view.longitude, view.zoom + 1)
    assert closer.pixels(5, -5) == (pytest.approx(2 * x), pytest.approx(2 * y))
