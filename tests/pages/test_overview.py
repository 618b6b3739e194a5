"""The landing page: what it says at a glance, and where it leads."""

import re
from functools import partial
from urllib.parse import parse_qs, unquote
from xml.etree import ElementTree

import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import Catalog
from data.queries.timeline import KEY_EVENTS
from tests import known_offices
from tests.opened import opened, said

page = partial(opened, "overview")


@pytest.fixture(scope="module")
def whole() -> AppTest:
    return page()


def html(at: AppTest) -> str:
    return " ".join(element.proto.body for element in at.main.get("html"))


def links(at: AppTest) -> list[tuple[str, str, dict[str, list[str]]]]:
    """Return label, page and query of every link in the page."""
    protos = [element.proto for element in at.main.get("page_link")]
    return [(proto.label, proto.page, parse_qs(proto.query_string)) for proto in protos]


def test_the_numbers_stand_beside_what_they_count(whole: AppTest, catalog: Catalog) -> None:
    told = dict(re.findall(r"<b>([\d,]+)</b> <span>([^<]+)</span>", html(whole)))
    assert told == {"91": "offices abroad", "54": "countries", str(len(known_offices.offices())): "documented places"}


def test_the_map_is_an_image_with_words(whole: AppTest, catalog: Catalog) -> None:
    drawing = next(element.proto.body for element in whole.main.get("html") if 'role="img"' in element.proto.body)
    assert f"{len(known_offices.offices())} places named by sources" in re.search(r'aria-label="([^"]+)"', drawing)[1]
    assert not whole.main.get("plotly_chart")
    assert not whole.main.get("deck_gl_json_chart")


def test_each_objective_has_its_heading_counts_and_a_link_that_sets_the_filter(
    whole: AppTest, catalog: Catalog
) -> None:
    rows = catalog["initiatives"]
    text = " ".join(element.value for element in whole.main.markdown)
    for row in catalog["objectives"].itertuples():
        ours = rows[rows["objective_id"] == row.objective_id]["scope"].value_counts()
        assert row.title.replace(":", "\\:") in text
        assert f"**{ours['strategy']} in the strategy · {ours['context']} context**" in text
        [query] = [query for label, _page, query in links(whole) if label == f"Read objective {row.objective_id}"]
        assert query == {"objective": [str(row.objective_id)]}


def test_the_key_dates_stand_with_the_conference_in_the_middle(whole: AppTest) -> None:
    opened = [query["timeline_event"][0] for label, _page, query in links(whole) if label == "Open on the timeline"]
    assert opened == list(KEY_EVENTS)
    text = [element.value for element in whole.main.markdown]
    days = [value.removeprefix("### ") for value in text if value.startswith("### ") and value.endswith(" 2023")]
    assert days == ["30 May 2023", "31 May 2023", "19 September 2023", "24 September 2023"]
    assert "Article 89 of the Constitution" in said(whole)


def test_it_says_what_is_not_known_and_where_the_rest_is(whole: AppTest) -> None:
    text = " ".join(element.value for element in whole.main.markdown)
    assert "no list of them was found" in text
    assert any(label.startswith("All that is not known") for label, _page, _query in links(whole))


@pytest.mark.parametrize("kind", ["To brief", "To analyse", "To report"])
def test_each_kind_of_reader_finds_a_way_on(whole: AppTest, kind: str) -> None:
    assert f"### {kind}" in [element.value for element in whole.main.markdown]


def test_a_country_narrows_the_map_and_not_the_reported_total() -> None:
    at = page(country="MEX")
    assert "<b>91</b>" in html(at)
    assert any("Mexico" in element.value and "5 places named by sources" in element.value for element in at.main.header)


def test_links_carry_the_view_on() -> None:
    at = page(country="MEX", objective="2")
    [query] = [query for label, _page, query in links(at) if label == "Read objective 3"]
    assert query == {"objective": ["3"], "country": ["MEX"]}


def test_a_country_without_a_place_is_said_and_drawn_without_one(catalog: Catalog) -> None:
    without = catalog["countries"].loc[~catalog["countries"]["iso3"].isin(known_offices.offices()["iso3"]), "iso3"]
    at = page(country=str(without.iloc[0]))
    assert any("No office found in the sources read" in element.value for element in at.main.header)


def test_a_map_with_names_on_it_is_well_formed() -> None:
    image = re.search(r'src="data:image/svg\+xml,([^"]+)"', html(page(country="MEX")))[1]
    words = list(ElementTree.fromstring(unquote(image)).itertext())
    assert "Tijuana" in words
