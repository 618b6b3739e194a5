"""On paper nothing is cut: a country's brief on one sheet, any other page whole."""

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.reader import Reader

PRINTED = """() => {
  const lines = [...document.querySelectorAll(":is(.st-key-brief, .st-key-briefs) :is(h3, p, li, tbody :is(th, td))")];
  return lines.filter(line => line.getClientRects().length).map(line => line.innerText).filter(text => text.trim());
}"""

HEADINGS = """() => [...document.querySelectorAll(".st-key-briefs h3")].map(heading => ({
  top: Math.round(heading.getBoundingClientRect().top), section: heading.innerText.split(": ").pop().trim()
}))"""

WIDER = """() => [...document.querySelectorAll('[data-testid="stMain"] *')]
  .filter(one => !one.closest("svg") && one.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(one).position !== "absolute")
  .map(one => `${one.tagName}.${one.className}`).slice(0, 3)"""


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


@pytest.mark.parametrize("codes", [("CHN", "MEX"), ("MEX", "USA"), ("DEU", "NGA"), ("CAN", "MEX")])
def test_two_countries_print_side_by_side_on_one_sheet(reader: Reader, codes: tuple[str, str]) -> None:
    reader.open("/country?" + "&".join(f"country={code}" for code in codes))
    places = reader.page.locator('.st-key-briefs [class*="st-key-brief-offices-"] .rows tbody tr th').all_inner_texts()
    printed = {paper: pdf(reader.page, paper).pages for paper in ("Letter", "A4")}
    reader.page.emulate_media(media="print")
    lines, headings = reader.page.evaluate(PRINTED), reader.page.evaluate(HEADINGS)
    for paper, sheets in printed.items():
        assert len(sheets) == 1, f"not on one sheet of {paper}"
        text = packed(sheets[0].extract_text())
        assert [line for line in lines if packed(line) not in text] == [], f"lines are missing on {paper}"
        assert [place for place in places if packed(place) not in text] == [], f"a place is not printed on {paper}"
    assert len(headings) % 2 == 0
    for left, right in zip(headings[::2], headings[1::2], strict=True):
        assert left["top"] == right["top"], "a section stands beside its like"
        assert left["section"] == right["section"]


@pytest.mark.parametrize("path", ["/sources", "/about", "/changes", "/record?id=event:ev-20230531-mananera"])
def test_a_page_is_as_wide_as_its_paper_and_says_which_view_it_shows(reader: Reader, path: str) -> None:
    reader.open(f"{path}{'&' if '?' in path else '?'}country=MEX")
    reader.page.emulate_media(media="print")
    reader.page.set_viewport_size({"width": 700, "height": 1000})
    assert reader.page.evaluate(WIDER) == []
    for paper in ("Letter", "A4"):
        whole = packed("".join(sheet.extract_text() for sheet in pdf(reader.page, paper).pages))
        assert packed("Mexico. In full, with notes and all sources: http") in whole, paper
        for control in ("Copy link", "Table and downloads", "sources in full"):
            assert packed(control) not in whole, control


def test_what_is_folded_on_the_screen_is_open_on_paper(reader: Reader) -> None:
    reader.open("/about")
    whole = packed("".join(sheet.extract_text() for sheet in pdf(reader.page, "A4").pages))
    assert packed("Fentanyl is not made in Mexico but imported from Asia.") in whole, "a point that stands closed"
    assert packed("One rule holds for every place.") in whole, "the method at length"


def test_a_table_of_few_rows_is_printed_to_its_last(reader: Reader) -> None:
    reader.open("/sources")
    rows = reader.page.locator(".scrolls tbody th").all_inner_texts()
    whole = packed("".join(sheet.extract_text() for sheet in pdf(reader.page, "Letter").pages))
    assert len(rows) > 50
    assert [row for row in rows if packed(row) not in whole] == []


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


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_charts_are_printed_as_drawings_in_our_own_type(reader: Reader, paper: str) -> None:
    reader.open("/trends")
    reader.page.wait_for_load_state("networkidle")
    sheets = pdf(reader.page, paper).pages
    whole = packed("".join(sheet.extract_text() for sheet in sheets))
    for told in ("27,023", "73,838", "20,981"):
        assert told in whole, "a value of a chart is not printed"
    fonts = {
        str(font.get_object().get("/BaseFont", ""))
        for sheet in sheets
        for font in sheet["/Resources"]["/Font"].values()
    }
    assert not [font for font in fonts if "DejaVu" in font], "words of a chart are in a face that is not ours"
    assert packed("indicators to pick") not in whole, "a list that is one step away leaves its heading alone"


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_the_first_page_is_one_sheet(reader: Reader, paper: str) -> None:
    reader.open("/")
    assert len(pdf(reader.page, paper).pages) == 1


def test_on_paper_a_figure_takes_the_whole_width_and_a_fold_says_what_it_holds(reader: Reader) -> None:
    reader.open("/offices?country=MEX")
    reader.page.emulate_media(media="print")
    reader.page.set_viewport_size({"width": 700, "height": 1000})
    drawn = reader.page.locator(".st-key-figure-offices-map svg.drawing").bounding_box()
    assert drawn
    assert drawn["width"] > 600
    whole = packed("".join(sheet.extract_text() for sheet in pdf(reader.page, "Letter").pages))
    assert packed("Ciudad Juárez · Type not stated") in whole, "a place that opens has no name on paper"


def test_what_tells_strategy_from_context_is_printed(reader: Reader) -> None:
    reader.open("/supply-chain")
    reader.page.emulate_media(media="print")
    fills = [
        reader.page.locator(f".acting li.{scope} i").first.evaluate(
            "element => [getComputedStyle(element).backgroundColor, getComputedStyle(element).printColorAdjust]"
        )
        for scope in ("strategy", "context")
    ]
    assert fills[0] != fills[1]
    assert [adjusted for _color, adjusted in fills] == ["exact", "exact"]
