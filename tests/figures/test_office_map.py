"""The map of offices: every place is there, told apart without colour, asked of no outside host, and can be clicked."""

import json
import math
import re
import struct
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest

from data.assets import ROUTE, served
from data.catalog import Catalog
from data.queries.offices import documented
from data.selection import Selection
from data.shapes import boxes
from figures import labels, marks, office_key, office_map, office_marks, office_scene
from figures.figure import Figure
from figures.language import Language
from figures.palette import palette, rgb
from figures.viewport import Viewport

Draw = Callable[..., Figure]
WIDE, PHONE = (540, 400), (350, 300)
WITHOUT = "NGA"
"""A country of other tables; no office of it was found."""


@pytest.fixture(scope="module")
def draw(catalog: Catalog, language: Language) -> Draw:
    def draw(color: str = "period", *chosen: str, size: tuple[int, int] = WIDE, turn: int = 0) -> Figure:
        rows = documented(catalog, Selection(countries=chosen)).rows
        return office_map.figure(rows, catalog, language, "light", color, chosen, size, turn)

    return draw


def scene(figure: Figure) -> dict[str, Any]:
    return json.loads(figure.drawing.to_json())


def layers(figure: Figure, kind: str) -> list[dict[str, Any]]:
    return [layer for layer in scene(figure)["layers"] if layer["@@type"] == kind]


def drawn(figure: Figure) -> list[dict[str, Any]]:
    (layer,) = layers(figure, "IconLayer")
    return layer["data"]


def view(figure: Figure) -> Viewport:
    state = scene(figure)["initialViewState"]
    return Viewport(state["latitude"], state["longitude"], state["zoom"])


def on_screen(figure: Figure) -> list[tuple[float, float]]:
    """Return where each mark stands, in pixels from the centre."""
    looking = view(figure)
    points = [(looking.pixels(*place["at"]), place["by"]) for place in drawn(figure)]
    return [(x + dx, y + dy) for (x, y), (dx, dy) in points]


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def key(figure: Figure) -> list[str]:
    """Return the entries of the legend, in words."""
    return [unescape(text) for text in re.findall(r">([^<>]+)</span>", figure.legend)]


def codes(catalog: Catalog) -> list[str]:
    return list(catalog["countries"]["iso3"])


@pytest.mark.parametrize("chosen", [(), ("MEX",), (WITHOUT,)])
def test_the_map_asks_no_other_host_for_anything(draw: Draw, chosen: tuple[str, ...]) -> None:
    written = scene(draw("period", *chosen))
    # Without this very word Streamlit would put a base map of an outside host under the layers.
    assert written["mapStyle"] == "__MAP_STYLE__"
    assert not [name for name in written if "provider" in name.lower() or "key" in name.lower()]
    assert not [text for text in texts(written) if "//" in text]
    files = {
        layer[name]
        for layer in written["layers"]
        for name in ("data", "iconAtlas")
        if name in layer
        if isinstance(layer[name], str)
    }
    assert files == {f"{ROUTE}/{file}" for file in served()}


def test_every_place_is_marked_where_it_is(draw: Draw, catalog: Catalog) -> None:
    figure = draw()
    assert len(drawn(figure)) == len(figure.rows) == len(catalog["offices"])
    assert {place["iso3"] for place in drawn(figure)} == set(catalog["offices"]["iso3"])
    towns = catalog["offices"].set_index("city")
    for place in drawn(figure):
        if place["name"] == "Monterrey, Mexico":
            assert place["at"] == pytest.approx(list(towns.loc["Monterrey", ["longitude", "latitude"]]), abs=0.01)
            break
    else:
        pytest.fail("Monterrey is not on the map")


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_no_two_marks_overlap_at_the_zoom_shown(draw: Draw, catalog: Catalog, size: tuple[int, int]) -> None:
    several = catalog["offices"]["iso3"].value_counts().loc[lambda n: n > 1].index
    for chosen in [(), *((code,) for code in several), tuple(several), ("DEU", "NLD", "GBR", "FRA", "CHE", "AUT")]:
        points = on_screen(draw("period", *chosen, size=size))
        for at, one in enumerate(points):
            for other in points[at + 1 :]:
                assert math.dist(one, other) >= office_marks.SIZE


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_the_world_view_holds_every_mark(draw: Draw, size: tuple[int, int]) -> None:
    for x, y in on_screen(draw(size=size)):
        assert abs(x) <= size[0] / 2 - office_marks.SIZE / 2
        assert abs(y) <= size[1] / 2 - office_marks.SIZE / 2


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_the_view_fits_the_chosen_countries_and_their_marks(
    draw: Draw, catalog: Catalog, size: tuple[int, int]
) -> None:
    for chosen in [*((code,) for code in codes(catalog)), ("MEX", "CHN"), ("AUS", "CAN", "ZAF")]:
        figure = draw("period", *chosen, size=size)
        corners = [(box[at], box[up]) for box in (boxes()[code] for code in chosen) for at in (0, 2) for up in (1, 3)]
        for x, y in [*(view(figure).pixels(*corner) for corner in corners), *on_screen(figure)]:
            assert abs(x) <= size[0] / 2
            assert abs(y) <= size[1] / 2


