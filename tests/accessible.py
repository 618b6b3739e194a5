"""Try every view in both languages, on laptop and phone, in light, dark and forced colours, and print what is wrong: `make accessible`.

Tests try each view with some of these; here are all. What is found goes to the output, what was tried to the errors. With paths, only these views.
"""

import sys
from itertools import product

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from figures.palette import Theme, palette, rgb
from tests.browser.reader import Reader
from tests.browser.standing import VIEWS, WIDER
from tests.chromium import launch
from tests.server import serving

MORE = ["/?objective=3&country=MEX&from=2022&to=2024", "/offices?offices_view=explore", "/country?country=MEX&country=CHN",
        "/trends?trends_group=mexico_seizures&trends_events=1", "/trends?trends_indicator=reported-totals&trends_indicator=hsi-fentanyl-seized-fy",
        "/sources?sources_table=claims", "/sources?sources_source=seed-cartelinsider", "/record?id=event:ev-20230531-mananera",
        "/timeline?timeline_lanes=objective", "/nowhere", "/offices?find=labratorio"]  # fmt: skip

WIDTHS = {"laptop": ((1366, 768),), "phone": ((390, 844), (320, 640))}
"""The server lays out a page for the window in which it is opened; the second width of a phone is one to which that is made narrower."""

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS = {"runOnly": list(TAGS), "resultTypes": ["violations"]}

AXE = Axe()

SPACED = """() => {
  const style = document.createElement('style');
  style.id = 'spaced';
  style.textContent = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
  document.head.append(style);
}"""
"""Sets lines, letters, words and paragraphs as far apart as WCAG 1.4.12 says that a reader may."""

CUT = """() => [...document.querySelectorAll('[data-testid="stMain"] *, [data-testid="stSidebar"] *')].filter(one => {
  if (!one.innerText?.trim() || !one.checkVisibility({ visibilityProperty: true })) return false;
  if (one.closest('svg, .js-plotly-plot, [data-testid="stDataFrame"], [data-testid="stDeckGlJsonChart"], [data-collapsed="true"]')) return false;
  const away = at => at && (getComputedStyle(at).clipPath === 'inset(50%)' || away(at.parentElement));
  const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(one);
  if (webkitLineClamp !== 'none') return false;
  const cut = (how, whole, shown) => ['hidden', 'clip'].includes(how) && shown > 1 && whole > shown + 2;
  return (cut(overflowX, one.scrollWidth, one.clientWidth) || cut(overflowY, one.scrollHeight, one.clientHeight)) && !away(one);
}).map(one => `${one.tagName} in ${one.closest('[class*="st-key-"]')?.className.match(/st-key-\\S+/)}: ${one.innerText.slice(0, 60)}`)"""
"""What holds more text than it shows, but for what is told in so many lines however wide its words are: the page says it whole."""

COLOURS: tuple[tuple[Theme, bool], ...] = (("light", False), ("light", True), ("dark", True), ("dark", False))
"""The theme, and whether the system forces its own colours."""

SIDEWAYS = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
  .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => `${one.scrollWidth} pixels in ${one.clientWidth}`)"""

COLOURED = """([paper, ink]) => [...document.querySelectorAll('.drawing [fill]')].every(one => one.getAttribute('fill') !== ink || one.closest('.printed'))
  && [...document.querySelectorAll('.js-plotly-plot .main-svg')].every(one => one.style.background !== paper)"""
"""Nothing is left in the colours of the other theme, but what is drawn for paper."""


def recolour(page: Page, theme: Theme, forced: bool = False) -> None:
    """Turn the reader's system to a theme, with or without forced colours, and wait for the page and its drawings."""
    other = palette("light" if theme == "dark" else "dark")
    page.emulate_media(color_scheme=theme, forced_colors="active" if forced else "none")
    paper = "rgb({}, {}, {})".format(*rgb(other.paper))
    page.wait_for_function(COLOURED, arg=[paper, other.ink])
    Reader(page, "").wait()


def faults(page: Page) -> list[str]:
    """Return what axe finds wrong with the page as it stands."""
    found = AXE.run(page, options=OPTIONS).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def _tried(browser: Browser, address: str, view: str, language: str, device: str) -> None:
    (width, height), *_ = WIDTHS[device]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="light", locale="en-US")
    context.set_default_timeout(120_000)  # on a busy machine, too: nothing here is about how late a page is
    page = context.new_page()
    Reader(page, address).open(f"{view}{'&' if '?' in view else '?'}lang={language}")
    for theme, forced in COLOURS:
        recolour(page, theme, forced)
        for width, height in WIDTHS[device]:
            page.set_viewport_size({"width": width, "height": height})
            wrong = [*faults(page), *page.evaluate(WIDER), *page.evaluate(SIDEWAYS)]
            if theme == "light" and not forced:
                page.evaluate(SPACED)
                wrong += [f"spaced: {one}" for one in [*page.evaluate(CUT), *page.evaluate(SIDEWAYS)]]
                page.locator("#spaced").evaluate("one => one.remove()")
            for one in wrong:
                print(f"{view} {language} {width} {theme}{' forced' if forced else ''}: {one}", flush=True)
    context.close()
    print(f"{view} {language} {device} tried", file=sys.stderr, flush=True)


if __name__ == "__main__":
    expect.set_options(timeout=30_000)
    with serving() as server, sync_playwright() as playwright:
        chromium = launch(playwright)
        for view, language, device in product(sys.argv[1:] or [*VIEWS, *MORE], ("en", "es"), WIDTHS):
            _tried(chromium, server.address, view, language, device)
        chromium.close()
