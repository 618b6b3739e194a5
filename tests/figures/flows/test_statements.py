"""The table of statements: all of them, each with who says it and who says otherwise, and an address of its own."""

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from itertools import groupby

import pytest

from data.catalog import Catalog
from data.queries import flows
from data.queries.narrowing import sources_of
from data.selection import Selection
from figures import cited
from figures.figure import Figure
from figures.flows import statements
from figures.language import Language
from figures.view import View
from tests.allowed import table

Draw = Callable[..., Figure]


@pytest.fixture(scope="module")
def draw(catalog: Catalog, language: Language) -> Draw:
    @cache
    def draw(*chosen: str, commodity: str = "all", aside: int = 0, stated: str = "") -> Figure:
        selection = Selection(countries=chosen)
        rows = flows.flows(catalog, selection, commodity).rows
        return statements.figure(
            rows, aside, View(catalog, selection, language, "light", page="supply_chain", stated=stated)
        )

    return draw


def row(figure: Figure, flow: str) -> str:
    found = re.search(rf'<tr id="flow-{flow}">.*?</tr>', figure.drawing)
    assert found, flow
    return unescape(found[0])


def test_every_statement_has_a_row_with_an_address_and_leads_to_its_record(draw: Draw) -> None:
    figure = draw()
    assert sorted(re.findall(r'<tr id="flow-(f\d\d)">', figure.drawing)) == sorted(
        one["flow_id"] for one in table("flows")
    )
    for one in table("flows"):
        said = row(figure, one["flow_id"])
        assert one["note"] in said
        assert f"record?id=flow%3A{one['flow_id']}" in said


def test_every_row_cites_who_says_it_with_date_and_link(draw: Draw, catalog: Catalog, language: Language) -> None:
    for one in table("flow_sources"):
        assert unescape(cited.html(catalog, language, one["source_id"])) in row(draw(), one["flow_id"])


def test_who_denies_stands_beside_what_is_denied(draw: Draw) -> None:
    made = row(draw(), "f09")
    assert "President of Mexico, April 2023 (Vanguardia)" in made
    assert "Fentanyl is not made in Mexico but imported from Asia." in made
    assert "vanguardia.com.mx" in made
    assert "record?id=contradiction%3Ax13" in made
    assert "†" in made
    for flow in ("f02", "f03", "f07"):
        assert "China has denied being the origin." in row(draw(), flow)
    assert "†" not in row(draw(), "f13")
    disagree = {one["contradiction_id"] for one in table("contradictions") if one["difference"] == "contradiction"}
    tied = {one["flow_id"] for one in table("flow_contradictions") if one["contradiction_id"] in disagree}
    assert draw().title == f"Who says what: 18 statements, {len(tied)} of them denied or corrected"
    assert draw(commodity="weapons").title == "1 statement: who says what"


def test_it_says_how_each_is_known(draw: Draw) -> None:
    official = {one["source_id"] for one in table("sources") if one["official"] == "true"}
    by = {
        flow: {one["source_id"] for one in group}
        for flow, group in groupby(table("flow_sources"), key=lambda one: one["flow_id"])
    }
    for flow, sources in by.items():
        words = (
            "Official report" if sources <= official else "Official and other" if sources & official else "Press and"
        )
        assert words in row(draw(), flow), flow


def test_precursors_come_first_and_an_origin_that_many_name_before_one_that_few_do(draw: Draw) -> None:
    rows = draw().rows
    assert [code for code, _ in groupby(rows["commodity"])] == list(flows.COMMODITIES)
    precursors = rows[rows["commodity"] == "precursors"]
    origins = [end for end, _ in groupby(precursors["from_end"])]
    assert origins[:2] == ["CHN", "USA"]
    assert len(origins) == len(set(origins))
    assert list(precursors["flow_id"])[:2] == ["f02", "f08"]
    assert list(precursors["flow_id"])[-2:] == ["f07", "f18"]
    assert list(rows["flow_id"])[-1] == "f15"


def test_ends_are_told_in_the_words_of_the_source(draw: Draw) -> None:
    assert "Mexico (lawful market) → Mexico (diverted)" in row(draw(), "f18")
    assert "China and the Asia-Pacific, no route named" in row(draw(), "f07")
    assert "Drug proceeds in the United States → Chinese money-laundering networks" in row(draw(), "f15")
    assert ">United States → Mexico<" in row(draw(), "f13")


def test_what_is_left_aside_is_said(draw: Draw) -> None:
    assert "Left aside: 2 statements that name a region" in draw("CHN", aside=2).note
    assert "Left aside" not in draw("CHN").note


def test_every_source_is_cited(draw: Draw, catalog: Catalog) -> None:
    rows = draw().rows
    assert set(draw().source_ids) == set(sources_of(catalog, "flow_sources", "flow_id", rows["flow_id"]))
    china = rows[(rows["from_place"] == "China") & (rows["to_place"] == "Mexico")]
    assert "Eje Central" in china["said_by"].iloc[0]
    assert set(rows.loc[rows["flow_id"] == "f09", "against"]) == {"Production in Mexico"}
