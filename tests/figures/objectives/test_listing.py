"""The table of initiatives: every one, in the reader's words, with the latest evidence."""

from data.catalog import Catalog
from data.queries.objectives import in_full, initiatives
from data.selection import Selection
from figures.language import Language
from figures.objectives.listing import figure


def test_every_initiative_is_a_row_in_the_readers_words(catalog: Catalog, language: Language) -> None:
    rows = initiatives(catalog, Selection()).rows
    table = figure(catalog, in_full(catalog, rows), language)
    assert list(table.rows["initiative_id"]) == list(rows["initiative_id"])
    assert set(table.rows["scope"]) == {"In the strategy", "Context"}
    assert set(table.columns) == set(table.rows.columns)


def test_the_title_counts_the_later_sources(catalog: Catalog, language: Language) -> None:
    known = catalog["initiative_followup"]
    title = figure(catalog, in_full(catalog, initiatives(catalog, Selection()).rows), language).title
    assert f"{((known['agency_date'] != '') | (known['others_date'] != '')).sum()} of {len(known)}" in title


def test_context_alone_promises_no_follow_up(catalog: Catalog, language: Language) -> None:
    table = figure(catalog, in_full(catalog, initiatives(catalog, Selection(), "context").rows), language)
    assert "later source" not in table.title + table.text
