"""Pictures of charts: every word lies within its frame, whatever the filters and the room."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from data.catalog import Catalog
from data.queries.trends import indicators
from data.selection import Selection
from figures import dress
from figures.figure import Figure
from figures.ink import picture
from figures.ink.lettering import BOLD, PLAIN, TITLE, Face, width
from figures.ink.picture import SLIDE, SMALL, Caption
from figures.language import Language
from figures.trends import plot, screen
from figures.view import View

SVG = "{http://www.w3.org/2000/svg}"
FACES = {(face.family, str(face.weight)): face for face in (PLAIN, BOLD, TITLE)}

FOOT = "Sources: U.S. Customs and Border Protection. Sources read to 24 November 2026. Independent of any government"

SELECTIONS = (Selection(), Selection(first_year=2023), Selection(last_year=2022), Selection(countries=("MEX",)))

Frame = tuple[float, float, float, float]


def words(
    node: ElementTree.Element, frame: Frame, x: float = 0, y: float = 0
) -> Iterator[tuple[str, Frame, Frame, float]]:
    """Yield each text with its box, the frame that cuts it, and its size, all in pixels of the slide."""
    if moved := re.fullmatch(r"translate\(([-\d.]+) ([-\d.]+)\)", node.get("transform", "")):
        x, y = x + float(moved[1]), y + float(moved[2])
    if node.tag == f"{SVG}svg" and node.get("overflow"):
        x, y = x + float(node.get("x", 0)), y + float(node.get("y", 0))
        frame = (x, y, x + float(node.get("width", 0)), y + float(node.get("height", 0)))
    if node.tag == f"{SVG}text":
        face: Face = FACES[node.get("font-family", ""), node.get("font-weight", "")]
        size, said = float(node.get("font-size", 0)), node.text or ""
        wide = width(said, size, face)
        at, line = x + float(node.get("x", 0)), y + float(node.get("y", 0))
        if node.get("transform", "").startswith("rotate(-90"):
            box = (at - size * 0.75, line - wide, at + size * 0.2, line)
        else:
            left = at - {"start": 0.0, "middle": wide / 2, "end": wide}[node.get("text-anchor", "start")]
            box = (left, line - size * 0.75, left + wide, line + size * 0.2)
        yield said, box, frame, size
    for child in node:
        yield from words(child, frame, x, y)


def slide(figure: Figure, filters: str = "Objective 3 · Mexico") -> "Slide":
    assert figure.picture
    document = picture.svg(figure.picture, Caption(figure.title, filters, FOOT), "light")
    return list(words(ElementTree.fromstring(document), (0, 0, *SLIDE)))


Slide = list[tuple[str, Frame, Frame, float]]


@pytest.fixture(scope="module")
def slides(catalog: Catalog, language: Language) -> list[tuple[str, Slide]]:
    """Every indicator's figure, with and without filters; of those with many series two."""
    made: list[tuple[str, Slide]] = []
    for selection in SELECTIONS:
        for code in indicators.known(catalog):
            offered = [part.code for part in indicators.parts(catalog, code)][:2]
            for _code, codes in indicators.drawings(catalog, [code], offered if selection.is_empty else ()):
                if len(indicators.series(catalog, selection, code, codes).rows):
                    figure = plot.figure(catalog, selection, code, codes, True, language, "light", 960)
                    made.append((figure.key, slide(figure)))
    return made


def test_no_word_of_a_picture_is_cut(slides: list[tuple[str, Slide]]) -> None:
    assert len(slides) > 200
    cut = []
    for key, drawn in slides:
        for said, box, frame, _size in drawn:
            inside = (
                box[0] >= frame[0] - 0.5
                and box[1] >= frame[1] - 0.5
                and box[2] <= frame[2] + 0.5
                and box[3] <= frame[3] + 0.5
            )
            if not inside or said.endswith("…"):
                cut.append((key, said, box, frame))
    assert cut == []


def test_no_two_words_of_a_picture_lie_over_each_other(slides: list[tuple[str, Slide]]) -> None:
    over = []
    for key, drawn in slides:
        boxes = [(said, box) for said, box, _frame, _size in drawn]
        for at, (one, here) in enumerate(boxes):
            for other, there in boxes[at + 1 :]:
                wide = min(here[2], there[2]) - max(here[0], there[0])
                high = min(here[3], there[3]) - max(here[1], there[1])
                if wide > 1 and high > 1:
                    over.append((key, one, other))
    assert over == []


def test_every_word_can_be_read_at_half_size(slides: list[tuple[str, Slide]]) -> None:
    assert min(size for _key, drawn in slides for *_rest, size in drawn) >= SMALL


def test_a_picture_says_what_is_measured_its_values_and_its_events(catalog: Catalog, language: Language) -> None:
    codes = indicators.drawings(catalog, ["cbp-fentanyl-seized-fy"], ())[0][1]
    asked = (catalog, Selection(), "cbp-fentanyl-seized-fy", codes)
    said = [one[0] for one in slide(plot.figure(*asked, True, language, "light", 960))]
    assert {"27,023", "12,027", "FY2023", "FY2025", "1", "4"} <= set(said)
    assert any("pounds (lb)" in line for line in said)
    assert "3 · 19 September 2023: HSI releases the Strategy for Combating Illicit Opioids" in said
    assert "The lines mark events; they do not explain the numbers." in said


def test_a_picture_of_one_part_says_so(catalog: Catalog, language: Language) -> None:
    codes = indicators.drawings(catalog, ["cbp-fentanyl-seized-month"], ())[0][1]
    made = plot.figure(catalog, Selection(), "cbp-fentanyl-seized-month", codes, False, language, "light", 960)
    said = " ".join(one[0] for one in slide(made))
    assert "Southwest Border, OFO is one of 6 parts; no total of a month was published." in said


def test_the_line_of_an_event_runs_through_no_number(catalog: Catalog, language: Language) -> None:
    """The strategy came within the year of a tall bar, whose number the line would cut."""
    view = View(catalog, Selection(), language, "light", "trends")
    (figure,) = screen.drawn(view, ["cdc-deaths-synthetic-opioids-cy"])
    assert isinstance(figure.drawing, str)
    drawn = ElementTree.fromstring(re.findall(r"<svg.*?</svg>", dress.inlined(figure.drawing), re.DOTALL)[0])
    lines = [
        tuple(map(float, found.groups()))
        for path in drawn.iter()
        if (found := re.fullmatch(r"M([\d.]+) ([\d.]+)L\1 ([\d.]+)", path.get("d", "")))
    ]
    assert lines
    for said, (left, top, right, bottom), _frame, _size in words(drawn, (0, 0, *SLIDE)):
        assert not [1 for x, begin, end in lines if left < x < right and begin < bottom - 1 and end > top + 1], said
