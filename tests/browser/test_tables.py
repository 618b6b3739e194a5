"""Every table on every page, opened: text with heads and names where its rows are few, and text one step away where they are many."""

import pytest
from playwright.sync_api import Locator, Page, expect

from components.navigation import ENTRIES
from components.take_away import FEW
from tests.browser.reader import Reader

PATHS = [
    *(f"/{entry.path}" for entry in ENTRIES),
    "/country?country=MEX&country=CHN",
    "/record?id=office:mex-mexico-city",
    "/timeline?country=CHN",
]

FAULTS = """() => [...document.querySelectorAll('[data-testid="stMain"] table:not([role="grid"])')].flatMap(table => {
  const faults = [], cells = row => [...row.cells], rows = [...table.tBodies].flatMap(body => [...body.rows]);
  const heads = [...table.tHead.querySelectorAll('th')];
  if (!table.caption?.textContent.trim()) faults.push('no name');
  if (!heads.every(head => /^col/.test(head.scope) && head.textContent.trim())) faults.push('a head without scope or words');
  if (!rows.every(row => row.querySelectorAll('th[scope^="row"]').length === 1)) faults.push('a row without its heading');
  if (rows.some(row => cells(row).some(cell => /^[–—-]$/.test(cell.textContent.trim())))) faults.push('a dash without words');
  if (rows.some(row => /^[a-z]{1,2}-?\\d+/.test(row.querySelector('th').textContent))) faults.push('a code names a row');
  if (table.closest('[role="img"]')) faults.push('read as an image');
  const box = table.closest('.scrolls');
  const scrolls = box && (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1);
  if (box && scrolls !== (box.tabIndex === 0 && box.role === 'region')) faults.push('a stop that does not scroll, or none that does');
  return faults.map(fault => `${table.caption?.textContent}: ${fault}`);
})"""


def open_tables(reader: Reader) -> None:
    """Open the rows of every figure of a page."""
    for summary in reader.page.locator('[class*="st-key-rows-"] summary').all():
        summary.click()
        reader.wait()


def rows_of(figure: Locator) -> int:
    """Return how many rows a grid has, which begin below its head."""
    return int(figure.locator('table[role="grid"]').get_attribute("aria-rowcount") or 0) - 1


@pytest.mark.parametrize("path", PATHS)
def test_every_table_is_text_that_can_be_read_out(reader: Reader, path: str) -> None:
    reader.open(path)
    open_tables(reader)
    page = reader.page
    for around in page.locator('[class*="st-key-around-table-"]').all():
        expect(around.locator('table[role="grid"]')).to_be_attached()
        assert rows_of(around) > FEW, "few rows are no picture"
    offered = page.get_by_role("switch", name="Show as a plain table")
    expect(offered).to_have_count(page.get_by_test_id("stDataFrame").count())
    for one in offered.all():
        one.press("Space")
        reader.wait()
    expect(page.get_by_test_id("stDataFrame")).to_have_count(0)
    assert page.evaluate(FAULTS) == []


def column(page: Page, number: int) -> list[str]:
    return page.locator(f".st-key-figure-events tbody tr > :nth-child({number})").all_inner_texts()


def test_a_table_is_sorted_and_followed_by_the_keyboard(reader: Reader) -> None:
    page = reader.open("/timeline?country=CHN").page
    open_tables(reader)
    figure = page.locator(".st-key-figure-events")
    head, button = figure.locator("thead th").nth(1), figure.locator("thead button").nth(1)
    expect(button, "it sorts").to_be_visible()
    came = column(page, 2)
    days = figure.locator("tbody data").evaluate_all("found => found.map(one => one.value)")

    button.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(button).to_be_focused()
    values = "found => found.map(one => one.value)"
    assert figure.locator("tbody data").evaluate_all(values) == sorted(days)
    button.press("Space")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert figure.locator("tbody data").evaluate_all(values) == sorted(days, reverse=True)
    button.press("Enter")
    expect(figure.locator("[aria-sort]")).to_have_count(0)
    assert column(page, 2) == came, "as it came"
    figure.locator("thead button").first.press("Enter")
    assert column(page, 1) == sorted(column(page, 1), key=str.casefold)

    link = figure.locator("tbody th a").nth(4)
    title = link.inner_text()
    link.press("Enter")
    expect(page.locator(".st-key-event h2")).to_have_text(title)
    expect(page.locator(".st-key-event")).to_be_focused()
    expect(figure.locator("[aria-current]")).to_have_text(title)

    page.set_viewport_size({"width": 390, "height": 844})
    expect(figure.locator("thead button").first, "what is out of sight is no stop").to_be_disabled()
