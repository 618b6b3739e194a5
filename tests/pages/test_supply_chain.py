"""The page Supply chain: what is said, by whom, who says otherwise, and what the filters do."""

from functools import partial

from streamlit.testing.v1 import AppTest

from data.catalog import Catalog
from data.queries import flows
from data.selection import Selection
from tests.opened import opened, said

page = partial(opened, "supply_chain")


def headers(at: AppTest) -> list[str]:
    return [header.value for header in at.main.header]


def test_the_title_is_counted(catalog: Catalog) -> None:
    rows = catalog["flows"]
    (title,) = page().main.title
    n = (rows["commodity"] == "precursors").sum()
    assert title.value == f"Precursors: {n} of {len(rows)} published statements on what moves where"


def test_what_is_denied_stands_beside_what_is_stated_and_both_are_cited(catalog: Catalog) -> None:
    text = said(page())
    for claim in ("China comes first among the origins", "China has denied being the origin", "not made in Mexico"):
        assert claim in text
    for source in ("str-ejecentral-2023", "str-mexcitypost-20230531", "str-vanguardia-202304"):
        assert catalog.sources[source].url in text


def test_a_commodity_in_the_link_narrows_everything(catalog: Catalog) -> None:
    at = page(supply_commodity="weapons")
    assert at.main.title[0].value.startswith("One published statement: Weapons, ")
    assert not [header for header in headers(at) if header.startswith(("Disputed", "Counts of statements"))]
    text = said(at)
    assert "guns and ammunition smuggled" in text
    assert "inferred from the wording" in text
    assert "Operation Without a Trace** · In the strategy" in text
    assert "ATF Operation Southbound** · Context" in text


def test_a_country_keeps_its_statements_and_counts_regions_left_aside(catalog: Catalog) -> None:
    aside = len(flows.regional_beside(catalog, Selection(countries=("CHN",))))
    text = said(page(country="CHN"))
    assert f"Left aside: {aside} statements that name a region" in text
    assert "Left aside: " not in said(page())


def test_objectives_narrow_only_the_initiatives(catalog: Catalog) -> None:
    at, everything = page(objective="4"), page()
    assert at.main.title[0].value == everything.main.title[0].value
    assert headers(at)[0] == headers(everything)[0]
    assert "Objectives narrow only the initiatives" in said(at)
    assert "Initiatives whose wording names it: Precursors 3 and Weapons 1" in headers(at)


def test_without_a_statement_the_page_says_so_and_still_shows_initiatives() -> None:
    at = page(country="CAN")
    assert at.main.title[0].value == "No published statement on a flow matches this view"
    assert any("No statements on flows match" in (info.proto.title or info.value) for info in at.main.info)
    assert [header for header in headers(at) if header.startswith("Initiatives whose wording names it")]


def test_without_initiatives_the_page_says_so() -> None:
    at = page(supply_commodity="cash", objective="4")
    assert "None found in this view" in said(at)
    assert not [header for header in headers(at) if header.startswith("Initiatives whose wording names it")]


def test_hostile_values_are_dropped(catalog: Catalog) -> None:
    at = page(supply_commodity="<script>alert(1)</script>", country="XXX")
    assert at.main.title[0].value == page().main.title[0].value
