"""Which views every page is looked at in, and what holds for all of them."""

import re

from playwright.sync_api import Page, expect

from components.navigation import ENTRIES
from tests.browser.reader import Reader

SHOWN = {"/record": "/record?id=indicator:cbp-fentanyl-seized-fy"}
"""Path → the view of it that has a figure, where the path alone has none."""

PATHS = [SHOWN.get(f"/{entry.path}", f"/{entry.path}") for entry in ENTRIES]
VIEWS = [*PATHS, "/offices?country=MEX", "/offices?country=SGP&offices_color=strength", "/objectives?objective=3",
         "/timeline?timeline_event=ev-20230531-mananera", "/timeline?country=ISL&objective=4", "/about?find=mexico", "/record", "/record?id=office:deu-frankfurt"]  # fmt: skip

WIDER = """() => [...document.querySelectorAll('[data-testid="stMain"] *')].filter(one => {
  const box = one.getBoundingClientRect();
  const hidden = one.parentElement.closest('svg') || one.closest('canvas, [data-testid="stDataFrame"], .in-words, .scrolls .rows-around') || !one.checkVisibility({ visibilityProperty: true });
  const away = at => at && (getComputedStyle(at).clipPath === 'inset(50%)' || away(at.parentElement));
  const clipped = one.parentElement.closest('[style*="overflow"], .sr-only') || away(one);
  return box.width > 1 && box.height > 1 && (box.right > innerWidth + 1 || box.left < -1) && !hidden && !clipped;
}).map(one => `${one.tagName}.${one.getAttribute('class')}: ${one.textContent.slice(0, 60)}`)"""
"""What of the page, seen, reaches beyond the window. A grid, or a table in its box, scrolls within itself."""

MOVED = """() => !document.getAnimations().some(one => one.playState === 'running' && one.effect.getComputedTiming().progress !== null)"""
"""Nothing moves any more. What only waits for its time to come (the page shown after 8 s whatever happens) moves nothing."""


def expect_to_stand(page: Page, address: str) -> None:
    """Expect a page without a fault, with a title, and with a word on who it is not."""
    Reader(page, address).expect_no_fault()
    assert page.title(), "the page has no title"
    expect(page.get_by_text(re.compile("^Independ")).last, "the page says who it is not").to_be_attached()


def expect_nothing_cut(page: Page) -> None:
    """Expect nothing that is wider than the window."""
    page.wait_for_function(MOVED)
    assert page.evaluate(WIDER) == [], "something is wider than the window"
