"""The map of countries: each is shaded by its number, which stands on it in figures, and the finding is the countries ahead."""

import math
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from data.catalog import Catalog
from data.queries.offices import documented
from data.selection import Selection
from figures.figure import Figure
from figures.language import Language
from figures.maps.viewport import Viewport
from figures.offices import shaded_map
from figures.palette import palette, rgb
from tests import known_offices
from tests.figures.scenes import PHONE, WIDE, WITHOUT, drawn, key, layers, scene

Draw = Callable[..., Figure]


@pytest.fixture
def draw(catalog: Catalog, language: Language) -> Draw:
    def draw(*chosen: str, size: tuple[int, int] = WIDE) -> Figure:
        rows = documented(catalog, Selection(countries=chosen)).rows
        return shaded_map.figure(rows, catalog, language, "light", Selection(countries=chosen), size)

    return draw


def numbers(figure: Figure) -> list[dict[str, Any]]:
    (layer,) = layers(figure, "TextLayer", "numbers-")
    return layer["data"]


def counted(catalog: Catalog) -> pd.Series:
    return known_offices.offices()["iso3"].value_counts()


@pytest.mark.parametrize("chosen", [(), ("MEX", "CHN"), (WITHOUT,)])
def test_the_number_of_each_country_stands_on_it(draw: Draw, catalog: Catalog, chosen: tuple[str, ...]) -> None:
    counts, points = counted(catalog), catalog["countries"].set_index("iso3")
    expected = {code: n for code, n in counts.items() if not chosen or code in chosen}
    figure = draw(*chosen)
    assert {number["iso3"]: int(number["text"]) for number in numbers(figure)} == expected
    assert dict(zip(figure.rows["iso3"], figure.rows["offices"], strict=True)) == expected
    for number in numbers(figure):
        assert number["at"] == pytest.approx(list(points.loc[number["iso3"], ["longitude", "latitude"]]), abs=0.01)
        assert number["name"].endswith(f"{number['text']} documented place{'s' if number['text'] != '1' else ''}")


def test_a_country_is_shaded_as_its_number_says_and_others_are_plain_land(draw: Draw, catalog: Catalog) -> None:
    colors, counts = palette("light"), counted(catalog)
    (land,) = layers(draw(), "GeoJsonLayer", "land-")
    *cases, plain = land["getFillColor"].removeprefix("@@=").split(" : ")
    assert plain == str(rgb(colors.land))
    shaded = {}
    for case in cases:
        tests, _, color = case.partition(" ? ")
        shaded |= {test.split("'")[1]: color for test in tests.split(" || ")}
    assert set(shaded) == set(counts.index)
    for code, n in counts.items():
        step = max((step for step in colors.counts if int(step) <= n), key=int)
        assert shaded[code] == str(rgb(colors.counts[step]))


def test_a_new_choice_shades_the_land_anew(draw: Draw) -> None:
    triggers = [layers(figure, "GeoJsonLayer", "land-")[0]["updateTriggers"] for figure in (draw(), draw("MEX"))]
    assert triggers[0] != triggers[1]


def test_small_territories_are_points_of_their_shade(draw: Draw, catalog: Catalog) -> None:
    (points,) = layers(draw(), "ScatterplotLayer", "points-")
    small = catalog["countries"].loc[catalog["countries"]["point_only"], "iso3"]
    for code in set(small) & set(counted(catalog).index):
        assert f"iso3 == '{code}'" in points["getFillColor"]
    assert str(rgb(palette("light").counts["1"])) in points["getFillColor"]


def test_the_chosen_country_keeps_its_shade_and_one_without_a_place_is_tinted(draw: Draw) -> None:
    (territory,) = layers(draw("MEX", WITHOUT), "GeoJsonLayer", "countries-")
    assert "MEX" not in territory["getFillColor"]
    assert f"properties.iso3 == '{WITHOUT}' ? {rgb(palette('light').tint)!r}" in territory["getFillColor"]


