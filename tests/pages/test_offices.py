"""The Offices page: reported and named stand apart, and a country tells what is and is not found."""

import json
import re
from functools import partial
from typing import Any
from urllib.parse import unquote

import pytest
from streamlit.testing.v1 import AppTest

from components.country_choice import after_click
from data.catalog import Catalog
from data.queries.offices import headline
from figures import labels
from figures.language import Language
from figures.offices import totals
from tests import known_offices
from tests.opened import opened, read

offices = partial(opened, "offices")
NONE_FOUND = "No office found in the sources read"
HOSTILE = ("<script>alert(1)</script>", "=1+1", "' OR 1=1", "MEX,CAN", "../../etc")


def said(app: AppTest) -> str:
    parts = (*app.title, *app.header, *app.markdown, *app.caption, *app.info)
    return "\n".join([*(read(part.value) for part in parts), *(part.label for part in app.expander)])


def drawings(app: AppTest) -> str:
    """Return all HTML of the page, its drawings as they are seen."""
    return unquote("\n".join(part.proto.body for part in app.get("html")))


def explored(app: AppTest) -> dict[str, Any]:
    (chart,) = app.get("deck_gl_json_chart")
    return json.loads(chart.proto.json)


def written(app: AppTest) -> set[str]:
    """Return the names of cities on the map, drawn or to explore."""
    if not app.get("deck_gl_json_chart"):
        return set(re.findall(r"<text[^>]*>([^<]+)</text>", drawings(app)))
    labels_ = [layer for layer in explored(app)["layers"] if layer["id"].startswith("labels-")]
    return {label["text"] for layer in labels_ for label in layer["data"]}


@pytest.fixture(scope="module")
def everywhere() -> AppTest:
    return offices()


def test_no_chart_library_is_asked_for_unless_the_map_is_explored(everywhere: AppTest) -> None:
    assert not everywhere.get("plotly_chart")
    assert not everywhere.get("deck_gl_json_chart")
    app = offices(offices_view="explore")
    assert not app.get("plotly_chart")
    (chart,) = app.get("deck_gl_json_chart")
    assert json.loads(chart.proto.tooltip) == {"text": "{name}"}
    assert any(layer.get("pickable") for layer in explored(app)["layers"])


def test_reported_and_named_stand_apart_in_the_title(everywhere: AppTest, catalog: Catalog) -> None:
    reported, table = headline(catalog), known_offices.offices()
    title = everywhere.title[0].value
    assert title.startswith(
        f"{reported.offices} offices reported in {reported.countries} countries, no list of them found; "
    )
    assert title.endswith(f"{len(table)} places named by sources")
    assert "as of 19 September 2023" in said(everywhere)


def test_where_sources_differ_is_one_step_away(everywhere: AppTest) -> None:
    (link,) = [part.proto.body for part in everywhere.get("html") if "how many" in part.proto.body]
    assert 'href="#offices-reported-totals"' in link
    assert totals.KEY == "offices-reported-totals"
    assert any(header.anchor == totals.KEY for header in everywhere.header)


def test_below_the_totals_stands_the_way_to_the_point_that_sets_them_side_by_side(everywhere: AppTest) -> None:
    links = [link.proto for link in everywhere.main.get("page_link") if link.proto.page == "record"]
    assert [(link.label, link.query_string) for link in links] == [
        ("How many offices HSI has had abroad, at different dates", "id=contradiction%3Ax30")
    ]


def test_nothing_on_the_page_is_the_difference_of_reported_and_documented(
    everywhere: AppTest, catalog: Catalog
) -> None:
    reported, levels = headline(catalog).offices, known_offices.offices()["level"]
    differences = {reported - len(levels), reported - int((levels == "city").sum())}
    assert not differences & {int(number) for number in re.findall(r"\d+", said(everywhere))}


def test_without_a_choice_a_list_offers_every_country(everywhere: AppTest, catalog: Catalog) -> None:
    assert "Pick a country" in [header.value for header in everywhere.header]
    listed = drawings(everywhere).partition('class="country-list"')[2].partition("</dl>")[0]
    assert set(re.findall(r"country=(\w{3})", listed)) == set(catalog["countries"]["iso3"])


