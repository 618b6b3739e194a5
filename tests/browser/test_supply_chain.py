"""The page Supply chain in a real browser: a choice is one step of history, and what is drawn leads on."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.reader import Reader

MAP = '[class*="st-key-figure-supply-map"] svg.drawing'


def title(reader: Reader) -> Locator:
    return reader.page.get_by_test_id("stMainBlockContainer").locator("h1")


def test_a_commodity_is_chosen_in_the_link_and_back_undoes_it(reader: Reader) -> None:
    reader.open("/supply-chain?lang=en")
    page = reader.page
    expect(title(reader)).to_contain_text("statements on precursors name China, India or Asia as origin")
    page.locator(".st-key-supply_commodity button", has_text="Weapons").click()
    reader.wait()
    expect(title(reader)).to_contain_text("One statement: weapons", timeout=15_000)
    expect(page).to_have_url(re.compile(r"supply_commodity=weapons"))
    expect(page.locator(MAP)).to_contain_text("Weapons")
    page.go_back()
    expect(title(reader)).to_contain_text(
        "statements on precursors name China, India or Asia as origin", timeout=15_000
    )


def test_a_click_on_a_place_keeps_what_is_said_of_it_and_a_second_one_lets_go(reader: Reader) -> None:
    reader.open("/supply-chain?lang=en")
    page = reader.page
    place = page.locator(f"{MAP} a").filter(has_text=re.compile("^India"))
    place.click()
    expect(title(reader)).to_contain_text("One statement: precursors go from India to Mexico", timeout=15_000)
    expect(page).to_have_url(re.compile(r"country=IND"))
    place.click()
    expect(title(reader)).to_contain_text(
        "statements on precursors name China, India or Asia as origin", timeout=15_000
    )


def test_an_arrow_leads_to_what_is_said_and_who_denies_it(reader: Reader) -> None:
    reader.open("/supply-chain?lang=en")
    page = reader.page
    page.locator(f"{MAP} text", has_text="Fentanyl†").click()
    row = page.locator("#flow-f09")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("Fentanyl is not made in Mexico but imported from Asia")
    expect(page).to_have_url(re.compile(r"#flow-f09$"))
    row.get_by_role("link", name="All sides").click()
    expect(title(reader)).to_contain_text("Production in Mexico", timeout=15_000)


@pytest.mark.parametrize("width", [390, 1024])
def test_nothing_is_wider_than_the_window(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    reader.open("/supply-chain?lang=en")
    table = reader.page.locator("table.statements")
    expect(table).to_be_visible()
    assert table.evaluate("table => Math.max(...[...table.querySelectorAll('*')].map(e => e.getBoundingClientRect().right))") <= width  # fmt: skip


def test_a_link_to_a_statement_goes_to_it_and_back_from_it_to_the_drawing(reader: Reader) -> None:
    reader.open("/supply-chain?lang=en#flow-f09")
    page = reader.page
    expect(page.locator("#flow-f09")).to_be_in_viewport()
    reader.open("/supply-chain?lang=en")
    # The middle of an arrow's box is not on its bow.
    page.locator(f"{MAP} a[href='#flow-f12']").first.dispatch_event("click")
    expect(page.locator("#flow-f12")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#flow-f12")).not_to_be_in_viewport()
    expect(title(reader)).to_be_in_viewport()
