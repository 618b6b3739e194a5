"""On paper nothing is cut: a country's brief on one sheet, any other page whole."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

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


TOLD = """() => {
  const inBrief = one => one.closest(".st-key-brief, .st-key-briefs"), main = document.querySelector('[data-testid="stMain"]');
  const isClipped = one => one.getBoundingClientRect().width < 2 || getComputedStyle(one).clipPath !== "none";
  const isUnseen = one => one !== main && (isClipped(one) || isUnseen(one.parentElement));
  const isPrinted = one => one.getClientRects().length && !isUnseen(one) && one.innerText.trim();
  const read = one => {
    const unseen = [...one.querySelectorAll("*")].filter(inner => inner.innerText && isClipped(inner));
    const hidden = unseen.map(inner => inner.innerText);
    return hidden.reduce((text, words) => text.replace(words, ""), one.innerText);
  };
  const all = (picked) => [...main.querySelectorAll(picked)].filter(one => isPrinted(one) && !inBrief(one)).map(read);
  return { headings: all("h1, h2, h3, h4, .points summary b"), rows: all("tbody tr, .promises > li, .findings li, .facts dd") };
}"""
"""What stands on paper besides a country's brief: headings, and the rows of what reads as a table."""

CONTROLS = """() => [...document.querySelectorAll('[data-testid="stMain"] :is([data-testid="stButton"], [data-testid="stDownloadButton"], '
  + '[data-testid="stPopover"], [data-testid="stPageLink"], [class*="st-key-foot-"] summary, .in-words summary, .changes section details summary)')]
  .filter(one => !one.closest('.st-key-event-links, .st-key-objectives-cards, [class*="st-key-notice-"]'))
  .map(one => [...one.querySelectorAll('p')].map(line => line.innerText).join("") || one.innerText)"""
"""The words of what is clicked on the screen."""

NARROWED = {
    "/?": 1,
    "/offices?": 3,
    "/offices?country=MEX&": 4,
    "/objectives?objective=3&": 4,
    "/objectives?": 6,
    "/timeline?objective=3&": 2,
    "/timeline?country=NGA&to=2019&": 1,
    "/supply-chain?": 5,
    "/trends?country=MEX&": 2,
    "/sources?country=MEX&": 7,
    "/changes?": 14,
    "/about?": 12,
    "/record?id=event:ev-20230531-mananera&": 1,
}
"""View → the sheets that it takes at most. More of them would be mostly empty."""

INDEPENDENT = {
    "en": "Independent of Homeland Security Investigations and of any government.",
    "es": "Independiente de la Oficina de Investigaciones de Seguridad Nacional (HSI) y de cualquier gobierno.",
}
FACTS_AS_OF = {"en": "Facts as of", "es": "Datos al"}

LEAST = 10
"""Letters of a control from which its words are not met by chance in what is printed."""

MARGIN = 20
"""Points at each edge in which nothing is written but the number of the sheet."""


@dataclass(frozen=True)
class Piece:
    """A piece of text on a sheet, where it begins in points from the left and from the foot, and its typeface."""

    text: str
    left: float
    up: float
    face: str


def written(sheet: PageObject) -> tuple[str, list[Piece]]:
    """Return the text of a sheet, packed, and its pieces, the highest first, without the number of the sheet."""
    found: list[Piece] = []

    def visit(text: str, to_sheet: list[float], at: list[float], font: dict[str, str] | None, _size: float) -> None:
        if text.strip():
            left = at[4] * to_sheet[0] + at[5] * to_sheet[2] + to_sheet[4]
            up = at[4] * to_sheet[1] + at[5] * to_sheet[3] + to_sheet[5]
            found.append(Piece(text, left, up, str((font or {}).get("/BaseFont", ""))))

    text = packed(sheet.extract_text(visitor_text=visit))
    return text, sorted((one for one in found if one.up > MARGIN), key=lambda one: -one.up)


def pdf(page: Page, paper: str) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(format=paper)))


def packed(text: str) -> str:
    """Return a text without spaces, for a PDF breaks lines where the column ends, and without dots that the style sheet sets between."""
    return re.sub(r"[\s·]", "", text)


@pytest.mark.parametrize(
    ("code", "language"), [("MEX", "en"), ("MEX", "es"), ("USA", "es"), ("CHN", "en"), ("NGA", "en")]
)
def test_a_country_prints_on_one_sheet_with_the_words_of_every_section(
    reader: Reader, code: str, language: str
) -> None:
    reader.open(f"/country?country={code}&lang={language}")
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
        assert packed(INDEPENDENT[language]) in text, paper


