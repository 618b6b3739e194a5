"""How the outline gives way to the page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from api.first_paint import BARE
from briefing.content import sheet
from tests.browser.reader import Reader

STYLE = sheet(Path(__file__).parents[2] / "components" / "style")

SECONDS_LATER = """seconds => {
  for (const animation of document.getAnimations()) {
    animation.pause();
    animation.currentTime = 1000 * seconds;
  }
}"""
"""Sets the clock of every animation, and stops it there."""


SHIFTS = """shifted = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) shifted += entry.value;
}).observe({type: 'layout-shift', buffered: true})"""

SHIFT = 0.05

WHOLE = """<div class="stApp" data-test-script-state="{state}"><div data-testid="stSidebar"></div>
  <div data-testid="stMain"><div data-testid="stHeading"><h1>Events</h1></div>{more}</div></div>"""


@pytest.fixture
def page(chromium: Browser) -> Page:
    page = chromium.new_page()
    yield page
    page.close()


def test_a_page_whose_parts_bear_other_names_stands_after_eight_seconds(page: Page) -> None:
    page.set_content(f"<style>{STYLE}</style>{BARE}<div id='root'><main>Drawn by a later Streamlit</main></div>")
    drawn, outline = page.get_by_text("Drawn by a later Streamlit"), page.locator("#first-paint")
    page.evaluate(SECONDS_LATER, 7.9)
    expect(drawn).to_be_hidden()
    expect(outline).to_be_visible()
    page.evaluate(SECONDS_LATER, 8.1)
    expect(drawn).to_be_visible()
    expect(outline).to_be_hidden()


def test_the_outline_stands_however_late_the_script_is(page: Page) -> None:
    page.set_content(f"<style>{STYLE}</style>{BARE}<div id='root'></div>")
    page.evaluate(SECONDS_LATER, 60)
    expect(page.locator("#first-paint")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1366])
def test_without_scripts_a_reader_is_led_from_page_to_page(chromium: Browser, address: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/offices?country=MEX&lang=en")
    page.get_by_role("navigation").get_by_role("link", name="Changes").click()
    expect(page).to_have_url(f"{address}/changes?country=MEX&lang=en")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    opened = page.locator("details[open]").count()
    page.locator("details:not([open]) > summary").first.click()
    expect(page.locator("details[open]")).to_have_count(opened + 1)
    expect(page.locator("footer noscript p")).to_be_visible()
    expect(page.get_by_text("Independent of Homeland Security Investigations")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("state", "more", "stands"),
    [
        ("running", "", False),
        ("notRunning", '<div data-testid="stSkeleton"></div>', False),
        ("notRunning", "", True),
        ("notRunning", '<div class="st-key-chart-a"><div data-testid="stSkeleton"></div></div>', True),
    ],
    ids=["while it is sent", "while a script of a widget is awaited", "once it is whole", "while a chart is awaited"],
)
def test_the_outline_gives_way_once_the_page_is_whole(page: Page, state: str, more: str, stands: bool) -> None:
    root = WHOLE.format(state=state, more=more)
    page.set_content(f"<style>{STYLE}</style>{BARE}<div id='root'>{root}</div>")
    page.evaluate(SECONDS_LATER, 7.9)
    expect(page.get_by_role("heading", name="Events")).to_be_visible(visible=stands)
    expect(page.locator("#first-paint")).to_be_visible(visible=not stands)


def test_a_page_that_stands_stays_while_it_is_made_anew(page: Page) -> None:
    root = WHOLE.format(state="running", more="")
    page.set_content(f"<style>{STYLE}</style><div id='root'>{root}</div>")
    expect(page.get_by_role("heading", name="Events")).to_be_visible()


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("path", ["/timeline", "/objectives"])
def test_nothing_moves_while_a_page_comes(watched: Callable[..., Page], address: str, path: str, width: int) -> None:
    page = watched(address, width=width, height=800, apart=True)
    page.add_init_script(SHIFTS)
    Reader(page, address).open(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("shifted") <= SHIFT, "what is read moves"
