"""What a reader takes away is what was shown, and cannot hurt."""

import csv
import io
import json
from datetime import date

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl.utils.escape import unescape

from data import exports
from data.catalog import Catalog

ROWS = pd.DataFrame(
    {
        "place": ["Bogotá", "=cmd|' /C calc'!A0", "+1", "-2", "@SUM(A1)", "\tx", "a=b", "", "\rx"],
        "offices": [1, 2, 3, -4, 5, 6, 7, 8, 9],
        "share": [0.5, None, 1, 2, 3, 4, 5, 6, 7],
    }
)
ABOUT = exports.About(
    "Title",
    "Objective 3",
    "",
    ("A source", "=B"),
    "2026-11-24",
    "2026-09",
    "1.2.3",
    "http://x/y?z",
    "CC BY 4.0",
    "https://licence.example/",
    "Independent",
    0,
    9,
)

DANGEROUS = ["=cmd|' /C calc'!A0", "+1", "-2", "@SUM(A1)", "\tx", "\rx"]


def test_csv_holds_every_row_with_accents() -> None:
    content = exports.as_csv(ROWS)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row["offices"] for row in rows] == ["1", "2", "3", "-4", "5", "6", "7", "8", "9"]
    assert rows[0]["place"] == "Bogotá"


@pytest.mark.parametrize("cell", DANGEROUS)
def test_no_spreadsheet_runs_a_cell(cell: str) -> None:
    rows = ROWS[ROWS["place"] == cell]
    text = next(csv.DictReader(io.StringIO(exports.as_csv(rows).decode("utf-8-sig"))))["place"]
    assert text == f"'{cell}"
    sheet = openpyxl.load_workbook(io.BytesIO(exports.as_xlsx(rows, ABOUT)))["Rows"]
    assert sheet["A2"].data_type == "s"
    assert unescape(sheet["A2"].value) == f"'{cell}"


def test_numbers_stay_numbers() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(exports.as_xlsx(ROWS, ABOUT)))["Rows"]
    assert [sheet.cell(row, 2).value for row in range(2, 11)] == ROWS["offices"].tolist()


def test_the_workbook_says_what_it_is() -> None:
    book = openpyxl.load_workbook(io.BytesIO(exports.as_xlsx(ROWS, ABOUT)))
    lines = [(row[0].value, row[1].value) for row in book["About"].iter_rows()]
    facts = dict(lines)
    assert facts["title"] == "Title"
    assert facts["facts_as_of"] == "2026-11-24"
    assert facts["version"] == "1.2.3"
    assert [value for name, value in lines if name == "sources"] == ["A source", "'=B"]


def test_json_keeps_text_as_it_is_and_the_unknown_as_null() -> None:
    document = json.loads(exports.as_json(ROWS, ABOUT))
    assert [row["place"] for row in document["rows"]] == ROWS["place"].tolist()
    assert document["rows"][1]["share"] is None
    assert document["about"]["filters"] == "Objective 3"
    assert document["about"]["version"] == "1.2.3"


def test_no_rows_make_a_file_with_its_header() -> None:
    assert exports.as_csv(ROWS.head(0)).decode("utf-8-sig").strip() == "place,offices,share"
    assert json.loads(exports.as_json(ROWS.head(0), ABOUT))["rows"] == []


def test_a_file_names_figure_filters_and_date() -> None:
    query = {"objective": ["3"], "country": ["CHN", "MEX"]}
    name = exports.file_name("offices-map", query, date(2026, 11, 24), "csv")
    assert name == "offices-map_objective-3_country-CHN-MEX_2026-11-24.csv"


def test_a_file_name_is_safe_and_short() -> None:
    query = {"country": ["../../etc/passwd"] * 100}
    name = exports.file_name("x", query, date(2026, 11, 24), "csv")
    assert "/" not in name
    assert len(name) < 150


def test_parquet_gives_back_the_rows_as_they_are_and_says_what_it_is() -> None:
    content = exports.as_parquet(ROWS, ABOUT)
    pd.testing.assert_frame_equal(pd.read_parquet(io.BytesIO(content)), ROWS)
    told = json.loads(pq.read_schema(io.BytesIO(content)).metadata[b"about"])
    assert told["title"] == "Title"
    assert told["sources"] == ["A source", "=B"]


def test_parquet_keeps_the_types_of_every_table(catalog: Catalog) -> None:
    for name, frame in catalog.tables.items():
        again = pd.read_parquet(io.BytesIO(exports.as_parquet(frame, ABOUT)))
        days = [column for column in frame.select_dtypes("str") if again[column].dtype == "object"]
        again = again.assign(
            **{column: again[column].map(lambda day: day.isoformat() if day else "") for column in days}
        )
        pd.testing.assert_frame_equal(again.astype(dict.fromkeys(days, "str")), frame, obj=name)


def test_a_column_of_numbers_and_texts_is_text_in_parquet_and_the_unknown_stays_unknown() -> None:
    rows = pd.DataFrame({"value": [91, "about 50", None], "place": ["a", "b", "c"]})
    again = pd.read_parquet(io.BytesIO(exports.as_parquet(rows, ABOUT)))
    assert again["value"].tolist()[:2] == ["91", "about 50"]
    assert again["value"].isna().tolist() == [False, False, True]


def test_no_rows_make_a_parquet_file_with_its_columns() -> None:
    assert list(pd.read_parquet(io.BytesIO(exports.as_parquet(ROWS.head(0), ABOUT)))) == list(ROWS)


def test_whole_days_are_dates_in_parquet_and_others_stay_as_they_are_known() -> None:
    rows = pd.DataFrame({"day": ["2023-05-31", ""], "known": ["2023-05-31", "2023-05"], "none": ["", ""]})
    table = pq.read_table(io.BytesIO(exports.as_parquet(rows, ABOUT)))
    assert table.schema.field("day").type == pa.date32()
    assert table.column("day").to_pylist() == [date(2023, 5, 31), None]
    assert table.column("known").to_pylist() == ["2023-05-31", "2023-05"]
    assert table.column("none").to_pylist() == ["", ""]


def test_counts_with_gaps_are_whole_numbers() -> None:
    rows = exports.counted(pd.DataFrame({"offices": [91.0, None], "share": [0.5, 1.0], "name": ["a", "b"]}))
    assert str(rows["offices"].dtype) == "Int64"
    assert str(rows["share"].dtype) == "float64"
    assert exports.as_csv(rows).decode("utf-8-sig").splitlines()[1:] == ["91,0.5,a", ",1.0,b"]
