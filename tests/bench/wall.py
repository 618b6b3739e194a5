"""What stays behind where a page stands open for hours, on a wall: in the browser, on the server, and in the process that serves.

`python -m tests.bench.wall` makes a page anew 2,000 times, as many as eight hours of one every fifteen seconds, each time as another view.
`python -m tests.bench.wall 200` makes it fewer.
"""

import subprocess
import sys
import time
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from tests.bench.readers import OBJECTIVES
from tests.browser.reader import Reader
from tests.chromium import launch
from tests.server import ROOT, serving

RUNS = 2000
PATH = "/offices"

ANEW = """query => new Promise(shown => {
  history.replaceState(history.state, '', location.pathname + (query && '?' + query));
  dispatchEvent(new PopStateEvent('popstate', {state: history.state}));
  const look = () => document.querySelector('[data-carried]')?.dataset.carried === query
    && document.querySelector('.stApp').dataset.testScriptState === 'notRunning' ? shown() : requestAnimationFrame(look);
  look();
})"""
"""Makes the page anew as another view, as a page does by itself where facts have changed (components/static/fresh.js), until it is shown."""


class Held(NamedTuple):
    """What a page holds once all garbage is collected."""

    heap: float
    """MiB of what its scripts keep."""
    nodes: int
    listeners: int


def held(page: Page) -> Held:
    """Collect garbage, and return what is left."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable")
    for _ in range(3):  # what one collection finds is sometimes let go by the next
        devtools.send("HeapProfiler.collectGarbage")
    told = {one["name"]: one["value"] for one in devtools.send("Performance.getMetrics")["metrics"]}
    devtools.detach()
    return Held(told["JSHeapUsedSize"] / 2**20, int(told["Nodes"]), int(told["JSEventListeners"]))


def make_anew(page: Page, rounds: int) -> None:
    """Make the page anew for each of the objectives that a reader chooses, so many times over."""
    for _ in range(rounds):
        for chosen in OBJECTIVES:
            page.evaluate(ANEW, "&".join(f"objective={number}" for number in chosen))


def main(runs: int) -> None:
    """Print it, a line for each twentieth."""
    rounds = max(20, runs // len(OBJECTIVES))
    with serving() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="en-US").new_page()
        Reader(page, server.address).open(PATH)
        start = time.monotonic()
        for done in range(0, rounds, rounds // 20):
            make_anew(page, rounds // 20)
            now = held(page)
            print(
                f"{(done + rounds // 20) * len(OBJECTIVES):5} runs, {time.monotonic() - start:5.0f} s: browser heap {now.heap:6.1f} MiB, "
                f"{now.nodes:6} nodes, {now.listeners:5} listeners; server {server.memory():6.1f} MiB",
                flush=True,
            )
        browser.close()
    print("Within a process of its own: runs, blocks of memory, MiB", flush=True)
    subprocess.run([sys.executable, "-W", "ignore", "-m", "tests.bench.rerun", str(runs)], cwd=ROOT, check=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
