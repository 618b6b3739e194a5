"""The map of offices as SVG."""

import re
from collections.abc import Callable
from functools import partial

import pytest

from data.catalog import Catalog
from data.queries.offices import documented
from data.selection import Selection
from figures.language import Language
from figures.offices import coding, listing, svg_map
from figures.palette import LIGHT
from tests import known_offices

SIZE = (640.0, 316.0)
PAPER = svg_map.Paper(LIGHT, SIZE, 12.0)
Draw = Callable[..., str]


@pytest.fixture
def draw(catalog: Catalog, language: Language) -> Draw:
    def make(*codes: str, column: str = "evidence_period", chosen: bool = True) -> str:
        rows = listing.in_words(documented(catalog, Selection(countries=codes)).rows, catalog, language)
        fills = coding.fills(column, LIGHT)
        return svg_map.offices(rows, column, fills, *((codes, codes) if chosen else ((), ())), PAPER)

    return make


def marks_in(svg: str) -> list[tuple[float, float]]:
    found = re.findall(r'transform="translate\((-?[\d.]+) (-?[\d.]+)\) scale', svg)
    return [(float(x) + 6, float(y) + 6) for x, y in found]


def names_in(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]+)</text>", svg)


def test_every_documented_place_has_a_mark_on_the_sheet(draw: Draw, catalog: Catalog) -> None:
    found = marks_in(draw())
    assert len(found) == len(known_offices.offices())
    assert all(0 <= x <= SIZE[0] and 0 <= y <= SIZE[1] for x, y in found)


def test_no_mark_hides_another(draw: Draw) -> None:
    found = marks_in(draw())
    apart = [abs(x - u) + abs(y - v) for at, (x, y) in enumerate(found) for u, v in found[:at]]
    assert min(apart) >= 12


def test_places_of_a_chosen_country_are_named_and_others_are_not(draw: Draw, catalog: Catalog) -> None:
    rows = known_offices.offices()
    assert sorted(names_in(draw("MEX"))) == sorted(rows.loc[rows["iso3"] == "MEX", "city"])
    assert names_in(draw()) == []


def test_a_chosen_country_is_outlined_and_looked_at_closely(draw: Draw) -> None:
    assert f'stroke="{LIGHT.chosen}"' in draw("MEX")
    assert f'stroke="{LIGHT.chosen}"' not in draw()
    far, close = marks_in(draw("MEX", chosen=False)), marks_in(draw("MEX"))
    assert max(x for x, _ in close) - min(x for x, _ in close) > 3 * (max(x for x, _ in far) - min(x for x, _ in far))


@pytest.mark.parametrize("code", ["HKG", "SGP", "BHS"])
def test_a_territory_without_a_visible_shape_still_shows_its_place(draw: Draw, code: str) -> None:
    [(x, y)] = marks_in(draw(code))
    assert 0 < x < SIZE[0]
    assert 0 < y < SIZE[1]


def test_a_country_without_a_documented_place_shows_its_land_and_no_mark(draw: Draw) -> None:
    svg = draw("NOR")
    assert marks_in(svg) == []
    assert f'stroke="{LIGHT.chosen}"' in svg


def test_the_slide_has_a_key_with_every_category_and_its_number(catalog: Catalog, language: Language) -> None:
    rows = listing.in_words(documented(catalog, Selection()).rows, catalog, language)
    fills = coding.fills("evidence_period", LIGHT)
    samples = list(coding.samples(rows, "evidence_period", language, LIGHT))
    make = partial(svg_map.offices, rows, "evidence_period", fills, (), ())
    svg = svg_map.slide(make, samples, LIGHT, 1488, 600)
    for one in samples:
        assert one.words in names_in(svg)
    # No mark of the map lies under the key.
    key_right, key_top = 500, 600 - 40 * len(samples)
    on_map = marks_in(svg)[: len(rows)]
    assert not [point for point in on_map if point[0] < key_right and point[1] > key_top]


def test_on_the_picture_of_the_globe_the_north_is_up_and_the_east_right(catalog: Catalog, language: Language) -> None:
    rows = listing.in_words(documented(catalog, Selection()).rows, catalog, language)
    fills = coding.fills("evidence_period", LIGHT)

    def mark(city: str) -> tuple[float, float]:
        one = rows[rows["city"] == city]
        [found] = marks_in(svg_map.globe(one, "evidence_period", fills, (), (), PAPER, centre=(-82.0, 12.0)))
        return found

    ottawa, bogota, tijuana = mark("Ottawa"), mark("Bogotá"), mark("Tijuana")
    assert ottawa[1] < tijuana[1] < bogota[1]
    assert tijuana[0] < ottawa[0]
    assert tijuana[0] < bogota[0]
