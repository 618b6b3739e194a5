"""The figure frame: what it says of a figure on the page, in its picture and in its files."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest
from babel import Locale
from streamlit.testing.v1 import AppTest

from components import take_away
from components.figure import drawn
from data.catalog import Catalog
from data.selection import Selection
from figures import cited
from figures.figure import Figure
from figures.language import Language
from figures.language import language as speak
from tests.opened import opened, read

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


def files_offered(page: str, figure: str) -> list[str]:
    """Return the labels of the download buttons under a figure whose rows are opened, those at hand first."""
    at = opened(page)
    at.session_state[f"rows-{figure}"] = True
    at.run()
    assert not at.exception
    return [one.proto.label for one in at.main.get("download_button") if one.proto.id.endswith(f"-{figure}")]


REST = ["XLSX", "JSON", "Parquet", "CSV with its sources (ZIP)"]


@pytest.mark.parametrize(
    ("page", "figure", "further"), [("overview", "overview-map", []), ("timeline", "timeline", ["Calendar"])]
)
def test_a_drawing_of_the_servers_is_offered_as_a_picture(page: str, figure: str, further: list[str]) -> None:
    assert files_offered(page, figure) == ["CSV", "PNG", *REST, *further, "Picture (SVG)"]


def test_a_table_has_no_picture() -> None:
    assert files_offered("timeline", "events") == ["CSV", *REST, "Calendar"]


def test_a_chart_is_offered_as_a_picture_too() -> None:
    offered = files_offered("trends", "trend-cbp-fentanyl-seized-fy")
    assert offered == ["CSV", "PNG", *REST, "Picture (SVG)"]


@pytest.mark.parametrize("page", ["offices", "objectives", "timeline", "supply_chain", "trends"])
def test_rows_and_picture_of_every_figure_are_at_hand_before_anything_is_opened(page: str) -> None:
    at = opened(page)
    keys = {one.proto.id.partition("csv-")[2] for one in at.main.get("download_button") if one.proto.label == "CSV"}
    figures = {one.proto.id.partition("rows-")[2] for one in at.main.get("expandable") if "rows-" in one.proto.id}
    assert keys
    assert figures <= keys


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[[], bytes]]:
    """What download buttons would make, by the kind of file and the key of its figure: csv-offices-map."""
    made: dict[str, Callable[[], bytes]] = {}

    def record(_label: str, data: Callable[[], bytes], key: str, **_options: object) -> None:
        made[key] = data

    monkeypatch.setattr("streamlit.download_button", record)
    return made


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"trends_events": "1"}, "Objective 3 · Mexico · from 2021"),
        ({}, "From 2021"),  # without events, no filter but the years narrows a chart of numbers
    ],
)
def test_a_picture_names_the_filters_that_narrow_its_chart_and_no_other(
    files: dict[str, Callable[[], bytes]], query: dict[str, str], said: str
) -> None:
    at = opened("trends", objective="3", country="MEX", **{"from": "2021"}, **query)
    at.session_state["rows-trend-cbp-fentanyl-seized-fy"] = True
    at.run()
    assert not at.exception
    assert said in [
        words.text for words in ElementTree.fromstring(files["svg-trend-cbp-fentanyl-seized-fy"]()).iter(f"{SVG}text")
    ]


@pytest.mark.parametrize(
    ("page", "figure"), [("offices", "offices-map"), ("timeline", "events"), ("supply_chain", "supply-statements")]
)
def test_every_file_holds_the_columns_of_the_table_on_screen_and_no_other(
    files: dict[str, Callable[[], bytes]], catalog: Catalog, page: str, figure: str
) -> None:
    shown: dict[str, Figure] = {}
    with pytest.MonkeyPatch.context() as patch:
        table = take_away.table
        patch.setattr(take_away, "table", lambda one: (shown.update({one.key: one}), table(one)))
        at = opened(page)
        at.session_state[f"rows-{figure}"] = True
        at.run()
    assert not at.exception
    files = {key.removesuffix(f"-{figure}"): make for key, make in files.items() if key.endswith(f"-{figure}")}
    columns, rows = list(shown[figure].columns), len(shown[figure].rows)
    assert set(columns) < set(shown[figure].rows.columns)
    document = json.loads(files["json"]())["rows"]
    tables = {
        "csv": pd.read_csv(io.BytesIO(files["csv"]())),
        "xlsx": pd.read_excel(io.BytesIO(files["xlsx"]()), sheet_name="Rows"),
        "parquet": pd.read_parquet(io.BytesIO(files["parquet"]())),
    }
    for kind, file in tables.items():
        assert list(file.columns) == columns, kind
        assert len(file) == rows, kind
    assert len(document) == rows
    archive = zipfile.ZipFile(io.BytesIO(files["zip"]()))
    name, description = archive.namelist()
    assert (name.rpartition(".")[2], description) == ("csv", f"{name}-metadata.json")
    assert archive.read(name) == files["csv"]()
    described, about = json.loads(archive.read(description)), json.loads(files["json"]())["about"]
    assert [column["titles"][0] for column in described["tableSchema"]["columns"]] == columns
    assert (described["url"], described["dc:title"], described["dc:source"]) == (name, about["title"], about["sources"])
    assert described["schema:version"] == about["version"] == catalog.package["version"]
    assert all(list(row) == columns for row in document)


def test_the_weightiest_sources_of_a_figure_stand_in_its_line(catalog: Catalog, language: Language) -> None:
    at = opened("trends", trends_indicator="hsi-fentanyl-seized-fy")
    rows = catalog["observations"].query("indicator_id == 'hsi-fentanyl-seized-fy'")
    links = catalog["observation_sources"]
    ids = dict.fromkeys(links.loc[links["observation_id"].isin(rows["observation_id"]), "source_id"])
    newest = sorted(ids, key=lambda source: catalog.sources[source].published, reverse=True)
    named = [catalog.sources[source] for source in cited.weightiest(catalog, newest)[:3]]
    words = " · ".join(f"{one.publisher}, {language.date(one.published)}" for one in named)
    assert f"Sources: {words}." in [
        re.sub(r"\[([^\]]+)\]\(<[^>]*>\)", r"\1", read(line.value)).split(" Newest source")[0] for line in at.caption
    ]


SPANISH = Language("es", speak("en").messages, Locale.parse("es_MX"))

TOLD_APART: dict[str, tuple[Any, Any]] = {
    "language": (speak("en"), SPANISH),
    "theme": ("light", "dark"),
    "objectives": (Selection((1,)), Selection((2,))),
    "countries": (Selection(countries=("MEX",)), Selection(countries=("CHN",))),
    "years": (Selection(first_year=2023), Selection(last_year=2023)),
    "rows": (pd.DataFrame({"a": [1]}), pd.DataFrame({"a": [2]})),
}


@pytest.mark.parametrize("kind", TOLD_APART)
def test_a_figure_made_for_one_reader_is_never_shown_to_one_who_asks_for_another(kind: str) -> None:
    asked: list[Any] = []

    def make(argument: Any) -> Figure:
        asked.append(argument)
        return Figure(key=kind, title=str(len(asked)), text="", rows=pd.DataFrame(), columns={}, source_ids=())

    one, other = TOLD_APART[kind]
    titles = [drawn(make, argument).title for argument in (one, other, one, other)]
    assert titles == ["1", "2", "1", "2"]
    assert [argument is wanted for argument, wanted in zip(asked, (one, other), strict=True)] == [True, True]


def test_two_figures_of_the_same_rows_are_kept_apart(catalog: Catalog) -> None:
    def first(known: Catalog) -> Figure:
        return Figure(key="first", title="", text="", rows=known["offices"], columns={}, source_ids=())

    def second(known: Catalog) -> Figure:
        return Figure(key="second", title="", text="", rows=known["offices"], columns={}, source_ids=())

    assert [drawn(make, catalog).key for make in (first, second, first)] == ["first", "second", "first"]


def grids(at: AppTest) -> list[str]:
    """Return what the grids on a page are called."""
    return [one.proto.alt for one in at.main.dataframe]


def tables(at: AppTest) -> list[str]:
    """Return the HTML of the tables of text that a figure's rows stand in."""
    return [one.proto.body for one in at.main.get("html") if 'class="scrolls"' in one.proto.body]


