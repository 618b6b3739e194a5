"""A page on a wall: open for hours and made anew again and again, it leaves nothing behind. In full: `python -m tests.bench.wall`."""

import json
import subprocess
import sys
from collections.abc import Callable

from playwright.sync_api import Page

from tests.bench.readers import OBJECTIVES
from tests.bench.wall import PATH, held, make_anew
from tests.browser.reader import Reader
from tests.server import ROOT

BLOCKS = 100
"""Of memory, for each run, that may be left: pandas remembers 500 copies of a column before it looks which of them are gone. Some thirty."""


def test_a_browser_keeps_nothing_of_a_view_that_is_gone(watched: Callable[..., Page], address: str) -> None:
    page = watched(address, width=1920, height=1080, apart=True)
    Reader(page, address).open(PATH)
    make_anew(page, 1)
    before = held(page)
    make_anew(page, 1)
    after = held(page)
    runs = len(OBJECTIVES)
    assert after.nodes <= before.nodes + runs
    assert after.listeners <= before.listeners + runs // 2
    assert after.heap < before.heap + 2.0


def test_a_session_leaves_nothing_of_a_run_that_is_over() -> None:
    rounds = 7
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.bench.rerun", str(rounds * len(OBJECTIVES))],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = [json.loads(line) for line in ran.stdout.splitlines()]
    (first, before, _), (last, after, _) = told[2], told[-1]
    assert len(told) == rounds
    assert after - before < BLOCKS * (last - first)
