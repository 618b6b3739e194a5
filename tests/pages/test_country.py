"""The Country brief: it holds for every country, says what is not found, and prints no more than it counts."""

import re
from functools import cache, partial
from html import unescape

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import Catalog
from data.paths import DATA
from data.queries.country.brief import EXAMPLE, brief
from data.selection import Selection
from figures.country.sections import EVERY
from tests import known_offices
from tests.opened import html, opened, read, said

page = partial(opened, "country")
CODES = tuple(pd.read_csv(DATA / "tables" / "countries.csv")["iso3"])
HOSTILE = ("<script>alert(1)</script>", "=1+1", "MEX,CAN", "../../etc", "<b>MEX</b>")


@cache
def of(code: str) -> AppTest:
    return page(country=[code])


@pytest.fixture(scope="module")
def walker() -> AppTest:
    """One reader who goes from country to country, without the other pages in between."""
    return page()


def sections(app: AppTest) -> dict[str, str]:
    """Section's title → all text up to the next title, a row of a table in one line."""
    found: dict[str, str] = {}
    title = ""
    for element in app.main:
        if element.type == "subheader":
            title = element.value
            found[title] = ""
        elif title and element.type in ("markdown", "caption"):
            found[title] += f"\n{read(element.value)}"
        elif title and element.type == "html":
            found[title] += f"\n{lines(element.proto.body)}"
    return found


def lines(body: str) -> str:
    """Return HTML as text: a row or an entry a line, the cells of a row parted by bars."""
    body = re.sub(r"</t[hd]>(?!</tr>)", " | ", re.sub(r"</(tr|li|p)>", "\n", body))
    text = unescape(re.sub(r"<[^>]*>", "", body.replace("<small>", " ")))
    return "\n".join(line.removesuffix(" | ") for line in text.splitlines())


@pytest.mark.parametrize("code", CODES)
def test_every_country_has_every_section_and_each_says_something(code: str, walker: AppTest, catalog: Catalog) -> None:
    walker.query_params["country"] = [code]
    app = walker.run()
    assert not app.exception
    found = sections(app)
    assert len(found) == len(EVERY)
    assert [title for title, text in found.items() if not text.strip()] == []
    assert app.title[0].value.removeprefix("The ").startswith(catalog.names("countries", "iso3", "name")[code])
    assert len(app.header) == 1


def test_a_section_without_a_row_says_none_found_and_never_none() -> None:
    found = sections(of("NGA"))
    assert "No office found in the sources read." in found["Places named by sources"]
    assert "No vetted unit found in the sources read." in found["Vetted unit (TCIU)"]
    assert "None found in the sources read." in found["Statements of what moves"]
    assert "in this collection" in found["Figures"]
    assert "Whether HSI has an office here" in found["What is not known"]


def test_what_became_of_initiatives_is_said_of_the_objective_that_is_chosen() -> None:
    told = sections(page(country=["MEX"], objective=["3"]))["What is not known"]
    assert "What became of 3 of 5 initiatives in the strategy under objective 3 that name it" in told


def test_the_home_of_hsi_is_not_said_to_lack_an_office() -> None:
    text = said(of("USA"))
    assert "HSI's own country is not in it" in text
    assert "Whether HSI has an office" not in text


def test_offices_stand_with_date_and_strength(catalog: Catalog) -> None:
    text = sections(of("MEX"))["Places named by sources"]
    rows = known_offices.offices().query("iso3 == 'MEX'")
    for city in rows["city"]:
        assert re.search(rf"^{city} \| .* \| .*\d{{4}} \| (Strong|Moderate|Weak)$", text, re.MULTILINE)


def test_strategy_and_context_are_told_apart_on_every_initiative() -> None:
    listed = sections(of("MEX"))["Initiatives, and what came later"].splitlines()
    told = [line for line in listed if re.search(r"\| \d \|", line)]
    assert told
    assert all(("| In the strategy |" in line) != ("| Context |" in line) for line in told)


def test_flows_say_which_way_they_go_who_says_so_and_that_some_are_disputed() -> None:
    text = sections(of("MEX"))["Statements of what moves"]
    assert re.search(r"Fentanyl: Mexico to the United States .* \| Out \| disputed \| .*\d{4}", text)
    entries = [line for line in text.splitlines() if re.search(r"\| (Out|In|Within) \|", line)]
    assert entries
    assert all(re.search(r"\| [^|]+$", entry) for entry in entries), "somebody says so"


def test_both_sides_of_a_dispute_stand_beside_each_other() -> None:
    text = sections(of("MEX"))["What sources disagree on"]
    assert "Most fentanyl entering the United States is made in Mexico" in text
    assert "Fentanyl is not made in Mexico" in text


def test_figures_carry_their_caveat(catalog: Catalog) -> None:
    text = sections(of("MEX"))["Figures"]
    caveat = catalog["indicators"].set_index("indicator_id").loc["mexico-army-navy-fentanyl-seized-cy", "caveat"]
    assert caveat in text
    assert "never add them" in text