def test_few_rows_are_text_and_many_are_text_when_asked(catalog: Catalog) -> None:
    few = opened("timeline", country="CHN", timeline_event="ev-20230919-strategy")
    few.session_state["rows-events"] = True
    few.run()
    assert (grids(few), [one.label for one in few.main.toggle]) == ([], [])
    (table,) = tables(few)
    assert table.count('aria-current="true"') == 1
    assert 'href="timeline?timeline_event=ev-20230919-strategy#event" aria-current="true"' in table

    many = opened("timeline")
    many.session_state["rows-events"] = True
    many.run()
    (grid,) = grids(many)
    assert grid.startswith(f"{len(catalog['events'])} events as a list")
    assert tables(many) == []
    (asked,) = many.main.toggle
    many = asked.set_value(True).run()
    assert grids(many) == []
    (table,) = tables(many)
    assert table.count('<th scope="row">') == len(catalog["events"])


def test_a_row_of_a_grid_leads_where_that_of_a_table_does_and_carries_the_view_on() -> None:
    at = opened("timeline", objective="1", timeline_span="all")
    at.session_state["rows-events"] = True
    at.run()
    (grid,) = at.main.dataframe
    ways = grid.value["Open"]
    assert ways.str.startswith("timeline?objective=1&timeline_span=all&timeline_event=ev-").all()
    assert ways.str.endswith("#event").all()
    assert ways.nunique() == len(ways) > take_away.FEW


def test_the_longest_table_is_read_in_pieces() -> None:
    at = opened("sources", sources_table="observations")
    at.session_state["rows-sources-table"] = True
    at.run()
    at.main.toggle[0].set_value(True).run()
    (pieces,) = (one for one in at.main.radio if one.label == "Rows")
    assert pieces.options == ["1–500", "501–1,000", "1,001–1,437"]
    (first,) = tables(at)
    pieces.set_value(2).run()
    (last,) = tables(at)
    assert (first.count("<tr>"), last.count("<tr>")) == (501, 438)
