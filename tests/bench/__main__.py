"""Print bytes and time against what the briefing aims at. `make bench`; prints, never fails."""

import os
import shutil
import statistics

from playwright.sync_api import Page, expect, sync_playwright

from tests.bench.wire import Wire, relay
from tests.browser.conftest import FLAGS, served
from tests.browser.reader import Reader

FIRST_PAGE = 4_500_000
FILTER_BYTES = 30_000
FILTER_SECONDS = 0.250

PATHS = ["/", "/offices", "/objectives", "/timeline"]
# Which objective to click next: a Gray code, so that no selection comes twice and no cache helps.
CLICKS = [0, 1, 0, 2, 0, 1, 0, 3, 0, 1, 0, 2, 0]

# Resolves when the line that says what is on has changed and the script rests; gives seconds since the click.
SHOWN = """([from, button]) => new Promise(resolve => {
  const line = () => document.querySelector('.st-key-what-is-on p').textContent;
  const rests = () => document.querySelector('.stApp').dataset.testScriptState === 'notRunning';
  const check = () => { if (line() !== from && rests()) { observer.disconnect(); resolve((performance.now() - start) / 1000); } };
  const observer = new MutationObserver(check);
  observer.observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
  const start = performance.now();
  document.querySelectorAll('.st-key-objective button')[button].click();
})"""


def line(name: str, value: float, aim: float, unit: str, scale: float) -> None:
    print(f"{name:<44} {value / scale:8.2f} {unit}   {value / aim:5.2f} of the aim ({aim / scale:g} {unit})")


def first_page(page: Page, wire: Wire, path: str) -> None:
    wire.start()
    Reader(page, wire.address).open(path)
    page.wait_for_load_state("networkidle")
    line(f"first page {path}", wire.sent, FIRST_PAGE, "MB", 1e6)


def filter_change(page: Page, wire: Wire, path: str) -> None:
    reader = Reader(page, wire.address).open(path)
    expect(page.locator("canvas, .js-plotly-plot .main-svg").first).to_be_attached(
        timeout=10_000
    ) if path != "/" else None
    page.wait_for_load_state("networkidle")
    times, bytes_sent = [], []
    for button in CLICKS:
        wire.start()
        times.append(page.evaluate(SHOWN, [reader.what_is_on().text_content(), button]))
        page.wait_for_load_state("networkidle")
        bytes_sent.append(wire.sent)
    line(f"filter change {path}, median", statistics.median(times), FILTER_SECONDS, "ms", 1e-3)
    line(f"filter change {path}, most bytes", max(bytes_sent), FILTER_BYTES, "KB", 1e3)


def main() -> None:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with served() as base, relay(base) as wire, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
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
