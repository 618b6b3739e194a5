"""Initiatives: what narrows them, how they are counted, and what is known of each."""

import pandas as pd
import pytest

from data.catalog import Catalog
from data.queries import release
from data.queries.objectives import actors, by_objective, cells, countries, in_full, initiatives, later_events
from data.selection import Selection


@pytest.mark.parametrize("scope", ["strategy", "context"])
def test_a_scope_shows_only_its_own(catalog: Catalog, scope: str) -> None:
    assert set(initiatives(catalog, Selection(), scope).rows["scope"]) == {scope}


def test_the_strategy_comes_before_context_within_an_objective(catalog: Catalog) -> None:
    rows = initiatives(catalog, Selection()).rows
    for _number, ours in rows.groupby("objective_id"):
        scopes = list(ours["scope"])
        assert scopes == sorted(scopes, reverse=True)


def test_years_narrow_nothing(catalog: Catalog) -> None:
    all_rows = initiatives(catalog, Selection()).rows
    assert len(initiatives(catalog, Selection(first_year=2025, last_year=2025)).rows) == len(all_rows)


def test_a_country_leaves_aside_and_counts_those_that_name_none(catalog: Catalog) -> None:
    narrowed = initiatives(catalog, Selection(countries=("MEX",)))
    tied = catalog["initiative_countries"]
    assert set(narrowed.rows["initiative_id"]) == set(tied.loc[tied["iso3"] == "MEX", "initiative_id"])
    assert narrowed.untied["countries"] == narrowed.total - tied["initiative_id"].nunique()


def test_objectives_are_counted_by_scope_and_an_empty_one_is_still_there(catalog: Catalog) -> None:
    rows = initiatives(catalog, Selection(objectives=(3,))).rows
    counts = by_objective(catalog, rows).set_index("objective_id")
    assert list(counts.index) == [1, 2, 3, 4]
    assert counts.loc[3, "strategy"] == (rows["scope"] == "strategy").sum()
    assert counts.loc[3, "context"] == (rows["scope"] == "context").sum()
    assert counts.loc[[1, 2, 4], ["strategy", "context"]].to_numpy().sum() == 0


def test_an_organisation_goes_by_its_abbreviation_and_other_actors_by_their_text(catalog: Catalog) -> None:
    found = actors(catalog, initiatives(catalog, Selection()).rows)
    organisations = catalog["organisations"].set_index("org_id")
    named = found[found["org_id"] != ""]
    assert set(named.loc[named["name"] == "HSI Mexico", "label"]) == {organisations.loc["hsi", "abbreviation"]}
    free = found[found["org_id"] == ""]
    assert list(free["label"]) == list(free["name"])
    assert len(found) == len(catalog["initiative_actors"])


def test_cells_count_every_initiative_once_and_put_the_fullest_row_first(catalog: Catalog) -> None:
    rows = initiatives(catalog, Selection()).rows
    links = countries(catalog, rows)
    counted = cells(links, "iso3", "scope")
    assert counted["initiatives"].sum() == len(links)
    assert counted["total"].is_monotonic_decreasing
    mexico = counted[counted["row"] == "MEX"]
    assert mexico["initiatives"].sum() == mexico["total"].iloc[0] == (links["iso3"] == "MEX").sum()


def test_a_total_counts_an_initiative_with_two_roles_once(catalog: Catalog) -> None:
    rows = initiatives(catalog, Selection()).rows
    links = actors(catalog, rows)
    lead = links[links["role"] == "lead"].head(1)
    counted = cells(pd.concat([lead, lead.assign(role="partner")]), "actor", "role")
    assert len(counted) == 2
    assert set(counted["total"]) == {1}


def test_no_initiative_gives_no_cell(catalog: Catalog) -> None:
    none = initiatives(catalog, Selection()).rows.iloc[:0]
    assert cells(actors(catalog, none), "actor", "role").empty


def test_a_later_event_certainly_lies_after_the_release(catalog: Catalog) -> None:
    later = later_events(catalog)
    assert (later["date"] > release.DAY).all()
    assert "ev-2023-cbfc-bill" in set(catalog["event_initiatives"]["event_id"])
    assert not {"ev-2023-cbfc-bill", "ev-20230919-strategy"} & set(later["event_id"])


def test_later_events_can_be_asked_of_some_initiatives(catalog: Catalog) -> None:
    assert set(later_events(catalog, ["cbfcc"])["initiative_id"]) == {"cbfcc"}


def test_an_initiative_in_full_holds_what_the_tables_hold(catalog: Catalog) -> None:
    rows = initiatives(catalog, Selection()).rows
    known = {one.initiative_id: one for one in in_full(catalog, rows)}
    assert list(known) == list(rows["initiative_id"])
    programme = known["tciu-programme"]
    assert programme.leads == ("HSI",)
    assert programme.partners[0] == "host-country law enforcement"
    assert programme.follow_up
    assert programme.follow_up.latest.date == "2024-05-07"
    assert "off-dhs-peru-2024" in programme.follow_up.source_ids
    assert [event.date for event in programme.events] == sorted(event.date for event in programme.events)
    assert all(one.source_ids for one in known.values())


def test_what_others_say_later_does_not_take_the_place_of_what_the_agency_says(catalog: Catalog) -> None:
    (abroad,) = (
        one
        for one in in_full(catalog, initiatives(catalog, Selection()).rows)
        if one.initiative_id == "international-footprint"
    )
    assert abroad.follow_up
    agency, press = abroad.follow_up.said
    assert (agency.date, press.date) == ("2026-02-04", "2026-02-10")
    assert "93 offices" in agency.what
    assert "90 offices" in press.what


def test_only_initiatives_of_the_strategy_are_followed_up(catalog: Catalog) -> None:
    known = in_full(catalog, initiatives(catalog, Selection()).rows)
    assert {one.scope for one in known if one.follow_up} == {"strategy"}
    assert not [one for one in known if one.scope == "strategy" and not one.follow_up]
