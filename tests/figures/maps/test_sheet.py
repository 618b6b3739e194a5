"""Where places and land fall on a sheet of a map."""

import re

import numpy as np
import pytest

from data.shapes import boxes, rings
from figures.ink.marks import Link
from figures.maps import sheet

SIZE = (640.0, 316.0)


@pytest.fixture
def world() -> sheet.Sheet:
    return sheet.fit([], *SIZE)


def points(svg: str) -> list[tuple[int, int]]:
    """Return the points of all paths, in steps of the grid, from their relative moves."""
    found = []
    for x, y, moves in re.findall(r"M(-?\d+) (-?\d+)l([^z]+)z", svg):
        at = np.array([int(x), int(y)])
        numbers = [int(number) for number in re.findall(r"-?\d+", moves)]
        for step in zip(numbers[::2], numbers[1::2], strict=True):
            at = at + step
            found.append((int(at[0]), int(at[1])))
    return found


@pytest.mark.parametrize("place", [(-168, 0), (180, 0), (0, 83.6), (0, -56), (-99.1, 19.4), (151, -33.9)])
def test_the_world_fits_into_the_sheet(world: sheet.Sheet, place: tuple[float, float]) -> None:
    x, y = world.place(*place)
    assert -0.01 <= x <= SIZE[0] + 0.01
    assert -0.01 <= y <= SIZE[1] + 0.01


def test_north_is_up_and_east_is_right(world: sheet.Sheet) -> None:
    mexico, ottawa, tokyo = world.place(-99.1, 19.4), world.place(-75.7, 45.4), world.place(139.7, 35.7)
    assert mexico[0] < ottawa[0] < tokyo[0]
    assert ottawa[1] < tokyo[1] < mexico[1]


def test_areas_can_be_compared(world: sheet.Sheet) -> None:
    """A cell of one degree in the far north and one at the equator, each by its true share of the globe."""

    def share(south: float) -> float:
        corners = [world.place(x, y) for x, y in ((10, south), (11, south), (11, south + 1), (10, south + 1))]
        x, y = np.array(corners).T
        drawn = abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2
        true = np.sin(np.radians(south + 1)) - np.sin(np.radians(south))
        return float(drawn / true)

    assert share(60) == pytest.approx(share(0), rel=0.01)


def test_nothing_breaks_at_the_180th_meridian(world: sheet.Sheet) -> None:
    before, after = world.place(179.9, -40), world.place(180.1, -40)
    assert after[0] - before[0] == pytest.approx(world.place(0.2, -40)[0] - world.place(0, -40)[0], abs=1e-6)


@pytest.mark.parametrize("code", ["MEX", "CAN", "CHN", "DEU"])
def test_a_close_view_holds_the_whole_country_and_its_margin(code: str) -> None:
    view = sheet.fit([boxes()[code]], *SIZE, margin=40)
    west, south, east, north = boxes()[code]
    for place in ((west, south), (west, north), (east, south), (east, north)):
        x, y = view.place(*place)
        assert 39 <= x <= SIZE[0] - 39
        assert 39 <= y <= SIZE[1] - 39
    assert view.scale > sheet.fit([], *SIZE).scale


def test_a_city_state_keeps_its_neighbours() -> None:
    view = sheet.fit([boxes()["SGP"]], *SIZE, margin=40)
    kuala_lumpur = view.place(101.7, 3.1)
    assert 0 < kuala_lumpur[0] < SIZE[0]
    assert 0 < kuala_lumpur[1] < SIZE[1]


def test_a_wide_sheet_can_hold_the_world_at_its_edge() -> None:
    left, right = (sheet.fit([], 1000, 300, lean=lean).place(0, 0)[0] for lean in (0.0, 1.0))
    assert left < 500 < right


def test_every_country_that_stands_out_has_its_colour_and_all_others_one(world: sheet.Sheet) -> None:
    svg = sheet.land(world, {"MEX": "#123456"}, "#eeeeee", "#ffffff")
    assert svg.count("<path") == 2
    assert 'fill="#eeeeee"' in svg
    mexico = np.array(points(re.findall(r'<path fill="#123456" d="([^"]+)"', svg)[0])) * sheet.FINE.step
    for corner in mexico:
        assert world.place(-118, 0)[0] - 5 < corner[0] < world.place(-86, 0)[0] + 5


