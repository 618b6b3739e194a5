"""The landing page: what it says at a glance, and where it leads."""

import re
from functools import partial
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import Catalog
from figures.overview.screen import screen
from tests import known_offices
from tests.opened import opened, said

page = partial(opened, "overview")


@pytest.fixture(scope="module")
def whole() -> AppTest:
    return page()


def html(at: AppTest) -> str:
    return " ".join(element.proto.body for element in at.main.get("html"))


def view(at: AppTest):
    return at.session_state["_view"]


def test_the_page_begins_as_its_screen_says(whole: AppTest) -> None:
    shown = screen(view(whole))
    assert [element.value for element in whole.main.title] == [shown.finding]
    assert shown.sentence in said(whole)


def test_all_that_the_screen_shows_is_on_the_page(whole: AppTest) -> None:
    """The page and the server's first answer are two dresses of the same HTML."""
    shown, drawn = screen(view(whole)).whole, html(whole)
    for section in re.findall(r'<section class="front-(?:numbers|objectives|dates|gaps)">.*?</section>', shown):
        assert section in drawn
    assert screen(view(whole)).figures[0].drawing in drawn


def test_the_page_is_few_elements(whole: AppTest) -> None:
    assert len(whole.main.get("html")) <= 6
    assert not whole.main.get("page_link")[1:]  # the footer has one


def test_the_map_is_a_drawing_of_links_with_a_name(whole: AppTest) -> None:
    drawing = next(
        element.proto.body
        for element in whole.main.get("html")
        if "drawing" in element.proto.body and "role=" in element.proto.body
    )
    assert drawing.startswith('<div role="group" aria-label="')
    assert not whole.main.get("plotly_chart")
    assert not whole.main.get("deck_gl_json_chart")


def test_what_was_said_on_31_may_and_on_which_article_stands_open(whole: AppTest) -> None:
    assert "rejects U.S. interference in the fight against fentanyl and cites Article 89 of the Constitution" in html(
        whole
    )


@pytest.mark.parametrize("kind", ["To brief", "To analyse", "To report"])
def test_each_kind_of_reader_finds_a_way_on(whole: AppTest, kind: str) -> None:
    assert f"<h3>{kind}</h3>" in html(whole)


def test_a_country_narrows_the_map_and_not_the_reported_total() -> None:
    at = page(country="MEX")
    assert "<b>91</b>" in html(at)
    assert "2 of 5 places have evidence from after the strategy" in [element.value for element in at.main.header]
    assert '<b>5</b> <span><a href="offices">of 55 places</a></span>' in html(at)


def test_links_carry_the_view_on() -> None:
    at = page(country="MEX", objective="2")
    assert 'href="objectives?objective=3"' in html(at)
    assert 'data-carried="objective=2&amp;country=MEX"' in html(at)


def test_a_country_without_a_place_is_said_and_drawn_without_one(catalog: Catalog) -> None:
    without = catalog["countries"].loc[~catalog["countries"]["iso3"].isin(known_offices.offices()["iso3"]), "iso3"]
    at = page(country=str(without.iloc[0]))
    assert any("was found in the sources read" in element.value for element in at.main.header)


def test_a_map_with_names_on_it_is_well_formed() -> None:
    drawings = re.findall(r'class="drawing"[^>]*src="data:image/svg\+xml,([^"]+)"', html(page(country="MEX")))
    words = [word for image in drawings for word in ElementTree.fromstring(unquote(image)).itertext()]
    assert "Tijuana" in words
