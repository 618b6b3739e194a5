"""A click on the map filters, as the picker does."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Locator, Page, Position, expect

from data.catalog import Catalog
from figures.maps.globe import turned
from figures.maps.viewport import fit
from tests.browser.reader import Reader

SIZE = (540, 400)
"""For which the page fits the view of the world."""

COLOMBIA = (-73.0, 4.0)
"""Near the middle of the globe, where its ground is seen as that of a flat map."""


@pytest.fixture
def reader(watched: Callable[..., Page], address: str) -> Reader:
    """A reader whose clock nobody shares: a click stops it."""
    return Reader(watched(address, apart=True), address)


def click_at(drawn: Locator, longitude: float, latitude: float, on_something: bool = True) -> None:
    """Click on a place of the world view, in degrees, once the map tells what lies under the pointer."""
    click_on(drawn, *fit([], *SIZE, margin=0).pixels(longitude, latitude), on_something)


def click_on(drawn: Locator, right: float, down: float, on_something: bool = True) -> None:
    """Click so many pixels to the right of and below the middle of the map."""
    box = drawn.bounding_box()
    assert box
    place: Position = {"x": box["width"] / 2 + right, "y": box["height"] / 2 + down}
    drawn.hover(position=place)
    if on_something:
        expect(drawn.locator(".deck-tooltip")).to_be_visible()
    # A press longer than a quarter of a second is no click to deck.gl, and drawing in software can take that long.
    drawn.page.clock.set_fixed_time(datetime.now(UTC))
    drawn.click(position=place)


def test_a_click_on_land_chooses_the_country_and_back_lets_it_go(reader: Reader) -> None:
    click_at(reader.open_map("/offices"), -55, -8)
    expect(reader.what_is_on()).to_contain_text("Brazil")
    reader.expect_query(country=["BRA"])
    expect(reader.page.get_by_role("heading", name="Brazil", exact=True)).to_be_visible()
    reader.page.go_back()
    reader.expect_no_filter()


def test_a_click_on_a_shaded_country_chooses_it(reader: Reader) -> None:
    click_at(reader.open_map("/offices?offices_view=countries", files=["countries"]), 134, -25)
    reader.expect_query(country=["AUS"], offices_view=["countries"])
    expect(reader.page.get_by_role("heading", name="Australia", exact=True)).to_be_visible()


def test_a_click_on_the_globe_chooses_a_country(reader: Reader) -> None:
    right, down = turned([], *SIZE, margin=0).pixels(*COLOMBIA)
    click_on(reader.open_map("/offices?offices_view=globe"), right, down)
    reader.expect_query(country=["COL"], offices_view=["globe"])
    expect(reader.page.get_by_role("heading", name="Colombia", exact=True)).to_be_visible()


def test_a_click_keeps_the_other_filters(reader: Reader) -> None:
    click_at(reader.open_map("/offices?objective=3&offices_color=strength"), 134, -25)
    reader.expect_query(objective=["3"], country=["AUS"], offices_color=["strength"])


def test_a_place_too_small_for_a_shape_can_be_clicked(reader: Reader, catalog: Catalog) -> None:
    countries = catalog["countries"].set_index("iso3")
    singapore = countries.loc["SGP"]
    click_at(reader.open_map("/offices"), singapore["longitude"], singapore["latitude"])
    reader.expect_query(country=["SGP"])


def test_the_sea_changes_nothing(reader: Reader) -> None:
    drawn = reader.open_map("/offices")
    click_at(drawn, -30, 0, on_something=False)
    click_at(drawn, -55, -8)
    expect(reader.what_is_on()).to_contain_text("Brazil")
    reader.expect_query(country=["BRA"])
    reader.page.go_back()
    reader.expect_no_filter()
