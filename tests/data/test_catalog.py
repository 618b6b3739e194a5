"""The data package as shipped, and what happens when a file of it breaks."""

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from data import ledger
from data.catalog import DTYPES, Catalog, build
from data.library import Library
from data.paths import DATA
from data.problem import DataError
from tests.package import part, spoil

COUNTS = list(csv.DictReader((DATA / "counts.csv").read_text("utf-8").splitlines()))


def test_no_fact_of_the_research_was_dropped() -> None:
    expected: Counter[str] = Counter()
    for count in COUNTS:
        expected[count["table"]] += int(count["table_rows"])
    assert {table: len(rows) for table, rows in ledger.released("1.0.0").tables.items()} == dict(expected)


def test_every_table_on_disk_is_described(catalog: Catalog) -> None:
    on_disk = {path.stem for path in (DATA / "tables").glob("*.csv")}
    assert on_disk | {ledger.TABLE} == set(catalog.tables)


def test_the_dictionary_describes_every_column(catalog: Catalog) -> None:
    for table in catalog.tables:
        resource = catalog.resource(table)
        assert resource["title"]
        assert resource["description"]
        assert resource["licenses"]
        assert resource["sources"]
        assert [field["name"] for field in resource["schema"]["fields"]] == list(catalog[table].columns)
        for field in resource["schema"]["fields"]:
            assert field["title"], (table, field)
            assert field["description"], (table, field)


def test_numbers_with_a_unit_name_it(catalog: Catalog) -> None:
    units = {
        (table, field["name"]): field.get("unit")
        for table in catalog.tables
        for field in catalog.resource(table)["schema"]["fields"]
    }
    assert units["offices", "latitude"] == units["countries", "longitude"] == "degree"


CITED = {
    "offices": "office_evidence",
    "tciu": "tciu_sources",
    "reported_totals": "reported_total_sources",
    "objectives": "objective_sources",
    "initiatives": "initiative_sources",
    "organisations": "organisation_sources",
    "events": "event_sources",
    "flows": "flow_sources",
    "glossary": "glossary_sources",
    "contradictions": "contradiction_sources",
    "claims": "claim_sources",
    "observations": "observation_sources",
}


@pytest.mark.parametrize(("table", "links"), CITED.items())
def test_every_row_cites_a_source(catalog: Catalog, table: str, links: str) -> None:
    key = catalog.resource(table)["schema"]["primaryKey"][0]
    uncited = set(catalog[table][key]) - set(catalog[links][key])
    assert not uncited


def test_ties_between_events_and_initiatives_cite_a_source(catalog: Catalog) -> None:
    ties = catalog["event_initiatives"].merge(catalog["event_initiative_sources"], how="left")
    assert ties["source_id"].notna().all()


def test_no_cell_holds_a_list_of_ids(catalog: Catalog) -> None:
    for table, frame in catalog.tables.items():
        for column in frame.columns[frame.columns.str.endswith(("_id", "iso3"))]:
            assert not frame[column].astype("str").str.contains(";").any(), (table, column)


def test_official_figures_are_as_published(catalog: Catalog) -> None:
    seen = catalog["observations"].merge(catalog["indicators"], on="indicator_id")
    border = seen[
        (seen["system"] == "cbp_fentanyl") & (seen["region"] == "All regions") & (seen["component"] == "OFO and USBP")
    ]
    border = border[(border["measure"] == "fentanyl_seized") & (border["period_type"] == "fiscal_year")]
    by_year = border.set_index("period")["value"]
    assert by_year[["FY2023", "FY2024", "FY2025"]].tolist() == [27022.9, 21889.2, 12027.3]
    hsi = seen[(seen["system"] == "hsi_results") & (seen["period"] == "FY2022")].set_index("measure")["value"]
    assert (hsi["fentanyl_seized"], hsi["narcotics_arrests"]) == (20981, 11612)
    deaths = seen[(seen["measure"] == "deaths_all_drug_overdose") & (seen["period"] == "2024")]
    assert deaths["value"].tolist() == [79384]


def test_an_incomplete_year_is_marked(catalog: Catalog) -> None:
    to_date = catalog["observations"].merge(catalog["indicators"], on="indicator_id")
    assert to_date.loc[to_date["period_type"] == "year_to_date", "partial"].all()


@pytest.mark.parametrize(
    ("table", "old", "new", "told"),
    [
        ("offices", "mex-tijuana,Tijuana,MEX", "mex-tijuana,Tijuana,XXX", ["offices.csv", "iso3", "XXX"]),
        ("offices", "attache", "embassy", ["offices.csv", "office_type", "embassy"]),
        ("events", "2023-05-31,day", "31 May,day", ["events.csv", "date", "31 May"]),
        (
            "reported_totals",
            "2023-09-19,day,,offices,91",
            "2023-09-19,day,,offices,many",
            ["reported_totals.csv", "value", "many"],
        ),
        (
            "event_objectives",
            "ev-20230919-strategy,1",
            "ev-20230919-strategy,7",
            ["event_objectives.csv", "objective_id", "7"],
        ),
        ("initiatives", ",strategy,", ",plan,", ["initiatives.csv", "scope", "plan"]),
        ("events", "2023-05-31,day", "2023-02-30,day", ["events.csv", "date", "2023-02-30", "no such day"]),
    ],
)
def test_a_broken_cell_is_named(tmp_path: Path, table: str, old: str, new: str, told: list[str]) -> None:
    package = part(tmp_path, table)
    spoil(package, table, old, new)
    with pytest.raises(DataError) as caught:
        build(package)
    problem = caught.value.problems[0]
    assert problem.row > 1
    for word in told:
        assert word in str(problem)


