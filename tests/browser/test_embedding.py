"""A frame is as high as its figure, whatever its width: little is scrolled, and little is left blank."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from briefing import embed
from data import pages
from data.catalog import Catalog
from figures import every, framed
from tests.briefing.views import asked

SITE = "http://briefing.example/"

WIDTHS = (320, 640, 1000)

LINE = 24
"""Pixels of a line, by which a frame may be too low."""

BLANK = 1.15
"""So much of its figure's height a frame may have at most."""

STATIC = Path(__file__).parents[2] / "components" / "static"

FRAME = """told => {
  const around = document.createElement('div'), frame = document.createElement('div');
  around.style.cssText = `position: absolute; width: ${innerWidth}px; container-type: inline-size`;
  frame.style.height = told;
  around.append(frame);
  document.body.append(around);
  const high = frame.offsetHeight;
  around.remove();
  return high;
}"""

EXACT = "<style>* { text-rendering: geometricPrecision }</style></head>"
"""Letters stand where the typeface says, as on most devices: this Chromium would set them on whole pixels, 3 in 100 narrower."""

NEEDED = "async () => { await document.fonts.ready; return document.documentElement.offsetHeight; }"


APART = """() => {
  const words = cell => { const range = document.createRange(); range.selectNodeContents(cell); return range; };
  const rows = [...document.querySelectorAll('.numbers tr')].filter(row => row.checkVisibility()).map(row => [...row.cells].filter(cell => !cell.querySelector('.unseen')));
  return rows.flatMap(cells => cells.slice(1).map((cell, at) =>
    words(cell).getBoundingClientRect().left - words(cells[at]).getBoundingClientRect().right));
}"""

DIGIT = 6
"""Pixels between two columns at least: less is read as one number."""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": WIDTHS[0], "height": 200})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("code", ["en", "es"])
def test_no_frame_needs_scrolling_or_is_mostly_blank(page: Page, catalog: Catalog, code: str) -> None:
    documents: dict[str, str] = {}

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/app/static/"):
            route.fulfill(path=STATIC / path.removeprefix("/app/static/"))
        else:
            route.fulfill(body=documents[path], content_type="text/html")

    page.route(f"{SITE}**", answer)
    wrong, seen = [], set()
    for name in pages.LISTED:
        view = replace(asked(catalog, "no filter", code), page=name)
        for key in (figure.key for figure in every.of(view)):
            document = embed.page(view, key, f"{SITE}{name}", SITE)
            assert document
            documents[f"/{key}"], told = document.replace("</head>", EXACT), framed.height(view, key)
            page.goto(f"{SITE}{key}")
            seen.add(key)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 200})
                needed, frame = page.evaluate(NEEDED), page.evaluate(FRAME, told)
                if not needed - LINE <= frame <= needed * BLANK:
                    wrong.append(f"{key} at {width}: {frame} for {needed}")
    assert len(seen) > len(pages.LISTED)
    assert not wrong, "\n".join(wrong)


def test_numbers_of_two_columns_are_not_read_as_one(page: Page, catalog: Catalog) -> None:
    view = replace(asked(catalog, "no filter", "es"), page="objectives")
    document = embed.page(view, "objectives-organisations", f"{SITE}objectives", SITE)
    assert document
    page.route(SITE, lambda route: route.fulfill(body=document, content_type="text/html"))
    page.goto(SITE)
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 200})
        apart = page.evaluate(APART)
        assert apart
        assert min(apart) >= DIGIT, f"{width}: {apart}"
