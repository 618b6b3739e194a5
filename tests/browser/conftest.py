"""A served briefing and a real Chromium to read it with."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.browser.reader import Reader
from tests.chromium import launch
from tests.server import serving

ROOT = Path(__file__).parent.parent.parent

Device = tuple[int, int, str, bool]
"""Width and height of the window in pixels, the theme, `light` or `dark`, and whether it is a phone's, which a finger touches."""

NOWHERE = re.compile(r"Failed to load resource: the server responded with a status of 404 .* \S+/nowhere(\?\S*)?")
"""What Chromium says where a test asks for an address that no page has: the status tells programs so."""

BLOCKED = """addEventListener('securitypolicyviolation', event =>
  console.error(`kept off by the policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))"""

WAIT = 60_000
"""Milliseconds. A busy machine that draws maps in software answers late, and no test here is about how late."""

expect.set_options(timeout=WAIT)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The briefing, served once for all tests."""
    with serving() as server:
        yield server.address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def kept(chromium: Browser, address: str) -> Iterator[dict[Device, BrowserContext]]:
    """Device → its browser context: readers with the same device share what the browser keeps of the briefing's files."""
    contexts: dict[Device, BrowserContext] = {}
    yield contexts
    for context in contexts.values():
        context.close()  # before the server stops: it waits for those who are connected


@pytest.fixture
def watched(chromium: Browser, kept: dict[Device, BrowserContext]) -> Iterator[Callable[..., Page]]:
    """Make pages whose every request and console line is held against what the briefing promises.

    A page made `apart` has a browser context of its own: an empty cache, and a clock that nobody shares.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not NOWHERE.fullmatch(f"{message.text} {message.location.get('url')}"):
            complaints.append(f"console: {message.text} {message.location.get('url')}")

    def context_of(device: Device) -> BrowserContext:
        width, height, theme, touch = device
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,
            locale="en-US",
            has_touch=touch,
            is_mobile=touch,
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.set_default_timeout(WAIT)
        return context

    def make(
        base: str,
        width: int = 1366,
        height: int = 768,
        theme: str = "light",
        touch: bool = False,
        apart: bool = False,
    ) -> Page:
        device = (width, height, theme, touch)
        if apart:
            context = context_of(device)
        else:
            context = kept[device] = kept.get(device) or context_of(device)
        page = context.new_page()
        host = base.split("//")[1]
        # Whatever the policy keeps from a page is a complaint of its own: nothing of ours needs more than it allows.
        page.add_init_script(BLOCKED)
        page.on("console", on_console)
        page.on("pageerror", lambda error: complaints.append(f"page error: {error}"))

        def on_request(url: str) -> None:
            if not url.startswith(("data:", "blob:")) and url.split("/")[2] != host:
                complaints.append(f"outside request: {url}")

        page.on("request", lambda request: on_request(request.url))
        page.on("websocket", lambda socket: on_request(socket.url))
        contexts.append(context)
        return page

    yield make
    for context in contexts:
        for page in context.pages:
            page.close()
        if context in kept.values():
            context.set_storage_state({})
        else:
            context.close()
    assert not complaints


@pytest.fixture
def reader(watched: Callable[..., Page], address: str) -> Reader:
    """A reader with a laptop."""
    return Reader(watched(address), address)
