"""English and Spanish in the browser: the switch keeps the view, the browser's language decides, and Streamlit speaks it, too."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from components.navigation import ENTRIES, Entry
from components.own_words import WITH_MORE, WITHIN, WORDS
from figures.language import language
from tests.browser.reader import Reader

OF_PAGE = {"country": "country=MEX", "record": "id=office:mex-tijuana"}
"""What a page is to show, where its path alone shows less."""

LINES = """() => { const heading = document.querySelector('[data-testid="stMain"] h1');
  return heading.getBoundingClientRect().height / parseFloat(getComputedStyle(heading).lineHeight); }"""

SAID = """() => {
  const said = [], theirs = '.stHtml, [data-testid="stMarkdownContainer"], [data-testid="stHeading"] h1, script, style, noscript, #first-paint';
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node; (node = all.nextNode()); )
    if (node.nodeType === Node.TEXT_NODE) { if (!node.parentElement.closest(theirs)) said.push(node.nodeValue.trim()); }
    else for (const label of ["aria-label", "title", "placeholder"]) if (node.hasAttribute(label)) said.push(node.getAttribute(label));
  return said;
}"""
"""All that stands in attributes, and in texts that are none of ours."""


ROOM = """() => { const box = (of) => document.querySelector(of).getBoundingClientRect();
  return box(".st-key-copy-link a.language").left - box(".st-key-find").right; }"""
"""Pixels between the box that finds anything and the other language."""


def path(entry: Entry) -> str:
    return f"/{entry.path}?{'&'.join(filter(None, [OF_PAGE.get(entry.name), 'lang=es']))}"


def test_the_language_changes_and_the_view_stays(reader: Reader) -> None:
    reader.open("/objectives?objective=3&country=MEX")
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    room = reader.page.evaluate(ROOM)
    reader.page.get_by_role("link", name="Español").click()
    expect(reader.page.locator("html")).to_have_attribute("lang", "es")
    reader.wait()
    assert reader.page.evaluate(ROOM) == pytest.approx(room, abs=1)
    assert room > 16
    expect(reader.what_is_on()).to_contain_text("Objetivo 3 · México")
    reader.expect_query(objective=["3"], country=["MEX"], lang=["es"])
    reader.page.get_by_role("link", name="English").click()
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    reader.wait()
    expect(reader.what_is_on()).to_contain_text("Objective 3 · Mexico")
    reader.page.go_back()
    expect(reader.page.locator("html")).to_have_attribute("lang", "es")
    reader.wait()
    expect(reader.what_is_on()).to_contain_text("Objetivo 3 · México")
    reader.expect_no_fault()


def test_a_filter_outlives_a_change_of_language_and_the_next_click(reader: Reader) -> None:
    reader.open("/objectives?country=MEX")
    reader.page.get_by_role("link", name="Español").click()
    reader.expect_query(country=["MEX"], lang=["es"])
    reader.wait()
    expect(reader.page.locator(".st-key-country")).to_contain_text("México")
    reader.choose_objective(3)
    reader.expect_query(objective=["3"], country=["MEX"], lang=["es"])


def test_a_language_in_the_link_is_spoken_and_carried_on(reader: Reader) -> None:
    reader.open("/offices?country=MEX&lang=es")
    expect(reader.page.locator("html")).to_have_attribute("lang", "es")
    reader.page.locator(".st-key-navigation").get_by_role("link", name="Cronología").click()
    expect(reader.page).to_have_url(re.compile(r"/timeline\?country=MEX&lang=es$"))


def test_the_browsers_language_is_spoken_where_the_link_states_none(chromium: Browser, address: str) -> None:
    context = chromium.new_context(locale="es-MX", viewport={"width": 1366, "height": 768})
    reader = Reader(context.new_page(), address).open("/timeline?country=MEX")
    expect(reader.page.locator("html")).to_have_attribute("lang", "es")
    expect(reader.what_is_on()).to_contain_text("México")
    reader.expect_query(country=["MEX"])
    context.close()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_a_spanish_page_fits_its_window_and_streamlit_speaks_it(reader: Reader, entry: Entry) -> None:
    page: Page = reader.page
    page.set_viewport_size({"width": 1366, "height": 768})
    reader.open(path(entry))
    assert page.evaluate(LINES) < 2.5
    assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= 1366
    spanish = language("es")
    english = {words for words in WORDS if spanish.gettext(words) != words}
    patterns = [re.escape(words).replace(r"\{rest\}", ".+") for words in WITH_MORE if spanish.gettext(words) != words]
    said = set(page.evaluate(SAID))
    assert said & english == set()
    for selector, ours in WITHIN.items():
        left = {
            text.strip()
            for one in page.locator(selector).all()
            for text in (one.inner_text(), one.get_attribute("aria-label") or "")
        }
        assert left & set(ours) == set()
    assert [words for words in said if any(re.fullmatch(pattern, words) for pattern in patterns)] == []
    page.set_viewport_size({"width": 390, "height": 844})
    reader.open(path(entry))
    assert page.evaluate(LINES) < 4.5
    switch = page.get_by_role("link", name="English")
    expect(switch).to_be_in_viewport()
    expect(switch).to_have_text("EnglishEN")


def test_a_list_and_an_empty_date_are_streamlits_words_too(reader: Reader) -> None:
    reader.open("/changes?lang=es")
    year = reader.page.get_by_role("spinbutton", name="año, Desde")
    expect(year).to_have_text("aaaa")
    expect(reader.page.locator('[data-testid="stMultiSelect"] button[aria-haspopup]').first).to_have_attribute(
        "aria-label", re.compile("^Abrir")
    )
    # What the reader fills in is as typed, and what is cleared is said again.
    year.press_sequentially("2026")
    expect(year).to_have_text("2026")
    for _digit in "2026":
        year.press("Backspace")
    expect(year).to_have_text("aaaa")
    reader.expect_no_fault()
