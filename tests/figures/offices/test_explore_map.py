"""The map of offices: every place is there, where it is, told apart without colour, and told in honest words."""

import math
import re
import struct
from collections.abc import Callable
from functools import cache
from urllib.parse import unquote

import pytest

from data.catalog import Catalog
from data.queries.offices import documented
from data.selection import Selection
from data.shapes import boxes
from figures import labels
from figures.figure import Figure
from figures.ink import marks
from figures.language import Language
from figures.maps.viewport import Viewport
from figures.offices import coding, explore_map, layer
from figures.palette import palette, rgb
from tests import known_offices
from tests.figures.scenes import PHONE, WIDE, WITHOUT, drawn, key, layers, scene

Draw = Callable[..., Figure]


@pytest.fixture(scope="module")
def draw(catalog: Catalog, language: Language) -> Draw:
    @cache  # three tests draw every country
    def draw(color: str = "period", *chosen: str, size: tuple[int, int] = WIDE) -> Figure:
        rows = documented(catalog, Selection(countries=chosen)).rows
        return explore_map.figure(rows, catalog, language, "light", color, Selection(countries=chosen), size)

    return draw


def view(figure: Figure) -> Viewport:
    state = scene(figure)["initialViewState"]
    return Viewport(state["latitude"], state["longitude"], state["zoom"])


def on_screen(figure: Figure) -> list[tuple[float, float]]:
    """Return where each mark stands, in pixels from the centre."""
    looking = view(figure)
    points = [(looking.pixels(*place["at"]), place["by"]) for place in drawn(figure)]
    return [(x + dx, y + dy) for (x, y), (dx, dy) in points]


def codes(catalog: Catalog) -> list[str]:
    return list(catalog["countries"]["iso3"])


def test_every_place_is_marked_where_it_is(draw: Draw, catalog: Catalog) -> None:
    offices, names = known_offices.offices(), catalog.names("countries", "iso3", "name")
    at = {place["name"].partition(" (")[0]: place["at"] for place in drawn(draw())}
    beside = known_offices.presences()
    assert len(at) == len(offices) + len(beside)
    assert sum(place["mark"] == marks.PRESENCE for place in drawn(draw())) == len(beside)
    for row in offices[offices["level"] == "city"].itertuples():
        assert at[f"{row.city}, {names[row.iso3]}" if row.city != names[row.iso3] else row.city] == pytest.approx(
            [row.longitude, row.latitude], abs=0.01
        )


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_no_two_marks_overlap_at_the_zoom_shown(draw: Draw, catalog: Catalog, size: tuple[int, int]) -> None:
    several = known_offices.offices()["iso3"].value_counts().loc[lambda n: n > 1].index
    for chosen in [(), *((code,) for code in several), tuple(several), ("DEU", "NLD", "GBR", "FRA", "CHE", "AUT")]:
        points = on_screen(draw("period", *chosen, size=size))
        for at, one in enumerate(points):
            for other in points[at + 1 :]:
                assert math.dist(one, other) >= layer.SIZE


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_the_world_view_holds_every_mark(draw: Draw, size: tuple[int, int]) -> None:
    for x, y in on_screen(draw(size=size)):
        assert abs(x) <= size[0] / 2 - layer.SIZE / 2
        assert abs(y) <= size[1] / 2 - layer.SIZE / 2


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


def test_a_chosen_country_is_tinted_and_no_other(draw: Draw) -> None:
    (territory,) = layers(draw("period", "MEX"), "GeoJsonLayer", "countries-")
    tint = rgb(palette("light").tint)
    assert territory["getFillColor"].startswith(f"@@=properties.iso3 == 'MEX' ? {tint!r} : ")
    (territory,) = layers(draw(), "GeoJsonLayer", "countries-")
    assert territory["getFillColor"][-1] == 0


def test_a_country_without_an_office_has_no_mark(draw: Draw) -> None:
    assert not drawn(draw("period", WITHOUT))


@pytest.mark.parametrize("color", coding.COLUMNS)
def test_a_place_known_only_by_country_is_hollow_and_said_to_be(draw: Draw, catalog: Catalog, color: str) -> None:
    offices = known_offices.offices()
    only = set(offices.loc[offices["level"] == "country", "iso3"])
    figure = draw(color)
    assert {place["iso3"] for place in drawn(figure) if place["mark"] == marks.COUNTRY_ONLY} == only
    assert key(figure)[-2] == f"Hollow: {len(only)} known by country alone"
    names = catalog.names("countries", "iso3", "name")
    said = figure.text.split("Known only by country", 1)[1].split(".")[0]
    assert all(names[code] in said for code in only)


@pytest.mark.parametrize(("color", "column"), coding.COLUMNS.items())
def test_each_category_has_a_shape_and_stands_in_the_key_in_words_with_its_count(
    draw: Draw, language: Language, color: str, column: str
) -> None:
    figure = draw(color)
    offices = figure.rows[figure.rows["standing"] == "office"]
    counts = offices[column].value_counts()
    entries = key(figure)
    for code, words in labels.words(language, column).items():
        assert f"{words}: {counts[code]}" in entries
        assert f"{words}: {counts[code]}" in figure.text
    assert len(entries) == len(counts) + 2
    assert entries[-1] == f"Presence, no office: {len(figure.rows) - len(offices)}"
    for row, place in zip(offices.itertuples(), drawn(figure)[: len(offices)], strict=True):
        assert place["mark"] == (
            marks.SHAPES[column][getattr(row, column)] if row.level == "city" else marks.COUNTRY_ONLY
        )
    shapes = {row.mark for row in offices.assign(mark=offices[column].map(marks.SHAPES[column])).itertuples()}
    assert len(shapes) == len(counts)


