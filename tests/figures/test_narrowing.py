"""A file never says that no filter is on where a control of its page left rows out."""

import pytest

from data.catalog import Catalog
from data.selection import Selection
from figures import every, imprint, screens
from figures.figure import Figure
from figures.language import Language
from figures.view import View


def chosen(catalog: Catalog, language: Language, page: str, **choices: str) -> tuple[View, list[Figure]]:
    """Return a view, and those of its page's figures that its choices narrow."""
    view = View(catalog, Selection(), language, "light", page, tuple((key, (value,)) for key, value in choices.items()))
    shown = [*screens.of(view).figures, *every.of(view)]
    return view, [one for one in shown if {*choices} & {*one.chosen_by}]


@pytest.mark.parametrize(
    ("page", "key", "value", "words"),
    [
        ("supply_chain", "supply_commodity", "fentanyl", "What moves: Fentanyl"),
        ("objectives", "objectives_scope", "context", "Initiatives shown: Context"),
        ("objectives", "objectives_evidence", "later", "Initiatives with a later source"),
        ("objectives", "objectives_evidence", "none", "Initiatives without a later source"),
        ("trends", "trends_group", "nflis", "Group: Laboratory reports (NFLIS)"),
        ("changes", "changes_kind", "corrected", "Kind of change: Corrected"),
        ("changes", "since", "2026-11-28", "Changes made on 28 November 2026 or later"),
        ("sources", "sources_search", "tijuana", "Rows that hold: tijuana"),
    ],
)
def test_files_and_pictures_name_what_a_control_narrows(
    catalog: Catalog, language: Language, page: str, key: str, value: str, words: str
) -> None:
    view, figures = chosen(catalog, language, page, **{key: value})
    assert figures
    for figure in figures:
        assert imprint.about(figure, view, "https://here.example/").filters == words, figure.key
        assert imprint.caption(figure, view).filters == words


@pytest.mark.parametrize(
    ("page", "key"),
    [("supply_chain", "supply_commodity"), ("objectives", "objectives_scope"), ("objectives", "objectives_evidence")],
)
def test_a_control_that_leaves_all_is_no_filter(catalog: Catalog, language: Language, page: str, key: str) -> None:
    view, figures = chosen(catalog, language, page, **{key: "all"})
    assert figures
    assert {imprint.about(figure, view, "").filters for figure in figures} == {"No filter is on"}
