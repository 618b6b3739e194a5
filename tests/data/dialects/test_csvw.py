"""A CSV lies beside a description of it that fits it."""

import csv
import io
import json
import zipfile

import pandas as pd
import pytest

from data.dialects import csvw
from data.exports import About

ROWS = pd.DataFrame(
    {
        "place": pd.Series(["Bogotá", ""], dtype="str"),
        "offices": pd.Series([1, None], dtype="Int64"),
        "share": [0.5, None],
        "inferred": pd.Series([True, None], dtype="boolean"),
        "mixed": ["1", 2],
    }
)
TITLES = {"place": "Place", "offices": "Offices", "share": "share", "inferred": "Inferred", "mixed": "Mixed"}
ABOUT = About(
    "Title", "Mexico", "A note", ("A source", "Another"), "2026-11-24", "2026-09", "1.2.3", "http://x/y?z", "CC BY 4.0",
    "https://licence.example/", "Independent", 0, 2,
)  # fmt: skip


@pytest.fixture(scope="module")
def archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(csvw.zipped("a.csv", ROWS, TITLES, ABOUT)))


@pytest.fixture(scope="module")
def described(archive: zipfile.ZipFile) -> dict:
    return json.loads(archive.read("a.csv-metadata.json"))


def test_it_lies_where_the_format_looks_for_it(archive: zipfile.ZipFile, described: dict) -> None:
    assert archive.namelist() == ["a.csv", "a.csv-metadata.json"]
    assert described["@context"] == "http://www.w3.org/ns/csvw"
    assert described["url"] == "a.csv"


def test_it_says_title_filters_sources_date_version_and_licence(described: dict) -> None:
    assert {name: described[name] for name in described if ":" in name} == {
        "dc:title": "Title",
        "dc:description": "A note",
        "dc:coverage": "Mexico",
        "dc:source": ["A source", "Another"],
        "dc:modified": {"@value": "2026-11-24", "@type": "xsd:date"},
        "dc:license": {"@id": "https://licence.example/"},
        "dc:provenance": "Independent",
        "schema:version": "1.2.3",
        "schema:url": {"@id": "http://x/y?z"},
    }


def test_its_columns_are_those_of_the_file(archive: zipfile.ZipFile, described: dict) -> None:
    columns = described["tableSchema"]["columns"]
    head = next(csv.reader(io.StringIO(archive.read("a.csv").decode("utf-8-sig"))))
    assert [column["name"] for column in columns] == [column["titles"][0] for column in columns] == head
    assert [column["titles"][1:] for column in columns] == [["Place"], ["Offices"], [], ["Inferred"], ["Mixed"]]


def test_a_column_has_the_type_of_its_cells_and_what_is_not_known_is_empty(described: dict) -> None:
    columns = described["tableSchema"]["columns"]
    truth = {"base": "boolean", "format": "True|False"}
    assert [column["datatype"] for column in columns] == ["string", "integer", "number", truth, "string"]
    assert {column["null"] for column in columns} == {""}


def test_the_same_rows_give_the_same_bytes() -> None:
    assert csvw.zipped("a.csv", ROWS, TITLES, ABOUT) == csvw.zipped("a.csv", ROWS, TITLES, ABOUT)
