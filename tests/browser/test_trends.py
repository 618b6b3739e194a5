"""The page of trends before a reader: picking by keyboard, Back, and charts that fit."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.reader import Reader


def test_an_indicator_is_picked_by_keyboard_and_back_lets_it_go(reader: Reader) -> None:
    reader.open("/trends")
    box = reader.page.locator(".st-key-trends_indicator").get_by_role("combobox")
    box.focus()
    box.press_sequentially("army and navy")
    expect(reader.page.get_by_role("option")).to_have_count(1)
    box.press("ArrowDown")
    box.press("Enter")
    box.press("Escape")  # the open list hides the rest of the page from screen readers
    reader.expect_query(trends_indicator=["mexico-army-navy-fentanyl-seized-cy"])
    expect(reader.page.get_by_role("heading", name="Fentanyl seized in Mexico by the army and navy")).to_be_visible()
    reader.page.go_back()
    expect(reader.page.get_by_role("heading", name="Fentanyl seized by HSI")).to_be_visible()


def test_events_over_trends_survive_a_reload(reader: Reader) -> None:
    reader.open("/trends?trends_indicator=cbp-fentanyl-seized-fy")
    reader.page.get_by_role("radio", name="With events").click()
    reader.expect_query(trends_indicator=["cbp-fentanyl-seized-fy"], trends_events=["1"])
    reader.page.reload()
    reader.wait()
    expect(reader.page.locator("details summary", has_text="not thereby causes")).to_be_visible()


def test_what_is_picked_on_trends_fits_a_phone(watched: Callable[..., Page], address: str) -> None:
    reader = Reader(watched(address, width=390, height=844, theme="light"), address)
    reader.open(
        "/trends?trends_indicator=nflis-fentanyl-reports-cy&trends_indicator=cbp-fentanyl-seized-ytd&trends_events=1"
    )
    main = reader.page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
