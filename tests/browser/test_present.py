"""The presentation from a disk, with the network off: keys, fingers, filters, the speaker's window, paper, a phone; and as served."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from briefing import show
from briefing.story import story
from data import pages
from data.catalog import Catalog
from data.selection import Selection
from figures.palette import Theme
from tests.accessible import AXE
from tests.briefing.views import asked
from tests.browser.reader import Reader

FEW = ("MEX", "CHN")
"""Countries that can be filtered by in a file made for tests: all of them take a minute."""


NARROWED = {
    "": Selection(),
    "country=MEX": Selection(countries=("MEX",)),
    "country=CHN": Selection(countries=("CHN",)),
    "objective=3": Selection(objectives=(3,)),
}
"""Query of a view → its selection: what is laid out in every size."""


@pytest.fixture(scope="module")
def files(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the presentation, filters within, and the speaker's page; in `es`, views of it in Spanish, a file each."""
    folder = tmp_path_factory.mktemp("present")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(show, "_countries", lambda view: list(FEW))
        made = show.of_everything(asked(catalog, "no filter"), "show.html", "speaker.html")
    (folder / "show.html").write_text(made.shown, "utf-8")
    (folder / "speaker.html").write_text(made.spoken, "utf-8")
    for query, selection in NARROWED.items():
        (folder / "es" / query).mkdir(parents=True, exist_ok=True)
        view = replace(asked(catalog, "no filter", "es"), selection=selection)
        (folder / "es" / query / "show.html").write_text(show.of_view(view).shown, "utf-8")
    return folder


BOX = "of => of.getBoundingClientRect().toJSON()"

LAID = """() => {
  const wrong = [], press = (key) => dispatchEvent(new KeyboardEvent("keydown", { key }));
  const least = (16 * Math.min(innerWidth, 16 / 9 * innerHeight)) / 1280 - 0.1;
  press("Home");
  for (const one of [...document.querySelector("main").children]) {
    const say = (what) => wrong.push(`${one.id}: ${what}`), box = (of) => of.getBoundingClientRect();
    const [slide, foot, bar] = [box(one), box(one.querySelector("footer")), box(document.querySelector("nav"))];
    if (document.documentElement.scrollHeight > innerHeight) say("higher than the window");
    if (slide.bottom > bar.top + 0.5) say("under the controls");
    for (const part of one.children)
      if (part.tagName !== "FOOTER" && box(part).bottom > foot.top + 0.5) say(`${part.tagName} over the foot`);
    for (const text of one.querySelectorAll(":is(h2, h3, p, li, li span, b, small, text, summary):not(.unseen, [hidden], details *)")) {
      const at = box(text);
      if (!at.width || text.closest(".in-hand, .unseen")) continue;
      if (at.left < slide.left || at.right > slide.right || at.bottom > slide.bottom) say(`cut: ${text.textContent.slice(0, 40)}`);
      if (!text.closest("footer") && at.bottom > foot.top + 1) say(`in the foot: ${text.textContent.slice(0, 40)}`);
    }
    const fits = one.querySelector(".fits");
    if (fits && (fits.scrollHeight > fits.clientHeight || fits.scrollWidth > fits.clientWidth)) say("cut");
    if (fits && parseFloat(getComputedStyle(fits).fontSize) < least) say("too small");
    const link = one.querySelector("summary");
    if (link) {
      const at = box(link);
      for (const x of [at.left + 5, (at.left + at.right) / 2, at.right - 5])
        if (document.elementFromPoint(x, (at.top + at.bottom) / 2) !== link) say("the mouse does not reach the rows");
    }
    const lists = [...one.querySelectorAll(".in-words ul")].map((list) => Math.round(box(list).top));
    if (new Set(lists).size > 1) say("columns do not start level");
    press("ArrowRight");
  }
  return wrong;
}"""
"""What is wrong with how the screens of a presentation are laid out, each walked by its keys."""


