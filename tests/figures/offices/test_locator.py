"""The small map of a country: where it lies, and its places with their names."""

import re
from collections.abc import Callable
from functools import cache
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from data.catalog import Catalog
from data.queries.offices import documented
from data.selection import Selection
from figures.figure import Figure
from figures.language import Language
from figures.offices import locator
from figures.palette import LIGHT
from tests import known_offices

SIZE = (480, 270)
Make = Callable[[str], Figure]


@pytest.fixture(scope="module")
def make(catalog: Catalog, language: Language) -> Make:
    @cache  # two tests draw every country
    def figure(iso3: str) -> Figure:
        rows = documented(catalog, Selection(countries=(iso3,))).rows
        return locator.figure(rows, iso3, catalog, language, "light", SIZE)

    return figure


def svg_of(figure: Figure) -> str:
    assert isinstance(figure.drawing, str)
    return unquote(figure.drawing.partition("data:image/svg+xml,")[2].partition('"')[0])


def names_in(figure: Figure) -> list[str]:
    return [text.text or "" for text in ElementTree.fromstring(svg_of(figure)).iter("{http://www.w3.org/2000/svg}text")]


def test_the_picture_of_every_country_is_sound_and_names_its_places(catalog: Catalog, make: Make) -> None:
    for code, name in catalog.names("countries", "iso3", "name").items():
        cities = [
            place["city"] or name
            for place in known_offices.places()
            if place["iso3"] == code and (place["city"] or place["standing"] == "presence")
        ]
        assert sorted(names_in(make(code))) == sorted(cities or [name])


def test_every_name_stands_within_the_map(catalog: Catalog, make: Make) -> None:
    for code in catalog["countries"]["iso3"]:
        for text in ElementTree.fromstring(svg_of(make(code))).iter("{http://www.w3.org/2000/svg}text"):
            assert 0 <= float(text.attrib["x"]) <= SIZE[0], (code, text.text)
            assert 0 <= float(text.attrib["y"]) <= SIZE[1], (code, text.text)


def test_the_globe_covers_no_place(make: Make) -> None:
    for code in ("MEX", "CAN", "CHN", "SAU"):
        svg = svg_of(make(code))
        x, y = (float(part) for part in re.findall(r"translate\((-?[\d.]+) (-?[\d.]+)\)'><circle", svg)[-1])
        radius = locator.GLOBE * min(SIZE)
        places = re.findall(r"translate\((-?[\d.]+) (-?[\d.]+)\) scale", svg)
        assert places
        for left, top in places:
            assert (float(left) - x - radius) ** 2 + (float(top) - y - radius) ** 2 > radius**2, code


def test_a_territory_without_a_visible_shape_is_ringed(make: Make) -> None:
    assert svg_of(make("HKG")).count("fill='none'") >= svg_of(make("MEX")).count("fill='none'")
    assert f"stroke='{LIGHT.chosen}'" in svg_of(make("SGP"))


def test_title_and_text_say_what_is_found_and_what_is_not(make: Make) -> None:
    assert make("MEX").title == "Mexico: 5 places named by sources"
    assert make("FRA").title == "France: 1 place named by sources"
    nothing = make("NGA")
    assert nothing.title == "Nigeria: no place named by sources was found"
    assert "does not mean that there is none" in nothing.text
    assert nothing.rows.empty
    assert nothing.source_ids == ()
    for city in make("MEX").rows["city"]:
        assert city in make("MEX").text


def test_the_home_of_hsi_is_not_said_to_lack_an_office(make: Make) -> None:
    figure = make("USA")
    assert figure.title == "The United States: HSI's own country"
    assert "places abroad" in figure.text
    assert "found" not in figure.title + figure.text


def test_rows_and_sources_are_those_of_the_country(catalog: Catalog, make: Make) -> None:
    figure = make("MEX")
    assert set(figure.rows["iso3"]) == {"MEX"}
    links = catalog["office_evidence"]
    cited = links.loc[links["office_id"].isin(figure.rows["office_id"]), "source_id"]
    assert set(figure.source_ids) == set(cited)


@pytest.mark.parametrize("code", ["MEX", "NGA"])
def test_the_picture_to_take_away_holds_the_same_names(make: Make, code: str) -> None:
    figure = make(code)
    assert figure.picture
    slide = ElementTree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{figure.picture(1488.0, 600.0)}</svg>')
    words = [text.text for text in slide.iter("{http://www.w3.org/2000/svg}text")]
    assert set(names_in(figure)) <= set(words)


def test_the_place_that_is_meant_has_a_ring(catalog: Catalog, language: Language, make: Make) -> None:
    rows = documented(catalog, Selection(countries=("MEX",))).rows
    meant = locator.figure(rows, "MEX", catalog, language, "light", SIZE, "mex-tijuana")
    rings = [svg_of(one).count(f"fill='none' stroke='{LIGHT.chosen}'") for one in (meant, make("MEX"))]
    assert rings[0] == rings[1] + 1


@pytest.mark.parametrize("size", [(1400.0, 560.0), (680.0, 400.0)])
@pytest.mark.parametrize("code", ["JAM", "MEX", "NGA"])
def test_the_globe_of_the_picture_stands_beside_the_map(make: Make, code: str, size: tuple[float, float]) -> None:
    figure = make(code)
    assert figure.picture
    drawn = ElementTree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{figure.picture(*size)}</svg>')
    (land,) = drawn.findall("{http://www.w3.org/2000/svg}svg")
    globe = drawn.find("{http://www.w3.org/2000/svg}g")
    assert globe is not None
    x, y = map(float, globe.attrib["transform"].removeprefix("translate(").removesuffix(")").split())
    across = 2 * float(globe[0].attrib["r"])
    left, wide, high = float(land.get("x", 0)), float(land.attrib["width"]), float(land.attrib["height"])
    assert x + across <= left or y >= high, "it would cover a part of the map"
    assert left + wide <= size[0] + 0.1
    assert y + across <= size[1] + 0.1


def test_a_name_does_not_hide_the_small_country_that_it_is_in(catalog: Catalog) -> None:
    rows = documented(catalog, Selection(countries=("JAM",))).rows
    window = locator.sheet.fit([locator._view("JAM", (0, 0))], 680, 264, margin=24)
    ((left, high, right, low),) = locator._small(window, "JAM", rows, 24)
    assert left < right
    assert high < low
    mexico = documented(catalog, Selection(countries=("MEX",))).rows
    window = locator.sheet.fit([locator._view("MEX", (0, 0))], 680, 264, margin=24)
    assert locator._small(window, "MEX", mexico, 24) == []


def test_a_key_does_not_take_more_of_a_picture_than_the_map(make: Make) -> None:
    figure = make("MEX")
    assert figure.picture
    drawn = ElementTree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{figure.picture(680.0, 216.0)}</svg>')
    (land,) = drawn.findall("{http://www.w3.org/2000/svg}svg")
    assert float(land.attrib["width"]) > 680 / 2
    words = [text.text for text in land.iter("{http://www.w3.org/2000/svg}text")]
    assert "Monterrey" in words
