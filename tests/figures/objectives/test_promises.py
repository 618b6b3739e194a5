"""From promise to evidence: every initiative of the strategy, with the latest evidence or the word that there is none."""

import re

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
        assert row["evidence_date"] == max(one.agency_date, one.others_date)
        for side, said in (("agency", one.agency_says), ("others", one.others_say)):
            if said:
                assert row[side].endswith(f": {said}")
            else:
                assert row[side] == "Nothing found (searched to 24 November 2026)"


def test_what_a_promise_names_is_what_its_wording_names(catalog: Catalog, language: Language) -> None:
    """A number or a date is in the words of a plan that is said to name one; a body that answers is a lead of the tables."""
    plans = catalog["initiatives"].set_index("initiative_id")
    leads = set(catalog["initiative_actors"].query("role == 'lead' and org_id != ''")["initiative_id"])
    for one in catalog["initiative_followup"].itertuples():
        words = f"{plans.loc[one.initiative_id, 'name']} {plans.loc[one.initiative_id, 'summary']}"
        assert not one.names_number or re.search(r"\b\d+ offices\b", words), words
        assert not one.names_date or re.search(r"\bfiscal year 20\d\d\b", words), words
        assert one.names_body == (one.initiative_id in leads)
        # A year that is named and counts for nothing is one of the past.
        if re.search(r"\b20\d\d\b", words) and not one.names_date:
            assert "since fiscal year 2020" in words


def test_each_axis_is_told_for_itself(catalog: Catalog, language: Language) -> None:
    rows = draw(catalog, language).rows.set_index("initiative_id")
    assert rows.loc["international-footprint", "measurable"] == "a number and a body that answers"
    assert rows.loc["tciu-mexico-expansion", "measurable"] == "a date and a body that answers"
    assert rows.loc["bcsc", "measurable"] == "a body that answers"
    assert rows.loc["cbfcc", "agency"].startswith("January 2024: ")
    assert rows.loc["cbfcc", "others"].startswith("30 May 2025: ")
    assert set(rows["status"].str.extract(r"\((.*)\)")[0]) == {"19 September 2023"}


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
    total = len(catalog["initiative_followup"])
    figure = draw(catalog, language)
    assert figure.title.startswith(f"None of these {total} promises can be measured as worded")
    assert "a number: 1 of 28, a date: 2 of 28 and a body that answers: 28 of 28" in figure.text
    assert "Later source found: objective 1, 9 of 13" in figure.text
    assert "not proof that a plan was carried out, and its absence is not proof of the contrary" in figure.note
    # The choice of evidence narrows the table, not what the title says of the view.
    assert draw(catalog, language, "none").title == figure.title


def test_every_row_names_its_sources(catalog: Catalog, language: Language) -> None:
    figure = draw(catalog, language, objectives=(4,))
    assert (figure.rows["sources"] != "").all()
    assert figure.source_ids
