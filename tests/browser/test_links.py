"""The URL is the state: a link, Back, Forward, reload and a change of page or language keep the view."""

import itertools
import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from components.navigation import ENTRIES
from tests.browser.reader import Reader
from tests.server import serving

PATHS = [f"/{entry.path}" for entry in ENTRIES]


@pytest.mark.parametrize("path", ["/", "/supply-chain"])
def test_the_first_visitor_of_a_fresh_server_finds_the_filters(watched: Callable[..., Page], path: str) -> None:
    with serving() as server:
        reader = Reader(watched(server.address, apart=True), server.address).open(f"{path}?objective=3&country=MEX")
        expect(reader.page.locator(".st-key-country")).to_contain_text("Mexico")
        expect(reader.what_is_on()).to_contain_text("Objective 3 · Mexico")
        # A page that is still loading when the server stops would complain that it is gone.
        reader.page.wait_for_load_state("networkidle")
        reader.page.context.close()


@pytest.mark.parametrize("path", PATHS)
def test_a_link_opens_the_view_it_names(reader: Reader, path: str) -> None:
    reader.open(f"{path}?objective=1&objective=4&country=MEX&country=CHN&from=2022&to=2024")
    expect(reader.what_is_on()).to_contain_text("Objective 1 or 4 · Mexico or China · 2022 to 2024")
    reader.expect_no_fault()


def test_filters_write_the_link(reader: Reader) -> None:
    reader.open("/offices")
    reader.choose_objective(3)
    reader.expect_query(objective=["3"])
    reader.choose_country("Mexico")
    reader.expect_query(objective=["3"], country=["MEX"])
    expect(reader.what_is_on()).to_contain_text("Objective 3 · Mexico")


def test_back_and_forward_walk_through_the_views(reader: Reader) -> None:
    reader.open("/objectives")
    reader.choose_objective(3)
    reader.expect_query(objective=["3"])
    reader.choose_objective(4)
    reader.expect_query(objective=["3", "4"])
    reader.page.go_back()
    expect(reader.what_is_on()).to_contain_text("Objective 3 ·")
    reader.expect_query(objective=["3"])
    reader.page.go_back()
    reader.expect_no_filter()
    reader.page.go_forward()
    expect(reader.what_is_on()).to_contain_text("Objective 3 ·")


def test_a_change_of_page_carries_the_view_and_back_returns(reader: Reader) -> None:
    reader.open("/objectives?objective=3&country=MEX")
    reader.go_to("Timeline")
    assert reader.path == "/timeline"
    expect(reader.what_is_on()).to_contain_text("Objective 3 · Mexico")
    reader.expect_query(objective=["3"], country=["MEX"])
    reader.page.go_back()
    expect(reader.page).to_have_url(re.compile(r"/objectives\?objective=3&country=MEX$"))
    expect(reader.what_is_on()).to_contain_text("Objective 3 · Mexico")


@pytest.mark.parametrize("link", ['.stHtml a[href*="record?"]', '[data-testid="stPageLink-NavLink"]'])
def test_back_returns_to_where_the_reader_was_on_the_page(reader: Reader, link: str) -> None:
    reader.open("/country?country=MEX")
    main = reader.page.get_by_test_id("stMain")
    followed = main.locator(link).last
    followed.scroll_into_view_if_needed()
    assert main.evaluate("main => main.scrollTop") > 500
    followed.click()
    # The address is another before the page is.
    reader.page.wait_for_function(
        "page => { const shown = document.querySelector('[data-page]')?.dataset.page; return shown && shown !== page; }",
        arg="country",
    )
    reader.wait()
    reader.page.go_back()
    expect(reader.page).to_have_url(re.compile("/country"))
    expect(followed).to_be_in_viewport()


def test_a_drawing_that_was_there_before_a_change_leads_on_with_what_is_on_after_it(reader: Reader) -> None:
    reader.open("/offices?region=419&lang=en")
    link = reader.page.locator(".country-list").get_by_role("link", name="Mexico")
    link.hover()
    assert parse_qs(urlsplit(str(link.get_attribute("href"))).query) == {
        "region": ["419"], "lang": ["en"], "country": ["MEX"]
    }  # fmt: skip
    reader.choose_objective(3)
    reader.expect_query(objective=["3"], region=["419"], lang=["en"])
    with reader.page.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    expect(opened.value).to_have_url(re.compile(r"/offices\?objective=3&region=419&lang=en&country=MEX$"))
    opened.value.close()
    link.click()
    reader.expect_query(objective=["3"], region=["419"], lang=["en"], country=["MEX"])
    # What the region and the country keep out again is lifted by a second click.
    reader.page.locator('[class*="st-key-figure-offices-map"] svg a[href="offices?country="]').first.dispatch_event(
        "click"
    )
    reader.expect_query(objective=["3"], region=["419"], lang=["en"])


