"""The map of flows: every statement between places is an arrow, told apart without colour, and asked of no outside host."""

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from data.assets import ROUTE, served
from data.catalog import Catalog
from data.queries import flows
from data.selection import Selection
from figures import labels
from figures.figure import Figure
from figures.flows import listing, web_map, wording
from figures.language import Language
from figures.maps.viewport import Viewport

Draw = Callable[..., Figure]
WIDE, PHONE = (862, 400), (350, 300)


@pytest.fixture(scope="module")
def draw(catalog: Catalog, language: Language) -> Draw:
    @cache
    def draw(*chosen: str, commodity: str = "all", size: tuple[int, int] = WIDE, turn: int = 0) -> Figure:
        rows = flows.flows(catalog, Selection(countries=chosen), commodity).rows
        return web_map.figure(rows, catalog, language, "light", chosen, size, turn)

    return draw


def scene(figure: Figure) -> dict[str, Any]:
    return json.loads(figure.drawing.to_json())


def layer(figure: Figure, name: str) -> dict[str, Any]:
    (found,) = [one for one in scene(figure)["layers"] if one["id"].startswith(name)]
    return found


def written(figure: Figure) -> list[str]:
    return [word["text"] for word in layer(figure, "words")["data"]]


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_the_map_asks_no_other_host_for_anything(draw: Draw, size: tuple[int, int]) -> None:
    found = scene(draw(size=size))
    assert found["mapStyle"] == "__MAP_STYLE__"
    assert "//" not in draw(size=size).drawing.to_json()
    files = {one[name] for one in found["layers"] for name in ("data", "iconAtlas") if isinstance(one.get(name), str)}
    assert files == {f"{ROUTE}/{file}" for file in served()}


def test_every_route_between_places_has_an_arrowhead_and_a_label(
    draw: Draw, catalog: Catalog, language: Language
) -> None:
    figure = draw()
    ways = flows.routes(flows.between_places(flows.flows(catalog, Selection()).rows))
    assert len(layer(figure, "heads")["data"]) == len(ways)
    names = {*ways["from_end"], *ways["to_end"]}
    assert len(written(figure)) == len(ways) + len(names)
    counts = ways["commodity"].value_counts()
    for code, word in labels.words(language, "commodity").items():
        assert sum(text.startswith(word) for text in written(figure)) == counts[code]


def test_lines_of_two_commodities_differ_without_colour(draw: Draw) -> None:
    pieces = {code: len(layer(draw(commodity=code), "flows")["data"]) for code in ("precursors", "weapons", "cash")}
    routes = len(layer(draw(commodity="precursors"), "heads")["data"])
    assert pieces["precursors"] == routes
    assert pieces["weapons"] > pieces["cash"] > 1


def test_a_region_has_a_mark_of_its_own_and_is_no_country_to_click(draw: Draw, catalog: Catalog) -> None:
    ends = layer(draw(), "ends")["data"]
    regions = set(catalog["regions"]["name"])
    for end in ends:
        assert (end["mark"] == "ring") == (end["name"] in regions) == ("iso3" not in end)
    assert "Region, at a declared point at sea" in draw().legend
    assert "Region" not in draw(commodity="weapons").legend
    said = draw().text.partition("Regions, not countries")[2]
    assert all(name in said for name in regions)
    assert set(draw().rows.loc[draw().rows["from_name"] == "Asia", "from_is"]) == {"region"}


def test_the_text_names_every_route_and_what_is_not_drawn(draw: Draw, catalog: Catalog, language: Language) -> None:
    figure = draw()
    names = listing.ends(figure.rows, catalog, language, in_sentence=True)
    for row in figure.rows.itertuples():
        start, end = names[row.from_end], names[row.to_end]
        assert (f"within {start}" if start == end else f"{start} to {end}") in figure.text
    aside = figure.text.partition("not drawn")[2]
    assert "within Mexico" in aside
    assert "the United States to Chinese money-laundering networks" in aside
    assert "not drawn" not in draw("IND").text


