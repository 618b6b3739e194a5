"""Find anything, by the keyboard alone."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from data.link import LONGEST_SEARCH
from tests.browser.reader import Reader


def test_escape_closes_what_was_found_and_the_keyboard_is_back_where_it_was_asked_for(reader: Reader) -> None:
    reader.open("/supply-chain?lang=en")
    page = reader.page
    box = reader.find("produced in Mexico")
    found = page.locator(".st-key-found")
    expect(found).to_contain_text("Production in Mexico")
    found.get_by_role("link").first.focus()
    page.keyboard.press("Escape")
    expect(found).to_have_count(0)
    expect(box).to_be_focused()
    expect(box).to_have_value("")


def test_what_is_not_shown_at_first_can_be_asked_for(reader: Reader) -> None:
    reader.open("/about?lang=en&find=fentanyl")
    found = reader.page.locator(".st-key-found")
    before = found.get_by_role("link").count()
    found.get_by_role("button", name="Show more").last.click()
    expect(found.get_by_role("link").nth(before)).to_be_attached()


def test_a_part_of_a_page_is_found_by_the_keyboard_and_stands_below_the_band_with_the_focus(reader: Reader) -> None:
    reader.open("/supply-chain?lang=en&country=MEX")
    page = reader.page
    box = reader.find("licence")
    page.locator(".found-pages a").first.press("Enter")
    expect(page).to_have_url(re.compile(r"/about\?country=MEX&lang=en#licences$"))
    heading = page.locator("#licences")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(page.locator(".st-key-found")).to_have_count(0)
    # The last part of a page moves the page alone, not the band above it.
    expect(box).to_be_in_viewport(ratio=1)
    page.go_back()
    expect(page.locator(".found-pages a").first).to_be_visible()
    page.go_forward()
    expect(heading).to_be_in_viewport()


def test_a_month_is_found_told_and_charted_in_two_steps(reader: Reader) -> None:
    reader.open("/?lang=en")
    page = reader.page
    reader.find("fentanyl march 2024")
    link = page.locator(".st-key-found").get_by_role("link").first
    expect(link).to_contain_text("1,248.03 lb, in Southwest Border, OFO; all parts, added by us: 1,449.13 lb")
    link.click()
    reader.wait()
    reader.expect_query(lang=["en"], trends_indicator=["cbp-fentanyl-seized-month"], from_=["2024"], to=["2024"])
    expect(page.get_by_role("heading", name="(Southwest Border, OFO only)").first).to_be_visible()


def test_a_text_of_any_length_is_cut_to_a_search(reader: Reader) -> None:
    reader.open("/about?lang=en")
    box = reader.find("licence " * 1250)
    expect(reader.page.locator(".found-pages a")).to_have_text("Licences")
    expect(box).to_have_value(re.compile(rf"^.{{1,{LONGEST_SEARCH}}}$"))
    reader.expect_no_fault()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_results_stand_apart_each_with_its_icon_on_its_first_line(
    watched: Callable[..., Page], address: str, width: int, height: int
) -> None:
    reader = Reader(watched(address, width=width, height=height, theme="light"), address)
    reader.open("/about?lang=en&find=fentanyl")
    found = reader.page.locator(".st-key-found")
    expect(found.get_by_role("link").nth(5)).to_be_visible()
    told = found.evaluate(
        """panel => [...panel.querySelectorAll("[data-testid=stPageLink-NavLink]")].map(link => {
            const words = link.querySelector("p"), range = document.createRange();
            range.selectNodeContents(words);
            const lines = range.getClientRects(), box = range.getBoundingClientRect();
            const icon = link.querySelector("[data-testid=stIconMaterial]").getBoundingClientRect();
            return {left: box.left, top: box.top, bottom: box.bottom, line: lines[0].height,
                    off: Math.abs((icon.top + icon.bottom) / 2 - (lines[0].top + lines[0].bottom) / 2)};
        })"""
    )
    assert max(one["off"] for one in told) < 4
    below = [
        (one, other)
        for one, other in pairwise(told)
        if abs(one["left"] - other["left"]) < 2 and other["top"] > one["top"]
    ]
    assert len(below) > 5
    assert min(other["top"] - one["bottom"] for one, other in below) >= 8, "more room between results than within one"
    close = found.get_by_role("button", name="Close").bounding_box()
    panel = found.bounding_box()
    assert panel["x"] + panel["width"] - close["x"] - close["width"] < 40
    assert close["y"] - panel["y"] < 40
