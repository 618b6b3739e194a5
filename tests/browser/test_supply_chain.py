"""The page Supply chain in a real browser: the choice of a commodity is one step of history and redraws little."""

import re

from playwright.sync_api import expect

from tests.browser.reader import Reader


def test_a_commodity_is_chosen_in_the_link_and_back_undoes_it(reader: Reader) -> None:
    reader.open("/supply-chain?lang=en")
    page = reader.page
    title = page.get_by_test_id("stMainBlockContainer").locator("h1")
    expect(title).to_contain_text("Precursors: ")
    page.locator(".st-key-supply_commodity button", has_text="Weapons").click()
    reader.wait()
    expect(title).to_contain_text("One published statement: Weapons", timeout=15_000)
    expect(page).to_have_url(re.compile(r"supply_commodity=weapons"))
    expect(page.locator('[class*="st-key-figure-supply-map"] canvas').first).to_be_visible()
    page.go_back()
    expect(title).to_contain_text("Precursors: ", timeout=15_000)


def test_what_is_said_of_a_commodity_opens_on_demand(reader: Reader) -> None:
    reader.open("/supply-chain?lang=en")
    page = reader.page
    page.get_by_text(re.compile("^Cash: .* initiatives")).click()
    expect(page.get_by_text("Chinese money-laundering networks").last).to_be_visible(timeout=15_000)
    expect(page.get_by_text("inferred from the wording").first).to_be_visible()