@pytest.mark.parametrize(
    ("codes", "language"),
    [
        (("CHN", "MEX"), "en"),
        (("MEX", "USA"), "en"),
        (("MEX", "USA"), "es"),
        (("CAN", "MEX"), "es"),
        (("DEU", "NGA"), "en"),
    ],
)
def test_two_countries_print_side_by_side_on_one_sheet(reader: Reader, codes: tuple[str, str], language: str) -> None:
    reader.open("/country?" + "&".join(f"country={code}" for code in codes) + f"&lang={language}")
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


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("view", NARROWED)
def test_a_page_prints_whole_and_nothing_that_is_clicked(reader: Reader, view: str, language: str) -> None:
    page = reader.open(f"{view}lang={language}").page
    page.wait_for_load_state("networkidle")
    controls = {packed(words) for words in page.evaluate(CONTROLS)}
    page.emulate_media(media="print")
    told = page.evaluate(TOLD)
    printed = {paper: pdf(page, paper).pages for paper in ("Letter", "A4")}
    page.set_viewport_size({"width": 700, "height": 1000})
    assert page.evaluate(WIDER) == [], "wider than the paper"
    for paper, sheets in printed.items():
        texts, all_pieces = zip(*map(written, sheets), strict=True)
        whole = "".join(texts)
        assert len(sheets) <= NARROWED[view], f"sheets of {paper}"
        assert [one for one in told["headings"] if packed(one) not in whole] == [], f"a heading is not on {paper}"
        # Cell by cell: a sheet may tell those last that stay in sight when a table is scrolled.
        rows = [[packed(cell) for cell in re.split(r"[\n\t]", row)] for row in told["rows"]]
        parted = [row for row in rows if not any(all(cell in text for cell in row) for text in texts)]
        assert parted == [], f"rows are missing on {paper}, or parted"
        assert [words for words in controls if len(words) >= LEAST and words in whole] == [], f"a control is on {paper}"
        for words in (
            INDEPENDENT[language],
            FACTS_AS_OF[language],
            f"{reader.base}{view.split('?')[0].rstrip('/')}?",
            f"lang={language}",
        ):
            assert packed(words) in whole, f"not at the foot of {paper}: {words}"
        if "country=MEX" in view:
            assert packed({"en": "Mexico.", "es": "México."}[language]) in whole, "the filter"
        headings = {packed(one) for one in told["headings"]}
        for number, (sheet, pieces) in enumerate(zip(sheets, all_pieces, strict=True), 1):
            wide, high = float(sheet.mediabox.width), float(sheet.mediabox.height)
            beyond = [one.text for one in pieces if not (MARGIN < one.left < wide - MARGIN and one.up < high - MARGIN)]
            assert beyond == [], f"beyond the edge of sheet {number} of {paper}"
            last = pieces[-1]
            assert "Serif" not in last.face, f"a heading is the last of sheet {number} of {paper}: {last.text}"
            assert packed(last.text) not in headings, f"a heading is the last of sheet {number} of {paper}: {last.text}"


def test_a_drawing_laid_out_for_a_phone_lies_on_one_sheet(watched: Callable[..., Page], address: str) -> None:
    reader = Reader(watched(address, width=390, height=844), address).open("/supply-chain?lang=en")
    reader.page.wait_for_load_state("networkidle")
    sheets = [packed(sheet.extract_text()) for sheet in pdf(reader.page, "Letter").pages]
    for words in ("AcrossthePacific", "WithintheAmericas", "Mexicoisnamedmostoften"):
        assert words in sheets[0], "no sheet is empty before the drawing"


def test_what_is_folded_on_the_screen_is_open_on_paper(reader: Reader) -> None:
    reader.open("/about")
    whole = packed("".join(sheet.extract_text() for sheet in pdf(reader.page, "A4").pages))
    assert packed("Fentanyl is not made in Mexico but imported from Asia.") in whole, "a point that stands closed"
    assert packed("One rule holds for every place.") in whole, "the method at length"


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


def test_on_paper_a_figure_takes_the_whole_width_and_a_fold_says_what_it_holds(reader: Reader) -> None:
    reader.open("/offices?country=MEX")
    reader.page.emulate_media(media="print")
    reader.page.set_viewport_size({"width": 700, "height": 1000})
    drawn = reader.page.locator(".st-key-figure-offices-map svg.drawing").bounding_box()
    assert drawn
    assert drawn["width"] > 600
    whole = packed("".join(sheet.extract_text() for sheet in pdf(reader.page, "Letter").pages))
    assert packed("Ciudad Juárez · Type not stated") in whole, "a place that opens has no name on paper"


def test_a_figure_lies_on_the_sheet_of_its_heading(reader: Reader) -> None:
    reader.open("/offices")
    sheets = [packed(sheet.extract_text()) for sheet in pdf(reader.page, "Letter").pages]
    (sheet,) = [text for text in sheets if packed("offices reported without a list, beside") in text]
    assert packed("The two are different things.") in sheet, "what stands below the marks is on another sheet"


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
