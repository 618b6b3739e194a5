"""The marks of maps and charts by keyboard alone: one stop a drawing, and every mark is named with its value, shown, and opened."""

import re
import unicodedata
from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Locator, Page, expect

from data.catalog import build
from figures import telling
from figures.language import language
from figures.palette import Theme
from tests.accessible import recolour
from tests.browser.reader import Reader

WALKED = '[aria-describedby~="marks-hint"]'
REACHED = re.compile(r"^(\d+) of (\d+): (.*)$", re.DOTALL)

BAND = 60
"""Pixels at the top of the window that the band covers."""

CONTRAST = """() => {
  const channel = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = color => { const [r, g, b] = color.match(/[\\d.]+/g).map(Number); return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b) };
  const { borderTopColor, outlineColor, borderTopWidth, outlineStyle, outlineWidth } = getComputedStyle(document.querySelector('.mark-ring'));
  const [dark, bright] = [light(borderTopColor), light(outlineColor)].sort((a, b) => a - b);
  return outlineStyle === 'solid' && parseFloat(borderTopWidth) >= 2 && parseFloat(outlineWidth) >= 2 ? (bright + 0.05) / (dark + 0.05) : 0;
}"""
"""Of the two tones of the ring: on whatever a mark is drawn, one of them stands out if they do from each other."""


HINT = "one => one.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent).join(' ')"


class Drawing:
    """A drawing with its marks, as a reader without a mouse meets it."""

    def __init__(self, reader: Reader, figure: str) -> None:
        self.page = reader.page
        self.stop = self.page.locator(f".st-key-figure-{figure}").locator(WALKED)
        expect(self.stop).to_have_count(1)
        # Orca, tried, neither names an application that takes the focus itself nor hands it the arrows, unless it lies within another.
        expect(self.stop.locator("..")).to_have_role("application")
        self.stop.focus()

    @property
    def reached(self) -> tuple[int, int, str]:
        """The number of the mark that is reached, of how many, and its words, as a screen reader is told; nothing is (0, 0, "")."""
        found = REACHED.match(self.page.locator("#marks-said").text_content() or "")
        return (int(found[1]), int(found[2]), found[3]) if found else (0, 0, "")

    def press(self, *keys: str) -> str:
        """Press keys, and return the words of the mark that is reached."""
        for key in keys:
            self.page.keyboard.press(key)
        return self.reached[2]

    def walk(self) -> list[str]:
        """Walk all marks from the first to the last, and return their words."""
        words = [self.press("Home")]
        while self.reached[0] < self.reached[1]:
            before = self.reached[0]
            words.append(self.press("ArrowRight"))
            assert self.reached[0] == before + 1
        return words

    @property
    def hint(self) -> str:
        """What is said of the keys to whoever reaches the drawing."""
        return self.stop.evaluate(HINT)

    def go_to(self, beginning: str) -> str:
        """Type the first letter until a mark is reached whose words begin so, and return them."""
        while not (words := self.press(beginning[0])).startswith(beginning):
            assert words
        return words

    def expect_reached(self, words: str) -> None:
        """Wait until the keyboard is on this drawing and on a mark of these words, which stand beside its ring."""
        expect(self.stop).to_be_focused()
        expect(self.page.locator("#marks-said")).to_have_text(re.compile(rf"^\d+ of \d+: {re.escape(words)}$"))
        expect(self.stop.locator(".mark-words")).to_have_text(words)

    def expect_left(self) -> None:
        """Leave the marks, and find that nothing of them stays but the drawing, from which Tab goes on to what follows."""
        assert self.press("Escape") == ""
        expect(self.page.locator(".mark-shown")).to_have_count(0)
        expect(self.stop).to_be_focused()
        self.page.keyboard.press("Tab")
        assert not self.stop.evaluate("drawing => drawing.contains(document.activeElement)")


