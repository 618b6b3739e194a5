"""What a map to explore promises: no outside host, clicks that mean a country, firm choices, words."""

import json
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from gettext import NullTranslations
from typing import Any

import pytest
from babel import Locale

from data.assets import ROUTE, address, served
from data.catalog import Catalog
from data.paths import SHAPES
from data.queries.offices import documented
from data.selection import Selection
from data.translation import LOCALES
from figures.figure import Figure
from figures.language import Language
from figures.maps import deck
from figures.offices import explore_map
from figures.palette import palette, rgb
from tests import known_offices
from tests.figures.scenes import WIDE, WITHOUT, layers, scene, texts, written

Draw = Callable[..., Figure]


@pytest.fixture
def draw(catalog: Catalog, language: Language) -> Draw:
    def draw(*chosen: str, turn: int = 0, language: Language = language) -> Figure:
        rows = documented(catalog, Selection(countries=chosen)).rows
        looking = {"selection": Selection(countries=chosen), "size": WIDE, "turn": turn}
        return explore_map.figure(rows, catalog, language, "light", **looking)

    return draw


@pytest.mark.parametrize("chosen", [(), ("MEX",), (WITHOUT,)])
def test_a_map_asks_no_other_host_for_anything(draw: Draw, chosen: tuple[str, ...]) -> None:
    said = scene(draw(*chosen))
    # Without this very word Streamlit would put a base map of an outside host under the layers.
    assert said["mapStyle"] == "__MAP_STYLE__"
    assert not [name for name in said if "provider" in name.lower() or "key" in name.lower()]
    assert not [text for text in texts(said) if "//" in text]
    named = [layer.get(name) for layer in said["layers"] for name in ("data", "iconAtlas")]
    files = {file for file in named if isinstance(file, str)}
    assert files
    assert files <= {f"{ROUTE}/{file}" for file in served()}


def test_what_travels_on_every_change_is_small(draw: Draw) -> None:
    sent = draw().drawing.to_json()
    assert len(sent.encode()) < 12_000
    assert "\n" not in sent


def test_what_all_readers_share_cannot_be_changed_by_one_of_them(draw: Draw) -> None:
    shared = draw().drawing
    with pytest.raises(FrozenInstanceError):
        shared.json = "{}"
    before = shared.to_json()
    shared._tooltip["text"] = "changed"
    assert shared.to_json() is before
    assert shared._tooltip["text"] != "changed"


def test_the_slide_of_a_country_without_a_place_stands(draw: Draw) -> None:
    picture = draw(WITHOUT).picture
    assert picture
    assert "<path" in picture(1488.0, 620.0)


@pytest.mark.parametrize("chosen", [(), ("MEX",)])
def test_what_can_be_clicked_is_named_anew_after_every_click_and_the_land_stays(
    draw: Draw, chosen: tuple[str, ...]
) -> None:
    before, after = scene(draw(*chosen))["layers"], scene(draw(*chosen, turn=1))["layers"]
    for one, other in zip(before, after, strict=True):
        assert one["id"] != other["id"] or not one.get("pickable")
    land = {layer["id"] for layer in before if layer["id"].startswith(("land-", "borders-"))}
    assert land
    assert land <= {layer["id"] for layer in after}


def test_of_the_land_only_what_divides_it_is_drawn_as_lines(draw: Draw) -> None:
    # Lines take longest to draw, and those of coasts would have the colour of the sea.
    (land,) = layers(draw(), "GeoJsonLayer", "land-")
    (borders,) = layers(draw(), "LineLayer", "borders-")
    assert not land["stroked"]
    assert borders["data"] == address("borders")
    assert borders["getColor"] == rgb(palette("light").paper)


def test_a_chosen_country_is_outlined_firmly_and_no_other(draw: Draw) -> None:
    (outline,) = layers(draw("MEX", WITHOUT), "GeoJsonLayer", "outline-")
    test = f"properties.iso3 == 'MEX' || properties.iso3 == '{WITHOUT}'"
    assert outline["getLineColor"].startswith(f"@@={test} ? {rgb(palette('light').chosen)!r}")
    assert outline["getLineWidth"] == f"@@={test} ? 2 : 0"
    assert not layers(draw(), "GeoJsonLayer", "outline-")


def test_a_chosen_point_is_drawn_firm(draw: Draw) -> None:
    (points,) = layers(draw("SGP"), "ScatterplotLayer")
    assert points["getLineColor"].startswith(f"@@=iso3 == 'SGP' ? {rgb(palette('light').chosen)!r}")


def test_a_click_costs_little_to_draw(draw: Draw) -> None:
    # Lines, and marks that light up on hovering, make a click too slow for deck.gl to see it as one.
    (territory,) = layers(draw(), "GeoJsonLayer", "countries-")
    assert territory["pickable"]
    assert territory["stroked"] is False
    assert not [layer["id"] for layer in scene(draw("MEX"))["layers"] if layer.get("autoHighlight")]