def test_choosing_a_country_brings_it_closer(draw: Draw, catalog: Catalog) -> None:
    world = view(draw()).zoom
    assert all(view(draw("period", code)).zoom > world for code in codes(catalog) if code != "RUS")
    assert view(draw("period", "MEX", "CHN")).zoom < view(draw("period", "MEX")).zoom


def test_a_chosen_country_is_filled_and_outlined_firmly_and_no_other(draw: Draw) -> None:
    chosen = rgb(palette("light").chosen)
    figure = draw("period", "MEX", WITHOUT)
    _land, territory, outline = layers(figure, "GeoJsonLayer")
    test = f"properties.iso3 == 'MEX' || properties.iso3 == '{WITHOUT}'"
    assert territory["getFillColor"].startswith(f"@@={test} ? {rgb(palette('light').tint)!r}")
    assert outline["getLineColor"].startswith(f"@@={test} ? {chosen!r}")
    assert outline["getLineWidth"] == f"@@={test} ? 2 : 0"
    assert "outline" not in " ".join(layer["id"] for layer in layers(draw(), "GeoJsonLayer"))


@pytest.mark.parametrize("chosen", [("MEX",), ("CAN",), ("MEX", "CAN"), ("BRA", "COL")])
def test_the_cities_of_chosen_countries_are_named_with_their_accents(
    draw: Draw, catalog: Catalog, chosen: tuple[str, ...]
) -> None:
    (layer,) = layers(draw("period", *chosen), "TextLayer")
    offices = catalog["offices"]
    cities = offices.loc[offices["iso3"].isin(chosen), "city"]
    assert sorted(label["text"] for label in layer["data"]) == sorted(cities)
    assert layer["characterSet"] == "auto"
    if "MEX" in chosen:
        assert {"Ciudad Juárez", "Mérida"} <= {label["text"] for label in layer["data"]}


def test_without_a_choice_no_city_is_written(draw: Draw) -> None:
    assert not layers(draw(), "TextLayer")
    assert not layers(draw("period", WITHOUT), "TextLayer")


def test_territories_too_small_for_a_shape_can_be_clicked_as_points(draw: Draw, catalog: Catalog) -> None:
    table = catalog["countries"]
    (points,) = layers(draw(), "ScatterplotLayer")
    assert points["pickable"]
    small = {place["iso3"] for place in points["data"]}
    assert small == set(table.loc[table["point_only"], "iso3"])
    assert {"HKG", "SGP"} <= small
    for place in points["data"]:
        clicked = {"selection": {"objects": {points["id"]: [place]}}}
        assert office_scene.picked(clicked) == place["iso3"]


def test_a_chosen_point_is_drawn_firm(draw: Draw) -> None:
    (points,) = layers(draw("period", "SGP"), "ScatterplotLayer")
    assert points["getLineColor"].startswith(f"@@=iso3 == 'SGP' ? {rgb(palette('light').chosen)!r}")


@pytest.mark.parametrize("color", office_key.COLUMNS)
def test_a_place_known_only_by_country_is_hollow_and_said_to_be(draw: Draw, catalog: Catalog, color: str) -> None:
    offices = catalog["offices"]
    only = set(offices.loc[offices["level"] == "country", "iso3"])
    figure = draw(color)
    assert {place["iso3"] for place in drawn(figure) if place["mark"] == marks.COUNTRY_ONLY} == only
    assert key(figure)[-1] == f"Hollow: {len(only)} of these known only by country"
    names = catalog.names("countries", "iso3", "name")
    said = figure.text.split("Known only by country", 1)[1].split(".")[0]
    assert all(names[code] in said for code in only)


