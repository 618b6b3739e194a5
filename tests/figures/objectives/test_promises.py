"""From promise to evidence: every initiative of the strategy, with the latest evidence or the word that there is none."""

import pytest

from data.catalog import Catalog
from data.queries.objectives import in_full, initiatives, later_events
from data.selection import Selection
from figures.figure import Figure
from figures.language import Language
from figures.objectives import promises


def draw(catalog: Catalog, language: Language, evidence: str = "all", **selection: tuple[object, ...]) -> Figure:
    rows = initiatives(catalog, Selection(**selection)).rows
    return promises.figure(catalog, in_full(catalog, rows), language, evidence)


def test_it_lists_the_initiatives_of_the_strategy_and_no_other(catalog: Catalog, language: Language) -> None:
    table = catalog["initiatives"]
    assert set(draw(catalog, language).rows["initiative"]) == set(table.loc[table["scope"] == "strategy", "name"])


def test_each_has_its_latest_evidence_or_says_that_none_was_found(catalog: Catalog, language: Language) -> None:
    names = catalog.names("initiatives", "initiative_id", "name")
    rows = draw(catalog, language).rows.set_index("initiative")
    for one in catalog["initiative_followup"].itertuples():
        row = rows.loc[names[one.initiative_id]]
        assert row["evidence_date"] == one.last_evidence_date
        if one.last_evidence_date:
            assert row["evidence"] == one.what
        else:
            assert row["evidence"] == "No later source in this collection (read to 24 November 2026)"


def test_later_events_are_counted_and_the_latest_named(catalog: Catalog, language: Language) -> None:
    names, events = catalog.names("initiatives", "initiative_id", "name"), later_events(catalog)
    rows = draw(catalog, language).rows.set_index("initiative")
    for initiative, group in events.groupby("initiative_id"):
        if names[initiative] in rows.index:
            row = rows.loc[names[initiative]]
            assert row["events"] == len(group)
            assert row["latest_event"].endswith(group["title"].iloc[-1])
    assert (rows.loc[rows["latest_event"] == "", "events"] == 0).all()


@pytest.mark.parametrize("evidence", ["later", "none"])
def test_those_with_and_without_a_later_source_are_told_apart(
    catalog: Catalog, language: Language, evidence: str
) -> None:
    rows = draw(catalog, language, evidence).rows
    assert len(rows)
    assert (rows["evidence_date"] != "").all() == (evidence == "later")
    assert (rows["evidence_date"] == "").all() == (evidence == "none")


def test_the_newest_evidence_comes_first_and_none_last(catalog: Catalog, language: Language) -> None:
    assert draw(catalog, language).rows["evidence_date"].is_monotonic_decreasing


def test_the_title_counts_and_the_note_warns(catalog: Catalog, language: Language) -> None:
    found = catalog["initiative_followup"]["last_evidence_date"].ne("").sum()
    total = len(catalog["initiative_followup"])
    figure = draw(catalog, language)
    assert figure.title == f"Later sources speak of {found} of {total} initiatives in the strategy"
    assert "not proof that a plan was carried out, and its absence is not proof of the contrary" in figure.note
    # The choice of evidence narrows the table, not what the title says of the view.
    assert draw(catalog, language, "none").title == figure.title


def test_every_row_names_its_sources(catalog: Catalog, language: Language) -> None:
    figure = draw(catalog, language, objectives=(4,))
    assert (figure.rows["sources"] != "").all()
    assert figure.source_ids
