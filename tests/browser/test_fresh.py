"""A page that nobody touches, on a wall or in a tab, shows what is new; who reads is not disturbed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.browser.reader import Reader

WHERE = """() => [document.querySelector('[data-testid="stMain"]').scrollTop, document.activeElement.getAttribute('aria-label')]"""
"""How far the page is scrolled, and what has the focus."""

RUNS = """window.runs = 0; new MutationObserver(() =>
    window.runs += document.querySelector('.stApp').dataset.testScriptState === 'running'
).observe(document.querySelector('.stApp'), {attributeFilter: ['data-test-script-state']})"""
"""Counts the runs of the script from now on."""


@pytest.fixture
def left(watched: Callable[..., Page], address: str) -> Reader:
    """A reader who went to a part of a page, put the focus somewhere, and left."""
    page = watched(address, apart=True)
    page.clock.install()
    reader = Reader(page, address).open("/offices?objective=3&country=MEX")
    page.locator(".st-key-find input").focus()
    page.locator('[data-testid="stMain"]').evaluate("main => main.scrollTo(0, 400)")
    page.evaluate(RUNS)
    return reader


def minute_passes(page: Page) -> None:
    """Let a minute pass on the page's clock, and wait until it has asked which facts are shown now."""
    with page.expect_response("**/facts"):
        page.clock.fast_forward("01:01")


def test_a_page_that_nobody_touches_is_made_anew_when_the_facts_are_others(left: Reader) -> None:
    page, shown = left.page, left.page.locator("[data-facts]").get_attribute("data-facts")
    assert page.evaluate("() => fetch('./facts').then(answer => answer.text())") == shown
    facts = [shown]
    page.route("**/facts", lambda route: route.fulfill(body=facts[0]))
    where, address = page.evaluate(WHERE), page.url
    minute_passes(page)
    facts[0] = "others"
    minute_passes(page)
    page.wait_for_function("() => window.runs > 0")
    left.wait().expect_no_fault()
    minute_passes(page)  # what was asked for once is not asked for in a circle
    assert page.evaluate("window.runs") == 1
    assert page.evaluate(WHERE) == where
    assert where[0] == 400
    assert page.url == address


def test_who_reads_is_not_disturbed(left: Reader) -> None:
    asked: list[str] = []

    def note(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="others")

    left.page.route("**/facts", note)
    left.page.mouse.move(500, 400)
    left.page.clock.fast_forward(29_000)
    left.page.mouse.move(500, 410)
    left.page.clock.fast_forward(29_000)
    left.page.mouse.move(500, 400)
    left.page.clock.fast_forward(29_000)
    assert not asked
    minute_passes(left.page)
    assert len(asked) == 1
