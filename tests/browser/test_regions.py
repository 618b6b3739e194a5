"""A region is found, framed and taken away: the picture of the map for Latin America, as a briefer would get it."""

import struct
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.reader import Reader


def test_the_map_of_a_region_is_found_and_taken_away_as_a_picture(reader: Reader) -> None:
    reader.open("/timeline?country=CHN")
    find = reader.page.get_by_role("textbox", name="Find")
    find.fill("latin")
    find.press("Enter")
    reader.page.get_by_role("link", name="Latin America and the Caribbean").click()
    reader.expect_query(region=["419"])
    assert reader.wait().path == "/offices"
    expect(reader.what_is_on()).to_contain_text("Latin America and the Caribbean")
    figure = reader.page.locator(".st-key-figure-offices-map")
    expect(figure.locator("h2")).to_contain_text("Latin America and the Caribbean")
    figure.get_by_text("Table and downloads").click()
    with reader.page.expect_download() as download:
        figure.get_by_role("button", name="PNG", exact=True).click()
    assert download.value.suggested_filename.startswith("offices-map_region-419_")
    assert struct.unpack(">II", Path(download.value.path()).read_bytes()[16:24]) == (3200, 1800)


def test_a_region_is_chosen_in_the_sidebar_and_its_name_is_never_cut(reader: Reader) -> None:
    reader.open("/about")
    box = reader.page.locator(".st-key-region").get_by_role("combobox")
    box.click()
    box.fill("Latin")
    option = reader.page.get_by_role("option", name="Latin America and the Caribbean")
    name = option.locator("[data-item-hl]")
    assert name.evaluate("one => one.scrollWidth <= one.clientWidth")
    option.click()
    reader.expect_query(region=["419"])
    chosen = reader.wait().page.locator(".st-key-region [data-tag] span").first
    assert chosen.evaluate("one => one.scrollWidth <= one.clientWidth || getComputedStyle(one).whiteSpace === 'normal'")
