"""Every page in a real browser: it stands, asks no outside host, logs no error, and is accessible.

The fixture `watched` holds requests and console of every test against these promises.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from components.navigation import ENTRIES
from figures.palette import DARK, rgb
from tests.browser.reader import Reader

LAPTOP = {"width": 1366, "height": 768, "theme": "light"}
PHONE = {"width": 390, "height": 844, "theme": "dark"}

PATHS = [f"/{entry.path}" for entry in ENTRIES]
VIEWS = [*PATHS, "/offices?country=MEX", "/offices?country=SGP&offices_color=strength", "/objectives?objective=3",
         "/timeline?timeline_event=ev-20230531-mananera", "/timeline?country=ISL&objective=4", "/about?find=mexico"]  # fmt: skip

AXE = Axe()

NOT_OURS = {
    # Streamlit's own frame, which a page cannot change: its expander and popover wrap their label in a region, and its
    # data grid draws on a canvas with a table for screen readers behind it.
    "scrollable-region-focusable",
}


@pytest.mark.parametrize("device", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_page_stands_and_is_accessible(
    watched: Callable[..., Page], address: str, view: str, device: dict[str, object]
) -> None:
    reader = Reader(watched(address, **device), address).open(view)
    reader.expect_no_fault()
    assert reader.page.title()
    expect(reader.page.get_by_text("Independent of Homeland Security Investigations")).to_be_attached()
    found = AXE.run(reader.page).response["violations"]
    assert [f"{v['id']}: {n['html'][:200]}" for v in found if v["id"] not in NOT_OURS for n in v["nodes"]] == []


def test_the_walk_knows_every_page() -> None:
    files = {path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py")}
    assert files == {entry.name for entry in ENTRIES}


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_cut_at_the_side_of_a_phone(watched: Callable[..., Page], address: str, path: str) -> None:
    reader = Reader(watched(address, **PHONE), address).open(path)
    main = reader.page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")


@pytest.mark.parametrize("path", PATHS[1:])
def test_every_drawing_has_words(reader: Reader, path: str) -> None:
    reader.open(path)
    figures = reader.page.locator('[class*="st-key-figure-"]')
    expect(figures.first).to_be_visible()
    for figure in figures.all():
        title = figure.locator("h2").first.inner_text().strip()
        if not figure.locator(".stPlotlyChart, .stDeckGlJsonChart, .stHtml, .stDataFrame").count():
            figure.get_by_text("Table and downloads").click()  # a list of its own is one step away
        expect(figure.get_by_label(title, exact=True).first).to_be_attached()


def test_the_landing_page_loads_no_chart_library(watched: Callable[..., Page], address: str) -> None:
    page = watched(address)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    Reader(page, address).open("/")
    assert fetched
    assert not [url for url in fetched if "plotly" in url.lower() or "deckgl" in url.lower()]


def test_headings_stand_in_our_own_face_and_no_other_serif_is_fetched(
    watched: Callable[..., Page], address: str
) -> None:
    page = watched(address)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    Reader(page, address).open("/about")
    assert page.evaluate("document.fonts.check('600 32px \"Briefing Serif\"')")
    expect(page.locator("h1")).to_have_css("font-family", re.compile('^"Briefing Serif"'))
    serifs = {url.rsplit("/", 1)[-1] for url in fetched if "serif" in url.lower()}
    assert serifs == {"source-serif-4-latin-600.woff2"}


def test_before_streamlits_script_comes_the_outline_stands_in_the_page_s_colours(
    watched: Callable[..., Page], address: str
) -> None:
    page = watched(address, theme="dark")
    waiting: list[Route] = []
    page.route(re.compile(r"/static/js/"), lambda route: waiting.append(route))
    page.goto(f"{address}/offices", wait_until="commit")
    outline = page.locator("#first-paint")
    expect(outline).to_be_visible()
    expect(outline).to_have_css("background-color", "rgb({}, {}, {})".format(*rgb(DARK.paper)))
    while waiting:
        waiting.pop().continue_()
    page.unroute_all()
    Reader(page, address).wait()
    expect(outline).to_be_hidden()
