"""The box that finds anything, on every page, and the terms that explain themselves."""

import re
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from components.navigation import ENTRIES
from data.pages import LISTED
from figures.signposts import SIGNPOSTS, Signpost
from tests.opened import opened


def finds(at: AppTest) -> dict[str, tuple[str, str]]:
    """Return the links among the finds: words → page and query. Buttons, for views of the page on screen, are not among them."""
    links = [link.proto for link in at.main.get("page_link")]
    return {link.label: (link.page, link.query_string) for link in links}


def heading(at: AppTest) -> str:
    return next(text.value for text in at.main.markdown if " for “" in text.value or "Nothing found" in text.value)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_page_has_the_box_and_shows_what_it_finds(entry) -> None:
    at = opened(entry.name)
    assert at.text_input(key="find").label == "Find"
    at.text_input(key="find").set_value("ciudad juarez").run()
    assert not at.exception
    assert at.query_params["find"] in ("ciudad juarez", ["ciudad juarez"])
    assert "for “ciudad juarez”" in heading(at)


def test_a_find_leads_on_with_the_filters_and_without_the_search() -> None:
    at = opened("timeline", find="ciudad juarez", country="CAN", objective="2")
    page, query = next(link for words, link in finds(at).items() if words.startswith("Ciudad Juárez"))
    assert page == "record"
    assert "id=office%3Amex-ciudad-juarez" in query
    assert "country=CAN" in query
    assert "objective=2" in query
    assert "find" not in query


def test_a_region_leads_to_its_places_whatever_country_was_chosen() -> None:
    at = opened("timeline", find="latin", country="CHN", objective="2")
    page, query = finds(at)["Latin America and the Caribbean"]
    assert (page, parse_qs(query)) == ("offices", {"objective": ["2"], "region": ["419"]})


def test_a_find_on_the_page_itself_is_a_button_that_changes_the_view() -> None:
    at = opened("record", id="office:mex-tijuana", find="sherwood randall")
    button = next(one for one in at.main.button if one.label.startswith("30 May 2023"))
    button.click().run()
    assert at.query_params["id"] in ("event:ev-20230530-sherwood-meeting", ["event:ev-20230530-sherwood-meeting"])
    assert "find" not in at.query_params


def test_nothing_found_is_said_and_closing_ends_the_search() -> None:
    at = opened("about", find="zzzzz")
    assert heading(at) == "**Nothing found for “zzzzz”. Try fewer words, or other ones.**"
    at.button(key="found-close").click().run()
    assert "find" not in at.query_params
    assert at.text_input(key="find").value == ""


def test_what_is_not_shown_at_first_is_one_click_away() -> None:
    at = opened("about", find="fentanyl")
    before = len(finds(at))
    more = at.button(key="found-more-sources")
    shown, total = map(int, re.findall(r"\d+", more.label))
    assert shown == 5 < total
    more.click().run()
    assert len(finds(at)) == before + min(20, total - shown)
    at.text_input(key="find").set_value("fentan").run()
    assert at.button(key="found-more-sources").label.startswith("Show more: 5 of ")


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "=1+1", "[x](javascript:alert(1))", "$x$ :red[x]", "x" * 10_000]
)
def test_a_hostile_search_is_only_words(hostile: str) -> None:
    at = opened("overview", find=hostile)
    assert len(at.text_input(key="find").value) <= 80
    shown = next(text for text in at.main.markdown if text.value == heading(at))
    assert not shown.allow_html
    assert not re.search(r"(?<!\\)[\[$:]", shown.value)


def test_every_page_that_is_listed_is_found() -> None:
    assert {one.page for one in SIGNPOSTS if not one.part} == set(LISTED)


@pytest.mark.parametrize(
    "signpost", [one for one in SIGNPOSTS if one.part], ids=lambda one: f"{one.page}#{one.part}{'?' * bool(one.query)}"
)
def test_every_part_that_is_found_stands_on_its_page(signpost: Signpost) -> None:
    at = opened(signpost.page, **signpost.query)
    assert not at.exception
    assert signpost.part in {heading.proto.anchor for heading in (*at.header, *at.subheader)}
