"""On a phone: pages are read without zoom, a finger moves them from anywhere, filters are a tap away, and paper has what is folded."""

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as Late
from pypdf import PdfReader

from components.navigation import ENTRIES
from tests.browser.reader import Reader

PHONE = {"width": 390, "height": 844}

SMALL, ACROSS = {"width": 320, "height": 568}, {"width": 844, "height": 390}

LONGEST, LINES = {"en": 7200, "es": 8500}, {"en": 3, "es": 4}
"""Pixels of the tallest page, some eight screens, ten in Spanish; lines of the longest heading."""

SMALLEST, READ = 12, 16
"""Pixels of the smallest type on the screen, in drawings, too, and of what is read."""

KEYBOARD = 340
"""Pixels that a keyboard on the screen takes of its height."""

DRAWN = 'svg.drawing, [data-testid="stPlotlyChart"], [data-testid="stDeckGlJsonChart"]'

SHAPE = """drawn => {
  const main = document.querySelector('[data-testid="stMain"]'), range = document.createRange();
  const h1 = main.querySelector('h1'), box = element => element.getBoundingClientRect(), top = element => box(element).top + main.scrollTop;
  range.selectNodeContents(h1.querySelector('span') ?? h1);
  const seen = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true}) && box(element).width > 2 && box(element).height > 2;
  const unseen = element => element && (getComputedStyle(element).clipPath !== 'none' || unseen(element.parentElement));
  const small = [], cut = [];
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const element = words.currentNode.parentElement, text = words.currentNode.data.trim();
    if (!text || !seen(element) || element.closest('style, script, title, #first-paint, [data-testid="stIconMaterial"]')) continue;
    const by = element.ownerSVGElement ? element.getScreenCTM() : {a: 1, b: 0};
    const size = parseFloat(getComputedStyle(element).fontSize) * Math.hypot(by.a, by.b);
    if (size < 11.95) small.push(`${text} ${size}`);
    if (element.closest('[data-testid="stSidebar"], [data-testid="stDataFrame"], .modebar')) continue;
    const around = element.ownerSVGElement?.closest('svg.drawing, .main-svg');
    const [left, right] = around ? [box(around).left, box(around).right] : [0, innerWidth];
    if (box(element).left < left - 1 || box(element).right > Math.min(right, innerWidth) + 1)
      if (!element.closest('[style*="overflow"], .scrolls') && !unseen(element)) cut.push(text);
  }
  const first = [...main.querySelectorAll(`${drawn}, .front-numbers, .headline-numbers, .objective-columns, .rows, .facts, .changes h3, li, [data-testid="stAlert"], [data-testid="stPageLink"]`)]
    .filter(element => seen(element) && box(element).width > 40).map(top);
  const titles = [...main.querySelectorAll('h2')].filter(seen).map(top);
  return {
    small, cut,
    height: main.scrollHeight,
    lines: new Set([...range.getClientRects()].map(line => Math.round(line.bottom / 4))).size,
    sideways: [document.scrollingElement, main].some(element => element.scrollWidth > element.clientWidth),
    figure: Math.min(...first), title: Math.min(...first, ...titles),
    read: Math.min(...[...main.querySelectorAll('[data-testid="stMarkdown"] p')].filter(p => seen(p) && !p.closest('.st-key-what-is-on, .st-key-overview, [data-testid="stCaptionContainer"]')).map(p => parseFloat(getComputedStyle(p).fontSize))),
    band: box(document.querySelector('[data-testid="stHeader"]')).height,
    enlarges: !/user-scalable=(no|0)|maximum-scale/.test(document.querySelector('meta[name="viewport"]').content),
  };
}"""

PAGES = (
    *(f"/{entry.path}" for entry in ENTRIES),
    "/objectives?objective=1",
    "/offices?offices_view=explore",
    "/country?country=MEX",
    "/country?country=MEX&country=CHN",
    "/record?id=indicator:cbp-fentanyl-seized-fy",
    "/timeline?country=CHN&region=419",
)