@pytest.mark.parametrize(("color", "column"), office_key.COLUMNS.items())
def test_each_category_has_a_shape_and_stands_in_the_key_in_words_with_its_count(
    draw: Draw, language: Language, color: str, column: str
) -> None:
    figure = draw(color)
    counts = figure.rows[column].value_counts()
    entries = key(figure)
    for code, words in labels.words(language, column).items():
        assert f"{words}: {counts[code]}" in entries
        assert f"{words}: {counts[code]}" in figure.text
    assert len(entries) == len(counts) + 1
    for row, place in zip(figure.rows.itertuples(), drawn(figure), strict=True):
        assert place["mark"] == (
            marks.SHAPES[column][getattr(row, column)] if row.level == "city" else marks.COUNTRY_ONLY
        )
    shapes = {row.mark for row in figure.rows.assign(mark=figure.rows[column].map(marks.SHAPES[column])).itertuples()}
    assert len(shapes) == len(counts)


def test_the_key_shows_only_what_is_on_the_map(draw: Draw) -> None:
    assert key(draw("region", "MEX")) == [f"Americas: {len(draw('region', 'MEX').rows)}"]
    assert key(draw("strength", "HND")) == ["Not graded: 1", "Hollow: 1 of these known only by country"]
    # The only mark in this category is hollow, so the key draws it so: twice the same image.
    images = re.findall(r'src="data:image/svg\+xml,([^"]+)"', draw("strength", "HND").legend)
    paths = [unquote(image) for image in images]
    assert all(marks.PATHS[marks.COUNTRY_ONLY] in path for path in paths)


def test_what_can_be_clicked_is_named_anew_after_every_click_and_the_land_stays(draw: Draw) -> None:
    before, after = scene(draw("period", turn=0))["layers"], scene(draw("period", turn=1))["layers"]
    for one, other in zip(before, after, strict=True):
        assert (one["id"] != other["id"]) == bool(one.get("pickable"))


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
    assert office_scene.picked({"selection": {"objects": {"layer": [thing]}, "indices": {"layer": [0]}}}) == code


@pytest.mark.parametrize("event", [None, {}, {"selection": {}}, {"selection": {"objects": {}}}, "sea"])
def test_a_click_on_the_sea_means_no_country(event: object) -> None:
    assert office_scene.picked(event) is None


def test_the_title_is_the_finding_and_fits_what_is_shown(draw: Draw, catalog: Catalog) -> None:
    offices = catalog["offices"]
    whole = f"{len(offices)} documented places in {offices['iso3'].nunique()} countries and territories"
    newest = (offices["evidence_period"] == "after_2023").sum()
    assert draw().title == f"{whole}: {newest} have evidence from after 2023"
    strong = (offices["strength"] == "strong").sum()
    assert draw("strength").title == f"{whole}: {strong} rest on strong evidence"
    assert draw("region").title.endswith("in the largest group, Americas")
    own = offices[offices["iso3"].isin(["MEX", "CAN"])]
    assert draw("period", "MEX", "CAN").title.startswith(f"{len(own)} documented places in Canada and Mexico: ")


def test_the_title_is_honest_where_nothing_is_strong_or_recent(draw: Draw) -> None:
    assert draw("strength", "AUS", "HND").title.endswith(": none rests on strong evidence")
    assert draw("period", "AUS", "HND").title.endswith(": the evidence is from 2023, earlier or undated")


def test_one_place_is_named_with_the_date_of_its_evidence(draw: Draw, catalog: Catalog, language: Language) -> None:
    offices, names = catalog["offices"], catalog.names("countries", "iso3", "name")
    alone = offices[~offices["iso3"].duplicated(keep=False)]
    assert len(alone) >= 10
    for row in alone.itertuples():
        figure = draw("period", row.iso3)
        title = figure.title
        assert title.startswith(f"{names[row.iso3]}: ")
        if row.level == "country":
            assert title.endswith("a source names the country, but no city")
        else:
            assert row.city in title
            when = f"with evidence of {language.date(row.evidence_date)}" if row.evidence_date else "undated evidence"
            assert title.endswith(when)
        assert len(drawn(figure)) == len(figure.rows) == 1


