"""On a phone: no page goes on without end, what is folded opens where a link leads to it, and paper has all of it."""

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from components.navigation import ENTRIES
from tests.browser.reader import Reader

PHONE = {"width": 390, "height": 844}

LONGEST, LINES = 7200, 3
"""Pixels of the tallest page, some eight screens; lines of the longest heading."""

SHAPE = """() => {
  const main = document.querySelector('[data-testid="stMain"]'), range = document.createRange();
  const h1 = main.querySelector('h1');
  range.selectNodeContents(h1.querySelector('span') ?? h1);
  return {
    height: main.scrollHeight,
    lines: new Set([...range.getClientRects()].map(line => Math.round(line.bottom / 4))).size,
  };
}"""


@pytest.mark.parametrize("path", [*(entry.path for entry in ENTRIES), "objectives?objective=1", "country?country=MEX"])
def test_a_page_ends_and_its_heading_takes_three_lines(watched: Callable[..., Page], address: str, path: str) -> None:
    page = watched(address, **PHONE)
    Reader(page, address).open(f"/{path}")
    page.wait_for_load_state("networkidle")
    shape = page.evaluate(SHAPE)
    assert shape["height"] <= LONGEST
    assert shape["lines"] <= LINES


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
