"""What is taken of a page without the page is what the page shows: every figure of it, and no other."""

from collections.abc import Callable
from typing import Any

import pytest

from components import figure, view
from components.navigation import ENTRIES, Entry
from figures import every
from figures.figure import Figure
from figures.view import View
from tests.opened import opened

VIEWS: list[dict[str, Any]] = [
    {},
    {"country": "MEX"},
    {"country": "NGA", "objective": "4"},
    {"objective": "3", "from": "2024"},
]

OF_PAGE: dict[str, list[dict[str, Any]]] = {
    "record": [{"id": "office:mex-tijuana"}, {"id": "indicator:cbp-fentanyl-seized-fy"}, {"id": "event:ev-20230531-mananera"}],
    "trends": [*VIEWS, {"trends_group": "reported_totals"}],
    "sources": [{}, {"sources_table": "events", "country": "MEX"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "query"),
    [(entry, query) for entry in ENTRIES for query in OF_PAGE.get(entry.name, VIEWS)],
    ids=lambda value: value.name if isinstance(value, Entry) else str(value),
)
def test_every_figure_of_a_page_is_given_without_it(
    monkeypatch: pytest.MonkeyPatch, entry: Entry, query: dict[str, Any]
) -> None:
    found: list[Figure] = []
    seen: list[View] = []
    show: Callable[..., None] = figure.show

    def noting(one: Figure, *arguments: Any, **named: Any) -> None:
        found.append(one)
        seen.append(view.current())
        show(one, *arguments, **named)

    monkeypatch.setattr(figure, "show", noting)
    opened(entry.name, **query)
    # AppTest comes to the page of what moves by the first page.
    here = [(one, asked) for one, asked in zip(found, seen, strict=True) if asked.page == entry.name]
    given = every.of(here[0][1]) if here else ()
    assert {one.key: one.title for one in given} == {one.key: one.title for one, _asked in here}