def test_the_map_counts_squares_totals_and_what_is_not_known_are_all_there(everywhere: AppTest) -> None:
    headers = "\n".join(header.value for header in everywhere.header)
    for finding in (
        "have evidence from after the strategy",
        "offices reported without a list",
        "Published totals run",
        "have the most places named by sources",
        "What is not known",
    ):
        assert finding in headers
    assert "country=MEX" in drawings(everywhere)


def test_a_country_shows_its_places_with_dated_evidence(catalog: Catalog, language: Language) -> None:
    app = offices(country=["MEX"])
    text = said(app)
    own = known_offices.offices().query("iso3 == 'MEX'")
    for row in own.itertuples():
        assert f"**{row.city}**" in text
        period = labels.words(language, "evidence_period")[row.evidence_period]
        about = "about " if row.date_inferred == "true" else ""
        assert f"{period}: {about}{language.date(row.evidence_date)} · " in text
        assert labels.words(language, "strength")[row.strength] in text
    assert "Mexico" in [header.value for header in app.header]
    assert "Pick a country" not in [header.value for header in app.header]


@pytest.mark.parametrize("code", ["NGA", "IDN"])
def test_a_country_without_an_office_says_only_that_none_was_found(catalog: Catalog, code: str) -> None:
    assert code not in set(known_offices.offices()["iso3"])
    app = offices(country=[code])
    text = said(app)
    name = catalog.names("countries", "iso3", "name")[code]
    assert f"**Offices**  \n{NONE_FOUND}." in text
    assert f"No HSI office in {name} was found in the sources read" in [header.value for header in app.header]
    assert not re.search(r"(?i)\b(no|0) offices? in\b|\bhas no\b|offices?\W+none\b", text)
    assert not re.search(r"^\W*none\b", text, re.MULTILINE | re.IGNORECASE)


def test_the_panel_of_a_country_without_an_office_never_says_none(catalog: Catalog) -> None:
    without = sorted(set(catalog["countries"]["iso3"]) - set(known_offices.offices()["iso3"]) - {"USA"})
    tabs = offices(country=without).tabs
    assert len(tabs) == len(without) > 1
    for tab in tabs:
        parts = [part.value for part in tab.markdown]
        assert parts[0] == f"**Offices**  \n{NONE_FOUND}."
        assert not [part for part in parts if re.search(r"\bnone\b", part, re.IGNORECASE)]


def test_a_country_without_an_office_keeps_map_and_totals_and_nothing_of_the_world() -> None:
    app = offices(country=["NGA"])
    assert app.title[0].value == "No HSI office in Nigeria was found in the sources read"
    assert "does not mean that there is none" in said(app)
    assert not app.info
    headers = "\n".join(header.value for header in app.header)
    assert "Published totals run" in headers
    assert "without a list" not in headers
    assert "most places named" not in headers
    assert "What is not known" not in headers


def test_all_countries_are_one_step_away() -> None:
    app = offices(country=["NGA"], offices_color="strength")
    app.button(key="follow-offices_color=strength").click().run()
    assert not app.exception
    assert "country" not in app.query_params
    assert app.query_params["offices_color"] in ("strength", ["strength"])


def test_the_country_that_is_home_is_not_said_to_lack_an_office() -> None:
    app = offices(country=["USA"])
    assert app.title[0].value == "The United States: HSI's own country, not abroad"
    assert NONE_FOUND not in said(app)
    assert "HSI is at home here" in said(app)
    assert "etted unit" not in said(app), "HSI vets units of other countries"


def test_a_place_known_only_by_its_country_is_said_to_be_so() -> None:
    assert "**No city named, only the country**" in said(offices(country=["HND"]))


def test_a_country_without_a_unit_says_that_none_was_found_and_one_with_it_when() -> None:
    assert "No vetted unit found in the sources read." in said(offices(country=["JPN"]))
    mexico = said(offices(country=["MEX"]))
    assert "No vetted unit found" not in mexico
    assert "**Vetted unit (TCIU)** · Evidence of 2023" in mexico
    assert "**Vetted unit (TCIU)** · Undated evidence" in said(offices(country=["ESP"]))


def test_ten_countries_with_one_row_each_make_a_page(catalog: Catalog) -> None:
    counts = known_offices.offices()["iso3"].value_counts()
    alone = sorted(counts[counts == 1].index)[:10]
    for code in alone:
        text = said(offices(country=[code]))
        assert re.search(r"\b1\sof\b", text)
        assert "**1 place named by sources**" in text


