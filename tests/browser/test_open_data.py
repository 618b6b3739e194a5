"""Programs and pages read the same: the API gives the bytes that a page's download gives, and its own page is for every reader."""

import http.client
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.accessible import CUT, SIDEWAYS, faults
from tests.browser.reader import Reader
from tests.browser.test_downloads import downloaded, open_table

SAME = [
    ("/sources?sources_table=events&country=MEX&from=2024&lang=es", "sources-table", "tables/events", "country=MEX&from=2024&lang=es"),
    ("/sources?sources_search=bogota&region=419&lang=en", "sources-table", "tables/offices", "region=419&sources_search=bogota"),
    ("/changes?changes_kind=reworded&since=2026-11-25&lang=en", "changes", "changes", "changes_kind=reworded&since=2026-11-25"),
]  # fmt: skip

LABELS = {"csv": "CSV", "xlsx": "XLSX", "json": "JSON", "parquet": "Parquet"}


def answered(address: str, path: str) -> tuple[str, bytes]:
    """Return the name and the content of a file that the API gives."""
    with urlopen(f"{address}/api/v1/{path}") as response:
        return response.headers.get_filename(), response.read()


@pytest.mark.parametrize(("view", "key", "table", "query"), SAME)
def test_a_page_and_the_api_give_the_same_bytes(reader: Reader, view: str, key: str, table: str, query: str) -> None:
    reader.open(view)
    figure = reader.page.locator(f".st-key-figure-{key}")
    open_table(figure)
    for extension, label in LABELS.items():
        _name, content = downloaded(reader, figure, label)
        name, same = answered(reader.base, f"{table}.{extension}?{query}")
        assert content == same, extension
        assert name.endswith(f"_2026-11-24.{extension}")
    if key == "sources-table":
        way = reader.page.locator('.st-key-package a[href^="api/v1/"]').get_attribute("href")
        with urlopen(f"{reader.base}/{way}") as answer:
            assert f'<html lang="{parse_qs(urlsplit(view).query)["lang"][0]}">' in answer.read().decode()


def test_a_page_and_the_api_give_the_same_calendar(reader: Reader) -> None:
    reader.open("/timeline?objective=3&country=MEX&lang=en")
    figure = reader.page.locator(".st-key-figure-events")
    open_table(figure)
    assert downloaded(reader, figure, "Calendar") == answered(reader.base, "events.ics?objective=3&country=MEX")


@pytest.mark.parametrize(("language", "width"), [("en", 1366), ("es", 390)])
def test_its_page_is_for_every_reader(watched: Callable[..., Page], address: str, language: str, width: int) -> None:
    page = watched(address, width=width, height=800, theme="light")
    page.goto(f"{address}/api/v1/?lang={language}")
    expect(page.locator("h1")).to_be_visible()
    assert faults(page) == []
    page.set_viewport_size({"width": min(width, 320), "height": 800})
    assert page.evaluate(SIDEWAYS.replace(", document.querySelector('[data-testid=\"stMain\"]')", "")) == []
    assert page.evaluate(CUT.replace('[data-testid="stMain"] *', "main *")) == []
    page.emulate_media(color_scheme="dark")
    assert faults(page) == []


@pytest.mark.parametrize("path", ["tables/offices.csv", "datapackage.zip", "openapi.json", "nothing"])
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_head_sends_no_body_and_the_same_head(address: str, path: str, encoding: str) -> None:
    told = []
    for method in ("GET", "HEAD"):
        connection = http.client.HTTPConnection(urlsplit(address).netloc)
        connection.request(method, f"/api/v1/{path}", headers={"accept-encoding": encoding})
        response = connection.getresponse()
        body = response.read()
        assert bool(body) == (method == "GET")
        told.append((response.status, {name: value for name, value in response.getheaders() if name != "date"}))
        connection.close()
    assert told[0] == told[1]
