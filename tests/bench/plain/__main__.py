"""Print how `/offices` stands beside an app of plain Streamlit with the same content. Part of `make bench`.

Both are served on this machine and opened in turn, so that whatever else it does slows both alike: what counts are the ratios.
"""

import statistics
import sys
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.chromium import launch
from tests.server import serving

ROUNDS = 5
AIMS = {"heading shown": 1.0, "usable": 0.7, "count shown after a click": 1.0}
"""How long the briefing's page may take, as a part of what the plain one takes."""

# Which objective to click next: a Gray code, so that no selection comes twice and no cache helps.
CLICKS = [0, 1, 0, 2, 0, 1, 0]

# Times in ms since the page was asked for. `heading`: the title is seen. `rests`: nothing runs, and every widget is there.
# `drawn`: the map is drawn as far as it ever is, which is when a frame has more drawing calls than any before it; ours is a drawing
# of the page itself, and stands once the page shows it. What stands before any script has come is heading, and no more.
WATCH = """(() => {
  const seen = window.seen = {heading: 0, rests: 0, drawn: 0}, one = selector => document.querySelector(selector);
  let calls = 0, most = 0;
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...given) { calls += 1; return draw.apply(this, given); };
  }
  const look = () => {
    const now = performance.now(), heading = one('h1');
    if (calls > most) { most = calls; seen.drawn = now; }
    calls = 0;
    if (!seen.drawn && one('[data-testid="stMain"] svg.drawing')?.checkVisibility({visibilityProperty: true})) seen.drawn = now;
    if (!seen.heading && heading?.textContent && heading.checkVisibility({visibilityProperty: true})) seen.heading = now;
    const rests = one('[data-testid="stMain"] h1') && one('.stApp')?.dataset.testScriptState === 'notRunning' && !one('[data-testid="stSkeleton"]');
    seen.rests = rests ? seen.rests || now : 0;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""

STILL = """new Promise(resolve => {
  const look = () => {
    const {heading, rests, drawn} = window.seen;
    if (rests && drawn && performance.now() - Math.max(rests, drawn) > 1000) resolve({heading, usable: Math.max(rests, drawn)});
    else setTimeout(look, 100);
  };
  look();
})"""

COUNTED = """button => new Promise(resolve => {
  const text = () => document.querySelector('.st-key-what-is-on p')?.textContent, from = text(), start = performance.now();
  const look = () => text() && text() !== from ? resolve(performance.now() - start) : requestAnimationFrame(look);
  document.querySelectorAll('.st-key-objective button')[button].click();
  requestAnimationFrame(look);
})"""


def context(browser: Browser) -> BrowserContext:
    """Return a browser that has never been here."""
    made = browser.new_context(viewport={"width": 1366, "height": 768}, locale="en-US")
    made.add_init_script(WATCH)
    return made


def opened(page: Page, address: str) -> dict[str, float]:
    page.goto(address, wait_until="commit")
    times = page.evaluate(STILL)
    return {"heading shown": times["heading"], "usable": times["usable"]}


def clicked(page: Page) -> list[float]:
    times = []
    for button in CLICKS:
        times.append(page.evaluate(COUNTED, button))
        page.evaluate(STILL)
    return times


def main(rounds: int) -> None:
    taken: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    with serving() as ours, serving(Path(__file__).parent) as plain, sync_playwright() as playwright:
        browser = launch(playwright)
        addresses = {"ours": f"{ours.address}/offices", "plain": plain.address}
        for number in range(rounds + 1):
            for name, address in addresses.items():
                reader = context(browser)
                page = reader.new_page()
                times = {
                    (when, what): time for when in ("cold", "warm") for what, time in opened(page, address).items()
                }
                clicks = clicked(page)
                reader.close()
                if number:  # in the first round the servers warm up
                    for key, time in times.items():
                        taken[(*key, name)].append(time)
                    taken["warm", "count shown after a click", name] += clicks
        browser.close()
    for (when, what, name), plainly in taken.items():
        if name == "plain":
            own, other = (statistics.median(times) for times in (taken[when, what, "ours"], plainly))
            print(
                f"{what + ', ' + when:<32} {own:7.0f} ms, plain {other:7.0f} ms   ratio {own / other:5.2f}, aim {AIMS[what]:g}"
            )


main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
