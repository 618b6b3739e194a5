"""The globe is turned to what is chosen, as large as shows it, and places on it stand where they are."""

import math

import pytest

from data.shapes import boxes
from figures.maps.globe import AMERICAS, CLOSEST, EYE, HIGHEST, Globe, together, turned, whole

SIZES = [(540, 400), (350, 300)]
MARGIN = 50


def seen_at(globe: Globe, longitude: float, latitude: float, height: int) -> tuple[float, float]:
    """Return where deck.gl shows a place: its angle from the centre, and its distance from it on the screen."""
    angle = math.hypot(*globe.pixels(longitude, latitude)) / globe.radius
    eye = EYE * height
    return angle, globe.radius * math.sin(angle) * eye / (eye + globe.radius * (1 - math.cos(angle)))


@pytest.mark.parametrize("size", SIZES)
def test_without_a_choice_the_americas_are_seen_on_a_whole_globe(size: tuple[int, int]) -> None:
    globe = turned([], *size, MARGIN)
    assert (globe.longitude, globe.latitude) == AMERICAS
    edge = math.acos(globe.radius / (globe.radius + EYE * size[1]))  # farther round, the ground turns away from the eye
    rim = globe.radius * math.sin(edge) * EYE * size[1] / (EYE * size[1] + globe.radius * (1 - math.cos(edge)))
    assert 0.8 * min(size) / 2 < rim < min(size) / 2
    for vancouver_to_buenos_aires in ((-123.1, 49.2), (-58.4, -34.6)):
        angle, away = seen_at(globe, *vancouver_to_buenos_aires, size[1])
        assert angle < edge
        assert away < rim


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", ["MEX", "SGP", "COL", "KEN", "JPN", "CHN", "BRA"])
def test_a_chosen_country_lies_in_the_middle_and_within_sight(code: str, size: tuple[int, int]) -> None:
    west, south, east, north = boxes()[code]
    globe = turned([boxes()[code]], *size, MARGIN)
    assert (globe.longitude, globe.latitude) == pytest.approx(((west + east) / 2, (south + north) / 2), abs=0.01)
    assert whole(*size) - 0.1 <= globe.radius <= CLOSEST * whole(*size) + 0.1
    for x in (west, east):
        for y in (south, north):
            assert seen_at(globe, x, y, size[1])[1] <= min(size) / 2


def test_a_small_country_is_looked_at_more_closely_than_a_large_one() -> None:
    small, large = (turned([boxes()[code]], 540, 400, MARGIN).radius for code in ("GTM", "CHN"))
    assert small > large >= turned([], 540, 400, MARGIN).radius


def test_the_centre_stays_away_from_the_poles() -> None:
    assert turned([boxes()["CAN"]], 540, 400, MARGIN).latitude == HIGHEST
    assert turned([(-70, -85, -60, -75)], 540, 400, MARGIN).latitude == -HIGHEST


def test_across_the_180th_meridian_the_short_way_is_taken() -> None:
    globe = turned([(170, -10, 178, 0), (-178, -10, -170, 0)], 540, 400, MARGIN)
    assert abs(globe.longitude) == pytest.approx(180, abs=0.1)


@pytest.mark.parametrize(
    ("codes", "seen"),
    [
        ([], []),
        (["MEX"], ["MEX"]),
        (["RUS"], ["RUS"]),
        (["MEX", "CAN"], ["MEX", "CAN"]),
        (["MEX", "CHN"], ["MEX"]),
        (["CHN", "MEX"], ["CHN"]),
        (["MEX", "CHN", "CAN"], ["MEX", "CAN"]),
    ],
)
def test_countries_on_one_side_are_seen_together_and_the_first_counts_most(codes: list[str], seen: list[str]) -> None:
    assert together({code: boxes()[code] for code in codes}) == seen


def test_near_the_centre_the_scale_is_that_of_a_flat_map_of_the_same_zoom() -> None:
    globe = Globe(30, 10, 500)
    right, down = globe.pixels(11, 30)
    assert right == pytest.approx(512 * 2**globe.zoom / 360, rel=1e-3)
    assert abs(down) < 0.1
    assert globe.pixels(10, 30) == (0, 0)
    assert globe.pixels(10, 31)[1] < 0


def test_a_quarter_turn_is_a_quarter_of_the_way_round() -> None:
    globe = Globe(0, 0, 100)
    assert globe.pixels(90, 0) == pytest.approx((50 * math.pi, 0))
    assert globe.pixels(0, -90) == pytest.approx((0, 50 * math.pi))


@pytest.mark.parametrize("place", [(0, 0), (-99, 19), (139, 36), (151, -33), (20, 80)])
def test_a_move_in_space_becomes_one_on_the_ground(place: tuple[float, float]) -> None:
    globe = Globe(0, 0, 1000)
    here, east, north = (globe.solid(place[0] + x, place[1] + y) for x, y in ((0, 0), (0.1, 0), (0, 0.1)))
    step = math.radians(0.1) * 1000
    right, down = globe.on_ground([b - a for a, b in zip(here, east, strict=True)], *place)
    assert (right, down) == (
        pytest.approx(step * math.cos(math.radians(place[1])), abs=0.06),
        pytest.approx(0, abs=0.06),
    )
    right, down = globe.on_ground([b - a for a, b in zip(here, north, strict=True)], *place)
    assert (right, down) == (pytest.approx(0, abs=0.06), pytest.approx(-step, abs=0.06))
