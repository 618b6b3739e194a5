"""The whole briefing by the keyboard alone: every stop is seen and can be hit, no focus is lost, and what changes is told."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as Late

from components.navigation import ENTRIES
from tests.browser.reader import Reader

LAPTOP = {"width": 1366, "height": 768, "theme": "light"}
PHONE = {"width": 390, "height": 844, "theme": "dark"}

SHOWN = {"/country": "/country?country=MEX", "/record": "/record?id=event:ev-20230531-mananera"}
"""Path → the view of it that has most to go through, where the path alone has little."""

VIEWS = [SHOWN.get(f"/{entry.path}", f"/{entry.path}") for entry in ENTRIES]

STOPS = 60
"""Stops of a page, by the ways past its sections."""

MEASURE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const drawn = at.matches('input[type=range]') ? at.closest('[style*="translate"]') : at;  // a handle stands for its field
  const style = getComputedStyle(drawn), box = drawn.getBoundingClientRect(), first = drawn.getClientRects()[0] ?? box;
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const isTall = box.height > innerHeight - 80;
  const wrong = [];

  const shade = colour => {
    const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
    const linear = [red, green, blue].map(one => (one /= 255) <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return {alpha, light: linear[0] * 0.2126 + linear[1] * 0.7152 + linear[2] * 0.0722};
  };
  const ground = one => {
    const {alpha, light} = shade(getComputedStyle(one).backgroundColor);
    return alpha > 0.5 || !one.parentElement ? light : ground(one.parentElement);
  };
  const shades = [shade(style.outlineColor).light, ground(parseFloat(style.outlineOffset) < 0 ? drawn : drawn.parentElement)];
  const contrast = (Math.max(...shades) + 0.05) / (Math.min(...shades) + 0.05);
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 || contrast < 3)
    wrong.push(`its line is ${style.outlineStyle} ${style.outlineWidth}, ${contrast.toFixed(1)}:1`);
  const reach = Math.max(0, parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth)) - 0.5;
  for (let one = drawn.parentElement; one && !one.matches('svg, body, [data-testid="stMain"]'); one = one.parentElement) {
    const around = getComputedStyle(one), to = one.getBoundingClientRect();
    const isCut = [box.left - reach < to.left, box.right + reach > to.right, box.top - reach < to.top, box.bottom + reach > to.bottom];
    if (around.clipPath !== 'none' || (around.overflowX !== 'visible' && isCut.filter(Boolean).length > 1))
      wrong.push(`its line is cut by ${one.className}`);
  }

  if (box.width < 2 || box.height < 2) wrong.push('nothing of it is to be seen');
  if (box.left < -1 || box.left > innerWidth || (!isTall && (box.top < 0 || box.bottom > innerHeight))) wrong.push('it is outside of the window');
  const seen = (left, top) => {
    const there = document.elementFromPoint(Math.min(Math.max(left, 1), innerWidth - 2), Math.min(Math.max(top, 1), innerHeight - 2));
    return there && (drawn.contains(there) || there.contains(drawn) || there.closest('label')?.contains(at));
  };
  const corners = [[first.left + first.width / 2, first.top + first.height / 2], [first.left + 2, first.top + 2], [first.right - 2, first.bottom - 2]];
  // Marks of a drawing cross each other.
  if (!drawn.closest('svg') && !isTall && !corners.some(([left, top]) => seen(left, top))) wrong.push('it is covered');
  const band = document.querySelector('[data-testid="stHeader"]').getBoundingClientRect().bottom;
  const isPage = at.closest('[data-testid="stMain"]') && !at.closest('main:focus, .st-key-find, .st-key-copy-link, .st-key-what-is-on');
  if (isPage && !isTall && box.top < band) wrong.push('it is behind the band');

  // Less than 24 pixels are enough within a sentence, or where nothing else is hit in a circle of 24 pixels.
  const block = at.closest('p, li, td, th, figcaption, dd, small, h1, h2, h3, h4, div');
  const isInText = style.display === 'inline' && block.textContent.trim().length > at.textContent.trim().length + 3;
  if (!at.closest('svg') && (box.width < 24 || box.height < 24) && !isInText) {
    const others = [...document.querySelectorAll('a[href], button, input:not([type=range]), summary')].filter(other =>
      other.tabIndex >= 0 && !other.disabled && !other.contains(at) && !at.contains(other) && !other.matches('.skips') && other.checkVisibility({visibilityProperty: true}));
    const close = others.find(other => {
      const to = other.getBoundingClientRect(), isSmall = to.width < 24 || to.height < 24;
      const [across, down] = [Math.max(to.left - x, 0, x - to.right), Math.max(to.top - y, 0, y - to.bottom)];
      const apart = Math.hypot(to.left + to.width / 2 - x, to.top + to.height / 2 - y);
      return to.width > 1 && (Math.hypot(across, down) < 12 || (isSmall && apart < 24));
    });
    const isHit = [[-11.5, 0], [11.5, 0], [0, -11.5], [0, 11.5]].every(([by, down]) => drawn.contains(document.elementFromPoint(x + by, y + down)));
    if (close && !isHit) wrong.push(`it is ${box.width} × ${box.height}, beside ${close.outerHTML.slice(0, 90)}`);
  }
  return {name: `${at.localName} “${(at.getAttribute('aria-label') ?? at.textContent).trim().slice(0, 50)}”`, wrong};
}"""
"""What is wrong with the stop on which the keyboard is; nothing once it has left the page."""

