"""A page opened in AppTest, as the shell serves it, and what it says."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest

from components.navigation import ENTRIES, PAGES

TERM = re.compile(r'\[((?:\\.|[^\]\\])+)\]\(\S+ "[^"]*"\)')
"""A term of the glossary in running text: a link whose title is the definition."""

DRAWING = re.compile(r"<img[^>]*>|<svg.*?</svg>", re.DOTALL)

BLOCK = re.compile(r"</?(?:p|li|ul|td|th|tr|dt|dd|h\d|div|summary|small|br|b|span)\b[^>]*>")
"""What parts one thing said from the next."""

TAG = re.compile(r"<[^>]*>")

SHELL = PAGES.parent / "components" / "shell.py"


def opened(page: str = "overview", **query: str | list[str]) -> AppTest:
    """Open a page by its name, such as `offices`, with the query of a link.

    Before its first run AppTest takes a page by the name of its file, which is the page's path too, but for
    `supply_chain`: AppTest knows its path only once the shell has run and named its pages.
    """
    at = AppTest.from_file(SHELL, default_timeout=60)
    for key, values in query.items():
        at.query_params[key] = values
    entry = next(entry for entry in ENTRIES if entry.name == page)
    if entry.path not in ("", page):
        at.run()
    if entry.path:
        at.switch_page(str(PAGES / f"{page}.py"))
    at.run()
    assert not at.exception
    return at


def turned(at: AppTest, **query: str | list[str]) -> AppTest:
    """Follow a link with another query from an open page to the same page, as a reader does with Back."""
    at.query_params.clear()
    for key, values in query.items():
        at.query_params[key] = values
    at.run()
    assert not at.exception
    return at


def read(markdown: str) -> str:
    """Return Markdown with its terms and marks as a reader sees them: `a [TCO](… "…")\\:` → `a TCO:`."""
    return re.sub(r"\\([^\w\s])", r"\1", TERM.sub(r"\1", markdown))


def said(at: AppTest) -> str:
    """Return all that a page says in titles and text, as it is read, a line an element."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "code")
    told = [read(str(element.value)) for kind in kinds for element in at.main.get(kind)]
    return "\n".join([*told, *texts(at)])


def html(at: AppTest) -> list[str]:
    """Return what a page says as HTML, an element each."""
    return [element.proto.body for element in at.main.get("html")]


def texts(at: AppTest) -> list[str]:
    """Return the text of what a page says as HTML, as it is read, a line a cell, entry or paragraph."""
    return [
        line
        for body in html(at)
        for cell in BLOCK.split(DRAWING.sub("", body))
        if (line := unescape(" ".join(TAG.sub("", cell).split())))
    ]
