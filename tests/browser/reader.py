"""What a reader does with the briefing, in words."""

import re
from collections.abc import Sequence
from contextlib import ExitStack
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

EXCEPTION = '[data-testid="stException"]'
CONNECTED = '.stApp[data-test-connection-state="CONNECTED"]'
SETTLED = '.stApp[data-test-script-state="notRunning"]'

STANDS = """settled => document.querySelector('[data-testid="stMain"] h1')?.checkVisibility({visibilityProperty: true})
  && document.querySelector(settled) && !document.querySelector('#first-paint, [data-testid="stSkeleton"]')"""
"""The page stands and its script rests. Asked in every frame: four expectations of Playwright's would look once a second each."""


class Reader:
    """A person before one browser page."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base

    def open(self, path: str) -> "Reader":
        """Follow a link into the briefing."""
        self.page.goto(f"{self.base}{path}" if path.startswith("/") else path)
        return self.wait()

    def wait(self) -> "Reader":
        """Wait until the page stands and its script rests."""
        self.page.wait_for_function(STANDS, arg=SETTLED)
        return self

    def open_map(self, path: str, files: Sequence[str] = ("countries", "marks")) -> Locator:
        """Follow a link to a page with a map, and return the map once its land and marks are drawn from their files."""
        with ExitStack() as awaited:
            for name in files:
                awaited.enter_context(self.page.expect_response(re.compile(rf"/assets/{name}\.")))
            self.open(path)
        drawn = self.page.get_by_test_id("stDeckGlJsonChart")
        drawn.scroll_into_view_if_needed()
        # The marks are drawn in the frame after the one that follows their file.
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        self.page.wait_for_load_state("networkidle")
        return drawn

    @property
    def query(self) -> dict[str, list[str]]:
        """What the address bar says."""
        return parse_qs(urlsplit(self.page.url).query)

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def expect_query(self, **query: list[str]) -> None:
        """Wait until the address bar says exactly this."""
        wanted = "&".join(f"{key.rstrip('_')}={value}" for key, values in query.items() for value in values)
        expect(self.page).to_have_url(re.compile(rf"^[^?]*{re.escape('?' + wanted) if wanted else ''}$"))

    def what_is_on(self) -> Locator:
        """The line that says which filters are on."""
        return self.page.locator(".st-key-what-is-on").get_by_role("paragraph").first

    def expect_no_filter(self) -> None:
        """Wait until no filter is on, so that there is none to lift."""
        expect(self.page.locator(".st-key-reset")).to_have_count(0)

    def find(self, text: str) -> Locator:
        """Look for something in the box that every page has, and return the box."""
        box = self.page.locator(".st-key-find input")
        box.fill(text)
        box.press("Enter")
        return box

    def choose_objective(self, number: int) -> None:
        self.page.locator(".st-key-objective").get_by_role("button", name=re.compile(rf"^{number} ")).click()

    def choose_country(self, name: str) -> None:
        """Type a country's name into the search of the country filter and take the first answer."""
        box = self.page.locator(".st-key-country").get_by_role("combobox")
        box.fill(name)
        self.page.get_by_role("option", name=name, exact=True).click()
        box.press("Escape")

    def go_to(self, page: str) -> None:
        """Follow a link of the navigation, and wait until its page stands."""
        link = self.page.locator(".st-key-navigation").get_by_role("link", name=page)
        path = urlsplit(link.get_attribute("href")).path
        link.click()
        expect(self.page).to_have_url(re.compile(rf"//[^/?]+/{re.escape(path)}(\?|$)"))
        self.wait()

    def expect_no_fault(self) -> None:
        expect(self.page.locator(EXCEPTION)).to_have_count(0)
        expect(self.page.get_by_text("Something went wrong")).to_have_count(0)