def test_several_countries_stand_in_tabs_each_with_its_own() -> None:
    app = offices(country=["MEX", "NGA"])
    assert [tab.label for tab in app.tabs] == ["Mexico", "Nigeria"]
    mexico, nigeria = app.tabs
    assert any("Monterrey" in part.label for part in mexico.expander)
    assert any(NONE_FOUND in part.value for part in nigeria.markdown)
    assert not any(NONE_FOUND in part.value for part in mexico.markdown)


@pytest.mark.parametrize("query", [{"objective": ["3"]}, {"from": "2024"}, {"to": "2020"}])
def test_objectives_and_years_are_said_not_to_narrow_offices(query: dict[str, Any], catalog: Catalog) -> None:
    app = offices(country=["MEX"], **query)
    assert "Objectives and years do not narrow offices" in said(app)
    own = (known_offices.offices()["iso3"] == "MEX").sum()
    assert app.title[0].value.startswith(f"Mexico: {own} places named by sources")


def test_without_objectives_or_years_nothing_is_said_of_them(everywhere: AppTest) -> None:
    assert "do not narrow" not in said(everywhere)
    assert "do not narrow" not in said(offices(country=["MEX"]))


def test_the_filters_narrow_the_initiatives_and_events_of_a_chosen_country(catalog: Catalog) -> None:
    tied, objectives = (
        catalog["initiative_countries"],
        catalog["initiatives"].set_index("initiative_id")["objective_id"],
    )
    own = set(objectives[tied.loc[tied["iso3"] == "MEX", "initiative_id"]])
    other = next(code for code in catalog["countries"]["iso3"] if not (tied["iso3"] == code).any())
    assert "No initiative" not in said(offices(country=["MEX"], objective=[str(min(own))]))
    alone = said(offices(country=[other]))
    assert "No initiative that names it was found in the sources read." in alone
    assert "these filters" not in alone, "the country that is shown is no filter on what names it"
    with_one = said(offices(country=[other], objective="3"))
    assert "No initiative under the objective chosen names this country." in with_one
    assert "No initiative under the 2 objectives chosen" in said(offices(country=[other], objective=["1", "3"]))
    assert "No event with this filter names this country." in said(offices(country=["HTI"], to="2019"))
    both = said(offices(country=["HTI"], to="2019", objective="3"))
    assert "No event with these filters names this country." in both


def test_initiatives_and_events_of_a_country_are_named_with_their_scope(catalog: Catalog) -> None:
    tied, named = catalog["initiative_countries"], catalog["initiatives"].set_index("initiative_id")
    rows = named.loc[tied.loc[tied["iso3"] == "MEX", "initiative_id"]]
    text = said(offices(country=["MEX"]))
    shown = [line for line in text.splitlines() if ":small[Objective " in line]
    assert len(shown) == len(rows)
    for code, words in (("strategy", "**In the strategy**"), ("context", "**Context**")):
        assert sum(words in line for line in shown) == (rows["scope"] == code).sum()
    events = (catalog["event_countries"]["iso3"] == "MEX").sum()
    assert events > 4
    assert text.count("**Events**") == 1


@pytest.mark.parametrize(("color", "words"), [("strength", "Strong evidence: "), ("region", "Americas: ")])
def test_the_map_shows_what_the_link_asks_for(color: str, words: str) -> None:
    app = offices(offices_color=color)
    assert app.segmented_control(key="offices_color").value == color
    assert words in next(read(part.value) for part in app.markdown if part.value.startswith("The map marks"))


def test_choosing_what_to_show_goes_into_the_link(everywhere: AppTest) -> None:
    app = offices()
    app.segmented_control(key="offices_color").set_value("strength").run()
    assert not app.exception
    assert app.query_params["offices_color"] in ("strength", ["strength"])
    assert "is strong for" in "\n".join(header.value for header in app.header)
    assert "have evidence from after the strategy" in "\n".join(header.value for header in everywhere.header)


VIEWS = {"map": 0, "explore": 1}
"""View → how many decks it has."""


@pytest.mark.parametrize("view", VIEWS)
def test_the_link_chooses_the_view_of_the_map(view: str) -> None:
    app = offices(offices_view=view)
    assert app.segmented_control(key="offices_view").value == view
    assert "have evidence from after the strategy" in app.header[0].value
    assert len(app.get("deck_gl_json_chart")) == VIEWS[view]
    assert app.segmented_control(key="offices_color").value == "period"