@pytest.mark.parametrize("spoken", ["en", "es"])
@pytest.mark.parametrize("path", PAGES)
def test_a_phone_reads_a_page_without_zoom_and_a_finger_moves_it(
    watched: Callable[..., Page], address: str, path: str, spoken: str
) -> None:
    page = watched(address, **PHONE, touch=True)
    Reader(page, address).open(f"{path}{'&' if '?' in path else '?'}lang={spoken}")
    page.wait_for_load_state("networkidle")
    shape = page.evaluate(SHAPE, DRAWN)
    assert shape["height"] <= LONGEST[spoken]
    assert shape["lines"] <= LINES[spoken]
    assert shape["figure"] < PHONE["height"], "what answers the page's question begins on the first screen"
    assert shape["read"] >= READ
    assert shape["enlarges"]
    assert not shape["small"] + shape["cut"]
    assert not shape["sideways"]
    for drawn in page.locator(DRAWN).all():
        if drawn.is_visible() and (drawn.bounding_box() or {"height": 0})["height"] > SMALLEST * 5:
            assert swiped(page, drawn), "a swipe that begins on a drawing scrolls the page"
    page.set_viewport_size(SMALL)
    page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTo({top: 0, behavior: 'instant'})")
    shape = page.evaluate(SHAPE, DRAWN)
    assert shape["title"] < SMALL["height"]
    assert not shape["small"] + shape["cut"]
    assert not shape["sideways"]


def swiped(page: Page, drawn: Locator) -> bool:
    """Draw a finger over the middle of a drawing, up, or down near the end of the page; return whether the page scrolls."""
    middle = drawn.evaluate(
        """element => {
          element.scrollIntoView({block: 'center', behavior: 'instant'});
          const box = element.getBoundingClientRect(), main = element.closest('[data-testid="stMain"]');
          const isEnd = main.scrollTop + main.clientHeight + 200 > main.scrollHeight;
          return {x: box.left + box.width / 2, y: box.top + box.height / 2, by: isEnd ? 15 : -15, top: main.scrollTop};
        }"""
    )
    touch = page.context.new_cdp_session(page)
    x, y, by = middle["x"], middle["y"], middle["by"]
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 9):
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y + by * step}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    touch.detach()
    scrolled = """top => Math.abs(document.querySelector('[data-testid="stMain"]').scrollTop - top) > 60"""
    try:
        page.wait_for_function(scrolled, arg=middle["top"], timeout=3000)
    except Late:
        return False
    return True


def test_filters_are_a_tap_away_anywhere_and_give_way_to_what_they_leave(
    watched: Callable[..., Page], address: str
) -> None:
    page = watched(address, **PHONE, touch=True)
    reader = Reader(page, address).open("/offices?lang=es")
    page.wait_for_load_state("networkidle")
    top = """() => document.querySelector('[data-testid="stMain"]').scrollTop"""
    page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTo({top: 1500, behavior: 'instant'})")
    sidebar, opens = page.get_by_test_id("stSidebar"), page.get_by_test_id("stExpandSidebarButton")
    expect(sidebar).to_be_hidden()
    opens.tap()
    for name in ("navigation", "objective", "country", "region", "years"):
        expect(page.locator(f".st-key-{name}")).to_be_in_viewport(ratio=1)
    page.locator(".st-key-objective button").nth(2).tap()
    expect(sidebar).to_be_hidden()
    expect(reader.what_is_on()).to_be_in_viewport()
    assert page.evaluate(top) > 500, "the reader is where the filter was set"
    opens.tap()
    page.locator(".st-key-country").get_by_role("combobox").fill("México")
    page.get_by_role("option", name="México", exact=True).tap()
    expect(sidebar).to_be_hidden()
    reader.expect_query(objective=["3"], country=["MEX"], lang=["es"])
    opens.tap()
    reader.go_to("Cronología")
    expect(sidebar).to_be_hidden()
    assert page.evaluate(top) == 0


def test_what_is_found_stands_above_the_keyboard(watched: Callable[..., Page], address: str) -> None:
    page = watched(address, **PHONE, touch=True)
    Reader(page, address).open("/about?lang=es").find("juarez")
    found = page.locator(".st-key-found a").first
    expect(found).to_be_in_viewport(ratio=1)
    box = found.bounding_box()
    assert box
    assert box["y"] + box["height"] <= PHONE["height"] - KEYBOARD
    page.set_viewport_size({"width": 390, "height": PHONE["height"] - KEYBOARD})
    expect(found).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("path", ["/country?country=MEX", "/trends"])
