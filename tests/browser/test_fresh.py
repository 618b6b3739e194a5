"""A page that nobody touches, on a wall or in a tab, shows what is new; who reads is not disturbed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.reader import Reader

WHERE = """() => [document.querySelector('[data-testid="stMain"]').scrollTop, document.activeElement.getAttribute('aria-label')]"""
"""How far the page is scrolled, and what has the focus."""


@pytest.fixture
def sockets() -> list[WebSocket]:
    """The connections of the page."""
    return []


@pytest.fixture
def left(watched: Callable[..., Page], address: str, sockets: list[WebSocket]) -> Reader:
    """A reader who went to a part of a page, put the focus somewhere, and left."""
    page = watched(address, apart=True)
    page.on("websocket", lambda socket: sockets.append(socket))
    page.clock.install()
    reader = Reader(page, address).open("/offices?objective=3&country=MEX")
    page.locator(".st-key-find input").focus()
    page.locator('[data-testid="stMain"]').evaluate("main => main.scrollTo(0, 400)")
    return reader


def minute_passes(page: Page) -> None:
    """Let a minute pass on the page's clock, and wait until it has asked which facts are shown now."""
    with page.expect_response("**/facts"):
        page.clock.fast_forward("01:01")


def is_over(frame: str | bytes) -> bool:
    """Tell whether a message of the server says that a run has ended."""
    return isinstance(frame, bytes) and ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished"


def test_a_page_that_nobody_touches_is_made_anew_when_the_facts_are_others(
    left: Reader, sockets: list[WebSocket]
) -> None:
    page, shown = left.page, left.page.locator("[data-facts]").get_attribute("data-facts")
    assert page.evaluate("() => fetch('./facts').then(answer => answer.text())") == shown
    facts = [shown]
    page.route("**/facts", lambda route: route.fulfill(body=facts[0]))
    page.evaluate("history.replaceState(history.state, '', '#offices-map')")
    where, address = page.evaluate(WHERE), page.url
    (socket,) = sockets
    sent: list[str | bytes] = []
    socket.on("framesent", lambda frame: sent.append(frame))
    minute_passes(page)
    facts[0] = "others"
    with socket.expect_event("framereceived", is_over):
        minute_passes(page)
    assert len(sent) == 1  # and none while the facts were the same
    left.wait().expect_no_fault()
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