def test_a_territory_without_a_shape_is_seen_only_where_a_place_lies_or_it_is_chosen(draw: Draw) -> None:
    (points,) = layers(draw(), "ScatterplotLayer")
    assert (points["getFillColor"][-1], points["getLineColor"][-1]) == (0, 0)


def test_territories_too_small_for_a_shape_can_be_clicked_as_points(draw: Draw, catalog: Catalog) -> None:
    table = catalog["countries"]
    (points,) = layers(draw(), "ScatterplotLayer")
    assert points["pickable"]
    small = {place["iso3"] for place in points["data"]}
    assert small == set(table.loc[table["point_only"], "iso3"]) >= {"HKG", "SGP"}
    for place in points["data"]:
        clicked = {"selection": {"objects": {points["id"]: [place]}}}
        assert deck.picked(clicked) == place["iso3"]


@pytest.mark.parametrize("chosen", [("MEX",), ("CAN",), ("MEX", "CAN"), ("BRA", "COL"), ("HKG", "SGP")])
def test_the_cities_of_chosen_countries_are_named_with_their_accents(
    draw: Draw, catalog: Catalog, chosen: tuple[str, ...]
) -> None:
    figure, offices = draw(*chosen), known_offices.offices()
    assert sorted(written(figure)) == sorted(offices.loc[offices["iso3"].isin(chosen), "city"])
    assert {layer["characterSet"] for layer in layers(figure, "TextLayer")} == {"auto"}
    if "MEX" in chosen:
        assert {"Ciudad Juárez", "Mérida"} <= set(written(figure))


def test_without_a_choice_no_city_is_written(draw: Draw) -> None:
    assert not written(draw())
    assert not written(draw(WITHOUT))


def test_a_country_without_an_office_gets_an_honest_map(draw: Draw) -> None:
    figure = draw(WITHOUT)
    assert figure.title == "No HSI office in Nigeria was found in the sources read"
    assert "does not mean that there is none" in figure.text
    assert (figure.legend, figure.note, figure.source_ids, len(figure.rows)) == ("", "", (), 0)
    assert draw(WITHOUT, "IDN").title.startswith("No HSI office in Nigeria or Indonesia ")


def test_a_chosen_country_without_an_office_is_named_beside_those_that_have_one(draw: Draw) -> None:
    figure = draw("MEX", WITHOUT)
    assert "No office found in the sources read: Nigeria." in figure.text
    assert "Nigeria" not in figure.title


def test_every_row_cites_its_sources(draw: Draw, catalog: Catalog) -> None:
    offices, links = known_offices.offices(), catalog["office_evidence"]
    own = set(offices.loc[offices["iso3"] == "MEX", "office_id"])
    assert set(draw("MEX").source_ids) == set(links.loc[links["office_id"].isin(own), "source_id"])
    cited = links if set(draw().rows) & {"standing"} else links[links["office_id"].isin(offices["office_id"])]
    assert set(draw().source_ids) == set(cited["source_id"])


def test_what_lies_under_the_pointer_is_named_in_the_reader_s_language(draw: Draw, language: Language) -> None:
    spanish = Language("es", NullTranslations(), Locale.parse(LOCALES["es"]))
    for spoken, name in ((language, "Singapore"), (spanish, "Singapur")):
        figure = draw(language=spoken)
        column = figure.drawing._tooltip["text"].strip("{}")
        own = [layer for layer in scene(figure)["layers"] if layer.get("pickable") and isinstance(layer["data"], list)]
        assert all(thing[column] for layer in own for thing in layer["data"])
        (points,) = layers(figure, "ScatterplotLayer")
        assert name in {thing[column] for thing in points["data"]}
        for feature in json.loads(SHAPES.read_text("utf-8"))["features"]:
            assert feature["properties"][column], "the land has no name in this language"


@pytest.mark.parametrize(
    ("thing", "code"),
    [
        ({"iso3": "MEX", "name": "Monterrey, Mexico", "at": [-100.3, 25.7]}, "MEX"),
        ({"type": "Feature", "properties": {"iso3": "NGA"}, "geometry": {}}, "NGA"),
        ({"type": "Feature", "properties": {}, "geometry": {}}, None),
        ({"iso3": 7}, None),
        ({}, None),
    ],
)
def test_a_click_means_the_country_of_what_it_hit(thing: dict[str, Any], code: str | None) -> None:
    assert deck.picked({"selection": {"objects": {"layer": [thing]}, "indices": {"layer": [0]}}}) == code


@pytest.mark.parametrize("event", [None, {}, {"selection": {}}, {"selection": {"objects": {}}}, "sea"])
def test_a_click_on_the_sea_means_no_country(event: object) -> None:
    assert deck.picked(event) is None