def test_a_link_of_a_text_stays_in_the_tab_and_carries_the_view_on(reader: Reader) -> None:
    reader.open("/record?id=office:deu-frankfurt&objective=3&country=MEX")
    reader.page.evaluate("window.same = true")
    reader.page.locator(".st-key-record-evidence").get_by_role("link", name="its record").first.click()
    expect(reader.page).to_have_url(re.compile(r"/record\?objective=3&country=MEX&id=source"))
    reader.wait()
    assert reader.page.evaluate("window.same"), "the page was loaded anew"
    expect(reader.what_is_on()).to_contain_text("Objective 3 · Mexico")
    reader.expect_no_fault()


@pytest.mark.parametrize("path", PATHS)
def test_every_link_to_a_page_of_ours_carries_language_and_filter_on(reader: Reader, path: str) -> None:
    reader.open(f"{path}?country=MEX&lang=es")
    bare = reader.page.evaluate("""() => {
      dispatchEvent(new Event('beforeprint'));  // as all are that are about to be used
      const links = document.querySelectorAll('[data-testid="stMain"] a[href]:not([hreflang], [data-testid="stPageLink-NavLink"], .takes)');
      return [...links].map(link => link.getAttribute('href')).filter(to => /^(\\.|(?!present\\b)[a-z-]+)([?#]|$)/.test(to) && !/lang=es/.test(to));
    }""")
    assert bare == []


def test_the_first_page_opens_in_a_new_tab_from_another_page(reader: Reader) -> None:
    reader.open("/timeline?country=MEX")
    link = reader.page.locator(".st-key-navigation").get_by_role("link", name="Overview")
    with reader.page.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    tab = Reader(opened.value, reader.base)
    tab.wait()
    assert tab.path == "/"
    expect(tab.what_is_on()).to_contain_text("Mexico")


def test_a_reload_keeps_the_view(reader: Reader) -> None:
    reader.open("/timeline?objective=3&from=2023")
    reader.page.reload()
    reader.wait()
    expect(reader.what_is_on()).to_contain_text("Objective 3 · from 2023")
    reader.expect_query(objective=["3"], from_=["2023"])


def test_reset_lifts_every_filter_in_one_step(reader: Reader) -> None:
    reader.open("/timeline?objective=3&country=MEX&from=2023")
    reader.page.locator(".st-key-reset").get_by_role("button").click()
    reader.expect_no_filter()
    reader.expect_query()
    reader.page.go_back()
    expect(reader.what_is_on()).to_contain_text("Objective 3 · Mexico · from 2023")


def test_one_click_copies_the_link_which_opens_the_same_view_in_the_same_language(reader: Reader) -> None:
    reader.open("/objectives?objective=3&country=MEX")
    page, place = reader.page, reader.page.locator(".st-key-copy-link")
    place.get_by_role("button", name="Copy link").click()
    expect(place.get_by_role("status")).to_contain_text("Copied")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{reader.base}/objectives?objective=3&country=MEX&lang=en"
    reader.choose_objective(1)
    expect(place.get_by_role("status")).to_be_empty()
    place.get_by_role("button", name="Copy link").click()
    expect(place.get_by_role("status")).to_contain_text("Copied")
    assert "objective=1&objective=3" in page.evaluate("navigator.clipboard.readText()")
    reader.open(link)
    expect(reader.what_is_on()).to_contain_text("Objective 3 · Mexico")


NO_COPYING = "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); document.execCommand = () => false"
NO_HTTPS = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


def test_where_a_page_may_not_copy_the_link_is_shown_selected_until_the_reader_is_done(reader: Reader) -> None:
    reader.page.add_init_script(NO_COPYING)
    reader.open("/objectives?country=MEX")
    place = reader.page.locator(".st-key-copy-link")
    button, link = place.get_by_role("button", name="Copy link"), place.get_by_role("textbox", name="Link to this view")
    expect(link).to_have_count(0)
    button.press("Enter")
    expect(link).to_be_focused()
    expect(place.get_by_role("status")).to_contain_text("The link is selected")
    selected = reader.page.evaluate("getSelection().toString()")
    assert selected == link.input_value() == f"{reader.base}/objectives?country=MEX&lang=en"
    reader.page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(link).to_have_count(0)
    expect(place.get_by_role("status")).to_be_empty()


