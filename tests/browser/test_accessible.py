"""Every page for every reader: axe finds nothing, nothing scrolls sideways or is cut, in both languages, in light, dark and forced colours.

Each view is opened once for a laptop, in English, and once for a phone, in Spanish, whose words are longer; theme, forced colours, width
and spacing of text then change in place, as a reader's settings do. `python -m tests.accessible` tries all of them with one another.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from figures.palette import DARK, LIGHT, rgb
from tests.accessible import CUT, SIDEWAYS, SPACED, faults, recolour
from tests.browser.reader import Reader
from tests.browser.standing import VIEWS, expect_nothing_cut, expect_to_stand

LAPTOP = {"width": 1366, "height": 768, "theme": "light"}
PHONE = {"width": 390, "height": 844, "theme": "dark"}
NARROWEST = {"width": 320, "height": 640}
"""The narrowest window that WCAG asks for: 1,280 pixels at a zoom of 400 %."""


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_is_accessible_on_a_laptop(watched: Callable[..., Page], address: str, view: str) -> None:
    page = watched(address, **LAPTOP)
    Reader(page, address).open(view)
    assert faults(page) == []
    expect_room_for_spaced_text(page)
    recolour(page, "dark")
    assert faults(page) == []


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_is_accessible_on_a_phone(watched: Callable[..., Page], address: str, view: str) -> None:
    page = watched(address, **PHONE)
    Reader(page, address).open(f"{view}{'&' if '?' in view else '?'}lang=es")
    expect_to_stand(page, address)
    expect_nothing_cut(page)
    assert faults(page) == []
    page.set_viewport_size(NARROWEST)
    expect_nothing_cut(page)
    expect_room_for_spaced_text(page)
    recolour(page, "light", forced=True)
    assert faults(page) == []


def test_in_forced_colours_what_is_chosen_and_what_can_be_moved_is_seen(
    watched: Callable[..., Page], address: str
) -> None:
    page = watched(address, **LAPTOP)
    reader = Reader(page, address).open("/offices?objective=2&country=MEX&offices_color=strength&from=2022")
    recolour(page, "dark", forced=True)
    for key, chosen in (("objective", "[aria-pressed=true]"), ("offices_color", "[aria-checked=true]")):
        buttons = page.locator(f".st-key-{key} button")
        others = {background(one) for one in buttons.all() if one.get_attribute(chosen[1:].split("=")[0]) == "false"}
        assert background(page.locator(f".st-key-{key} button{chosen}")) not in others
    tag = page.locator(".st-key-country [data-tag]")
    assert background(tag) != background(page.locator(".st-key-country [role=group]").first)
    years = page.locator('.st-key-years [data-testid="stSlider"] [role="group"]')
    canvas = background(page.locator("body"))
    for end in years.locator("[data-rac] [data-rac], > div > [data-rac]").all():
        assert background(end) != canvas, "an end of the years is not seen"
    line = years.locator("> div > div:not([data-rac], [data-testid])")
    assert line.evaluate("one => getComputedStyle(one).borderTopWidth") == "4px", "the line of the years is not seen"
    # Words of drawings are in the system's colour; marks keep the shapes that tell them apart.
    word = page.locator(".st-key-figure-offices-map svg.drawing text").first
    expect(word).to_have_css("fill", "rgb(255, 255, 255)")
    assert reader.page.locator(".st-key-figure-offices-map svg.drawing path").count() > 1


def test_a_drawing_follows_the_theme_of_the_system_and_the_page_stays_where_it_is(
    watched: Callable[..., Page], address: str
) -> None:
    page = watched(address, **LAPTOP)
    Reader(page, address).open("/objectives")
    main = page.get_by_test_id("stMain")
    main.evaluate("one => one.scrollTo({top: 700, behavior: 'instant'})")
    head = page.locator(".objective-columns section").first
    expect(head).to_have_css("border-top-color", f"rgb({', '.join(map(str, rgb(LIGHT.objectives['1'])[:3]))})")
    recolour(page, "dark")
    expect(head).to_have_css("border-top-color", f"rgb({', '.join(map(str, rgb(DARK.objectives['1'])[:3]))})")
    assert main.evaluate("one => one.scrollTop") == 700


def test_a_title_is_read_out_in_its_own_language(reader: Reader) -> None:
    for language, other in (("en", "es"), ("es", "en")):
        reader.open(f"/timeline?timeline_event=ev-20230531-mananera&lang={language}")
        titles = reader.page.locator(".st-key-event li a")
        expect(reader.page.locator(f".st-key-event li a[lang={other}]").first).to_be_visible()
        assert {one.get_attribute("lang") for one in titles.all()} == {other, None}


def background(one: Locator) -> str:
    """Return the colour behind an element."""
    return str(one.evaluate("one => getComputedStyle(one).backgroundColor"))


def expect_room_for_spaced_text(page: Page) -> None:
    """Expect that a reader may space lines, words and letters as WCAG 1.4.12 says, and that nothing is cut or scrolls sideways."""
    page.evaluate(SPACED)
    assert page.evaluate(CUT) == [], "spaced text is cut"
    assert page.evaluate(SIDEWAYS) == [], "spaced text scrolls sideways"
    page.locator("#spaced").evaluate("one => one.remove()")


def test_text_is_as_large_as_the_browser_is_set_to(watched: Callable[..., Page], address: str) -> None:
    page = watched(address, **LAPTOP, apart=True)
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 24, "fixed": 20}})
    Reader(page, address).open("/offices")
    expect(page.locator("html")).to_have_css("font-size", "25.5px")
    expect_nothing_cut(page)
    assert page.evaluate(CUT) == []
    assert page.evaluate(SIDEWAYS) == []