def test_a_missing_table_is_named_but_not_where_it_lies(tmp_path: Path) -> None:
    package = part(tmp_path, "flows")
    (package.parent / "tables" / "flows.csv").unlink()
    with pytest.raises(DataError, match=r"flows\.csv") as caught:
        build(package)
    assert str(package.parent) not in str(caught.value)


@pytest.mark.parametrize("read_to", ["2026-02-30", "2026-11", "soon", "9999-01-01"])
def test_the_day_to_which_sources_were_read_exists(tmp_path: Path, read_to: str) -> None:
    package = part(tmp_path, "offices")
    described = json.loads(package.read_text("utf-8"))
    package.write_text(json.dumps(described | {"read_to": read_to}), "utf-8")
    with pytest.raises(DataError, match=rf"datapackage\.json, column read_to: '{read_to}'"):
        build(package)


def test_a_file_that_is_not_a_table_is_named(tmp_path: Path) -> None:
    package = part(tmp_path, "flows")
    (package.parent / "tables" / "flows.csv").write_bytes(b"\xff\xfe\x00 not a table")
    with pytest.raises(DataError, match=r"flows\.csv"):
        build(package)


def test_a_broken_dictionary_is_an_error_of_its_own(tmp_path: Path) -> None:
    package = part(tmp_path, "offices")
    package.write_text("{", "utf-8")
    with pytest.raises(DataError, match=r"datapackage\.json"):
        build(package)


def test_the_last_good_state_outlives_a_broken_file(tmp_path: Path) -> None:
    package = part(tmp_path, "offices")
    library = Library(package)
    good = library.current()
    spoil(package, "offices", "attache", "embassy-office")
    assert library.current() is good
    assert library.fault is not None
    assert "embassy-office" in str(library.fault)
    spoil(package, "offices", "embassy-office", "attache")
    assert library.current() is not good
    assert library.fault is None


def test_a_bad_edit_is_logged_once_in_one_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    package = part(tmp_path, "offices")
    library = Library(package)
    library.current()
    spoil(package, "offices", "attache,", "embassy,")
    spoil(package, "offices", "attache,", "consulate,")
    library.current()
    library.current()
    (record,) = caplog.records
    for word in ("offices.csv", "office_type", "embassy", "consulate"):
        assert word in record.message
    assert "\n" not in record.message


@pytest.mark.parametrize("culprit", ["data.catalog.problems_in", "data.catalog._read"])
def test_the_last_good_state_outlives_whatever_goes_wrong(
    tmp_path: Path, culprit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = part(tmp_path, "offices")
    library = Library(package)
    good = library.current()

    def fail(*args: object) -> None:
        raise MemoryError("too large")

    monkeypatch.setattr(culprit, fail)
    spoil(package, "offices", "Tijuana", "Tijuana ")
    assert library.current() is good
    assert "too large" in str(library.fault)


def test_a_table_that_is_valid_but_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = part(tmp_path, "offices")
    monkeypatch.setattr("data.catalog.DTYPES", DTYPES | {"integer": "int8"})
    with pytest.raises(DataError, match=r"offices\.csv: cannot be read"):
        build(package)


def test_an_unchanged_package_is_read_once(tmp_path: Path) -> None:
    package = part(tmp_path, "offices")
    library = Library(package)
    assert library.current() is library.current()


def test_without_any_good_state_the_fault_is_raised(tmp_path: Path) -> None:
    package = part(tmp_path, "offices")
    spoil(package, "offices", "attache", "embassy")
    with pytest.raises(DataError, match="embassy"):
        Library(package).current()


def test_readers_cannot_change_what_others_read(catalog: Catalog) -> None:
    mine = catalog["offices"]
    mine["city"] = "changed"
    mine.loc[0, "iso3"] = "XXX"
    assert "changed" not in set(catalog["offices"]["city"])
    assert "XXX" not in set(catalog["offices"]["iso3"])
    with pytest.raises(TypeError):
        catalog.tables["offices"] = pd.DataFrame()  # type: ignore[index]


@pytest.mark.parametrize("column", ["title", "summary"])
def test_events_keep_one_spelling(catalog: Catalog, column: str) -> None:
    """Common nouns are British; only names, which begin with a capital, are American: Cross-Border Financial Crime Center."""
    american = re.compile(r"\bcenters?\b|\borganizations?\b|\bdefense\b|\bprograms?\b|Sinaloa Cartel|\bJuarez\b")
    assert [text for text in catalog["events"][column] if american.search(text)] == []
