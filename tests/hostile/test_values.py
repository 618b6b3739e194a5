"""Whatever a link, a cell or a name holds: links read it, files carry it, and no spreadsheet, header or folder is misled."""

import csv
import io
import json
import re
import string
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
from hypothesis import given
from hypothesis import strategies as st

from data import link
from data.catalog import Catalog
from data.exports import RUNNABLE, About, as_csv, as_json, as_parquet, as_xlsx, file_name
from figures.cited import escape

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
CELLS = st.lists(st.one_of(st.tuples(st.sampled_from(RUNNABLE), TEXT).map("".join), TEXT), min_size=1, max_size=6)
VALUES = st.lists(
    st.one_of(TEXT, st.sampled_from(["1", "MEX", "2023", "2023-02-30", "9" * 400, "٣", "1e5"])), max_size=4
)
KEYS = (*link.SHARED, *link.PAGE_KEYS, link.FIND)
ABOUT = About(
    "t",
    "f",
    "n",
    ("=1+1",),
    "2026-11-24",
    "2026-11-24",
    "1",
    "https://briefing.example",
    "l",
    "https://l.example",
    "i",
    0,
    1,
)


@given(
    query=st.dictionaries(
        st.one_of(st.sampled_from([url for key in KEYS for url in key.urls]), TEXT), VALUES, max_size=6
    )
)
def test_what_is_read_of_any_link_is_written_and_read_again(catalog: Catalog, query: dict[str, list[str]]) -> None:
    read = {key.name: key.read(query, catalog) for key in KEYS}
    written = link.write(KEYS, read, catalog)
    assert {key.name: key.read(written, catalog) for key in KEYS} == read
    link.selection(read, catalog)


@given(cells=CELLS)
def test_no_cell_of_a_table_is_run_by_a_spreadsheet(cells: list[str]) -> None:
    text = as_csv(pd.DataFrame({"text": pd.Series(cells, dtype=object)})).decode("utf-8-sig")
    read = [row[0] if row else "" for row in csv.reader(io.StringIO(text, newline=""))][1:]
    assert [cell for cell in read if cell.startswith(RUNNABLE)] == []
    assert [cell.removeprefix("'") for cell in read] == [cell.removeprefix("'") for cell in cells]


@given(cells=CELLS)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(cells: list[str]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(pd.DataFrame({"text": pd.Series(cells, dtype=object)}), ABOUT)))
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type in {"s", "n"}
            assert cell.hyperlink is None
            assert not str(cell.value or "").startswith(RUNNABLE)


@given(cells=CELLS)
def test_json_and_parquet_hold_every_cell_as_it_is(cells: list[str]) -> None:
    rows = pd.DataFrame({"text": pd.Series(cells, dtype=object)})
    assert [row["text"] for row in json.loads(as_json(rows, ABOUT))["rows"]] == cells
    assert len(pq.read_table(io.BytesIO(as_parquet(rows, ABOUT)))) == len(cells)


@given(figure=TEXT, query=st.dictionaries(TEXT, VALUES, max_size=3))
def test_a_file_s_name_leads_out_of_no_folder_and_ends_no_header(figure: str, query: dict[str, list[str]]) -> None:
    name = file_name(figure, query, date(2026, 11, 24), "csv")
    # RFC 6266: what stands in quotes as it is, without an escape, in every browser.
    assert re.fullmatch(r"[A-Za-z0-9_.-]{1,150}\.csv", name)
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name


ESCAPED = re.compile(rf"\\([{re.escape(string.punctuation)}])")
"""What CommonMark takes for itself: a mark of ASCII behind a backslash."""


@given(
    text=st.one_of(
        TEXT,
        st.lists(st.sampled_from(["https://", "www.", "a@b.co", ":smile:", ":", "\\", "1.", "#", "- ", "x"])).map(
            "".join
        ),
    )
)
def test_markdown_reads_no_prose_as_markup(text: str) -> None:
    escaped = escape(text)
    assert not re.search(r"[\[\]*_`$~<>&|]|:(?!\s)", ESCAPED.sub("", escaped))
    assert not re.match(r"[#+=-]|\d+[.)]", escaped)
    # What Streamlit looks for once the marks are read.
    read = ESCAPED.sub(r"\1", escaped)
    assert not re.search(r"https?://|\bwww\.|@\w|:[\w+/-]+:", read, re.IGNORECASE)
    assert read.replace("\N{WORD JOINER}", "") == text.replace("\N{WORD JOINER}", "")