def test_coasts_stay_within_a_pixel_of_the_shapes(world: sheet.Sheet) -> None:
    drawn = np.array(points(sheet.outline(world, ["MEX"], "#000", 1))) * sheet.FINE.step
    true = np.concatenate([np.column_stack(world.places(ring[:, 0], ring[:, 1])) for ring in rings()["MEX"]])
    nearest = np.hypot(*(drawn[:, None, :] - true[None, :, :]).transpose(2, 0, 1)).min(axis=1)
    assert nearest.max() <= sheet.FINE.step


def test_a_country_that_leads_somewhere_is_a_link_of_its_own_and_the_others_stay_one_path(world: sheet.Sheet) -> None:
    links = {
        code: Link(f"offices?country={code}&lang=en", name) for code, name in (("MEX", "Mexico"), ("FRA", "France"))
    }
    svg = sheet.land(world, {}, "#eee", "#fff", links=links)
    assert re.findall(r'<a href="([^"]+)" tabindex="-1"><title>(\w+)</title><path', svg) == [
        ("offices?country=FRA&amp;lang=en", "France"),
        ("offices?country=MEX&amp;lang=en", "Mexico"),
    ]
    assert svg.count("<path") == 3


def test_coarse_land_is_a_third_lighter_and_still_where_it_is(world: sheet.Sheet) -> None:
    fine, coarse = (sheet.land(world, {}, "#eee", "#fff", detail) for detail in (sheet.FINE, sheet.COARSE))
    assert len(coarse) < len(fine) * 2 / 3
    drawn = np.array(points(sheet.outline(world, ["MEX"], "#000", 1, sheet.COARSE))) * sheet.COARSE.step
    true = np.concatenate([np.column_stack(world.places(ring[:, 0], ring[:, 1])) for ring in rings()["MEX"]])
    nearest = np.hypot(*(drawn[:, None, :] - true[None, :, :]).transpose(2, 0, 1)).min(axis=1)
    assert nearest.max() <= sheet.COARSE.step


def test_hatched_land_lets_clicks_through_and_nothing_of_it_is_drawn_off_the_sheet(world: sheet.Sheet) -> None:
    assert 'pointer-events="none"' in sheet.hatch(world, ["USA"], "#000")
    assert sheet.hatch(sheet.fit([boxes()["AUS"]], *SIZE), ["USA"], "#000") == ""


def test_what_lies_off_the_sheet_is_not_sent() -> None:
    close = sheet.fit([boxes()["MEX"]], *SIZE)
    assert len(sheet.land(close, {}, "#eee", "#fff")) < len(sheet.land(sheet.fit([], *SIZE), {}, "#eee", "#fff")) / 3


@pytest.fixture
def ball() -> sheet.Ball:
    return sheet.Ball(*SIZE, longitude=-100.0, latitude=20.0, radius=150.0)


def test_the_globe_stands_upright_around_the_place_in_its_middle(ball: sheet.Ball) -> None:
    assert ball.place(-100, 20) == pytest.approx(ball.middle)
    ottawa, lima, honolulu = ball.place(-75.7, 45.4), ball.place(-77.0, -12.0), ball.place(-157.9, 21.3)
    assert ottawa[1] < ball.middle[1] < lima[1]
    assert honolulu[0] < ball.middle[0] < lima[0]


def test_what_lies_on_the_far_side_of_the_globe_is_not_shown_and_falls_on_its_edge(ball: sheet.Ball) -> None:
    assert np.hypot(*np.subtract(ball.place(-99.1, 19.4), ball.middle)) < ball.radius / 10
    for place in ((116.4, 39.9), (77.2, 28.6), (115.9, -31.9)):
        assert np.hypot(*np.subtract(ball.place(*place), ball.middle)) == pytest.approx(ball.radius)
