from dataclasses import replace

import pytest

from data.catalog import Catalog
from data.selection import Selection
from figures.language import Language
from figures.view import View


@pytest.fixture
def view(catalog: Catalog, language: Language) -> View:
    return View(
        catalog,
        Selection(objectives=(3,), countries=("MEX", "CHN"), first_year=2022),
        language,
        "light",
        "offices",
        choices=(("offices_color", ("strength",)),),
        stated="en",
    )


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("timeline", "timeline?objective=3&country=MEX&country=CHN&from=2022&lang=en"),
        (".", ".?objective=3&country=MEX&country=CHN&from=2022&lang=en"),
        ("timeline?timeline_event=ev-1#event", "timeline?objective=3&country=MEX&country=CHN&from=2022&lang=en&timeline_event=ev-1#event"),
        ("timeline?country=KEN", "timeline?objective=3&country=KEN&from=2022&lang=en"),
        ("timeline?country=&from=", "timeline?objective=3&lang=en"),
        ("record?id=term%3Ahsi", "record?objective=3&country=MEX&country=CHN&from=2022&lang=en&id=term%3Ahsi"),
        ("offices?country=", "offices?objective=3&from=2022&lang=en&offices_color=strength"),
        ("offices?offices_color=", "offices?objective=3&country=MEX&country=CHN&from=2022&lang=en"),
    ],
)  # fmt: skip
def test_a_link_carries_the_view_on_but_for_what_it_sets_or_lifts(view: View, address: str, whole: str) -> None:
    assert view.carrying(address) == whole


@pytest.mark.parametrize(
    "address", ["#event", "https://ice.gov/x", "feeds/all.atom", "", "mailto:a@b.example", "offices/x"]
)
def test_what_is_no_page_of_ours_stays_as_it_is(view: View, address: str) -> None:
    assert view.carrying(address) == address


def test_what_is_drawn_says_nothing_of_the_view(view: View) -> None:
    assert view.address("timeline") == "timeline"
    assert view.address("offices", country=["MEX"], region=[]) == "offices?country=MEX&region="


def test_a_view_without_some_filters_is_that_of_whoever_has_not_set_them(view: View) -> None:
    other = replace(view, selection=replace(view.selection, objectives=(1,), first_year=None), stated="")
    assert view.only(("countries",)) == other.only(("countries",))
    assert view.only(("countries",)).selection == Selection(countries=("MEX", "CHN"))


@pytest.mark.parametrize(
    ("address", "is_here"),
    [
        ("offices", True),
        ("offices?offices_color=strength#offices-map", True),
        ("offices?offices_color=period", False),
        ("offices?offices_view=country", False),
        ("timeline?offices_color=strength", False),
        ("https://ice.gov/offices?offices_color=strength", False),
        ("", False),
    ],
)
def test_a_view_knows_the_addresses_that_lead_to_it(view: View, address: str, is_here: bool) -> None:
    assert view.holds(address) is is_here
