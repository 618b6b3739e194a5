"""The objectives page: what it shows of a view, and what it says where there is little to show."""

import re
from functools import partial
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import Catalog
from tests.opened import html, opened, read

page = partial(opened, "objectives")


def cards(at: AppTest) -> dict[str, str]:
    texts = [element.value for element in at.main.markdown if element.value.startswith("### ")]
    return {name(text.splitlines()[0]): text for text in texts}


def name(heading: str) -> str:
    """Return the name in a card's heading, which leads to its record."""
    found = re.fullmatch(r"### \[(.+)\]\(record\?\S*id=initiative%3A[a-z0-9-]+\)", heading)
    assert found
    return read(found[1])


def drawings(at: AppTest) -> str:
    """Return the HTML of the page."""
    return "".join(element.proto.body for element in at.main.get("html"))


def words(at: AppTest) -> str:
    return " ".join(
        element.value for kind in ("title", "header", "markdown", "caption") for element in at.main.get(kind)
    )


def unfolded(**query: str | list[str]) -> AppTest:
    """Return the page with the folded cards of every objective opened."""
    at = page(**query)
    for number in range(1, 5):
        at.session_state[f"cards-{number}"] = True
    return at.run()


@pytest.fixture(scope="module")
def whole() -> AppTest:
    return unfolded()


def test_every_initiative_is_a_card_that_says_its_scope(whole: AppTest, catalog: Catalog) -> None:
    shown = cards(whole)
    rows = catalog["initiatives"]
    assert set(shown) == set(rows["name"])
    for name, scope in zip(rows["name"], rows["scope"], strict=True):
        assert ("**In the strategy**" if scope == "strategy" else "**Context**") in shown[name]


def test_cards_of_several_objectives_are_folded_and_counted(catalog: Catalog) -> None:
    counts = catalog["initiatives"]["objective_id"].value_counts()
    at = page(objective=["1", "3"])
    assert not cards(at)
    folds = [fold.label for fold in at.main.expander if "downloads" not in fold.label]
    assert folds == [f"1 · International supply: {counts[1]} initiatives", f"3 · Enablers: {counts[3]} initiatives"]
    assert len(cards(page(objective="3"))) == counts[3]


def test_cards_stand_under_their_objective_the_strategy_first(whole: AppTest, catalog: Catalog) -> None:
    rows = catalog["initiatives"].sort_values(["objective_id", "scope"], ascending=[True, False], kind="stable")
    assert list(cards(whole)) == list(rows["name"])


def test_no_objective_has_an_empty_heading(whole: AppTest) -> None:
    assert not [element.value for element in whole.header if element.value.startswith("Objective ")]


def test_what_became_of_a_promise_is_said_once_on_the_page(whole: AppTest, catalog: Catalog) -> None:
    for said in catalog["initiative_followup"]["agency_says"]:
        if said:
            assert drawings(whole).count(escape(said)) == 1
            assert read(said) not in " ".join(map(read, cards(whole).values()))


def test_the_page_begins_with_its_screen_and_draws_no_chart(whole: AppTest, catalog: Catalog) -> None:
    assert [title.value for title in whole.title] == ["Four objectives, 28 initiatives; later sources mention 15"]
    assert not whole.main.get("plotly_chart")
    names = [escape(name) for name in catalog["initiatives"]["name"]]
    assert all(f">{name}</a>" in drawings(whole) for name in names)


def test_a_choice_of_evidence_changes_title_and_list_together(catalog: Catalog) -> None:
    without = page(objectives_evidence="none")
    assert "No later source was found for 13 of 28 initiatives" in [header.value for header in without.header]
    assert drawings(without).count('<li style="--of') == 13
    assert drawings(page(objectives_evidence="later")).count('<li style="--of') == 15


def test_a_spreadsheet_of_one_objective_with_leads_is_the_first_that_is_offered() -> None:
    """Three steps: the objective, the first table and downloads, XLSX."""
    at = page(objective="3")
    first = next(fold.label for fold in at.main.expander)
    assert first == "Table and downloads: 15 initiatives, with leads"
    at.session_state["rows-objectives-columns"] = True
    at.run()
    assert "XLSX" in [button.proto.label for button in at.main.get("download_button")]
    (table,) = [drawn for drawn in html(at) if 'class="scrolls"' in drawn]
    assert re.search(r'<th scope="col"[^>]*>Lead</th>', table)


def test_the_caution_stands_once(whole: AppTest) -> None:
    assert words(whole).count("its absence is not proof of the contrary") == 1


def test_a_later_event_leads_to_the_timeline_in_this_view() -> None:
    shown = cards(unfolded(objective="3"))["Work with Mexico against illegal weapons exports"]
    assert "(timeline?timeline_event=ev-20250926-sig1)" in shown
    assert "expands this initiative" in shown


def test_an_event_before_the_release_is_no_later_event(whole: AppTest) -> None:
    assert "ev-20230313-blue-lotus" not in cards(whole)["Operation Blue Lotus"]


def test_one_objective_shows_only_its_own(catalog: Catalog) -> None:
    rows = catalog["initiatives"]
    assert set(cards(unfolded(objective="4"))) == set(rows.loc[rows["objective_id"] == 4, "name"])


def test_the_scope_of_the_link_narrows_the_cards(catalog: Catalog) -> None:
    rows = catalog["initiatives"]
    shown = cards(unfolded(objectives_scope="context"))
    assert set(shown) == set(rows.loc[rows["scope"] == "context", "name"])


def test_choosing_a_scope_is_written_into_the_link() -> None:
    at = page(objective="4")
    at.segmented_control(key="objectives_scope").set_value("strategy").run()
    assert not at.exception
    assert at.query_params["objectives_scope"] in ("strategy", ["strategy"])
    assert drawings(at).count("<li>") < drawings(page(objective="4")).count("<li>")


def test_years_are_said_not_to_narrow() -> None:
    at = page(**{"from": "2025"})
    assert drawings(at).count("<li>") == drawings(page()).count("<li>")
    assert "The years do not narrow this page" in words(at)


def test_a_country_says_how_many_initiatives_name_none() -> None:
    assert "not tied to a country" in words(page(country="MEX"))


def test_an_empty_view_says_so_and_draws_nothing() -> None:
    at = unfolded(objective="4", country="KEN")
    assert not cards(at)
    assert "objective-columns" not in drawings(at)
    assert at.info
    assert not at.main.get("plotly_chart")
    assert not at.segmented_control


def test_an_empty_scope_points_to_the_other() -> None:
    at = page(country="KEN", objectives_scope="strategy")
    assert not cards(at)
    assert "in the other scope" in words(at)
    assert at.segmented_control(key="objectives_scope")


def test_one_initiative_is_enough() -> None:
    assert len(cards(unfolded(country="KEN"))) == 1


@pytest.mark.parametrize("value", ["9", "<script>", "1'; drop", "", "²"])
def test_a_value_that_means_nothing_shows_everything(value: str, catalog: Catalog) -> None:
    assert len(cards(unfolded(objective=value, objectives_scope=value))) == len(catalog["initiatives"])
