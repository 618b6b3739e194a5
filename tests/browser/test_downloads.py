"""What is downloaded is what is shown."""

import asyncio
import csv
import io
import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.request import urlopen
from xml.etree import ElementTree

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.bench.readers import OBJECTIVES
from tests.bench.readers import Reader as Bench
from tests.browser.reader import SETTLED, Reader

VIEWS = {
    "/offices": "",
    "/offices?country=MEX&country=CAN&objective=3": "_country-MEX-CAN",
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
    expect(reader.page.locator(SETTLED)).to_be_attached()
    with reader.page.expect_download() as download:
        figure.get_by_role("button", name=label, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def get(address: str) -> bytes:
    with urlopen(address) as response:
        return response.read()


def in_a_thread(reads: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Let readers without a browser read: Playwright has a loop of its own in this thread."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(reads())).result()


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
            # What a file holds beside, such as codes, stands between.
            in_sight = [plain(cell) for cell in shown[: len(header)] if cell and not cell.startswith("record?")]
            assert len(in_sight) > 1, seen
            filed = iter([plain(cell) for cell in record if cell])
            assert [cell for cell in in_sight if cell not in filed] == []

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


def test_a_file_waits_for_the_browser_while_others_read(address: str) -> None:
    async def reads() -> None:
        reader, others = (Bench(address, "offices", cycle(OBJECTIVES)) for _ in range(2))
        async with await reader.open() as stream, await others.open() as other:
            lies = await reader.ask(stream, reader.files["offices-map"])
            for _ in range(3):
                await others.change(other)
            assert (await asyncio.to_thread(get, lies)).startswith(BOM_UTF8)

    in_a_thread(reads)


def test_a_button_works_until_its_successor_is_on_screen(address: str) -> None:
    async def reads() -> None:
        reader, others = (Bench(address, "offices", cycle(OBJECTIVES)) for _ in range(2))
        async with await reader.open() as stream, await others.open() as other:
            on_screen = reader.files["offices-map"]
            await reader.change(stream)
            await others.change(other)
            assert reader.files["offices-map"] != on_screen
            lies = await reader.ask(stream, on_screen)
            assert (await asyncio.to_thread(get, lies)).startswith(BOM_UTF8)

    in_a_thread(reads)
