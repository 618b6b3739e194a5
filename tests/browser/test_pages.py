"""Every page in a real browser: it stands, asks no outside host and logs no error. That it is accessible: test_accessible.py.

The fixture `watched` holds requests and console of every test against these promises.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from components.navigation import ENTRIES
from figures.palette import DARK, rgb
from tests.browser.reader import Reader
from tests.browser.standing import PATHS, VIEWS, expect_nothing_cut, expect_to_stand

LAPTOP = {"width": 1366, "height": 768, "theme": "light"}

PROJECTOR = 1024
"""Width of an old projector, in pixels."""

TITLES = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const lines = title => {
    const range = document.createRange();
    range.selectNodeContents(title.querySelector('span') ?? title);  // beside the sign of its link
    return new Set([...range.getClientRects()].map(line => Math.round(line.bottom / 4))).size;
  };
  const away = at => at && (getComputedStyle(at).clipPath === 'inset(50%)' || away(at.parentElement));
  return {
    top: main.querySelector('h1').getBoundingClientRect().top,
    long: [...main.querySelectorAll('h1, h2')].filter(title => !away(title) && lines(title) > 2).map(title => title.innerText),
  };
}"""


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_stands_on_a_laptop_and_has_words_for_its_drawings(
    watched: Callable[..., Page], address: str, view: str
) -> None:
    page = watched(address, **LAPTOP)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    Reader(page, address).open(view)
    expect_to_stand(page, address)
    expect_our_own_face(page, fetched)
    if not view.startswith("/trends"):
        charts = [url for url in fetched if "plotly" in url.lower() or "deckgl" in url.lower()]
        assert charts == [], "a page without a chart loads a chart library"
    if view in PATHS[1:] and view != "/brief":  # it offers files, and has no figure
        expect_words_for_every_drawing(page)
    expect_to_begin_at_once(page)
    page.set_viewport_size({"width": PROJECTOR, "height": 768})
    expect_nothing_cut(page)


def expect_to_begin_at_once(page: Page) -> None:
    found = page.evaluate(TITLES)
    assert found["top"] <= 100, "something stands above the heading"
    assert found["long"] == [], "a title takes more than two lines"


def expect_our_own_face(page: Page, fetched: list[str]) -> None:
    assert page.evaluate("document.fonts.check('600 32px \"Briefing Serif\"')"), "our own face is not loaded"
    expect(page.get_by_test_id("stMain").locator("h1"), "a heading stands in our own face").to_have_css(
        "font-family", re.compile('^"Briefing Serif"')
    )
    serifs = {url.rsplit("/", 1)[-1] for url in fetched if "serif" in url.lower()}
    assert serifs == {"source-serif-4-latin-600.woff2"}, "another serif is fetched"


def expect_words_for_every_drawing(page: Page) -> None:
    figures = page.locator('[class*="st-key-figure-"]')
    expect(figures.first).to_be_visible()
    for figure in figures.all():
        title = figure.locator("h2").first.inner_text().strip()
        if not figure.locator(".stPlotlyChart, .stDeckGlJsonChart, .stHtml, .stDataFrame").count():
            figure.get_by_text("Table and downloads").click()  # a list of its own is one step away
        expect(figure.get_by_label(title, exact=True).first, f"“{title}” has words").to_be_attached()


def test_the_walk_knows_every_page() -> None:
    files = {path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py")}
    assert files == {entry.name for entry in ENTRIES}


def test_before_streamlits_script_comes_the_page_s_heading_and_drawing_stand_in_its_colours(
    watched: Callable[..., Page], address: str
) -> None:
    page = watched(address, theme="dark", apart=True)
    waiting: list[Route] = []
    page.route(re.compile(r"/static/js/"), lambda route: waiting.append(route))
    page.goto(f"{address}/offices", wait_until="commit")
    begun = page.locator("#first-paint")
    expect(begun).to_have_css("background-color", "rgb({}, {}, {})".format(*rgb(DARK.paper)))
    heading = begun.get_by_role("heading", level=1)
    expect(heading).to_be_visible()
    expect(begun.locator("svg.drawing").first).to_be_visible()
    said, at = heading.inner_text(), heading.bounding_box()
    while waiting:
        waiting.pop().continue_()
    page.unroute_all()
    Reader(page, address).wait()
    expect(begun).to_have_count(0)
    heading = page.get_by_test_id("stMain").get_by_role("heading", level=1)
    expect(heading).to_have_text(said)
    assert at
    assert heading.bounding_box() == pytest.approx(at, abs=3), "the heading jumps"


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (2560, 1440)])
def test_a_date_to_set_is_read_in_full(watched: Callable[..., Page], address: str, width: int, height: int) -> None:
    reader = Reader(watched(address, width=width, height=height, theme="light"), address)
    reader.open("/changes")
    field = reader.page.locator(".st-key-changes_since").get_by_role("group").first
    expect(field).to_be_visible()
    assert field.evaluate(
        "box => [box, ...box.querySelectorAll('*')].every(e => e.scrollWidth <= e.clientWidth + 1 || !e.clientWidth)"
    )
