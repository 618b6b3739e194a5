"""All dated evidence of a place, and the one rule by which it is an office, of when, and how surely."""

import pytest

from data.queries import offices
from data.queries.evidence import evidence, graded_below, period, places, shared_sources
from data.queries.timeline import events
from data.selection import Selection
from tests import known_offices

FOLLOWS = ["standing", "evidence_date", "evidence_period", "strength", "source_type"]


def test_the_rule_holds_for_every_place(catalog):
    found = places(catalog).set_index("office_id")
    expected = known_offices.places()
    assert len(found) == len(expected)
    for place in expected:
        row = found.loc[place["office_id"]]
        assert [row[column] for column in FOLLOWS] == [place[column] for column in FOLLOWS], place["office_id"]
        assert str(row["date_inferred"]).lower() == place["date_inferred"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "undated"),
        ("2018-12-31", "before_2019"),
        ("2018", "before_2019"),
        ("2019", "2019_to_strategy"),
        ("2023-09-19", "2019_to_strategy"),
        ("2023-09", "2019_to_strategy"),
        ("2023", "2019_to_strategy"),
        ("2023-09-20", "after_strategy"),
        ("2023-10", "after_strategy"),
        ("2024", "after_strategy"),
    ],
)
def test_a_date_that_leaves_open_on_which_side_it_falls_counts_as_before_the_strategy(text, code):
    assert period(text) == code


def test_all_evidence_of_a_place_comes_newest_first_and_undated_last(catalog):
    for office_id in catalog["offices"]["office_id"]:
        rows = evidence(catalog, office_id)
        written = [row for row in known_offices.rows("office_evidence") if row["office_id"] == office_id]
        assert sorted(rows["source_id"]) == sorted(row["source_id"] for row in written)
        assert list(rows["date"]) == sorted((row["date"] for row in written), reverse=True)


def test_later_evidence_dates_a_place_and_that_of_the_country_alone_does_not(catalog):
    dates = places(catalog).set_index("office_id")["evidence_date"]
    assert dates["deu-frankfurt"] == "2026-02-12"
    assert dates["gbr-london"] == "2026"
    assert dates["dom-santo-domingo"] == "2024"
    assert dates["kor-seoul"] == "2015"
    assert "2025-03-20" in set(evidence(catalog, "kor-seoul")["date"])


def test_a_presence_is_no_office_and_stands_apart(catalog):
    everywhere = Selection()
    counted, beside = offices.documented(catalog, everywhere).rows, offices.presences(catalog, everywhere).rows
    assert set(beside["office_id"]) == set(known_offices.presences()["office_id"]) == {"nld-country", "irq-baghdad"}
    assert set(counted["office_id"]) == set(known_offices.offices()["office_id"])
    assert list(offices.presences(catalog, Selection(countries=("IRQ",))).rows["office_id"]) == ["irq-baghdad"]
    assert offices.documented(catalog, Selection(countries=("IRQ", "NLD"))).rows.empty


def test_what_has_no_date_is_never_strong_and_the_analyst_s_list_is_weak():
    for row in known_offices.rows("office_evidence"):
        if not row["date"]:
            assert row["strength"] != "strong", row
        if row["source_id"] == "off-euronews-2026":
            assert row["strength"] in {"weak", ""}, row
        assert bool(row["strength"]) == (row["level"] == "city" and row["shows"] in {"office", "post"}), row


def test_a_place_whose_older_evidence_is_stronger_is_known(catalog):
    graded = places(catalog).set_index("office_id")
    order = ["strong", "moderate", "weak"]
    found = graded_below(catalog)
    assert "mex-mexico-city" in found
    assert "mex-tijuana" not in found
    for place in found:
        older = [
            row["strength"]
            for row in known_offices.rows("office_evidence")
            if row["office_id"] == place and row["date"] and period(row["date"]) != graded.loc[place, "evidence_period"]
        ]
        assert min(map(order.index, filter(None, older))) < order.index(graded.loc[place, "strength"])


def test_it_is_said_how_many_places_one_source_dates(catalog):
    shared = shared_sources(catalog)
    found = known_offices.offices().set_index("office_id")["evidence_date"]
    for source, n in shared.items():
        own = [row for row in known_offices.rows("office_evidence") if row["source_id"] == source]
        dated = [row for row in own if row["date"] == found[row["office_id"]]]
        assert 5 <= n <= len(dated)
    assert shared["off-citynews-canada-2026"] == 5
    assert set(shared) == {"off-euronews-2026", "off-citynews-canada-2026"}


def test_the_total_cites_the_accounts_that_came_before_a_blog_first_of_all(catalog):
    cited = offices.headline(catalog).source_ids
    assert cited[:3] == ("str-ejecentral-2023", "str-noticiaschihuahua-20230921", "str-rpnoticias-2023")


@pytest.mark.parametrize("code", ["MEX", "CHN", "USA"])
def test_who_filters_by_a_country_that_the_strategy_concerns_keeps_its_release(catalog, code):
    assert "ev-20230919-strategy" in set(events(catalog, Selection(countries=(code,))).rows["event_id"])
