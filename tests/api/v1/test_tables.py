"""Rows over HTTP: those that the dashboard keeps, whole or in parts, in every format."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator

import openpyxl
import pyarrow.parquet as pq
import pytest

from api.v1 import tables
from data import exports
from data.catalog import Catalog
from data.queries.sources.tables import holding, narrowed
from data.selection import Selection
from tests.asgi import Answer

Ask = Callable[..., Answer]


def records(answer: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def around(answer: Answer) -> dict[str, str]:
    """Return relation → address below the API, of the header Link."""
    found = re.findall(r'<http://briefing\.example/api/v1/([^>]*)>; rel="(\w+)"', answer.headers.get("link", ""))
    return {relation: address for address, relation in found}


def test_all_tables_are_listed_with_what_they_take_and_where_their_files_are(ask: Ask, catalog: Catalog) -> None:
    listed = {one["name"]: one for one in json.loads(ask("tables").content)["tables"]}
    assert list(listed) == list(catalog.tables)
    assert listed["events"]["takes"] == ["objective", "country", "region", "from", "to", "sources_search"]
    assert listed["offices"]["takes"] == ["country", "region", "sources_search"]
    assert listed["offices"]["rows"] == len(catalog["offices"])
    for address in listed["glossary"]["files"].values():
        assert ask(address.removeprefix("http://briefing.example/api/v1/")).status == 200


KEPT = [
    ("offices", "country=MEX&country=COL", Selection(countries=("MEX", "COL"))),
    ("offices", "region=419", Selection(regions=("419",))),
    ("events", "objective=3&from=2023&to=2024", Selection(objectives=(3,), first_year=2023, last_year=2024)),
    ("initiatives", "objective=1&country=CHN", Selection(objectives=(1,), countries=("CHN",))),
    ("ledger", "", Selection()),
]


@pytest.mark.parametrize(("table", "query", "selection"), KEPT)
def test_the_keys_keep_the_rows_that_the_dashboard_keeps(
    ask: Ask, catalog: Catalog, table: str, query: str, selection: Selection
) -> None:
    rows = narrowed(catalog, selection, table).rows
    key = catalog.resource(table)["schema"]["primaryKey"]
    assert len(rows) > 0
    wanted = [tuple(map(str, row)) for row in rows[key].itertuples(index=False)]
    found = json.loads(ask(f"tables/{table}?{query}").content)
    assert [tuple(str(row[name]) for name in key) for row in found["rows"]] == wanted
    assert found["about"]["total"] == len(wanted)


def test_a_search_finds_whatever_case_and_accents(ask: Ask, catalog: Catalog) -> None:
    found = records(ask("tables/offices.csv?sources_search=BOGOTA"))
    assert {row["city"] for row in found} == {"Bogotá"}
    assert holding(catalog["offices"], "bogotá").sum() <= len(found)


def test_every_format_holds_the_same_rows(ask: Ask) -> None:
    query = "tables/claims.{}?sources_search=fentanyl"
    plain = records(ask(query.format("csv")))
    assert len(plain) > 1
    as_json = json.loads(ask(query.format("json")).content)["rows"]
    sheet = openpyxl.load_workbook(io.BytesIO(ask(query.format("xlsx")).content))["Rows"]
    parquet = pq.read_table(io.BytesIO(ask(query.format("parquet")).content)).to_pylist()
    ids = [row["claim_id"] for row in plain]
    head, *rows = sheet.iter_rows(values_only=True)
    assert [row["claim_id"] for row in as_json] == ids
    assert [row[head.index("claim_id")] for row in rows] == ids
    assert [row["claim_id"] for row in parquet] == ids


def test_in_spanish_titles_and_cells_are_spanish_and_columns_keep_their_names(ask: Ask) -> None:
    english, spanish = (records(ask(f"tables/countries.csv?country=MEX&lang={code}"))[0] for code in ("en", "es"))
    assert english.keys() == spanish.keys()
    assert (english["name"], spanish["name"]) == ("Mexico", "México")
    told = [json.loads(ask(f"tables?lang={code}").content)["tables"][0]["title"] for code in ("en", "es")]
    assert told[0] != told[1]


def walk(ask: Ask, address: str) -> Iterator[Answer]:
    while address:
        answer = ask(address)
        yield answer
        address = around(answer).get("next", "")


@pytest.mark.parametrize("extension", ["csv", "json"])
def test_parts_lead_on_to_each_other_and_are_the_whole(ask: Ask, extension: str) -> None:
    read = records if extension == "csv" else lambda answer: json.loads(answer.content)["rows"]
    address = f"tables/glossary.{extension}?lang=es"
    parts = [*walk(ask, f"{address}&limit=15")]
    whole = read(ask(address))
    assert [len(read(part)) for part in parts] == [15, 15, len(whole) - 30]
    assert [row for part in parts for row in read(part)] == whole
    assert "prev" not in around(parts[0])
    assert ask(around(parts[0])["last"]).content == parts[-1].content
    assert ask(around(parts[1])["prev"]).content == ask(around(parts[2])["first"]).content == parts[0].content
    assert not around(ask(address)), "the whole has no parts around it"


def test_whoever_begins_within_a_part_meets_no_row_twice(ask: Ask) -> None:
    whole = json.loads(ask("tables/glossary").content)["rows"]
    begun = ask("tables/glossary?limit=10&offset=5")
    before, last = (json.loads(ask(around(begun)[way]).content) for way in ("prev", "last"))
    assert before["rows"] == whole[:5]
    assert (last["about"]["offset"] - 5) % 10 == 0
    assert last["rows"] == whole[last["about"]["offset"] :]


def test_a_part_says_of_how_many_rows_it_is_which(ask: Ask) -> None:
    whole, part = (json.loads(ask(f"tables/glossary{query}").content) for query in ("", "?limit=2&offset=5"))
    assert (part["about"]["offset"], part["about"]["total"]) == (5, len(whole["rows"]))
    assert part["rows"] == whole["rows"][5:7]


def test_the_end_of_the_rows_has_none_after_it(ask: Ask) -> None:
    total = json.loads(ask("tables/glossary?limit=1").content)["about"]["total"]
    assert ask(f"tables/glossary?offset={total - 1}").status == 200
    assert ask(f"tables/glossary?offset={total}").status == 400


@pytest.mark.parametrize("extension", exports.FORMATS)
def test_a_file_is_called_after_its_table_and_what_narrows_it(ask: Ask, catalog: Catalog, extension: str) -> None:
    for table in catalog.tables:
        called = ask(f"tables/{table}.{extension}", method="HEAD").headers["content-disposition"]
        assert f'"sources-table-{table}_2' in called, table
    called = ask(f"tables/offices.{extension}?country=MEX&lang=es", method="HEAD").headers["content-disposition"]
    assert "-offices_pais-MEX_2" in called


@pytest.mark.parametrize("extension", exports.FORMATS)
def test_nothing_found_is_a_file_without_rows(ask: Ask, extension: str) -> None:
    answer = ask(f"tables/offices.{extension}?sources_search=zzzz&limit=5")
    assert answer.status == 200
    assert around(answer).keys() == {"first", "last"}
    if extension == "json":
        assert json.loads(answer.content)["rows"] == []


ACCEPTED = [
    ("", "application/json"),
    ("*/*", "application/json"),
    ("text/csv", "text/csv; charset=utf-8"),
    ("text/html, application/vnd.apache.parquet;q=0.5, text/csv;q=0.8", "text/csv; charset=utf-8"),
    ("application/*;q=0.1, text/*", "text/csv; charset=utf-8"),
]


@pytest.mark.parametrize(("accepted", "media"), ACCEPTED)
def test_an_address_without_a_format_is_answered_in_the_one_liked_best(ask: Ask, accepted: str, media: str) -> None:
    answer = ask("tables/tciu", accept=accepted)
    assert answer.headers["content-type"] == media
    assert "Accept" in answer.headers["vary"].split(", ")
    assert "Accept" not in ask("tables/tciu.csv").headers.get("vary", "").split(", ")


def test_a_table_says_that_no_filter_narrows_it_rather_than_leave_one_out(ask: Ask, catalog: Catalog) -> None:
    for table in catalog.tables:
        takes = {url for key in tables.narrowing(catalog, table) for url in key.urls}
        status = ask(f"tables/{table}?objective=3&limit=1").status
        assert status == (200 if "objective" in takes else 400), table