def test_what_is_left_out_on_paper_is_counted(catalog: Catalog) -> None:
    known = brief(catalog, "MEX", Selection(countries=("MEX",)))
    bodies = {re.search(r'class="rows (\w+)', body)[1]: body for body in html(of("MEX")) if 'class="rows ' in body}
    for name, total in (("events", len(known.country.events)), ("initiatives", len(known.initiatives))):
        printed = bodies[name].count("<tr>") - 1
        found = re.search(r'<p class="on-paper">and (\d+) more on screen', bodies[name])
        assert found
        assert printed + int(found[1]) == total


def test_five_numbers_come_first_and_what_changed_last_stands_above_them(catalog: Catalog) -> None:
    known = brief(catalog, "MEX", Selection(countries=("MEX",)))
    numbers = re.findall(r"<b>(\d+)</b> <span>([^<]+)", "".join(html(of("MEX"))))
    assert numbers == [
        (str(len(known_offices.offices().query("iso3 == 'MEX'"))), "places named by sources"),
        (str(len(known.initiatives)), "initiatives that name it"),
        (str(len(known.country.events)), "events that name it"),
        (str(len(known.flows)), "statements of what moves"),
        (str(len(known.disagreements)), "points on which sources disagree"),
    ]
    newest = known.country.events.iloc[-1]
    assert f": {newest['title']}." in said(of("MEX"))


def test_without_a_choice_an_example_is_shown_and_marked_and_the_link_stays(catalog: Catalog) -> None:
    app = page()
    name = catalog.names("countries", "iso3", "name")[EXAMPLE]
    assert "An example: no country is chosen." in said(app)
    assert app.title[0].value.startswith(name)
    assert "country" not in app.query_params
    app.selectbox(key="country-to-show").set_value("CAN").run()
    assert not app.exception
    assert app.query_params["country"] in ("CAN", ["CAN"])
    assert app.title[0].value.startswith("Canada")
    assert "An example" not in said(app)


def test_a_country_is_compared_with_the_example_in_one_step() -> None:
    app = page(region="142")
    beside = app.selectbox(key="country-beside")
    assert "China" not in beside.options
    assert "Mexico" not in beside.options
    beside.set_value("THA").run()
    assert not app.exception
    assert app.query_params["country"] == ["CHN", "THA"]
    assert app.title[0].value.startswith("China and Thailand: ")


def test_a_second_country_stands_beside_the_first() -> None:
    app = page(country=["MEX"])
    app.selectbox(key="country-to-show").set_value("CAN").run()
    assert not app.exception
    assert [app.query_params["country"]] == [["MEX", "CAN"]], "the country chosen first stands first"
    titles = [title.value for title in app.subheader]
    assert titles[:2] == ["Mexico: Places named by sources", "Canada: Places named by sources"]
    assert len(titles) == 2 * len(EVERY)
    assert len(app.header) == 2
    assert "names both" in app.title[0].value or "name both" in app.title[0].value


def test_of_more_countries_the_first_two_are_shown_and_that_is_said() -> None:
    app = page(country=["MEX", "CAN", "CHN"])
    assert "3 countries are chosen; the first two, Mexico and Canada, are shown." in said(app)
    assert not any("China:" in title.value for title in app.subheader)


def test_two_countries_without_a_common_event_say_so() -> None:
    assert page(country=["HKG", "NGA"]).title[0].value.endswith("no event found that names both")


def test_other_filters_narrow_initiatives_and_events_and_that_is_said() -> None:
    app = page(country=["MEX"], objective="4", **{"from": "2019", "to": "2019"})
    text = said(app)
    assert "Objectives narrow the initiatives and events here" in text
    assert "No event with these filters names this country." in sections(app)["Events"]
    by_years = sections(page(country=["MEX"], to="2015"))
    assert "No event with this filter names this country." in by_years["Events"]
    assert "No initiative" not in by_years["Initiatives, and what came later"]
    assert "5 places named by sources" in app.title[0].value


def test_of_a_region_the_example_is_said_to_be_one_of_it() -> None:
    app = opened("country", region="142")
    assert "An example: no country in Asia is chosen." in said(app)
    assert app.title[0].value.startswith("China: ")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_values_show_the_example(hostile: str) -> None:
    app = page(country=[hostile], objective=[hostile], **{"from": hostile})
    assert app.title[0].value.startswith("Mexico")
    assert hostile not in said(app)


def test_the_panel_on_offices_leads_to_the_brief() -> None:
    app = opened("offices", country=["MEX"])
    links = [element.proto for element in app.main if element.type == "page_link"]
    assert any("All of it on one page" in link.label and "country=MEX" in link.query_string for link in links)


def test_a_table_has_no_column_without_a_word_in_it():
    """Evidence on vetted units is graded for Spain alone."""
    heads = {
        iso3: [part.proto.body for part in page(country=iso3).get("html") if "What is told of it" in part.proto.body]
        for iso3 in ("MEX", "ESP")
    }
    assert ['<th scope="col">Strength</th>' in html for html in heads["MEX"]] == [False]
    assert ['<th scope="col">Strength</th>' in html for html in heads["ESP"]] == [True]