@pytest.fixture
def reader(watched: Callable[..., Page], address: str) -> Reader:
    """A reader with a laptop, whose theme and forced colours nobody shares."""
    return Reader(watched(address, apart=True), address)


def plain(words: str) -> str:
    """Return words as a list is sorted by: without accents and capitals."""
    return "".join(one for one in unicodedata.normalize("NFD", words.lower()) if not unicodedata.combining(one))


def places() -> list[str]:
    """Return every place and presence abroad in words."""
    catalog = build()
    tell = telling.teller("offices", catalog, language("en"))
    return [tell(row).words for row in catalog["offices"].itertuples()]


COLOURS: tuple[tuple[Theme, bool], ...] = (("light", False), ("dark", False), ("dark", True))
"""The theme, and whether the system forces its own colours."""


def expect_in_sight(ring: Locator, drawing: Drawing, width: int, height: int) -> None:
    """Find ring and words within the window, below the band, and within the box of the drawing."""
    around = drawing.stop.bounding_box()
    assert around
    for part in (ring, drawing.page.locator(".mark-words")):
        box = part.bounding_box()
        assert box
        assert box["x"] >= max(0, around["x"] - 1)
        assert box["x"] + box["width"] <= min(width, around["x"] + around["width"] + 1)
        assert box["y"] >= max(BAND, around["y"] - 1)
        assert box["y"] + box["height"] <= min(height, around["y"] + around["height"] + 1)


def test_a_map_is_walked_by_name_and_enter_chooses_as_a_click_does(reader: Reader) -> None:
    reader.open("/offices")
    assert "Enter" not in Drawing(reader, "offices-reported-totals").hint, "nothing of it opens"
    drawing = Drawing(reader, "offices-map")
    assert drawing.reached == (0, 0, "")
    assert drawing.hint.endswith("Enter opens one.")
    walked = drawing.walk()
    assert set(places()) <= set(walked)
    assert len(walked) == len(set(walked))
    assert sorted(walked, key=plain)[:5] == walked[:5]
    assert drawing.press("Home", "m").startswith("Madrid, Spain")
    assert drawing.press("m").startswith("Manila")
    brazil = drawing.go_to("Brasília, Brazil (evidence: ")
    drawing.press("Enter")
    reader.expect_query(country=["BRA"])
    drawing.expect_reached(brazil)
    # What is typed is no shortcut of Streamlit's, which would run the page anew.
    drawing.press("Enter")
    reader.expect_no_filter()
    reader.wait()  # until then the drawing may still be replaced, and takes the focus back
    drawing.expect_reached(brazil)
    drawing.expect_left()


def test_a_chart_is_walked_along_time_and_up_and_down_to_other_lanes(reader: Reader) -> None:
    reader.open("/timeline")
    drawing = Drawing(reader, "timeline")
    walked = drawing.walk()
    titled = drawing.stop.locator("a > title").all_text_contents()
    assert set(walked) == set(titled)
    # Fifty marks are gone through in a few keys.
    assert drawing.press("Home", "PageDown", "PageDown") == walked[20]
    assert drawing.press("PageUp") == walked[10]
    assert drawing.press("PageUp", "PageUp") == walked[0]
    assert drawing.press("End", "PageDown") == walked[-1]
    days = [words for words in walked if words.partition(" (day known)")[1]]
    dated = [next(row.date for row in rows if words.endswith(row.title)) for words in days for rows in [EVENTS]]
    assert len(days) > 30
    assert dated == sorted(dated)
    release = next(words for words in walked if words.startswith("19 September 2023") and "HSI releases" in words)
    while drawing.press("ArrowLeft") != release:
        assert drawing.reached[0] > 1
    ring = drawing.page.locator(".mark-ring")
    before = ring.bounding_box()
    assert drawing.press("ArrowDown") != release
    after = ring.bounding_box()
    assert before
    assert after
    assert after["y"] > before["y"]
    chosen = drawing.reached[2]
    drawing.press("Enter")
    expect(reader.page.locator(".st-key-event h2, .st-key-event h3").first).to_have_text(chosen.partition(": ")[2])
    drawing.expect_reached(chosen)
    drawing.expect_left()


