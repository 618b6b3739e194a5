"""The objectives page: what it shows of a view, and what it says where there is little to show."""

import json
import re
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import Catalog
from tests.opened import opened, read

page = partial(opened, "objectives")


def cards(at: AppTest) -> dict[str, str]:
    texts = [element.value for element in at.main.markdown if element.value.startswith("### ")]
    return {name(text.splitlines()[0]): text for text in texts}


def name(heading: str) -> str:
    """Return the name in a card's heading, which leads to its record."""
    found = re.fullmatch(r"### \[(.+)\]\(record\?\S*id=initiative%3A[a-z0-9-]+\)", heading)
    assert found
    return read(found[1])


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


def test_the_cards_of_several_objectives_are_folded_and_counted_until_they_are_opened(catalog: Catalog) -> None:
    at = page(objective=["1", "3"])
    counts = catalog["initiatives"]["objective_id"].value_counts()
    assert not cards(at)
    folds = [fold.label for fold in at.main.expander if fold.label.startswith("Read its")]
    assert folds == [f"Read its {counts[number]} initiatives" for number in (1, 3)]


def test_cards_stand_under_their_objective_the_strategy_first(whole: AppTest, catalog: Catalog) -> None:
    headings = [element.value for element in whole.header if element.value.startswith("Objective ")]
    titles = catalog["objectives"]["title"]
    assert headings[-len(titles) :] == [f"Objective {at}: {title}" for at, title in enumerate(titles, 1)]
    names = list(cards(whole))
    assert names.index("Operation Hydra") > names.index("Wider work with international partners")


def test_without_a_later_source_the_card_says_so_with_the_date(whole: AppTest) -> None:
    shown = cards(whole)
    nothing = "No later source in this collection (read to 24 November 2026)"
    assert nothing in shown["Chemical Industry Outreach Project"]
    assert nothing not in shown["Cornerstone outreach initiative"]
    assert "**The agency, 7 May 2024:**" in shown["Transnational Criminal Investigative Units (TCIU) programme"]


def test_the_caution_stands_once(whole: AppTest) -> None:
    assert words(whole).count("its absence is not proof of the contrary") == 1


def test_a_later_event_leads_to_the_timeline_in_this_view() -> None:
    shown = cards(page(objective="3"))["Work with Mexico against illegal weapons exports"]
    assert "(timeline?objective=3&timeline_event=ev-20250926-sig1)" in shown
    assert "expands this initiative" in shown


def test_an_event_before_the_release_is_no_later_event(whole: AppTest) -> None:
    assert "ev-20230313-blue-lotus" not in cards(whole)["Operation Blue Lotus"]


def test_one_objective_shows_only_its_own(catalog: Catalog) -> None:
    rows = catalog["initiatives"]
    assert set(cards(page(objective="4"))) == set(rows.loc[rows["objective_id"] == 4, "name"])


def test_the_scope_of_the_link_narrows_the_cards(catalog: Catalog) -> None:
    rows = catalog["initiatives"]
    shown = cards(unfolded(objectives_scope="context"))
    assert set(shown) == set(rows.loc[rows["scope"] == "context", "name"])


def test_choosing_a_scope_is_written_into_the_link() -> None:
    at = page(objective="4")
    at.segmented_control(key="objectives_scope").set_value("strategy").run()
    assert not at.exception
    assert at.query_params["objectives_scope"] in ("strategy", ["strategy"])
    assert len(cards(at)) < len(cards(page(objective="4")))


def test_years_are_said_not_to_narrow() -> None:
    at = page(**{"from": "2025"})
    assert len(cards(at)) == len(cards(page()))
    assert "The years do not narrow this page" in words(at)


def test_a_country_says_how_many_initiatives_name_none() -> None:
    assert "not tied to a country" in words(page(country="MEX"))


def test_an_empty_view_says_so_and_draws_nothing() -> None:
    at = page(objective="4", country="KEN")
    assert not cards(at)
    assert at.info
    assert not at.main.get("plotly_chart")


def test_an_empty_scope_points_to_the_other() -> None:
    at = page(country="KEN", objectives_scope="strategy")
    assert not cards(at)
    assert "in the other scope" in words(at)


def test_one_initiative_is_enough() -> None:
    assert len(cards(page(country="KEN"))) == 1


@pytest.mark.parametrize("value", ["9", "<script>", "1'; drop", "", "²"])
def test_a_value_that_means_nothing_shows_everything(value: str, catalog: Catalog) -> None:
    assert len(cards(unfolded(objective=value, objectives_scope=value))) == len(catalog["initiatives"])


def test_sentences_in_the_table_of_promises_wrap() -> None:
    tables = [element.proto for element in page().main.get("dataframe")]
    (promises,) = [table for table in tables if "What others show since" in table.columns]
    assert promises.row_height > 60
    assert json.loads(promises.columns)["What others show since"]["width"] == 275
