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

SHOWN = {"/record": "/record?id=indicator:cbp-fentanyl-seized-fy"}
"""Path → the view of it that has a figure, where the path alone has none."""

PATHS = [SHOWN.get(f"/{entry.path}", f"/{entry.path}") for entry in ENTRIES]
VIEWS = [*PATHS, "/offices?country=MEX", "/offices?country=SGP&offices_color=strength", "/objectives?objective=3",
         "/timeline?timeline_event=ev-20230531-mananera", "/timeline?country=ISL&objective=4", "/about?find=mexico", "/record", "/record?id=office:deu-frankfurt"]  # fmt: skip

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

WIDER = """() => [...document.querySelectorAll('[data-testid="stMain"] *')].filter(one => {
  const box = one.getBoundingClientRect();
  const hidden = one.parentElement.closest('svg') || one.closest('canvas, [data-testid="stDataFrame"], .in-words') || !one.checkVisibility();
  const away = at => at && (getComputedStyle(at).clipPath === 'inset(50%)' || away(at.parentElement));
  const clipped = one.parentElement.closest('[style*="overflow"], .sr-only') || away(one);
  return box.width > 1 && box.height > 1 && (box.right > innerWidth + 1 || box.left < -1) && !hidden && !clipped;
}).map(one => `${one.tagName}.${one.getAttribute('class')}: ${one.textContent.slice(0, 60)}`)"""
"""What of the page, seen, reaches beyond the window. A grid scrolls within itself."""

MOVED = """() => !document.getAnimations().some(one => one.playState === 'running' && one.effect.getComputedTiming().progress !== null)"""
"""Nothing moves any more. What only waits for its time to come (the page shown after 8 s whatever happens) moves nothing."""

AXE = Axe()

NOT_OURS = {
    # Streamlit's own frame, which a page cannot change: its expander and popover wrap their label in a region, and its
    # data grid draws on a canvas with a table for screen readers behind it.
    "scrollable-region-focusable",
}


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_stands_on_a_laptop_has_words_for_its_drawings_and_is_accessible(
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
    expect_to_be_accessible(page)
    if view in PATHS[1:]:
        expect_words_for_every_drawing(page)
    expect_to_begin_at_once(page)
    page.set_viewport_size({"width": PROJECTOR, "height": 768})
    expect_nothing_cut(page)


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_stands_on_a_phone_with_nothing_cut_and_is_accessible(
    watched: Callable[..., Page], address: str, view: str
) -> None:
    page = watched(address, **PHONE)
    Reader(page, address).open(view)
    expect_to_stand(page, address)
    expect_nothing_cut(page)
    expect_to_be_accessible(page)


def expect_to_stand(page: Page, address: str) -> None:
    Reader(page, address).expect_no_fault()
    assert page.title(), "the page has no title"
    expect(
        page.get_by_text("Independent of Homeland Security Investigations"), "the page says who it is not"
    ).to_be_attached()


def expect_to_begin_at_once(page: Page) -> None:
    found = page.evaluate(TITLES)
    assert found["top"] <= 100, "something stands above the heading"
    assert found["long"] == [], "a title takes more than two lines"


def expect_nothing_cut(page: Page) -> None:
    page.wait_for_function(MOVED)
    assert page.evaluate(WIDER) == [], "something is wider than the window"


def expect_our_own_face(page: Page, fetched: list[str]) -> None:
    assert page.evaluate("document.fonts.check('600 32px \"Briefing Serif\"')"), "our own face is not loaded"
    expect(page.get_by_test_id("stMain").locator("h1"), "a heading stands in our own face").to_have_css(
        "font-family", re.compile('^"Briefing Serif"')
    )
    serifs = {url.rsplit("/", 1)[-1] for url in fetched if "serif" in url.lower()}
    assert serifs == {"source-serif-4-latin-600.woff2"}, "another serif is fetched"


def expect_to_be_accessible(page: Page) -> None:
    found = AXE.run(page).response["violations"]
    told = [f"{v['id']}: {n['html'][:200]}" for v in found if v["id"] not in NOT_OURS for n in v["nodes"]]
    assert told == [], "axe finds the page inaccessible"


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
