"""A page says the same in English and in Spanish: the same rows, the same numbers, and in Spanish no English is left.

What both languages write alike, names and codes, is listed in `tests/same_in_both.txt`: a line that is on a Spanish page as it is
on the English one, and is not in the list, was not translated.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from streamlit.testing.v1 import AppTest

from components import figure
from components.navigation import ENTRIES, Entry
from data.catalog import Catalog
from figures.figure import Figure
from tests.opened import opened, read, texts

VIEWS: list[dict[str, Any]] = [
    {},
    {"country": "MEX"},
    {"country": ["CHN", "USA"]},
    {"objective": "3", "from": "2024"},
    {"region": "419"},
]

OF_PAGE: dict[str, dict[str, Any]] = {"record": {"id": "office:mex-tijuana"}}
"""What a page is to show, where its path alone shows nothing."""

KINDS = ("title", "header", "subheader", "markdown", "caption", "info", "button", "download_button", "expander", "selectbox",
         "multiselect", "pills", "segmented_control", "slider", "text_input")  # fmt: skip
LABELS = ("label", "value", "placeholder", "help")

SAME = frozenset(Path(__file__).parent.parent.joinpath("same_in_both.txt").read_text("utf-8").splitlines())

WORD = re.compile(r"[A-Za-z]{3,}")

BETWEEN = re.compile(r" · |[;,:] | → |### |\d[\d,.]*")
"""What parts the names of a line from each other: "Kingston, Jamaica · 2013"."""

NUMBER = re.compile(r"\d[\d,.]*\d|\d")


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Figure]:
    """Every figure that a page shows."""
    found: list[Figure] = []
    show: Callable[..., None] = figure.show

    def noting(one: Figure, *arguments: Any, **named: Any) -> None:
        found.append(one)
        show(one, *arguments, **named)

    monkeypatch.setattr(figure, "show", noting)
    return found


def lines(at: AppTest) -> Iterator[str]:
    """Give all that a page says, a line each: in its elements, in its HTML, and in its drawings."""
    for root in (at.main, at.sidebar):
        for element in (element for kind in KINDS for element in root.get(kind)):
            for label in LABELS:
                # What a widget holds is no word of the page.
                if isinstance(said := getattr(element, label, None), str) and not (
                    label == "value" and hasattr(element, "options")
                ):
                    yield from (read(line).strip() for line in said.splitlines())
    yield from texts(at)
    for element in at.main.get("html"):
        for drawn in re.findall(r'src="data:image/svg\+xml,([^"]*)"', element.proto.body):
            for words, title in re.findall(r"<text[^>]*>(.*?)</text>|<title>(.*?)</title>", unquote(drawn)):
                yield re.sub(r"<[^>]+>", "", words or title).strip()


@pytest.mark.parametrize("view", VIEWS, ids=str)
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_a_page_says_the_same_in_both_languages(
    entry: Entry, view: dict[str, Any], shown: list[Figure], catalog: Catalog
) -> None:
    query = view | OF_PAGE.get(entry.name, {})
    english = opened(entry.name, lang="en", **query)
    ours, theirs = list(shown), dict[str, Figure]()
    shown.clear()
    spanish = opened(entry.name, lang="es", **query)
    theirs = {one.key: one for one in shown}
    assert [one.key for one in ours] == [one.key for one in shown]
    for one in ours:
        other = theirs[one.key]
        assert len(other.rows) == len(one.rows), one.key
        assert sorted(other.records) == sorted(one.records), one.key
        for part in ("title", "subtitle", "text", "note"):
            said, meant = getattr(other, part), getattr(one, part)
            assert sorted(NUMBER.findall(said)) == sorted(NUMBER.findall(meant)), (meant, said)
    alike = {name.strip() for line in {*lines(english)} & {*lines(spanish)} for name in BETWEEN.split(line)}
    left = {name for name in alike if WORD.search(name)} - SAME
    assert left == set(), "translate it, or add it to tests/same_in_both.txt if it is a name"
