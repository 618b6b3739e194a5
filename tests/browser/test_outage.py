"""A server that goes away and comes back: a reader goes on as if nothing had been."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import CONNECTED, Reader
from tests.server import launch


@pytest.fixture
def page(chromium: Browser) -> Page:
    """A page that no promise is held against: while its server is gone it complains, and should."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="en-US")
    yield context.new_page()
    context.close()


CHOICES: dict[str, Callable[[Reader], None]] = {
    "a filter": lambda reader: reader.choose_objective(4),
    "a button": lambda reader: reader.page.locator(".st-key-reset").get_by_role("button").click(),
}


@pytest.mark.parametrize(("choice", "query"), [("a filter", "objective=3&objective=4"), ("a button", "")])
def test_the_first_choice_after_a_restart_holds(page: Page, choice: str, query: str) -> None:
    server = launch()
    try:
        reader = Reader(page, server.address).open("/objectives?objective=3#objectives-columns")
        server.kill()
        expect(page.locator(CONNECTED)).to_have_count(0)
        expect(page.locator("#outage")).to_contain_text("The connection to the briefing is lost")
        server = launch(urlsplit(server.address).port)
        expect(page.locator(CONNECTED)).to_be_attached()
        expect(page.locator("#outage")).to_have_text("")
        CHOICES[choice](reader)
        expect(page).to_have_url(re.compile(rf"/objectives{re.escape('?' + query if query else '')}(#.*)?$"))
        if query:
            expect(reader.what_is_on()).to_contain_text("Objective 3 or 4")
        else:
            reader.expect_no_filter()
    finally:
        server.kill()
