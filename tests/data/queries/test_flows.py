"""Reported flows: what a selection keeps, what bears on a statement, and which initiatives name its commodity."""

import re

import numpy as np
import pytest

from data.catalog import Catalog
from data.queries import flows
from data.queries.regions import NAMING
from data.selection import Selection
from data.shapes import rings

ALL = Selection()

NAMES = {
    "precursors": r"precursor",
    "fentanyl": r"fentanyl",
    "illicit_opioids": r"opioid",
    "weapons": r"weapon|firearm|\bguns?\b",
    "cash": r"\bcash\b|\bcurrency\b|launder",
}
"""What the dictionary says of `initiative_commodities`: the words that name a commodity."""


NO_ROUTE = "China and the Asia-Pacific"
"""A region that a statement names as origin or transit: it leads nowhere, and is not drawn."""


def test_every_end_is_a_country_a_region_with_an_anchor_or_a_group_of_people(catalog: Catalog) -> None:
    rows, known = flows.flows(catalog, ALL).rows, flows.anchors(catalog)
    for side in ("from", "to"):
        for end, kind in zip(rows[f"{side}_end"], rows[f"{side}_kind"], strict=True):
            assert (end in flows.ACTORS) if kind == "actor" else (end in known or end == NO_ROUTE)
    assert {*rows["from_name"], *rows["to_name"]} >= flows.ACTORS
    ends = {*rows["from_end"], *rows["to_end"]}
    assert set(catalog["regions"]["name"]) <= ends


def inside(x: float, y: float, ring: np.ndarray) -> bool:
    (u, v), (p, q) = ring[:-1].T, ring[1:].T
    crossed = (v > y) != (q > y)
    at = u + (y - v) / np.where(crossed, q - v, 1) * (p - u)
    return bool((crossed & (x < at)).sum() % 2)


def test_the_anchor_of_a_region_lies_in_no_country(catalog: Catalog) -> None:
    assert inside(-102, 23, max(rings()["MEX"], key=len))
    for row in catalog["regions"].itertuples():
        assert not [
            code for code, parts in rings().items() for part in parts if inside(row.longitude, row.latitude, part)
        ]
        assert "Declared anchor" in row.note


def test_a_country_keeps_the_statements_from_and_to_it(catalog: Catalog) -> None:
    everything = flows.flows(catalog, ALL)
    assert len(everything.rows) == everything.total == len(catalog["flows"])
    for code in ("CHN", "MEX", "IND"):
        kept = flows.flows(catalog, Selection(countries=(code,))).rows
        at_an_end = (everything.rows["from_iso3"] == code) | (everything.rows["to_iso3"] == code)
        wanted = everything.rows[at_an_end | (everything.rows["from_name"].eq(NO_ROUTE) & (code == "CHN"))]
        assert list(kept["flow_id"]) == list(wanted["flow_id"])
        assert 0 < len(kept) < len(everything.rows)


def test_a_statement_whose_region_names_a_country_stands_under_it_and_under_no_other(catalog: Catalog) -> None:
    for code in catalog["countries"]["iso3"]:
        kept = set(flows.flows(catalog, Selection(countries=(code,))).rows["flow_id"])
        assert ("f07" in kept) == (code == "CHN")
        beside = set(flows.regional_beside(catalog, Selection(countries=(code,)))["flow_id"])
        assert ("f07" in beside) == (code != "CHN")
    assert "f07" in set(flows.flows(catalog, Selection(regions=("030",))).rows["flow_id"])
    assert set(NAMING) <= {*catalog["flows"]["from_name"], *catalog["flows"]["to_name"]}
    for name, codes in NAMING.items():
        assert all(catalog.names("countries", "iso3", "name")[code] in name for code in codes)


def test_objectives_and_years_leave_statements_as_they_are(catalog: Catalog) -> None:
    assert len(flows.flows(catalog, Selection(objectives=(4,), first_year=2024)).rows) == len(catalog["flows"])


def test_statements_of_a_region_are_left_aside_for_a_country_and_counted(catalog: Catalog) -> None:
    chosen = Selection(countries=("CHN",))
    kept, aside = flows.flows(catalog, chosen).rows, flows.regional_beside(catalog, chosen)
    assert "Asia" in set(aside["from_end"])
    assert not set(kept["flow_id"]) & set(aside["flow_id"])
    rows = flows.flows(catalog, ALL).rows
    regional = (rows["from_kind"] == "region") | (rows["to_kind"] == "region")
    assert set(rows.loc[regional, "flow_id"]) <= {*kept["flow_id"], *aside["flow_id"]}
    assert flows.regional_beside(catalog, ALL).empty
    assert set(flows.regional_beside(catalog, chosen, "weapons")["commodity"]) == set()


@pytest.mark.parametrize("commodity", flows.COMMODITIES)
def test_a_commodity_keeps_only_its_own(catalog: Catalog, commodity: str) -> None:
    assert set(flows.flows(catalog, ALL, commodity).rows["commodity"]) == {commodity}
    named = set(catalog["initiative_commodities"]["commodity"])
    assert set(flows.acting(catalog, ALL, commodity).rows["commodity"]) == {commodity} & named


def test_a_statement_about_one_place_is_no_arrow(catalog: Catalog) -> None:
    drawn = flows.between_places(flows.flows(catalog, ALL).rows)
    assert not {"f07", "f15", "f18"} & set(drawn["flow_id"])
    assert (drawn["from_end"] != drawn["to_end"]).all()


def test_routes_count_every_statement_once(catalog: Catalog) -> None:
    rows = flows.flows(catalog, ALL).rows
    ways = flows.routes(rows)
    assert ways["statements"].sum() == len(rows)
    assert sorted(flow for ids in ways["flow_ids"] for flow in ids) == sorted(rows["flow_id"])
    assert not ways.duplicated(["commodity", "from_end", "to_end"]).any()


