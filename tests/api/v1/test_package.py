"""The whole package, and what changed, over HTTP: the same as the pages give."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import frictionless
import pytest
from icalendar import Calendar

from data import packing
from data.catalog import Catalog
from data.queries.records.changes import narrowed
from data.queries.timeline import events
from data.selection import Selection
from tests.asgi import Answer

Ask = Callable[..., Answer]

FEW = ("glossary", "glossary_sources", "sources", "countries", "events", "event_countries")
"""Tables that name no others."""


def test_the_zip_is_that_of_the_page(ask: Ask, catalog: Catalog) -> None:
    answer = ask("datapackage.zip")
    assert answer.content == packing.pack(catalog)
    assert packing.file_name(catalog) in answer.headers["content-disposition"]


def test_the_description_leads_to_its_tables_and_they_fit_it(ask: Ask, catalog: Catalog, tmp_path: Path) -> None:
    described = json.loads(ask("datapackage.json").content)
    assert {one["name"] for one in described["resources"]} == set(catalog.tables)
    # All of them take five seconds, and are written in one way.
    described["resources"] = [one for one in described["resources"] if one["name"] in FEW]
    (tmp_path / "datapackage.json").write_text(json.dumps(described), "utf-8")
    for resource in described["resources"]:
        file = tmp_path / resource["path"]
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(ask(resource["path"]).content)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.flatten(["type", "note"]) == []
    assert len(described["resources"]) == len(FEW)


def test_the_calendar_holds_the_events_that_the_keys_keep(ask: Ask, catalog: Catalog) -> None:
    kept = events(catalog, Selection(countries=("MEX",), first_year=2024)).rows
    answer = ask("events.ics?country=MEX&from=2024")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert len(Calendar.from_ical(answer.content).walk("VEVENT")) == len(kept) > 0
    assert "country-MEX_from-2024" in answer.headers["content-disposition"]


def test_changes_are_those_since_a_day_of_a_kind(ask: Ask, catalog: Catalog) -> None:
    day = catalog["ledger"]["date"].max()
    wanted = narrowed(catalog, Selection(), "reworded", day)
    assert 0 < len(wanted) < (catalog["ledger"]["kind"] == "reworded").sum()
    found = json.loads(ask(f"changes?since={day}&changes_kind=reworded").content)["rows"]
    assert [(row["table"], row["key"]) for row in found] == [*zip(wanted["table"], wanted["key"], strict=True)]
    assert {row["date"] for row in found} == {day}
    lines = csv.DictReader(io.StringIO(ask(f"changes.csv?since={day}&changes_kind=reworded").text.lstrip("\ufeff")))
    assert [row["key"] for row in lines] == [row["key"] for row in found]


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("", "No filter is on"),
        ("?changes_kind=all", "No filter is on"),
        ("?since=2026-11-28", "Changes made on 28 November 2026 or later"),
        ("?changes_kind=corrected", "Kind of change: Corrected"),
        (
            "?country=MEX&changes_kind=added&since=2026-11-28",
            "Mexico · kind of change: Added · changes made on 28 November 2026 or later",
        ),
    ],
)
def test_a_file_of_changes_names_all_that_narrows_it(ask: Ask, query: str, filters: str) -> None:
    assert json.loads(ask(f"changes{query}").content)["about"]["filters"] == filters


def test_nothing_changed_since_a_day_to_come(ask: Ask) -> None:
    told = json.loads(ask("changes?since=2150-01-01").content)
    assert told["rows"] == []
    assert "2150" in told["about"]["filters"]
    assert ask("changes.xlsx?since=2150-01-01&lang=es").status == 200