@pytest.mark.parametrize("size", [WIDE, PHONE])
@pytest.mark.parametrize("chosen", [(), ("MEX",), ("MEX", "CHN"), ("SGP", "HKG"), ("DEU", "NLD", "GBR", "FRA")])
def test_no_number_covers_another_or_a_city_and_all_are_in_sight(
    draw: Draw, chosen: tuple[str, ...], size: tuple[int, int]
) -> None:
    figure = draw(*chosen, size=size)
    state = scene(figure)["initialViewState"]
    view = Viewport(state["latitude"], state["longitude"], state["zoom"])
    cities = drawn(figure)[::2] if chosen else []  # a rim and a dot each
    at = [(view.pixels(*thing["at"]), thing["by"]) for thing in [*numbers(figure), *cities]]
    spots = [(x + dx, y + dy) for (x, y), (dx, dy) in at]
    for n, one in enumerate(spots):
        assert all(math.dist(one, other) >= shaded_map.GAP - 0.5 for other in spots[n + 1 :])
        assert abs(one[0]) <= size[0] / 2 - shaded_map.GAP / 2
        assert abs(one[1]) <= size[1] / 2 - shaded_map.GAP / 2


def test_the_key_says_in_words_how_many_countries_have_how_many_places(draw: Draw, catalog: Catalog) -> None:
    counts = counted(catalog)
    entries = key(draw())
    assert f"1 documented place: {(counts == 1).sum()} countries and territories" in entries
    assert f"2 documented places: {(counts == 2).sum()} countries and territories" in entries
    assert f"5 or more documented places: {(counts >= 5).sum()} countries and territories" in entries
    assert len(entries) == len({min(n, 5) - (n == 4) for n in counts})
    assert key(draw("JPN")) == ["1 documented place: 1 country or territory"]


@pytest.mark.parametrize(("n", "step"), [(1, "1"), (2, "2"), (3, "3"), (4, "3"), (5, "5"), (6, "5"), (40, "5")])
def test_each_number_falls_into_its_step(catalog: Catalog, language: Language, n: int, step: str) -> None:
    one = documented(catalog, Selection(countries=("JPN",))).rows
    rows = shaded_map.counted(pd.concat([one] * n, ignore_index=True), catalog, language)
    assert list(zip(rows["offices"], rows["step"], strict=True)) == [(n, step)]


def test_the_title_is_the_finding_and_fits_what_is_chosen(draw: Draw, catalog: Catalog) -> None:
    counts = counted(catalog)
    assert draw().title == f"Canada and Mexico have the most documented places, {counts.max()} each"
    assert draw("MEX").title == f"Mexico: {counts['MEX']} documented places"
    assert draw("HND").title == "Honduras: 1 documented place"
    assert draw("CHN", "MEX").title == f"Documented places: Mexico {counts['MEX']}, China {counts['CHN']}"
    assert draw("MEX", "JPN", "DEU", "GBR", "FRA").title == f"Mexico has the most documented places, {counts['MEX']}"


def test_the_text_tells_the_numbers_the_cities_and_what_plain_land_means(draw: Draw, catalog: Catalog) -> None:
    counts, names = counted(catalog), catalog.names("countries", "iso3", "name")
    text = draw().text
    for code, n in counts[counts > 1].items():
        assert f"{names[code]} {n}" in text
    assert f"{(counts == 1).sum()} countries and territories have one each." in text
    assert "Plain land: none found in the sources read." in text
    only = known_offices.offices().loc[known_offices.offices()["level"] == "country", "iso3"]
    assert all(names[code] in text.split("names no city: ")[1].split(".")[0] for code in only)
    assert "Dots mark Ciudad Juárez, Mexico City, Monterrey, Mérida and Tijuana." in draw("MEX").text
    # Other land is plain then because it was not chosen.
    assert "Plain land" not in draw("MEX").text


def test_rows_hold_what_is_known_only_by_country_apart_and_the_most_first(draw: Draw, catalog: Catalog) -> None:
    rows, offices = draw().rows, known_offices.offices()
    assert rows["country_level"].sum() == (offices["level"] == "country").sum()
    assert (rows["country_level"] <= rows["offices"]).all()
    assert rows["offices"].is_monotonic_decreasing
    assert not (rows[list(draw().columns)] == "").any(axis=None)