def test_people_and_companies_are_on_no_map(catalog: Catalog) -> None:
    drawn = flows.between_places(flows.flows(catalog, ALL).rows)
    assert not {*drawn["from_end"], *drawn["to_end"]} & flows.ACTORS
    assert len(drawn) < len(catalog["flows"])


def test_both_sides_of_what_is_denied_are_found_and_cited(catalog: Catalog) -> None:
    found = {one.title: one for one in flows.disputes(catalog, flows.flows(catalog, ALL).rows)}
    china, mexico = found["Origin of precursors"], found["Production in Mexico"]
    assert any("denied" in side.claim for side in china.readings)
    assert any("China comes first" in side.claim for side in china.readings)
    assert any("not made in Mexico" in side.claim for side in mexico.readings)
    assert any("is made in Mexico" in side.claim for side in mexico.readings)
    assert all(side.source_ids for one in found.values() for side in one.readings)


def test_only_statements_in_view_bring_their_disputes(catalog: Catalog) -> None:
    weapons = flows.flows(catalog, ALL, "weapons").rows
    assert flows.disputes(catalog, weapons) == ()
    fentanyl = flows.disputes(catalog, flows.flows(catalog, ALL, "fentanyl").rows)
    assert [one.title for one in fentanyl] == ["Production in Mexico"]


def test_every_statement_says_who_says_so(catalog: Catalog) -> None:
    cited = flows.said_by(catalog, flows.flows(catalog, ALL).rows)
    assert set(cited) == set(catalog["flows"]["flow_id"])
    assert all(source in catalog.sources for sources in cited.values() for source in sources)


def test_an_initiative_is_tied_to_a_commodity_by_its_own_words_only(catalog: Catalog) -> None:
    own = catalog["initiatives"].set_index("initiative_id")
    for row in catalog["initiative_commodities"].itertuples():
        text = f"{own.at[row.initiative_id, 'name']} {own.at[row.initiative_id, 'summary']}".lower()
        assert row.basis.lower() in text
        assert re.search(NAMES[row.commodity], row.basis.lower()), row


def test_every_initiative_whose_words_name_a_commodity_is_tied_to_it(catalog: Catalog) -> None:
    ties = catalog["initiative_commodities"]
    tied = set(zip(ties["initiative_id"], ties["commodity"], strict=True))
    for row in catalog["initiatives"].itertuples():
        for commodity, pattern in NAMES.items():
            if re.search(pattern, f"{row.name} {row.summary}".lower()):
                assert (row.initiative_id, commodity) in tied, row.name


def test_objectives_narrow_initiatives_and_those_of_the_strategy_come_first(catalog: Catalog) -> None:
    everything, third = flows.acting(catalog, ALL).rows, flows.acting(catalog, Selection(objectives=(3,))).rows
    assert set(third["objective_id"]) == {3}
    assert 0 < len(third) < len(everything)
    for _, group in everything.groupby("commodity", sort=False):
        assert list(group["scope"]) == sorted(group["scope"], reverse=True)


def test_a_region_keeps_the_statements_of_its_countries_and_those_that_name_it(catalog: Catalog) -> None:
    asia, central = (flows.flows(catalog, Selection(regions=(code,))).rows for code in ("142", "013"))
    assert {"Asia", "China", "India"} <= {*asia["from_name"], *asia["to_name"]}
    assert {"Central America", "Mexico"} <= {*central["from_name"], *central["to_name"]}
    # A part of Asia is not Asia, and beside a country a region is none.
    for chosen in (Selection(regions=("030",)), Selection(countries=("CHN",), regions=("142",))):
        kept = flows.flows(catalog, chosen).rows
        assert len(kept)
        assert ((kept["from_iso3"] == "CHN") | (kept["to_iso3"] == "CHN") | (kept["from_name"] == NO_ROUTE)).all()
    aside = flows.regional_beside(catalog, Selection(regions=("142",)))
    assert not set(aside["flow_id"]) & set(asia["flow_id"])


def test_what_denies_a_statement_is_one_reading_of_the_point_that_bears_on_it(catalog: Catalog) -> None:
    found = flows.denials(catalog, flows.flows(catalog, ALL).rows)
    assert {flow: [one.reading.claim_id for one in told] for flow, told in found.items()} == {
        "f02": ["x12d"], "f03": ["x12d"], "f07": ["x12d"], "f08": ["x43a"], "f09": ["x13b"],
    }  # fmt: skip
    for flow, told in found.items():
        assert [one.contradiction.contradiction_id for one in told] == list(
            flows.disputed(catalog, flows.flows(catalog, ALL).rows)[flow]
        )


def test_order_keeps_every_statement_and_puts_what_leads_nowhere_last(catalog: Catalog) -> None:
    rows = flows.flows(catalog, ALL).rows
    ordered = flows.in_order(rows)
    assert sorted(ordered["flow_id"]) == sorted(rows["flow_id"])
    assert list(ordered.columns) == list(rows.columns)
    drawn = set(flows.between_places(rows)["flow_id"])
    for _commodity, group in ordered.groupby("commodity", sort=False):
        leads = [flow in drawn for flow in group["flow_id"]]
        assert leads == sorted(leads, reverse=True)


def test_what_a_note_tells_of_a_former_time_is_known_as_such(catalog: Catalog) -> None:
    notes = catalog.original.names("flows", "flow_id", "note")
    told = {flow: year for flow, note in notes.items() for year in re.findall(r"from before (\d{4})", note)}
    assert told == flows.FORMER
    assert flows.until(("f12",)) == "2019"
    # What is said of a way now, too, is no former way.
    assert flows.until(("f12", "f09")) == flows.until(()) == ""