def test_a_phone_held_across_reads_a_page_too(watched: Callable[..., Page], address: str, path: str) -> None:
    page = watched(address, **ACROSS, touch=True)
    Reader(page, address).open(path)
    page.wait_for_load_state("networkidle")
    shape = page.evaluate(SHAPE, DRAWN)
    assert shape["band"] <= ACROSS["height"] / 5
    assert not shape["small"] + shape["cut"]
    assert not shape["sideways"]


def test_a_link_to_a_term_opens_what_it_is_folded_into(watched: Callable[..., Page], address: str) -> None:
    page = watched(address, **PHONE)
    reader = Reader(page, address).open("/sources")
    term = page.locator("#tciu")
    expect(term).not_to_be_visible()
    reader.open("/sources#tciu")
    page.reload()
    reader.wait()
    expect(term).to_be_visible()
    expect(term).to_be_in_viewport()


def test_the_map_of_a_country_begins_on_the_first_screen(watched: Callable[..., Page], address: str) -> None:
    page = watched(address, **PHONE)
    Reader(page, address).open("/country?country=MEX")
    drawn = page.locator(".st-key-brief svg.drawing").first
    expect(drawn).to_be_in_viewport()
    heading = page.locator('.st-key-brief [data-testid="stElementContainer"]:has(h2)').first.bounding_box()
    above = page.locator(".headline-numbers").bounding_box()
    map_ = drawn.bounding_box()
    assert heading
    assert above
    assert map_
    assert heading["height"] <= 2, "what the page's heading says is not said again above the map"
    assert map_["y"] - above["y"] - above["height"] < 48


@pytest.mark.parametrize(
    ("path", "folded"),
    [
        ("sources", "Office of Field Operations"),
        ("objectives", "Operation Blue Lotus 2.0"),
        ("objectives", "No later source found"),
        ("objectives?objective=1", "status as published"),
        ("supply-chain", "Radio Fórmula"),
    ],
)
def test_what_is_folded_on_a_phone_is_printed(
    watched: Callable[..., Page], address: str, path: str, folded: str
) -> None:
    page = watched(address, **PHONE)
    Reader(page, address).open(f"/{path}")
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    whole = "".join("".join(sheet.extract_text() for sheet in sheets).split())
    assert folded.replace(" ", "") in whole


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chosen_country_reads_in_its_tag(watched: Callable[..., Page], address: str, theme: str) -> None:
    page = watched(address, theme=theme)
    Reader(page, address).open("/objectives?country=MEX")
    tag = page.locator(".st-key-country [data-tag]").first
    expect(tag).to_be_visible()
    ink, ground = tag.evaluate(
        "element => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]"
    )
    assert contrast(ink, ground) >= 4.5


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as a browser states them, by WCAG."""
    low, high = sorted(luminance([int(part) for part in re.findall(r"\d+", color)[:3]]) for color in (one, other))
    return (high + 0.05) / (low + 0.05)


def luminance(parts: list[int]) -> float:
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_what_a_link_asks_for_in_vain_is_said_whole_below_the_band(watched: Callable[..., Page], address: str) -> None:
    reader = Reader(watched(address, width=390, height=844, theme="light", touch=True), address)
    reader.open("/?country=XXX&country=MEX&lang=es")
    said = reader.page.locator('.st-key-what-is-on [data-testid="stCaptionContainer"] p')
    assert said.evaluate(
        "said => said.scrollHeight <= said.clientHeight && getComputedStyle(said).webkitLineClamp === 'none'"
    )
    band = reader.page.get_by_test_id("stHeader").bounding_box()
    box = said.bounding_box()
    assert band
    assert box
    assert box["y"] >= band["y"] + band["height"]
    reset = reader.page.locator(".st-key-reset button").bounding_box()
    assert reset
    assert reset["y"] + reset["height"] <= box["y"] + 4, "the way back stands beside what is on"
