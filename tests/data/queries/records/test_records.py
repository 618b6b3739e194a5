"""Every record has an address that opens it, with its evidence and its ties."""

import csv

import pytest

from data.catalog import Catalog
from data.paths import DATA
from data.queries.records.address import KINDS, address, known, parts
from data.queries.records.record import record
from data.queries.records.ties import Tie, ties

TABLES = DATA / "tables"


def rows(table: str) -> list[dict[str, str]]:
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_of_every_kind_has_an_address(catalog: Catalog) -> None:
    expected = {f"{kind}:{row[of.key]}" for kind, of in KINDS.items() for row in rows(of.table)}
    assert expected <= set(known(catalog))


def test_every_record_holds_its_own_row(catalog: Catalog) -> None:
    for one in known(catalog):
        kind, code = parts(one)
        if code in catalog[KINDS[kind].table][KINDS[kind].key].astype(str).to_numpy():
            assert str(record(catalog, one).row[KINDS[kind].key]) == code


@pytest.mark.parametrize("wrong", ["event:none", "event:", "event"])
def test_an_address_that_leads_nowhere_is_a_key_error(catalog: Catalog, wrong: str) -> None:
    with pytest.raises(KeyError):
        record(catalog, wrong)


def test_a_record_cites_what_its_table_of_citations_names(catalog: Catalog) -> None:
    cited: dict[str, list[str]] = {}
    for row in rows("event_sources"):
        cited.setdefault(row["event_id"], []).append(row["source_id"])
    for code, sources in cited.items():
        assert list(record(catalog, address("event", code)).source_ids) == sources


def test_a_series_cites_the_sources_of_its_values(catalog: Catalog) -> None:
    ours = {row["observation_id"] for row in rows("observations") if row["indicator_id"] == "cbp-fentanyl-seized-fy"}
    expected = {row["source_id"] for row in rows("observation_sources") if row["observation_id"] in ours}
    shown = record(catalog, "indicator:cbp-fentanyl-seized-fy")
    assert set(shown.source_ids) == expected
    assert set(shown.beside["observations"]["observation_id"]) == ours


def test_ties_go_both_ways(catalog: Catalog) -> None:
    found = ties(catalog)
    for one, others in found.items():
        for tie in others:
            assert one in [back.record for back in found[tie.record]], (one, tie)


def test_a_tie_says_how(catalog: Catalog) -> None:
    row = rows("event_initiatives")[0]
    tie = Tie(f"initiative:{row['initiative_id']}", "relation", row["relation"])
    assert tie in ties(catalog)[f"event:{row['event_id']}"]


def test_the_ends_of_a_statement_are_tied_to_it_and_not_to_each_other(catalog: Catalog) -> None:
    row = next(
        row for row in rows("flows") if row["from_iso3"] and row["to_iso3"] and row["from_iso3"] != row["to_iso3"]
    )
    ends = {f"country:{row['from_iso3']}", f"country:{row['to_iso3']}"}
    found = {tie.record for tie in ties(catalog)[f"flow:{row['flow_id']}"]}
    assert ends <= found
    start, end = sorted(ends)
    assert end not in {tie.record for tie in ties(catalog)[start]}


def test_a_statement_whose_region_names_a_country_is_tied_to_it(catalog: Catalog) -> None:
    assert "country:CHN" in {tie.record for tie in ties(catalog)["flow:f07"]}
    assert "flow:f07" in {tie.record for tie in ties(catalog)["country:CHN"]}


def test_every_tie_leads_to_a_record(catalog: Catalog) -> None:
    held = set(known(catalog))
    assert {tie.record for others in ties(catalog).values() for tie in others} <= held
