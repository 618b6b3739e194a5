"""A click on the map of offices filters, as the picker does: on the drawing, which is made of links, and on the map to explore."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Locator, Page, Position, expect

from figures.maps.viewport import fit
from tests.browser.reader import Reader

SIZE = (520, 400)
"""For which the page fits the view of the world on the map to explore."""


@pytest.fixture
def reader(watched: Callable[..., Page], address: str) -> Reader:
    """A reader whose clock nobody shares: a click stops it."""
    return Reader(watched(address, apart=True), address)


def drawing(reader: Reader) -> Locator:
    """Return the map, once the drawing stands in the page itself."""
    drawn = reader.page.locator(".st-key-figure-offices-map svg.drawing")
    expect(drawn).to_be_visible()
    return drawn


def mark(reader: Reader, said: str) -> Locator:
    """Return the mark of which something is said to who points at it."""
    return drawing(reader).locator("g", has=reader.page.locator("title", has_text=re.compile(f"^{said}"))).last


def test_a_click_on_a_mark_chooses_its_country_and_a_second_one_lifts_it(reader: Reader) -> None:
    reader.open("/offices?objective=3&offices_color=strength")
    mark(reader, "Brasília, Brazil").locator("path").click()
    reader.expect_query(objective=["3"], offices_color=["strength"], country=["BRA"])
    expect(reader.page.get_by_role("heading", name="Brazil", exact=True)).to_be_visible()
    # The focus is on the map drawn anew, and on no way past the section, which only a keyboard asks for.
    expect(reader.page.locator(".st-key-figure-offices-map [role=application]:focus").last).to_be_visible()
    mark(reader, "Brasília, Brazil").locator("path").click()
    reader.expect_query(objective=["3"], offices_color=["strength"])
    expect(reader.page.get_by_role("heading", name="Pick a country")).to_be_visible()


def test_a_click_on_land_chooses_the_country_and_back_lets_it_go(reader: Reader) -> None:
    reader.open("/offices")
    land = drawing(reader).locator("a", has=reader.page.locator("title", has_text=re.compile("^Australia: "))).first
    land.locator("path").click()
    expect(reader.what_is_on()).to_contain_text("Australia")
    reader.expect_query(country=["AUS"])
    reader.page.go_back()
    reader.expect_no_filter()
    expect(reader.page.get_by_role("heading", name="Pick a country")).to_be_visible()


def test_a_country_is_picked_from_the_list_with_the_keyboard(reader: Reader) -> None:
    reader.open("/offices")
    reader.page.locator(".country-list").get_by_role("link", name="Hong Kong").press("Enter")
    reader.expect_query(country=["HKG"])
    expect(reader.page.get_by_role("heading", name="Hong Kong", exact=True)).to_be_visible()
    expect(reader.page.get_by_test_id("stMain").locator("h1")).to_be_focused()


def test_the_map_needs_no_library_and_no_shapes(reader: Reader) -> None:
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.open("/offices")
    drawing(reader)
    reader.page.wait_for_load_state("networkidle")
    assert not [url for url in asked if re.search(r"DeckGl|PlotlyChart|/assets/countries", url)]


def test_a_click_on_the_map_to_explore_chooses_a_country_and_the_sea_changes_nothing(reader: Reader) -> None:
    drawn = reader.open_map("/offices?offices_view=explore")
    click_at(drawn, -30, 0, on_something=False)
    click_at(drawn, -55, -8)
    expect(reader.what_is_on()).to_contain_text("Brazil")
    reader.expect_query(country=["BRA"], offices_view=["explore"])


def click_at(drawn: Locator, longitude: float, latitude: float, on_something: bool = True) -> None:
    """Click on a place of the world view, in degrees, once the map tells what lies under the pointer."""
    box = drawn.bounding_box()
    assert box
    right, down = fit([], *SIZE, margin=0).pixels(longitude, latitude)
    place: Position = {"x": box["width"] / 2 + right, "y": box["height"] / 2 + down}
    drawn.hover(position=place)
    if on_something:
        expect(drawn.locator(".deck-tooltip")).to_be_visible()
    # A press longer than a quarter of a second is no click to deck.gl, and drawing in software can take that long.
    drawn.page.clock.set_fixed_time(datetime.now(UTC))
    drawn.click(position=place)