@pytest.mark.parametrize("code", ["en", "es"])
def test_every_screen_holds_what_it_shows_whatever_the_window_and_the_filter(
    offline: Callable[..., BrowserContext], files: Path, code: str
) -> None:
    page = offline().new_page()
    for query in NARROWED:
        page.goto(f"file://{files}/{f'es/{query}/show.html' if code == 'es' else f'show.html#strategy?{query}'}")
        if code == "en" and query:
            expect(page).to_have_url(re.compile(f"{query}$"))
            expect(page.locator("#strategy .kept")).not_to_be_empty()
        page.evaluate("document.fonts.ready")
        for width, height in ((1280, 720), (1366, 768), (1920, 1080)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(LAID) == [], (code, query, width)


def test_type_grows_where_there_is_little(offline: Callable[..., BrowserContext], files: Path) -> None:
    page = opened(offline(), files, "#objective-1")
    size = "parseFloat(getComputedStyle(document.querySelector('main > section:not([hidden]) .fits')).fontSize)"
    page.evaluate("document.fonts.ready")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    many = page.evaluate(size)
    page.goto(f"file://{files}/show.html#objective-4")
    expect(page.locator("#objective-4")).to_be_visible()
    assert page.evaluate(size) > 1.3 * many


@pytest.fixture
def offline(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make browsers without a network, that take down what goes wrong in them."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def make(width: int = 1280, height: int = 720, theme: Theme = "light", by_hand: bool = False) -> BrowserContext:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            offline=True,
            color_scheme=theme,
            has_touch=by_hand,
            is_mobile=by_hand,
        )
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        context.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
        context.on(
            "request",
            lambda request: wrong.append(request.url) if not request.url.startswith(("file:", "data:")) else None,
        )
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert wrong == []


def opened(context: BrowserContext, files: Path, part: str = "") -> Page:
    page = context.new_page()
    page.goto(f"file://{files}/show.html{part}")
    return page


def at(page: Page) -> str:
    """Return the name of the chapter that is shown; there is exactly one."""
    shown = page.locator("main > section:not([hidden])")
    expect(shown).to_have_count(1)
    return str(shown.get_attribute("id"))


def test_keys_move_through_the_story_and_the_address_follows(
    offline: Callable[..., BrowserContext], files: Path, catalog: Catalog
) -> None:
    names = [one.name for one in story(asked(catalog, "no filter"))]
    page = opened(offline(), files)
    assert at(page) == names[0]
    for number, key in enumerate(["ArrowRight", " ", "PageDown", "ArrowDown"], 1):
        page.keyboard.press(key)
        assert at(page) == names[number]
        assert page.url.endswith(f"#{names[number]}")
    expect(page.locator("#said")).to_contain_text(f"5 of {len(names)}")
    for key in ("ArrowLeft", "PageUp", "Shift+ "):
        page.keyboard.press(key)
    assert at(page) == names[1]
    page.keyboard.press("End")
    assert at(page) == names[-1]
    page.keyboard.press("Home")
    assert at(page) == names[0]
    page.goto(f"file://{files}/show.html#objective")
    assert at(page) == "objective-1", "a page names only how its chapter begins"


def test_rows_that_lie_open_keep_the_keys_that_scroll_them_and_no_others(
    offline: Callable[..., BrowserContext], files: Path
) -> None:
    page = opened(offline(), files, "#supply")
    page.goto(f"file://{files}/show.html#objective-3")
    page.locator("#objective-3 summary").click()
    assert page.locator("#objective-3 .scrolls").evaluate("box => box.scrollWidth <= box.clientWidth"), "cut"
    page.goto(f"file://{files}/show.html#supply")
    rows = page.locator("#supply details")
    for key, to in (("ArrowRight", "dates"), ("PageUp", "objective-4")):
        page.locator("#supply summary").click()
        page.keyboard.press("ArrowDown")
        assert at(page) == "supply"
        page.keyboard.press(key)
        assert at(page) == to
        page.goto(f"file://{files}/show.html#supply")
        expect(rows).not_to_have_attribute("open", "")
    page.locator("#supply summary").click()
    with page.context.expect_page():
        page.keyboard.press("s")


def test_b_blackens_and_escape_shows_all_screens(offline: Callable[..., BrowserContext], files: Path) -> None:
    page = opened(offline(), files, "#dates")
    page.keyboard.press("b")
    expect(page.locator("main")).not_to_be_visible()
    page.keyboard.press("b")
    expect(page.locator("main")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("main > section:not([hidden])").nth(5)).to_be_visible()
    cut = "[...document.querySelectorAll('.fits')].filter((one) => one.scrollHeight > one.clientHeight).length"
    assert page.evaluate(cut) == 0, "what is shown small is cut"
    page.locator("#supply").click()
    assert at(page) == "supply"


def test_a_filter_within_changes_what_is_told_and_is_in_the_address(
    offline: Callable[..., BrowserContext], files: Path
) -> None:
    page = opened(offline(), files, "#offices")
    whole = page.title()
    page.locator("main").hover()
    page.locator("select[name=country]").select_option("MEX")
    expect(page.locator("#offices h2")).to_contain_text("Mexico")
    assert page.url.endswith("#offices?country=MEX")
    assert page.title() == f"Mexico · {whole}"
    expect(page.locator("#offices .kept")).to_have_text("Mexico")
    page.keyboard.press("Home")
    expect(page.locator("#strategy .kept")).to_have_text("Mexico")
    page.keyboard.press("End")
    expect(page.locator("#sources .kept")).to_have_text("Not narrowed by: Mexico")
    page.goto(f"file://{files}/show.html#offices?country=MEX")
    page.locator("select[name=objective]").select_option("3")
    expect(page.locator("main > section[id^=objective]")).to_have_count(1)
    assert page.url.endswith("#offices?objective=3&country=MEX")
    page.goto(f"file://{files}/show.html#offices?country=ISL")
    expect(page.locator("#offices .kept")).to_have_text("There is no entry here for ISL; no filter was set.")
    page.locator("select[name=country]").select_option("CHN")
    expect(page.locator("#offices .kept")).to_have_text("China")
    again = opened(page.context, files, "#objective-3?objective=3&country=MEX")
    assert at(again) == "objective-3"
    expect(again.locator("select[name=country]")).to_have_value("MEX")


def test_a_choice_leaves_the_keys_to_the_screen(offline: Callable[..., BrowserContext], files: Path) -> None:
    page = opened(offline(), files, "#offices")
    country = page.locator("select[name=country]")
    page.locator("main").hover()
    country.click()
    page.keyboard.type("China")
    page.keyboard.press("Enter")
    expect(page.locator("#offices .kept")).to_have_text("China")
    for key, to in ((" ", "objective-1"), ("ArrowLeft", "offices")):
        page.keyboard.press(key)
        assert at(page) == to
    # Who walks the closed list by its keys stays in it: each changes it.
    country.focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#offices .kept")).to_have_text("Mexico")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#offices .kept")).to_have_text("China")
    page.keyboard.press("PageDown")
    assert at(page) == "objective-1"
    country.focus()
    page.keyboard.press("b")
    expect(page.locator("main")).not_to_be_visible()
    page.keyboard.press("b")
    country.focus()
    page.keyboard.press("Escape")
    expect(page.locator("main > section:not([hidden])").nth(1)).to_be_visible()
    expect(country).not_to_be_focused()
    expect(country).to_have_value("CHN")


def test_the_speaker_has_notes_the_next_screen_and_a_clock(offline: Callable[..., BrowserContext], files: Path) -> None:
    page = opened(offline(), files, "#offices")
    with page.context.expect_page() as popped:
        page.keyboard.press("s")
    speaker = popped.value
    expect(speaker.locator("#place")).to_have_text(re.compile("^2 of"))
    expect(speaker.locator("#notes")).to_contain_text("Canada and Mexico have the most places named by sources")
    expect(speaker.locator("#then")).to_contain_text("Objective 1")
    expect(speaker.locator("#elapsed")).to_contain_text("00:")
    expect(speaker.frame_locator("#next").locator("#objective-1")).to_be_visible()
    assert speaker.evaluate("[document.activeElement.tagName, scrollY, document.scrollingElement.scrollTop]") == [
        "BODY",
        0,
        0,
    ], "a screen shown small has the keys, or has moved the window"
    speaker.set_viewport_size({"width": 1366, "height": 768})
    notes, then, bar = (speaker.locator(part).evaluate(BOX) for part in ("#notes", "#then", "nav"))
    assert notes["height"] * notes["width"] > 0.5 * 1366 * 768, "the screens leave the notes little room"
    assert then["bottom"] <= bar["top"]
    speaker.set_viewport_size({"width": 390, "height": 844})
    notes, now = (speaker.locator(part).evaluate(BOX) for part in ("#notes", "#now"))
    assert notes["bottom"] <= now["top"], "on a phone notes come first"
    speaker.set_viewport_size({"width": 1280, "height": 720})
    speaker.keyboard.press("ArrowRight")
    expect(page.locator("#objective-1")).to_be_visible()
    expect(speaker.locator("#place")).to_have_text(re.compile("^3 of"))
    expect(speaker.frame_locator("#now").locator("#objective-1")).to_be_visible()
    speaker.get_by_role("button", name="Next", exact=True).click()
    expect(page.locator("#objective-2")).to_be_visible()
    black = speaker.get_by_role("button", name="Black screen")
    black.click()
    expect(page.locator("main")).not_to_be_visible()
    expect(black).to_have_attribute("aria-pressed", "true")
    expect(speaker.locator("#now-is")).to_contain_text("The screen is black")
    speaker.keyboard.press("ArrowRight")
    expect(page.locator("#objective-2")).to_be_visible()
    expect(black).to_have_attribute("aria-pressed", "false")
    speaker.keyboard.press("End")
    expect(page.locator("#sources")).to_be_visible()
    assert "What may be asked" not in (files / "show.html").read_text("utf-8")


def test_a_speakers_file_alone_says_to_open_the_screen(offline: Callable[..., BrowserContext], files: Path) -> None:
    speaker = offline().new_page()
    speaker.goto(f"file://{files}/speaker.html")
    expect(speaker.locator("#alone")).to_contain_text("Open the screen to begin")
    expect(speaker.locator("iframe").first).not_to_be_visible()
    with speaker.context.expect_page():
        speaker.get_by_role("button", name="Open the screen").click()
    expect(speaker.locator("#alone")).not_to_be_visible()
    expect(speaker.frame_locator("#now").locator("#strategy")).to_be_visible()


def test_it_prints_one_screen_a_page(offline: Callable[..., BrowserContext], files: Path, catalog: Catalog) -> None:
    told = story(asked(catalog, "no filter"))
    page = opened(offline(), files, "#evidence")
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) == len(told)
    for sheet, one in zip(sheets, told, strict=True):
        assert re.sub(r"\s", "", one.screen.finding[:20]) in re.sub(r"\s", "", sheet.extract_text())