def test_a_country_without_an_office_gets_an_honest_map_without_marks(draw: Draw) -> None:
    figure = draw("period", WITHOUT)
    assert figure.title == "No office found in the sources read for Nigeria"
    assert "does not mean that there is none" in figure.text
    assert not drawn(figure)
    assert (figure.legend, figure.note, figure.source_ids) == ("", "", ())
    assert draw("period", WITHOUT, "IDN").title.endswith("for Nigeria or Indonesia")


def test_a_chosen_country_without_an_office_is_named_beside_those_that_have_one(draw: Draw) -> None:
    figure = draw("period", "MEX", WITHOUT)
    assert figure.text.endswith("No office found in the sources read: Nigeria.")
    assert "Nigeria" not in figure.title


def test_many_chosen_countries_are_counted_and_not_listed(draw: Draw) -> None:
    figure = draw("period", "MEX", "CAN", "DEU", "GBR")
    assert "in 4 countries and territories: " in figure.title
    assert "Canada and Mexico have the most documented places" in figure.text


def test_one_country_ahead_of_the_others_is_named(draw: Draw, catalog: Catalog) -> None:
    most = (catalog["offices"]["iso3"] == "MEX").sum()
    assert f"Mexico has the most documented places, {most}." in draw("period", "MEX", "BRA").text


@pytest.mark.parametrize("chosen", [(), ("MEX",), ("HND",)])
def test_every_row_of_the_table_is_complete_and_cites_its_sources(
    draw: Draw, catalog: Catalog, chosen: tuple[str, ...]
) -> None:
    figure = draw("period", *chosen)
    shown = figure.rows[list(figure.columns)]
    needed = shown.drop(columns=["evidence_date", "note"])
    assert not (needed.isna() | (needed == "")).any(axis=None)
    assert set(shown.loc[figure.rows["level"] == "country", "place"]) <= {"No city named"}
    links = catalog["office_sources"]
    assert set(figure.source_ids) == set(links.loc[links["office_id"].isin(figure.rows["office_id"]), "source_id"])


def test_a_click_costs_little_to_draw(draw: Draw) -> None:
    # Lines, and marks that light up on hovering, make a click too slow for deck.gl to see it as one.
    _land, territory = layers(draw(), "GeoJsonLayer")
    assert territory["pickable"]
    assert territory["stroked"] is False
    assert not [layer["id"] for layer in scene(draw("period", "MEX"))["layers"] if layer.get("autoHighlight")]


def test_a_place_known_only_by_country_stands_at_the_country_s_own_point(draw: Draw, catalog: Catalog) -> None:
    points = catalog["countries"].set_index("iso3")
    only = [place for place in drawn(draw()) if place["mark"] == marks.COUNTRY_ONLY]
    assert only
    for place in only:
        assert place["at"] == pytest.approx(list(points.loc[place["iso3"], ["longitude", "latitude"]]), abs=0.01)


def test_every_mark_has_a_cell_in_the_atlas(draw: Draw) -> None:
    for color in office_key.COLUMNS:
        (layer,) = layers(draw(color), "IconLayer")
        assert {place["mark"] for place in layer["data"]} <= set(layer["iconMapping"])
    width, height = struct.unpack(">II", marks.ATLAS.read_bytes()[16:24])
    cells = marks.mapping().values()
    assert len({cell["x"] for cell in cells}) == len(cells)
    assert all(cell["x"] + cell["width"] <= width and cell["y"] + cell["height"] <= height for cell in cells)


def test_what_travels_on_every_change_is_small(draw: Draw) -> None:
    written = draw().drawing.to_json()
    assert len(written.encode()) < 12_000
    assert "\n" not in written
    assert all(set(place) == {"iso3", "name", "at", "by", "mark", "fill"} for place in drawn(draw()))


def test_dark_marks_differ_from_light_ones(draw: Draw, catalog: Catalog, language: Language) -> None:
    rows = documented(catalog, Selection()).rows
    dark = office_map.figure(rows, catalog, language, "dark")
    assert {tuple(place["fill"]) for place in drawn(dark)} == {
        tuple(rgb(color)[:3]) for color in palette("dark").periods.values()
    }
