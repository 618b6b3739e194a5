"""Print bytes and time against what the briefing aims at. `make bench`; prints, never fails."""

import statistics
import time

from playwright.sync_api import Page, sync_playwright

from components.find import MOST
from components.navigation import ENTRIES
from data.catalog import build
from figures.find import found
from figures.language import language
from tests.bench import room, taking
from tests.bench.printing import line
from tests.bench.wire import Wire, relay
from tests.browser.reader import Reader
from tests.chromium import launch
from tests.server import serving

RECORD = "/record?id=office:deu-frankfurt"
"""A record with much evidence stands for all."""

FIRST_PAGE = {"/": 850_000, "/trends": 2_200_000, "/offices": 2_600_000}
ANY_FIRST_PAGE = 1_600_000
LAYOUT_SHIFT = 0.05
FILTER_BYTES = 20_000
WITH_A_CHART, WITHOUT_ONE = 0.200, 0.120
"""Seconds until a filter's answer is shown, where a Plotly chart is drawn anew, and where none is."""
CHARTS = ("/trends",)
FIND_SECONDS = 0.050

PATHS = [RECORD if entry.name == "record" else f"/{entry.path}" for entry in ENTRIES]
# Which objective to click next: a Gray code, so that no selection comes twice and no cache helps.
CLICKS = [0, 1, 0, 2, 0, 1, 0, 3, 0, 1, 0, 2, 0]
# Before these, on and off again, not measured: a page loads some things late, and no change is charged with them.
WARM_UP = [3, 3]

# Adds up by how much the page jumps while it loads: the cumulative layout shift.
SHIFTS = """shifted = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) shifted += entry.value;
}).observe({type: 'layout-shift', buffered: true})"""

# Resolves when the script rests. `shown`: seconds from the click until the filter line and, where the filter changes it,
# the title, text and drawing of the first figure are those of the new view; `rests`: until everything below them is, too.
SHOWN = """button => new Promise(resolve => {
  const one = selector => document.querySelector(selector);
  const texts = () => ['.st-key-what-is-on p', '[class*="st-key-figure-"] h2', '[class*="st-key-figure-"] .stMarkdown',
    '[class*="st-key-figure-"] :is(.js-plotly-plot .main-svg, .drawing)'].map(selector => one(selector)?.textContent ?? '');
  const from = texts(), start = performance.now();
  let seen = from, shown = 0;
  const look = () => {
    const now = texts(), seconds = (performance.now() - start) / 1000;
    if (now.some((text, at) => text !== seen[at])) { seen = now; shown = seconds; }
    if (seen[0] !== from[0] && one('.stApp').dataset.testScriptState === 'notRunning') resolve({shown, rests: seconds});
    else requestAnimationFrame(look);
  };
  document.querySelectorAll('.st-key-objective button')[button].click();
  requestAnimationFrame(look);
})"""


def first_page(page: Page, wire: Wire, path: str) -> None:
    page.add_init_script(SHIFTS)
    wire.start()
    Reader(page, wire.address).open(path)
    page.wait_for_load_state("networkidle")
    line(f"first page {path}", wire.sent, FIRST_PAGE.get(path, ANY_FIRST_PAGE), "MB", 1e6)
    line(f"first page {path}, layout shift", page.evaluate("shifted"), LAYOUT_SHIFT, "", 1)


def filter_change(page: Page, wire: Wire, path: str) -> None:
    Reader(page, wire.address).open(path)
    page.wait_for_load_state("networkidle")
    for button in WARM_UP:
        page.evaluate(SHOWN, button)
    page.wait_for_load_state("networkidle")
    times, bytes_sent = [], []
    for button in CLICKS:
        wire.start()
        times.append(page.evaluate(SHOWN, button))
        page.wait_for_load_state("networkidle")
        bytes_sent.append(wire.sent)
    aim = WITH_A_CHART if path in CHARTS else WITHOUT_ONE
    for what, words in (("shown", "first figure shown"), ("rests", "whole page shown")):
        line(f"filter change {path}, {words}", statistics.median(t[what] for t in times), aim, "ms", 1e-3)
    line(f"filter change {path}, most bytes", max(bytes_sent), FILTER_BYTES, "KB", 1e3)


def find() -> None:
    """Time the search of everything by words that are long, short, mistyped, many."""
    catalog, spoken = build(), language("en")
    found(catalog, "a", spoken, MOST)  # the index is made once a process
    times = []
    for text in (
        "a",
        "mexico",
        "fentnyl",
        "chemcal industry outrech",
        "estados unidos",
        "operation without a trace 2023",
    ):
        start = time.perf_counter()
        found(catalog, text, spoken, MOST)
        times.append(time.perf_counter() - start)
    line("find anything, slowest of six", max(times), FIND_SECONDS, "ms", 1e-3)


def main() -> None:
    find()
    room.main()
    taking.main()
    with serving() as server, relay(server.address) as wire, sync_playwright() as playwright:
        browser = launch(playwright)
        for path in PATHS:
            page = browser.new_page(viewport={"width": 1366, "height": 768})
            first_page(page, wire, path)
            page.close()
        for path in PATHS:
            page = browser.new_page(viewport={"width": 1366, "height": 768})
            filter_change(page, wire, path)
            page.close()
        browser.close()


main()