EVENTS = list(build()["events"].itertuples())


def test_a_chart_of_plotly_says_of_each_bar_what_hovering_says(reader: Reader) -> None:
    reader.open("/trends")
    expect(reader.page.locator(WALKED)).to_have_count(3)
    for figure in ("cbp-fentanyl-seized-fy", "cdc-deaths-synthetic-opioids-cy", "hsi-fentanyl-seized-fy"):
        drawing = Drawing(reader, f"trend-{figure}")
        printed = reader.page.locator(f".st-key-figure-trend-{figure} .printed title").all_text_contents()
        assert drawing.walk() == printed
        assert "Enter" not in drawing.hint, "nothing of it opens"
        assert drawing.press("Home", "ArrowDown") == printed[1]
        drawing.expect_left()


def test_the_map_to_explore_is_walked_and_enter_chooses_as_a_click_does(reader: Reader) -> None:
    reader.open_map("/offices?offices_view=explore")
    drawing = Drawing(reader, "offices-map")
    assert sorted(drawing.walk()) == sorted(set(places()))
    brazil = drawing.go_to("Brasília, Brazil (evidence: ")
    expect_in_sight(drawing.page.locator(".mark-ring"), drawing, 1366, 768)
    drawing.press("Enter")
    reader.expect_query(offices_view=["explore"], country=["BRA"])
    expect(reader.page.get_by_role("heading", name="Brazil", exact=True)).to_be_visible()
    drawing.expect_reached(brazil)
    drawing.press("Enter")
    reader.expect_query(offices_view=["explore"])
    drawing.expect_reached(brazil)
    drawing.expect_left()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844), (320, 700)])
def test_what_is_reached_is_seen_in_any_colours(
    watched: Callable[..., Page], address: str, width: int, height: int
) -> None:
    reader = Reader(watched(address, width, height, apart=True), address)
    reader.open("/offices")
    for figure, (scheme, forced) in product(("offices-map", "offices-reported-totals"), COLOURS):
        recolour(reader.page, scheme, forced)
        drawing = Drawing(reader, figure)
        for key in ("Home", "End", "ArrowLeft", "ArrowUp"):
            drawing.press(key)
            ring = reader.page.locator(".mark-ring")
            expect(ring).to_be_visible()
            expect_in_sight(ring, drawing, width, height)
            assert reader.page.evaluate(CONTRAST) >= 3
        drawing.press("Escape")


def test_no_link_of_a_drawing_stops_the_keyboard_and_every_one_is_walked(reader: Reader) -> None:
    reader.open("/")
    for page in ("Overview", "Offices", "Objectives", "Timeline", "Supply chain", "Trends", "Sources and data"):
        if page != "Overview":
            reader.go_to(page)
        links = reader.page.locator("svg a")
        assert links.evaluate_all("links => links.filter(link => link.tabIndex >= 0).length") == 0, page
        walked = "links => links.filter(link => !link.closest('[role=application][tabindex=\"0\"]')).length"
        assert links.evaluate_all(walked) == 0, page
        if page in {"Overview", "Offices", "Timeline", "Supply chain", "Sources and data"}:
            assert links.count() > 10, page


def test_an_arrow_of_the_map_of_flows_leads_to_what_states_it(reader: Reader) -> None:
    reader.open("/supply-chain")
    drawing = Drawing(reader, "supply-map")
    assert drawing.press("Home", "c").startswith("Cash goes from")
    link = drawing.stop.locator("a", has=reader.page.locator("title", has_text="Cash goes from")).first
    to = link.get_attribute("href") or ""
    drawing.press("Enter")
    expect(reader.page.locator(f"[id='{to[1:]}']")).to_be_in_viewport()
    assert reader.page.url.endswith(to)
