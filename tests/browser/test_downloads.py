"""What is downloaded is what is shown."""

import csv
import io
import json
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as NothingCame

from tests.browser.reader import SETTLED, Reader

VIEWS = {
    "/offices": "",
    "/offices?country=MEX&country=CAN&objective=3": "_country-CAN-MEX",
    "/objectives?objective=3": "_objective-3",
    "/timeline?country=CHN&from=2025": "_country-CHN_from-2025",
}
"""Link → how the name of a file tells its filters."""


EXPANDER = '[data-testid="stExpander"] details'
"""Where a figure's table and downloads are; its words are in another fold."""

UNMOVED = "offices-reported-totals"
"""A figure that no filter narrows: its files name none."""


def open_table(figure: Locator) -> Locator:
    """Open the rows of a figure, where they are not open yet, and return its table: a grid, or of few rows a plain one."""
    table = figure.locator('[data-testid="stDataFrame"], .scrolls table')
    if figure.locator(f"{EXPANDER}[open]").count() == 0:
        figure.locator(f"{EXPANDER} > summary").click()
    expect(table).to_be_visible()
    return table


def on_screen(table: Locator) -> list[list[str]]:
    """Return the cells of a table, or those that a grid holds for screen readers: its head, and the rows in sight."""
    expect(table.locator("tbody td").first).to_be_attached()
    return table.evaluate(
        """table => [...(table.rows ?? table.querySelector('table[role=grid]').rows)]
            .map(row => [...row.cells].map(cell => cell.textContent))"""
    )


def downloaded(reader: Reader, figure: Locator, label: str) -> tuple[str, bytes]:
    """Click a button and return name and content of the file. A click that is lost with the button it met is made once more."""
    button = figure.get_by_role("button", name=label, exact=True)
    for milliseconds in (10_000, 30_000):
        expect(reader.page.locator(SETTLED)).to_be_attached()
        with suppress(NothingCame):
            with reader.page.expect_download(timeout=milliseconds) as download:
                button.click()
            return download.value.suggested_filename, Path(download.value.path()).read_bytes()
    pytest.fail(f"{label} gave no file")


def plain(cell: str) -> str:
    """Drop what only one of screen and file has: separators of thousands, and the mark that defuses a formula."""
    return cell.removeprefix("'").replace(",", "")


def said(value: object) -> str:
    """Write a value as the table does: a whole number without a point, the unknown as nothing."""
    if value is None:
        return ""
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(value)


@pytest.mark.parametrize(("view", "filters"), VIEWS.items())
def test_each_file_holds_the_rows_on_screen_and_names_its_filters(reader: Reader, view: str, filters: str) -> None:
    reader.open(view)
    figures = reader.page.locator('[class*="st-key-figure-"]')
    assert figures.count() > 0
    for figure in figures.all():
        table = open_table(figure)
        seen = on_screen(table)
        rows = int(re.search(r": ([\d,]+) ", figure.locator(f"{EXPANDER} > summary").inner_text())[1].replace(",", ""))

        name, content = downloaded(reader, figure, "CSV")
        header, *records = csv.reader(io.StringIO(content.decode("utf-8-sig")))
        told = "" if name.startswith(UNMOVED) else filters
        assert name.endswith(f"{told}_2026-11-24.csv"), (
            "the file does not name the filters that narrow it, and no other"
        )
        assert len(records) == rows
        for shown, record in zip(seen[1:], records, strict=False):
            # The last column on screen leads to the record of the row.
            in_sight = [plain(cell) for cell in shown[: len(header)] if cell and not cell.startswith("record?")]
            assert len(in_sight) > 1, seen
            assert in_sight == [plain(cell) for cell in record if cell][: len(in_sight)]

        _name, content = downloaded(reader, figure, "JSON")
        document = json.loads(content)
        assert [[said(value) for value in row.values()] for row in document["rows"]] == [
            [cell.removeprefix("'") for cell in record] for record in records
        ]
        assert document["about"]["title"] in figure.locator("h2").first.inner_text()
        assert document["about"]["facts_as_of"] == "2026-11-24"

        _name, content = downloaded(reader, figure, "XLSX")
        sheet = openpyxl.load_workbook(io.BytesIO(content))["Rows"]
        assert [[said(cell) for cell in row] for row in sheet.iter_rows(values_only=True)] == [header, *records]


@pytest.mark.parametrize(
    ("view", "keys"),
    [
        ("/?country=MEX", ["overview-map"]),
        ("/timeline?country=MEX", ["timeline"]),
        ("/offices?country=MEX", ["offices-map", "offices-squares"]),
        ("/objectives?country=MEX", ["objectives-columns"]),
    ],
)
def test_what_the_server_draws_is_a_picture_to_take_away(reader: Reader, view: str, keys: list[str]) -> None:
    reader.open(view)
    for key in keys:
        figure = reader.page.locator(f".st-key-figure-{key}")
        title = figure.locator("h2").first.inner_text().strip()
        open_table(figure)
        name, png = downloaded(reader, figure, "PNG")
        assert name == f"{key}_country-MEX_2026-11-24.png"
        assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (3200, 1800), key
        name, svg = downloaded(reader, figure, "Picture (SVG)")
        assert name == f"{key}_country-MEX_2026-11-24.svg"
        words = " ".join(ElementTree.fromstring(svg).itertext())
        for said in (*title.split(), "Mexico", "sources read to 24 November 2026", "Independent of any government"):
            assert said in words, key


@pytest.mark.parametrize("width", [390, 1366])
def test_a_charts_picture_is_the_same_slide_whatever_the_screen(
    watched: Callable[..., Page], address: str, width: int
) -> None:
    reader = Reader(watched(address, width=width, height=844, theme="light"), address)
    reader.open("/trends?from=2021&trends_indicator=cbp-fentanyl-seized-fy")
    figure = reader.page.locator(".st-key-figure-trend-cbp-fentanyl-seized-fy")
    open_table(figure)
    name, png = downloaded(reader, figure, "PNG")
    assert name == "trend-cbp-fentanyl-seized-fy_from-2021_2026-11-24.png"
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (3200, 1800)
    _name, svg = downloaded(reader, figure, "Picture (SVG)")
    words = [text for text in ElementTree.fromstring(svg).itertext() if text.strip()]
    for said in ("Fentanyl seized by CBP: down 55% from FY2023 to FY2025", "From 2021", "27,023", "FY2025"):
        assert said in words
    assert "Independent of any government" in " ".join(words)
