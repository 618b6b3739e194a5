import pytest

from data.shapes import boxes
from figures.viewport import CLOSEST, fit

WIDTH, HEIGHT = 540, 400


@pytest.mark.parametrize("code", ["MEX", "CAN", "KEN", "CHL", "SGP", "IDN"])
def test_a_country_lies_within_its_view(code):
    west, south, east, north = boxes()[code]
    view = fit([boxes()[code]], WIDTH, HEIGHT)
    for longitude in (west, east):
        for latitude in (south, north):
            x, y = view.pixels(longitude, latitude)
            assert abs(x) <= WIDTH / 2
            assert abs(y) <= HEIGHT / 2


def test_a_city_state_keeps_its_neighbours_in_view():
    assert fit([boxes()["SGP"]], WIDTH, HEIGHT).zoom == CLOSEST


def test_two_countries_are_seen_together():
    view = fit([boxes()["MEX"], boxes()["THA"]], WIDTH, HEIGHT)
    assert all(abs(view.pixels(*city)[0]) <= WIDTH / 2 for city in [(-117, 32.5), (100.5, 13.75)])


def test_south_lies_below_north_and_east_right_of_west():
    view = fit([], WIDTH, HEIGHT)
    assert view.pixels(0, -30)[1] > view.pixels(0, 30)[1]
    assert view.pixels(30, 0)[0] > view.pixels(-30, 0)[0]


def test_a_phone_sees_the_whole_world_too(catalog):
    view = fit([], 350, 300, margin=0)
    cities = catalog["offices"].dropna(subset="longitude")
    at = [view.pixels(x, y) for x, y in zip(cities["longitude"], cities["latitude"], strict=True)]
    assert all(abs(x) <= 175 and abs(y) <= 150 for x, y in at)