def test_the_key_shows_only_what_is_on_the_map(draw: Draw) -> None:
    assert key(draw("region", "MEX")) == [f"Americas: {len(draw('region', 'MEX').rows)}"]
    assert key(draw("strength", "HND")) == ["Not graded: 1", "Hollow: 1 known by country alone"]
    # The only mark in this category is hollow, so the key draws it so: twice the same image.
    images = re.findall(r'src="data:image/svg\+xml,([^"]+)"', draw("strength", "HND").legend)
    paths = [unquote(image) for image in images]
    assert all(marks.PATHS[marks.COUNTRY_ONLY] in path for path in paths)


def test_the_title_is_the_finding_and_fits_what_is_shown(draw: Draw, catalog: Catalog) -> None:
    offices = known_offices.offices()
    whole = f"{len(offices)} places named by sources"
    newest = (offices["evidence_period"] == "after_strategy").sum()
    assert draw().title == f"{whole}: {newest} have evidence from after the strategy"
    strong = (offices["strength"] == "strong").sum()
    assert draw("strength").title == f"{whole}: the newest evidence is strong for {strong}"
    assert draw("region").title.endswith("in the largest group, Americas")
    own = offices[offices["iso3"].isin(["MEX", "CAN"])]
    assert draw("period", "MEX", "CAN").title.startswith(f"{len(own)} places named by sources in Canada and Mexico: ")


def test_the_title_is_honest_where_nothing_is_strong_or_recent(draw: Draw) -> None:
    assert draw("strength", "AUS", "HND").title.endswith(": the newest evidence is strong for none")
    assert draw("period", "AUS", "HND").title.endswith(": none has evidence dated after the strategy")


def test_one_place_is_named_with_the_date_of_its_evidence(draw: Draw, catalog: Catalog, language: Language) -> None:
    offices, names = known_offices.offices(), catalog.names("countries", "iso3", "name")
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
            day = f"{'about ' if row.date_inferred == 'true' else ''}{language.date(row.evidence_date)}"
            when = f"with evidence dated {day}" if row.evidence_date else "undated evidence"
            assert title.endswith(when)
        assert len(drawn(figure)) == len(figure.rows) == 1


def test_many_chosen_countries_are_counted_and_not_listed(draw: Draw) -> None:
    figure = draw("period", "MEX", "CAN", "DEU", "GBR")
    assert "in 4 countries and territories: " in figure.title
    assert "Canada and Mexico have the most places named by sources" in figure.text


def test_one_country_ahead_of_the_others_is_named(draw: Draw, catalog: Catalog) -> None:
    most = (known_offices.offices()["iso3"] == "MEX").sum()
    assert f"Mexico has the most places named by sources, {most}." in draw("period", "MEX", "BRA").text


@pytest.mark.parametrize("chosen", [(), ("MEX",), ("HND",)])
def test_every_row_of_the_table_is_complete(draw: Draw, chosen: tuple[str, ...]) -> None:
    figure = draw("period", *chosen)
    shown = figure.rows[list(figure.columns)]
    needed = shown.drop(columns=["evidence_date", "note"])
    assert not (needed.isna() | (needed == "")).any(axis=None)
    assert set(shown.loc[figure.rows["level"] == "country", "place"]) <= {"No city named"}


def test_a_place_known_only_by_country_stands_at_the_country_s_own_point(draw: Draw, catalog: Catalog) -> None:
    points = catalog["countries"].set_index("iso3")
    only = [place for place in drawn(draw()) if place["mark"] == marks.COUNTRY_ONLY]
    assert only
    for place in only:
        assert place["at"] == pytest.approx(list(points.loc[place["iso3"], ["longitude", "latitude"]]), abs=0.01)


def test_every_mark_has_a_cell_in_the_atlas(draw: Draw) -> None:
    for color in coding.COLUMNS:
        (layer,) = layers(draw(color), "IconLayer")
        assert {place["mark"] for place in layer["data"]} <= set(layer["iconMapping"])
    width, height = struct.unpack(">II", marks.ATLAS.read_bytes()[16:24])
    cells = marks.mapping().values()
    assert len({cell["x"] for cell in cells}) == len(cells)
    assert all(cell["x"] + cell["width"] <= width and cell["y"] + cell["height"] <= height for cell in cells)


def test_dark_marks_differ_from_light_ones(draw: Draw, catalog: Catalog, language: Language) -> None:
    rows = documented(catalog, Selection()).rows
    dark = explore_map.figure(rows, catalog, language, "dark")
    assert {tuple(place["fill"]) for place in drawn(dark)} == {
        tuple(rgb(color)[:3]) for color in [*palette("dark").periods.values(), palette("dark").quiet]
    }
