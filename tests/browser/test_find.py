"""Find anything, by the keyboard alone."""

from playwright.sync_api import expect

from tests.browser.reader import Reader


def test_escape_closes_what_was_found_and_the_keyboard_is_back_where_it_was_asked_for(reader: Reader) -> None:
    reader.open("/supply-chain?lang=en")
    page = reader.page
    box = page.locator(".st-key-find input")
    box.fill("produced in Mexico")
    box.press("Enter")
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