def test_a_page_without_https_copies_all_the_same(reader: Reader) -> None:
    reader.page.add_init_script(NO_HTTPS)
    reader.open("/about")
    place = reader.page.locator(".st-key-copy-link")
    place.get_by_role("button", name="Copy link").click()
    expect(place.get_by_role("status")).to_contain_text("Copied")
    expect(place.get_by_role("textbox")).to_have_count(0)


HOSTILE = (
    "objective=9&objective=%27%20OR%201%3D1&country=XXX&country=%3Cscript%3Ealert(1)%3C%2Fscript%3E&country="
    + "A" * 10_000
    + "&lang=xx&unknown=1&offices_color=rainbow&timeline_event=ev-none&timeline_lanes=%00&find=%00"
    "&supply_commodity=gold&trends_indicator=none&sources_table=..%2Fetc"
)
"""All that a link cannot say, at once; `tests/data/test_link.py` holds that each alone falls back to the whole view."""

NO_YEARS = ["from=banana&to=9999", "from=2026&to=2019"]


@pytest.mark.parametrize(("path", "years"), list(zip(PATHS, itertools.cycle(NO_YEARS), strict=False)))
def test_a_mistyped_or_hostile_link_still_opens_the_page(reader: Reader, path: str, years: str) -> None:
    reader.open(f"{path}?{HOSTILE}&{years}")
    reader.expect_no_filter()
    reader.expect_no_fault()


def test_good_values_of_a_bad_link_hold(reader: Reader) -> None:
    reader.open("/timeline?country=XXX&country=MEX&objective=99")
    expect(reader.what_is_on()).to_contain_text("Mexico")


@pytest.mark.parametrize("path", ["/nowhere", "/a/b/nowhere"])
def test_an_address_without_a_page_leads_on_with_the_filters(reader: Reader, path: str) -> None:
    reader.open(f"{path}?country=MEX")
    expect(reader.page.get_by_role("heading", name="There is no page at this address")).to_be_visible()
    expect(reader.page.get_by_role("dialog")).to_have_count(0)
    reader.page.locator(".st-key-all-pages").get_by_role("link", name="Offices").click()
    expect(reader.page).to_have_url(re.compile(r"//[^/]+/offices\?country=MEX$"))
    expect(reader.what_is_on()).to_contain_text("Mexico")


def test_anything_is_found_by_keyboard_and_back_returns_to_the_finds(reader: Reader) -> None:
    reader.open("/about?objective=2")
    box = reader.page.get_by_role("textbox", name="Find")
    box.press_sequentially("ciudad juarz")
    box.press("Enter")
    finds = reader.page.locator(".st-key-found")
    expect(finds).to_contain_text("for “ciudad juarz”")
    reader.expect_query(objective=["2"], find=["ciudad+juarz"])
    link = finds.get_by_role("link", name=re.compile("Ciudad Juárez"))
    while not link.evaluate("link => link === document.activeElement"):
        reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(re.compile(r"/record\?objective=2&id=office%3Amex-ciudad-juarez$"))
    expect(reader.page.get_by_role("heading", name=re.compile("Ciudad Juárez, Mexico"))).to_be_visible()
    expect(finds).to_have_count(0)
    reader.page.go_back()
    expect(finds).to_contain_text("for “ciudad juarz”")


def test_what_is_found_is_in_sight_wherever_the_reader_is(reader: Reader) -> None:
    reader.open("/about")
    # What comes late would push the foot out of sight again, and nothing scrolls after it.
    reader.page.wait_for_load_state("networkidle")
    last = reader.page.get_by_role("link", name="About this briefing")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    box = reader.page.get_by_role("textbox", name="Find")
    expect(box).to_be_in_viewport()
    box.fill("tciu")
    box.press("Enter")
    expect(reader.page.locator(".st-key-found").get_by_role("link").first).to_be_in_viewport()
    expect(last).to_be_in_viewport()


def test_a_term_explains_itself_on_focus(reader: Reader) -> None:
    reader.open("/timeline?timeline_event=ev-20230531-mananera")
    term = reader.page.locator('[data-testid="stMain"] a[title*="foreign policy"]:visible').first
    definition = term.get_attribute("title")
    assert "foreign policy" in definition
    term.press("Shift+Tab")
    reader.page.keyboard.press("Tab")
    shown = term.evaluate("term => getComputedStyle(term, '::after').content")
    assert shown == f'"{definition}"'
