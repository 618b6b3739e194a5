"""On paper nothing is cut: a country's brief on one sheet, any other page whole."""

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.reader import Reader

PRINTED = """() => {
  const lines = [...document.querySelectorAll(".st-key-brief :is(h3, p, li)")];
  return lines.filter(line => line.offsetHeight).map(line => line.innerText).filter(text => text.trim());
}"""


def pdf(page: Page, paper: str) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(format=paper)))


def packed(text: str) -> str:
    """Return a text without spaces: a PDF breaks lines where the column ends."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("code", ["MEX", "USA", "CHN", "NGA"])
def test_a_country_prints_on_one_sheet_with_the_words_of_every_section(reader: Reader, code: str) -> None:
    reader.open(f"/country?country={code}")
    titles = reader.page.locator(".st-key-brief h3").all_inner_texts()
    printed = {paper: pdf(reader.page, paper).pages for paper in ("Letter", "A4")}
    reader.page.emulate_media(media="print")
    lines = reader.page.evaluate(PRINTED)
    assert {title.strip() for title in titles} <= {line.strip() for line in lines}, "a section is not printed"
    for paper, sheets in printed.items():
        assert len(sheets) == 1, f"not on one sheet of {paper}"
        text = packed(sheets[0].extract_text())
        missing = [line for line in lines if packed(line) not in text]
        assert missing == [], f"lines are missing on {paper}"
        assert packed("Independent of Homeland Security Investigations and of any government.") in text, paper


def test_what_cannot_be_clicked_is_not_printed_and_what_is_open_adds_no_sheet(reader: Reader) -> None:
    reader.open("/country?country=MEX")
    text = packed(pdf(reader.page, "A4").pages[0].extract_text())
    for control in ("Compare with", "Copy link", "Table and downloads", "sources in full", "See the map of offices"):
        assert packed(control) not in text, "what cannot be clicked on paper is printed"
    assert packed("more on screen") in text, "what is left out on paper is not said"
    assert "more on screen" not in reader.page.locator(".st-key-brief").inner_text()
    for folded in reader.page.locator('.st-key-brief [data-testid="stExpander"] summary').all():
        folded.click()
        reader.wait()
    assert len(pdf(reader.page, "Letter").pages) == 1, "what a reader has opened adds a sheet"


def test_a_dark_screen_prints_dark_ink_on_white(watched: Callable[..., Page], address: str) -> None:
    reader = Reader(watched(address, theme="dark"), address).open("/country?country=MEX")
    reader.page.emulate_media(media="print")
    ink = reader.page.locator("h1").evaluate("element => getComputedStyle(element).color")
    assert ink == "rgb(29, 28, 26)"


def test_a_long_page_is_printed_to_its_end(reader: Reader) -> None:
    reader.open("/about")
    document = pdf(reader.page, "Letter")
    assert len(document.pages) > 1
    whole = packed("".join(sheet.extract_text() for sheet in document.pages))
    for words in ("Who is behind it", "What is not known", "Independent of Homeland Security Investigations"):
        assert packed(words) in whole