def test_a_finger_moves_it_on_a_phone_and_nothing_is_cut(offline: Callable[..., BrowserContext], files: Path) -> None:
    page = opened(offline(390, 844, by_hand=True), files)
    page.evaluate("document.documentElement.classList.add('still')")
    expect(page.locator("nav output")).to_have_text(re.compile(r"^1 of \d+$"))
    resting = "getComputedStyle(document.querySelector('nav button[data-does=on]')).opacity"
    assert page.evaluate(resting) == "1", "nothing says that screens follow"
    session = page.context.new_cdp_session(page)
    for kind, x in (("touchStart", 330), ("touchMove", 200), ("touchMove", 60), ("touchEnd", None)):
        session.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [] if x is None else [{"x": x, "y": 300}]}
        )
    expect(page.locator("#offices")).to_be_visible()
    for _screen in range(page.locator("main > section").count()):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), at(page)
        if at(page) in ("dates", "later"):
            wide = page.locator(f"#{at(page)} .in-hand > svg").evaluate(BOX)["width"]
            assert wide == 390 - 2 * 16, "narrower than the words above it"
        page.keyboard.press("PageDown")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_in_a_room_and_axe_finds_nothing(
    offline: Callable[..., BrowserContext], files: Path, theme: Theme
) -> None:
    page = opened(offline(theme=theme), files)
    page.emulate_media(reduced_motion="reduce")  # words that fade have any contrast
    for _screen in range(page.locator("main > section").count()):
        name = at(page)
        over = page.evaluate(
            "() => { const shown = document.querySelector('main > section:not([hidden])');"
            " return shown.scrollHeight > shown.clientHeight + 1 || shown.scrollWidth > shown.clientWidth + 1; }"
        )
        assert not over, name
        found = AXE.run(page).response["violations"]
        assert [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]] == [], name
        page.keyboard.press("PageDown")


def test_a_page_leads_to_its_presentation_at_its_chapter(reader: Reader) -> None:
    reader.open("/objectives?country=MEX")
    link = reader.page.locator(".st-key-copy-link a.present")
    assert str(link.get_attribute("href")).endswith(f"#{pages.CHAPTERS['objectives']}")
    with reader.page.context.expect_page() as popped:
        link.click()
    shown = popped.value
    expect(shown.locator("#objective-1")).to_be_visible()
    expect(shown.locator("#objective-1 .kept")).to_have_text("Mexico")
    with shown.context.expect_page() as speaking:
        shown.keyboard.press("s")
    expect(speaking.value.locator("#place")).to_have_text(re.compile("^3 of"))
    speaking.value.keyboard.press("ArrowRight")
    expect(shown.locator("#objective-2")).to_be_visible()
    assert speaking.value.evaluate("scrollY") == 0