@pytest.mark.parametrize("former", ["offices", "countries", "globe"])
def test_a_link_to_a_view_that_is_no_more_opens_the_map(former: str) -> None:
    app = offices(offices_view=former, country=["COL"])
    assert app.segmented_control(key="offices_view").value == "map"
    assert app.title[0].value.startswith("Colombia: ")


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_names_the_chosen_cities_and_stands_without_any(view: str) -> None:
    assert {"Ciudad Juárez", "Monterrey", "Tijuana"} <= written(offices(offices_view=view, country=["MEX"]))
    empty = offices(offices_view=view, country=["NGA"])
    assert "No HSI office in Nigeria was found in the sources read" in [header.value for header in empty.header]


def test_changing_the_view_goes_into_the_link_and_keeps_the_rest() -> None:
    app = offices(offices_color="strength", country=["MEX"])
    app.segmented_control(key="offices_view").set_value("explore").run()
    assert not app.exception
    assert app.query_params["offices_view"] in ("explore", ["explore"])
    assert app.query_params["offices_color"] in ("strength", ["strength"])
    assert app.query_params["country"] in ("MEX", ["MEX"])
    assert app.segmented_control(key="offices_color").value == "strength"
    app.segmented_control(key="offices_view").set_value("map").run()
    assert "offices_view" not in app.query_params


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_values_in_the_link_change_nothing(everywhere: AppTest, hostile: str) -> None:
    app = offices(
        country=[hostile],
        objective=[hostile],
        offices_color=hostile,
        offices_view=hostile,
        lang=hostile,
        **{"from": hostile, "to": hostile},
    )
    assert hostile not in said(app)
    assert app.segmented_control(key="offices_color").value == "period"
    assert [title.value for title in app.title] == [title.value for title in everywhere.title]
    assert [header.value for header in app.header] == [header.value for header in everywhere.header]


def test_a_known_country_beside_a_hostile_one_still_counts() -> None:
    assert "Mexico" in [header.value for header in offices(country=["<b>", "MEX"]).header]


KNOWN = frozenset({"MEX", "NGA", "CAN"})


@pytest.mark.parametrize(
    ("clicked", "before", "after"),
    [
        ("MEX", [], ["MEX"]),
        ("MEX", ["MEX"], []),
        ("CAN", ["MEX"], ["CAN"]),
        ("MEX", ["MEX", "CAN"], ["MEX"]),
        ("NGA", [], ["NGA"]),
        (None, ["MEX"], ["MEX"]),
        (None, [], []),
        ("ATA", ["MEX"], ["MEX"]),
        ("<b>", [], []),
    ],
)
def test_a_click_chooses_a_second_one_clears_and_the_sea_changes_nothing(
    clicked: str | None, before: list[str], after: list[str]
) -> None:
    assert after_click(clicked, before, KNOWN) == after


def clicking() -> None:
    """Hold a button for each thing that a map may be clicked on; it does what the map's own callback does."""
    import streamlit as st

    from components import country_choice, state
    from figures.maps import deck
    from figures.offices import explore_map

    state.load()
    things = {"mark": {"iso3": "MEX"}, "land": {"properties": {"iso3": "NGA"}}, "ice": {"properties": {"iso3": "ATA"}}}

    def click(name: str) -> None:
        hit = {"layer": [things[name]]} if name in things else {}
        st.session_state[f"drawing-{explore_map.KEY}"] = {"selection": {"objects": hit}}
        country_choice.on_click(explore_map.KEY, deck.picked)()

    for name in (*things, "sea"):
        st.button(name, key=name, on_click=click, args=[name])
    st.text(country_choice.clicks())


def test_a_click_on_the_map_sets_the_link_and_is_counted() -> None:
    app = AppTest.from_function(clicking, default_timeout=30).run()
    chosen = []
    for name in ("mark", "mark", "mark", "land", "sea", "ice", "land"):
        app.button(key=name).click().run()
        assert not app.exception
        chosen.append(app.session_state["country"])
    assert chosen == [["MEX"], [], ["MEX"], ["NGA"], ["NGA"], ["NGA"], []]
    assert app.text[0].value == str(len(chosen))
    assert "country" not in app.query_params
    app.button(key="mark").click().run()
    assert app.query_params["country"] in ("MEX", ["MEX"])
