"""From promise to evidence: every initiative of the strategy, with the latest evidence or the word that there is none."""

import re
from html import unescape

import pytest

from data.catalog import Catalog
from data.queries.objectives import in_full, initiatives, later_events
from figures.figure import Figure
from figures.objectives import promises
from tests.allowed import table
from tests.figures.objectives.views import view


def draw(catalog: Catalog, evidence: str = "all", **selection: tuple[object, ...]) -> Figure:
    here = view(catalog, evidence=evidence, **selection)
    return promises.figure(here, in_full(catalog, initiatives(catalog, here.selection).rows))


ITEM = re.compile(r"<li style=.*?</li>")


def items(figure: Figure) -> list[str]:
    """Return what stands in each item of the list, in words."""
    assert isinstance(figure.drawing, str)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", item)).split()) for item in ITEM.findall(figure.drawing)]


def test_it_lists_the_initiatives_of_the_strategy_and_no_other(catalog: Catalog) -> None:
    assert set(draw(catalog).rows["initiative"]) == {
        row["name"] for row in table("initiatives") if row["scope"] == "strategy"
    }


def test_each_has_its_latest_evidence_or_says_that_none_was_found(catalog: Catalog) -> None:
    names = catalog.names("initiatives", "initiative_id", "name")
    rows = draw(catalog).rows.set_index("initiative")
    for one in catalog["initiative_followup"].itertuples():
        row = rows.loc[names[one.initiative_id]]
        assert row["evidence_date"] == max(one.agency_date, one.others_date)
        for side, said in (("agency", one.agency_says), ("others", one.others_say)):
            if said:
                assert row[side].endswith(f": {said}")
            else:
                assert row[side] == "Nothing found (searched to 24 November 2026)"


def test_what_a_promise_names_is_what_its_wording_names(catalog: Catalog) -> None:
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


def test_each_axis_is_told_for_itself(catalog: Catalog) -> None:
    rows = draw(catalog).rows.set_index("initiative_id")
    assert rows.loc["international-footprint", "measurable"] == "a number and a body that answers"
    assert rows.loc["tciu-mexico-expansion", "measurable"] == "a date and a body that answers"
    assert rows.loc["bcsc", "measurable"] == "a body that answers"
    assert rows.loc["cbfcc", "agency"].startswith("January 2024: ")
    assert rows.loc["cbfcc", "others"].startswith("30 May 2025: ")
    assert set(rows["status"].str.extract(r"\((.*)\)")[0]) == {"19 September 2023"}


def test_later_events_are_counted_and_the_latest_named(catalog: Catalog) -> None:
    names, events = catalog.names("initiatives", "initiative_id", "name"), later_events(catalog)
    rows = draw(catalog).rows.set_index("initiative")
    for initiative, group in events.groupby("initiative_id"):
        if names[initiative] in rows.index:
            row = rows.loc[names[initiative]]
            assert row["events"] == len(group)
            assert row["latest_event"].endswith(group["title"].iloc[-1])
    assert (rows.loc[rows["latest_event"] == "", "events"] == 0).all()


@pytest.mark.parametrize("evidence", ["later", "none"])
def test_those_with_and_without_a_later_source_are_told_apart(catalog: Catalog, evidence: str) -> None:
    rows = draw(catalog, evidence).rows
    assert len(rows)
    assert (rows["evidence_date"] != "").all() == (evidence == "later")
    assert (rows["evidence_date"] == "").all() == (evidence == "none")


def test_the_newest_evidence_comes_first_and_none_last(catalog: Catalog) -> None:
    assert draw(catalog).rows["evidence_date"].is_monotonic_decreasing


def test_both_sides_are_read_in_the_list_itself_with_who_says_so(catalog: Catalog) -> None:
    figure = draw(catalog)
    names, sources = catalog.names("initiatives", "initiative_id", "name"), catalog.sources
    by_name = {name: item for item, name in zip(items(figure), figure.rows["initiative"], strict=True)}
    cited = {}
    for row in table("followup_sources"):
        cited.setdefault(row["initiative_id"], []).append(sources[row["source_id"]].publisher)
    for row in table("initiative_followup"):
        item = by_name[names[row["initiative_id"]]]
        for said in (row["agency_says"], row["others_say"], row["note"], *cited.get(row["initiative_id"], ())):
            assert said in item
        if not (row["agency_date"] or row["others_date"]):
            assert "No later source found (searched to 24 November 2026)" in item
        elif not (row["agency_date"] and row["others_date"]):
            assert item.count("Nothing found") == 1
    assert "Names a number, too" in by_name[names["international-footprint"]]


def test_what_every_wording_names_is_said_once_and_the_exceptions_are_marked(catalog: Catalog) -> None:
    figure, rows = draw(catalog), table("initiative_followup")
    assert {row["names_body"] for row in rows} == {"true"}
    assert figure.drawing.count("a body that answers") == 1
    assert "Each names a body that answers. What else a wording names stands under its name." in figure.drawing
    more = sum("true" in (row["names_number"], row["names_date"]) for row in rows)
    assert 0 < more < len(rows)
    assert figure.drawing.count(", too<") == more
    # Of a single promise there is nothing to say once.
    alone = draw(catalog, objectives=(2,), countries=("MEX",)).drawing
    assert "Names a body that answers" in alone
    assert "Each names" not in alone


def test_it_is_a_list_whose_names_lead_to_records(catalog: Catalog) -> None:
    drawing = draw(catalog, objectives=(4,)).drawing
    assert isinstance(drawing, str)
    assert drawing.count("<ol") == 1
    assert '<a href="record?id=initiative%3Aprivate-sector-alerts">' in drawing


@pytest.mark.parametrize(
    ("evidence", "chosen", "title"),
    [
        ("all", {}, "Later sources mention 15 of 28 initiatives; none can be measured as worded"),
        ("later", {}, "Later sources mention 15 of 28 initiatives"),
        ("none", {}, "No later source was found for 13 of 28 initiatives"),
        ("all", {"objectives": (2,)}, "Later sources mention 1 of 2 initiatives; neither can be measured as worded"),
        ("none", {"objectives": (2,), "countries": ("MEX",)}, "No later source was found for the only initiative"),
        ("later", {"objectives": (2,), "countries": ("MEX",)}, "No later source was found for the only initiative"),
        ("all", {"objectives": (2,), "countries": ("MEX",)}, "No later source was found for the only initiative; it cannot be measured as worded"),
    ],
)  # fmt: skip
def test_the_title_follows_the_choice(catalog: Catalog, evidence: str, chosen, title: str) -> None:
    assert draw(catalog, evidence, **chosen).title == title


def test_a_choice_that_leaves_none_says_so(catalog: Catalog) -> None:
    figure = draw(catalog, "later", objectives=(2,), countries=("MEX",))
    assert figure.drawing == "<p>There is none.</p>"
    assert figure.rows.empty


def test_the_words_count_and_the_note_warns(catalog: Catalog) -> None:
    figure = draw(catalog)
    assert "a number: 1 of 28, a date: 2 of 28 and a body that answers: 28 of 28" in figure.text
    assert "Later source found: objective 1, 9 of 13" in figure.text
    assert "not proof that a plan was carried out, and its absence is not proof of the contrary" in figure.note


def test_every_row_names_its_sources(catalog: Catalog) -> None:
    figure = draw(catalog, objectives=(4,))
    assert (figure.rows["sources"] != "").all()
    assert figure.source_ids
