"""The first page in one screen: what stands on it stays where it is when a filter comes on."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from components.take_away import AT_HAND
from tests.browser.reader import Reader

WINDOWS = [(1366, 768), (1920, 1080)]
LINE = 16
"""Pixels of a line of words: what stands less far below another, and is not beside it, is out of line."""

FILTERS = ("country=MEX", "country=TUR", "region=419", "region=419&objective=3", "from=2024")
"""A country with places and one without any, a region with many, and what narrows no place."""

TOPS = """() => Object.fromEntries(
  ['h1', '.headline-number', '.front-numbers .quiet', '.st-key-foot-overview-map', '.front-objectives li', '.front-dates', '.front-gaps']
    .flatMap(name => [...document.querySelectorAll(`[data-testid="stMain"] ${name}`)].map((one, at) => [`${name} ${at}`, one.getBoundingClientRect().top]))
)"""

LOWEST = """() => Math.max(...['.front-dates p', '.front-gaps li'].flatMap(name => [...document.querySelectorAll(`[data-testid="stMain"] ${name}`)].map(one => one.getBoundingClientRect().bottom)))"""

LEVELS = """() => [...document.querySelectorAll('.st-key-foot-overview-map > * :is(button p, summary p, .in-words summary)')].map(one => {
  const range = document.createRange();
  range.selectNodeContents(one);
  return range.getBoundingClientRect().top;
})"""

ICONS = """() => [...document.querySelectorAll('.st-key-foot-overview-map :is([data-testid="stDownloadButton"], [data-testid="stButton"], summary) [translate="no"]')]
  .filter(one => one.checkVisibility()).length"""

LINES = """() => {
  const range = document.createRange(), h1 = document.querySelector('[data-testid="stMain"] h1');
  range.selectNodeContents(h1.querySelector('span') ?? h1);
  return new Set([...range.getClientRects()].map(line => Math.round(line.bottom / 4))).size;
}"""


@pytest.mark.parametrize(("width", "height"), [*WINDOWS, (1024, 768)])
def test_nothing_moves_when_a_filter_comes_on(
    watched: Callable[..., Page], address: str, width: int, height: int
) -> None:
    page = watched(address, width=width, height=height, apart=True)
    reader = Reader(page, address).open("/")
    page.wait_for_load_state("networkidle")
    whole = page.evaluate(TOPS)
    assert len(whole) == 12
    for chosen in FILTERS:
        reader.open(f"/?{chosen}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate(TOPS) == pytest.approx(whole, abs=1), chosen


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_no_line_of_the_first_screen_lies_below_the_fold(
    watched: Callable[..., Page], address: str, width: int, height: int
) -> None:
    page = watched(address, width=width, height=height, apart=True)
    reader = Reader(page, address)
    for path in ("/", "/?region=419&objective=3"):
        reader.open(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(LOWEST) <= height, path
        assert page.evaluate(LINES) == (1 if width == 1920 else 2)
        # What stands beside each other below the map stands on one line, and looks alike.
        levels = sorted(page.evaluate(LEVELS))
        assert len(levels) > len(AT_HAND)
        assert all(there - here < 1 or there - here > LINE for here, there in pairwise(levels)), levels
        assert not page.evaluate(ICONS)


def test_on_a_phone_what_is_on_takes_one_line(watched: Callable[..., Page], address: str) -> None:
    page = watched(address, width=390, height=844)
    reader = Reader(page, address).open("/?region=419&objective=3&from=2022")
    said = reader.what_is_on().evaluate("one => [one.clientHeight, parseFloat(getComputedStyle(one).lineHeight)]")
    assert said[0] <= said[1] * 1.1
    reset = page.locator(".st-key-reset button")
    assert reset.bounding_box()["width"] <= 48
    assert page.locator('[data-testid="stMain"] h1').bounding_box()["y"] <= 110
    reset.click()
    reader.expect_query()