BY_THE_WAYS = """() => {
  const stops = [...document.querySelectorAll('a[href], button, input, summary, main, [tabindex], [contenteditable="true"]')].filter(one =>
    one.tabIndex >= 0 && !one.disabled && !one.closest('[inert]') && one.checkVisibility({visibilityProperty: true}));
  let count = 0;
  for (let at = 0; at < stops.length; at++, count++) {
    if (!stops[at].matches('.skips')) continue;
    const to = stops[at].leadsTo;
    const next = to ? stops.findIndex(one => to.contains(one) || to.compareDocumentPosition(one) & 4) : stops.length - 1;
    at = Math.max(at, next - 1);
  }
  return count;
}"""
"""How many stops there are for whoever takes every way past a section."""

FRAME = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const levels = [...main.querySelectorAll('h1, h2, h3, h4')].filter(one => one.checkVisibility()).map(one => Number(one.localName[1]));
  return {
    first: levels.filter(level => level === 1).length,
    jumps: levels.filter((level, at) => at && level > levels[at - 1] + 1).length,
    landmarks: ['main', '[role="navigation"]', '[role="search"]', '[role="region"].st-key-foot'].filter(one => document.querySelectorAll(one).length !== 1),
  };
}"""


RUNS = """() => new Promise(done => {
  if (window.runs === undefined) {
    window.runs = 0;
    new MutationObserver(() => window.runs++).observe(document.querySelector('.stApp'), {attributeFilter: ['data-test-script-state']});
  }
  setTimeout(() => done(window.runs), 100);  // Streamlit asks for a run within a frame
})"""
"""How often the page was run anew since this was first asked."""


def walk(page: Page) -> list[str]:
    """Go through the page by Tab, from its beginning until the browser is left, and return what is wrong on the way."""
    wrong = []
    for _stop in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(MEASURE)
        if stop is None:
            return wrong
        wrong += [f"{stop['name']}: {one}" for one in stop["wrong"]]
    raise AssertionError("the page does not end")


def tab_to(page: Page, wanted: Locator, key: str = "Tab") -> Locator:
    """Press Tab until something is reached."""
    expect(wanted).to_be_visible()
    for _stop in range(250):
        if wanted.evaluate("one => one === document.activeElement"):
            return wanted
        page.keyboard.press(key)
    raise AssertionError(f"the keyboard does not reach {wanted}")


def message(page: Page) -> Locator:
    """What a screen reader was told last."""
    return page.locator(".is-read-out")


@pytest.mark.parametrize("device", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_stop_is_seen_uncovered_and_large_enough_and_there_are_few_of_them(
    watched: Callable[..., Page], address: str, view: str, device: dict[str, Any]
) -> None:
    page = watched(address, **device)
    Reader(page, address).open(f"{view}{'&' if '?' in view else '?'}lang=en")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(FRAME) == {"first": 1, "jumps": 0, "landmarks": []}
    assert page.evaluate(BY_THE_WAYS) <= STOPS
    assert walk(page) == []
    expect(message(page), "nothing has changed").to_be_empty()


def test_a_way_past_a_section_leads_to_the_next_heading_below_the_band(reader: Reader) -> None:
    page = reader.open("/offices?lang=en").page
    expect(page.locator(".st-key-navigation [aria-current]")).to_have_text(re.compile("Offices$"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stMain")).to_be_focused()
    assert page.evaluate(RUNS) == 0
    page.keyboard.press("r")
    assert page.evaluate(RUNS) == 0, "a bare letter does nothing to the page"
    way = tab_to(page, page.locator(".st-key-figure-offices-countries .skips"))
    expect(way).to_have_text(re.compile("^Skip to: 91 offices reported"))
    page.keyboard.press("Enter")
    heading = page.locator("#offices-squares")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport(ratio=1)
    assert heading.bounding_box()["y"] >= 60
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.st-key-figure-offices-squares') !== null")
    # A change of the page neither loses nor doubles the ways.
    ways = page.locator(".skips").count()
    tab_to(page, page.locator(".st-key-offices_color").get_by_role("radio", name="By period"), "Shift+Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(message(page)).to_have_text(re.compile("is strong for"))
    expect(page.locator(".skips")).to_have_count(ways)


def test_each_filter_is_set_by_the_keyboard_keeps_it_and_tells_what_is_left(reader: Reader) -> None:
    page = reader.open("/timeline?lang=en").page
    objective = tab_to(page, page.locator(".st-key-objective button").nth(0))
    page.keyboard.press("Enter")
    reader.expect_query(objective=["1"], lang=["en"])
    expect(message(page)).to_contain_text("Objective 1")
    expect(objective).to_be_focused()
    country = tab_to(page, page.locator(".st-key-country").get_by_role("combobox"))
    page.keyboard.type("Mexi")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    reader.expect_query(objective=["1"], country=["MEX"], lang=["en"])
    expect(message(page)).to_contain_text(re.compile(r"Mexico.*\d+.of.\d+.events"))
    expect(country).to_be_focused()
    page.keyboard.press("Escape")
    region = tab_to(page, page.locator(".st-key-region").get_by_role("combobox"))
    page.keyboard.type("Latin")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(message(page)).to_contain_text("Latin America")
    expect(region).to_be_focused()
    page.keyboard.press("Escape")
    year = tab_to(page, page.locator(".st-key-years input").first)
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("from=2020"))
    expect(message(page)).to_contain_text("2020")
    expect(year).to_be_focused()
    tab_to(page, page.locator(".st-key-reset button"))
    page.keyboard.press("Enter")
    reader.expect_no_filter()
    expect(page.get_by_test_id("stMain").locator("h1")).to_be_focused()
    expect(message(page)).to_contain_text("No filter is on")


def test_a_filter_lifted_where_nothing_matches_leads_to_what_is_found_then(reader: Reader) -> None:
    page = reader.open("/timeline?country=SGP&objective=4&lang=en").page
    tab_to(page, page.locator('[class*="st-key-reset-"] button'))
    page.keyboard.press("Enter")
    reader.expect_no_filter()
    expect(page.get_by_test_id("stMain").locator("h1")).to_be_focused()


def test_another_page_is_told_by_its_title_and_begins_at_its_heading(reader: Reader) -> None:
    page = reader.open("/?lang=en").page
    tab_to(page, page.locator(".st-key-navigation").get_by_role("link", name="Trends"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/trends\?"))
    expect(message(page)).to_have_text(re.compile("^Trends · "))
    expect(page.get_by_test_id("stMain").locator("h1")).to_be_focused()


def test_a_link_to_a_part_of_the_page_takes_the_keyboard_there(reader: Reader) -> None:
    page = reader.open("/timeline?lang=en").page
    tab_to(page, page.locator(".key-dates a").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("timeline_event="))
    expect(page.locator(".st-key-event")).to_be_focused()
    expect(message(page)).to_contain_text("López Obrador meets")


WATCH_RUN = """() => {
  const app = document.querySelector('.stApp');
  window.ran = '';
  new MutationObserver(() => {
    // A run that is short may have been asked for and be over in one frame.
    window.ran = app.dataset.testScriptState === 'notRunning' ? 'ended' : 'began';
  }).observe(app, { attributeFilter: ['data-test-script-state'] });
}"""
"""Lets the page be awaited that runs from now on and rests again."""


def test_a_popover_takes_the_keyboard_in_and_gives_it_back(reader: Reader) -> None:
    page = reader.open("/offices?country=MEX&lang=en").page
    button = tab_to(page, page.locator(".st-key-sources-offices-map button"))
    page.keyboard.press("Enter")
    sources = page.get_by_role("dialog")
    expect(sources).to_be_focused()
    expect(sources.get_by_role("link").first).to_be_visible()
    reader.wait()
    page.evaluate(WATCH_RUN)
    page.keyboard.press("Escape")
    expect(sources).to_have_count(0)
    expect(button).to_be_focused()
    # What is opened before the page has heard that it was closed, it closes again. Now and then Streamlit does not let it hear of that:
    # then there is no run to wait for.
    with suppress(Late):
        page.wait_for_function("() => window.ran === 'ended'", timeout=3_000)
    page.keyboard.press("Enter")
    expect(sources.get_by_role("link").first).to_be_visible()
    tab_to(page, sources.get_by_role("link").last)
    page.keyboard.press("Tab")
    expect(sources).to_have_count(0)
    expect(page.locator(".st-key-foot-offices-map .in-words summary")).to_be_focused()


def test_a_folded_sidebar_holds_no_stop_and_gives_the_keyboard_on(reader: Reader) -> None:
    page = reader.open("/?lang=en").page
    fold = tab_to(page, page.get_by_role("button", name="Collapse sidebar"))
    page.keyboard.press("Enter")
    unfold = page.get_by_role("button", name="Expand sidebar")
    expect(unfold).to_be_focused()
    page.keyboard.press("Shift+Tab")
    assert not page.evaluate("Boolean(document.activeElement.closest('[data-testid=\"stSidebar\"]'))")
    tab_to(page, unfold)
    page.keyboard.press("Enter")
    expect(fold).to_be_focused()


def test_a_table_is_opened_an_event_picked_and_rows_taken_away_by_the_keyboard(reader: Reader) -> None:
    page = reader.open("/timeline?lang=en").page
    follows = tab_to(page, page.locator(".st-key-event-right button"))
    before = page.locator(".st-key-event h2").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-event h2")).not_to_have_text(before)
    expect(message(page)).to_have_text(page.locator(".st-key-event h2").inner_text())
    expect(follows).to_be_focused()
    file = tab_to(page, page.locator(".st-key-csv-timeline button"))
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert saved.value.suggested_filename.endswith(".csv")
    expect(file).to_be_focused()
    table = tab_to(page, page.locator(".st-key-rows-timeline summary"))
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-xlsx-timeline button")).to_be_visible()
    expect(table).to_be_focused()


def test_what_was_found_is_counted_aloud_and_escape_uncovers_the_page_below(reader: Reader) -> None:
    page = reader.open("/about?lang=en").page
    tab_to(page, page.locator(".st-key-find input"))
    page.keyboard.type("mexico")
    page.keyboard.press("Enter")
    expect(message(page)).to_contain_text(re.compile(r"\d+ matches for “mexico”"))
    below = tab_to(page, page.locator(".st-key-contents a").first)
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-found")).to_have_count(0)
    expect(below).to_be_focused()


def test_nothing_moves_for_whoever_asks_for_less_motion(reader: Reader) -> None:
    page = reader.page
    page.emulate_media(reduced_motion="reduce")
    reader.open("/about?lang=en")
    assert page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(one => {
          const {animationDuration, transitionDuration, scrollBehavior} = getComputedStyle(one);
          return scrollBehavior === 'smooth' || [animationDuration, transitionDuration].some(all => all.split(', ').some(time => parseFloat(time) > 0.01));
        }).map(one => one.className)"""
    ) == []  # fmt: skip