def test_what_another_source_denies_is_marked_in_drawing_text_and_table(draw: Draw) -> None:
    figure = draw(commodity="fentanyl")
    assert "Fentanyl†" in written(figure)
    assert "Mexico to the United States†" in figure.text
    assert wording.star(("f09", "f10", "f11"), {"f09": ("x13",)}) == "†1"
    assert "Another source denies or corrects it" in figure.legend
    assert set(figure.rows.loc[figure.rows["flow_id"] == "f09", "against"]) == {"Production in Mexico"}
    assert "†" not in "".join(written(draw(commodity="weapons")))


def test_the_title_is_the_finding_and_honest_for_few(draw: Draw, catalog: Catalog) -> None:
    drawn = flows.between_places(flows.flows(catalog, Selection()).rows)
    to, begun = (drawn["to_end"] == "MEX").sum(), (drawn["from_end"] == "CHN").sum()
    n = len(drawn)
    assert draw().title == f"{to} of {n} statements drawn lead to Mexico; {begun} of {n} begin in China"
    assert draw("CHN").title == f"All {begun} statements drawn begin in China; 2 of {begun} lead to Mexico"
    assert draw(commodity="weapons").title == "One statement drawn: the United States to Mexico"
    none = draw("CHN", commodity="cash")
    assert none.title == "No statement here leads from one place to another"
    assert none.legend == ""
    assert layer(none, "heads")["data"] == []


def test_sources_that_repeat_one_article_are_said_to(draw: Draw) -> None:
    assert "Cartel Insider (Mica) and Borderland Beat repeat one article" in draw().note
    assert "repeat one article" not in draw("IND").note
    assert "not a measured flow" in draw().note


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_all_arcs_are_on_the_map(draw: Draw, size: tuple[int, int]) -> None:
    for chosen in ((), ("IND",), ("GTM",), ("USA", "CHN")):
        state = scene(draw(*chosen, size=size))["initialViewState"]
        view = Viewport(state["latitude"], state["longitude"], state["zoom"])
        for piece in layer(draw(*chosen, size=size), "flows")["data"]:
            for spot in piece["path"]:
                x, y = view.pixels(*spot)
                assert abs(x) <= size[0] / 2
                assert abs(y) <= size[1] / 2


def test_a_narrow_map_has_letters_that_its_key_explains(draw: Draw) -> None:
    figure = draw(size=PHONE)
    assert "P" in written(figure)
    assert "Precursors" not in written(figure)
    assert "P · Precursors: " in figure.legend


def test_a_chosen_country_is_drawn_firm_and_what_can_be_clicked_is_named_anew(draw: Draw) -> None:
    assert layer(draw("CHN"), "outline")
    assert layer(draw(), "ends")["id"] != layer(draw(turn=1), "ends")["id"]


def test_what_travels_on_every_change_is_small(draw: Draw) -> None:
    assert len(draw().drawing.to_json().encode()) < 21_000


@pytest.mark.parametrize("commodity", ["all", "weapons"])
def test_the_picture_draws_every_arrow_with_its_label_and_a_key(draw: Draw, language: Language, commodity: str) -> None:
    figure = draw(commodity=commodity)
    assert figure.picture
    svg = figure.picture(1488, 620)
    heads = len(layer(figure, "heads")["data"])
    assert svg.count("rotate(") == heads
    texts = re.findall(r"<text[^>]*>([^<]+)</text>", svg)
    assert sorted(text for text in texts if text in written(figure)) == sorted(written(figure))
    words = {labels.words(language, "commodity")[code] for code in figure.rows["commodity"]}
    assert all(any(text.startswith(f"{word}: ") for text in texts) for word in words)
    if commodity == "weapons":
        assert 'stroke-dasharray="2.4 4.8"' in svg


def test_land_lies_on_both_sides_of_the_180th_meridian(draw: Draw) -> None:
    (view,) = scene(draw())["views"]
    assert view["repeat"] is True
    figure = draw()
    assert figure.picture
    assert figure.picture(1488, 620).count('stroke-linejoin="round"><path') == 2


def test_every_row_of_the_table_is_complete_and_cites_its_sources(draw: Draw, catalog: Catalog) -> None:
    shown = draw().rows[list(draw().columns)].drop(columns=["from_iso3", "to_iso3", "against"])
    assert not (shown.isna() | (shown == "")).any(axis=None)
    links = catalog["flow_sources"]
    assert set(draw("CHN").source_ids) == set(
        links.loc[links["flow_id"].isin(draw("CHN").rows["flow_id"]), "source_id"]
    )
