"""The page Supply chain: what is said, by whom, who says otherwise, and what the filters do."""

from functools import partial
from html import unescape

from streamlit.testing.v1 import AppTest

from data.catalog import Catalog
from data.queries import flows
from data.selection import Selection
from figures.flows.screen import screen
from figures.language import Language
from figures.view import View
from tests.opened import opened, said

page = partial(opened, "supply_chain")


def headers(at: AppTest) -> list[str]:
    return [header.value for header in at.main.header]


def drawn(at: AppTest) -> str:
    return "".join(html.proto.body for html in at.main.get("html"))


def test_it_begins_as_its_screen_does(catalog: Catalog, language: Language) -> None:
    at = page()
    begins = screen(View(catalog, Selection(), language, "light", page="supply_chain"))
    assert at.main.title[0].value == begins.finding
    assert begins.sentence in said(at)
    assert headers(at)[:2] == [figure.title for figure in begins.figures]


def test_what_is_denied_stands_beside_what_is_stated_and_both_are_cited(catalog: Catalog) -> None:
    at = page()
    text, html = said(at), unescape(drawn(at))
    for claim in ("China comes first among the origins", "China has denied being the origin", "not made in Mexico"):
        assert claim in text
    for source in ("str-ejecentral-2023", "str-mexcitypost-20230531", "str-vanguardia-202304"):
        assert catalog.sources[source].url in html


def test_a_commodity_in_the_link_narrows_everything() -> None:
    at = page(supply_commodity="weapons")
    assert at.main.title[0].value == "One statement: weapons go from the United States to Mexico"
    assert not [header for header in headers(at) if header.startswith("Disputed")]
    assert "Inferred from the wording" in said(at)
    html = drawn(at)
    assert 'id="flow-f13"' in html
    assert 'id="flow-f09"' not in html
    assert "Operation Without a Trace" in html
    assert "guns and ammunition smuggled" in html
    assert "Operation Apollo" not in html


def test_a_country_keeps_its_statements_and_counts_regions_left_aside(catalog: Catalog) -> None:
    aside = len(flows.regional_beside(catalog, Selection(countries=("CHN",))))
    text = said(page(country="CHN"))
    assert f"Left aside: {aside} statements that name a region" in text
    assert "a wider region or another one" in said(page(region="142"))
    assert "Left aside: " not in said(page())


def test_objectives_narrow_only_the_initiatives() -> None:
    at, everything = page(objective="4"), page()
    assert at.main.title[0].value == everything.main.title[0].value
    assert headers(at)[:2] == headers(everything)[:2]
    assert "Objectives narrow only these initiatives" in said(at)
    assert "3 initiatives name precursors and 1 weapons" in headers(at)


def test_without_a_statement_the_page_says_so_and_still_shows_initiatives() -> None:
    at = page(country="CAN")
    assert at.main.title[0].value == "No statement found on what moves to or from Canada"
    assert any("No statements on flows match" in (info.proto.title or info.value) for info in at.main.info)
    assert "1 initiative names precursors and 1 fentanyl" in headers(at)


def test_without_initiatives_the_page_says_so() -> None:
    at = page(supply_commodity="cash", objective="4")
    assert any("No initiatives match" in (info.proto.title or info.value) for info in at.main.info)
    assert not [header for header in headers(at) if "initiatives name" in header]


def test_where_there_is_neither_a_statement_nor_an_initiative_one_box_says_so() -> None:
    at = page(country="JAM")
    assert [info.proto.title for info in at.main.info] == ["No statements on flows or initiatives match"]
    assert not headers(at)


def test_hostile_values_are_dropped() -> None:
    at = page(supply_commodity="<script>alert(1)</script>", country="XXX")
    assert at.main.title[0].value == page().main.title[0].value
