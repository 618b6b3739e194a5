"""The page Timeline in a real browser: a mark is a link, what it opens stands right below the drawing, and a swipe scrolls."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.reader import Reader

LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}


def drawing(page: Page) -> Locator:
    return page.locator(".st-key-figure-timeline svg.drawing")


def picked(page: Page) -> Locator:
    return page.locator(".st-key-event").get_by_role("heading")


def box(part: Locator) -> dict[str, float]:
    found = part.bounding_box()
    assert found
    return dict(found)


def test_a_mark_opens_its_event_without_a_new_page_and_back_closes_it(reader: Reader) -> None:
    reader.page.set_viewport_size(LAPTOP)
    reader.open("/timeline?objective=1")
    page = reader.page
    page.evaluate("window.isTheSame = true")
    drawing(page).locator("a", has_text="HSI releases the").first.click()
    expect(picked(page)).to_have_text("HSI releases the Strategy for Combating Illicit Opioids")
    reader.expect_query(objective=["1"], timeline_event=["ev-20230919-strategy"])
    assert page.evaluate("window.isTheSame"), "the page was loaded anew"
    expect(drawing(page).locator('a[aria-current][href*="ev-20230919"]')).to_have_count(1)
    page.go_back()
    expect(picked(page)).to_contain_text("López Obrador rejects interference")


def test_a_dot_without_a_label_says_what_it_is_and_opens(reader: Reader) -> None:
    reader.page.set_viewport_size(LAPTOP)
    reader.open("/timeline")
    dot = drawing(reader.page).locator(".along a:not(:has(text))").first
    told = dot.locator("title").text_content() or ""
    dot.locator("circle").click()
    expect(picked(reader.page)).to_have_text(told.partition(": ")[2])


def test_years_and_the_whole_are_one_click_away(reader: Reader) -> None:
    reader.page.set_viewport_size(LAPTOP)
    reader.open("/timeline")
    page = reader.page
    drawing(page).locator("a", has_text="2025").first.click()
    expect(page).to_have_url(re.compile(r"timeline_span=2025$"))
    expect(picked(page)).not_to_contain_text("López Obrador rejects")
    drawing(page).locator("a", has_text="All years").click()
    expect(page).to_have_url(re.compile(r"timeline_span=all$"))
    expect(drawing(page).locator("a", has_text="Sept 2023 HSI releases")).to_have_count(1)


@pytest.mark.parametrize("view", ["/timeline", "/timeline?timeline_event=ev-20230919-strategy"])
def test_drawing_and_head_of_the_event_stand_in_the_first_screen(reader: Reader, view: str) -> None:
    for window in (LAPTOP, PHONE):
        page = reader.page
        page.set_viewport_size(window)
        reader.open(view)
        # The width of a window is known from the second address on.
        reader.open(view)
        drawn, head = box(drawing(page)), box(picked(page))
        assert drawn["height"] <= 500
        assert drawn["y"] + drawn["height"] <= head["y"] <= window["height"] - 30


def test_a_key_date_brings_its_event_into_sight(reader: Reader) -> None:
    reader.page.set_viewport_size(PHONE)
    reader.open("/timeline")
    reader.page.locator(".key-dates").get_by_role("link", name=re.compile("Ríodoce")).click()
    expect(picked(reader.page)).to_contain_text("Ríodoce publishes")
    expect(picked(reader.page)).to_be_in_viewport()


def test_no_chart_library_comes_with_the_page(reader: Reader) -> None:
    fetched: list[str] = []
    reader.page.on("request", lambda request: fetched.append(request.url))
    reader.open("/timeline")
    assert not [url for url in fetched if "plotly" in url.lower()]
