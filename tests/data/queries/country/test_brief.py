"""A country's brief: everything that the tables tie to it, and nothing else."""

from collections import Counter

import pandas as pd
import pytest

from data.catalog import Catalog
from data.queries import release
from data.queries.country.brief import (
    EXAMPLE,
    HOME,
    WAYS,
    brief,
    on_page,
    series,
    shared_events,
    shown,
    sources_in_order,
    ways,
)
from data.queries.regions import members
from data.selection import Selection
from tests import known_offices

EVERYTHING = Selection()


@pytest.mark.parametrize(
    ("countries", "regions", "codes"),
    [
        ((), (), (EXAMPLE,)),
        (("CAN",), (), ("CAN",)),
        (("CAN", "CHN", "MEX"), (), ("CAN", "CHN")),
        (("CAN", "CHN", "MEX"), ("142",), ("CHN",)),
        (("CAN",), ("142",), ()),
        ((), ("419",), (EXAMPLE,)),
        ((), ("009",), ("AUS",)),
    ],
)
def test_two_countries_are_shown_at_most_and_an_example_where_none_is_chosen(
    catalog: Catalog, countries: tuple[str, ...], regions: tuple[str, ...], codes: tuple[str, ...]
) -> None:
    selection = Selection(countries=countries, regions=regions)
    assert shown(catalog, selection) == codes
    assert tuple(on_page(catalog, selection).rows["iso3"]) == codes


def test_the_example_of_a_region_has_the_most_places(catalog: Catalog) -> None:
    held = Counter(row["iso3"] for row in known_offices.offices().to_dict("records"))
    for code, countries in members(catalog).items():
        [one] = shown(catalog, Selection(regions=(code,)))
        assert one == EXAMPLE or held[one] == max(held[country] for country in countries)
        named = Counter(
            row["iso3"]
            for links in ("initiative_countries", "event_countries")
            for row in catalog[links].to_dict("records")
        )
        alike = [country for country in countries if held[country] == held[one]]
        assert one == EXAMPLE or named[one] == max(named[country] for country in alike)


def test_an_unknown_country_is_an_error(catalog: Catalog) -> None:
    with pytest.raises(KeyError):
        brief(catalog, "XXX", EVERYTHING)


def test_every_row_of_a_country_is_in_its_brief(catalog: Catalog) -> None:
    for iso3 in catalog["countries"]["iso3"]:
        found = brief(catalog, iso3, EVERYTHING)
        for table, rows in (
            ("offices", pd.concat([found.country.offices, found.country.presences])),
            ("tciu", found.country.tciu),
            ("organisations", found.organisations),
            ("event_countries", found.country.events),
            ("initiative_countries", found.initiatives),
        ):
            assert len(rows) == (catalog[table]["iso3"] == iso3).sum(), (iso3, table)
        flows = catalog["flows"]
        by_name = flows["from_name"].eq("China and the Asia-Pacific") & (iso3 == "CHN")
        named = flows[(flows["from_iso3"] == iso3) | (flows["to_iso3"] == iso3) | by_name]
        assert sorted(found.flows["flow_id"]) == sorted(named["flow_id"])


def test_objectives_and_years_narrow_initiatives_and_events_and_nothing_else(catalog: Catalog) -> None:
    everything = brief(catalog, "MEX", EVERYTHING)
    narrowed = brief(catalog, "MEX", Selection(objectives=(3,), first_year=2024))
    assert {one.objective_id for one in narrowed.initiatives} == {3}
    assert 0 < len(narrowed.country.events) < len(everything.country.events)
    assert set(narrowed.country.events["date"].str[:4]) <= {"2024", "2025", "2026"}
    for name in ("flows", "organisations", "series", "totals"):
        pd.testing.assert_frame_equal(getattr(narrowed, name), getattr(everything, name))


def test_what_the_strategy_holds_comes_before_context_and_what_has_evidence_before_what_has_none(
    catalog: Catalog,
) -> None:
    found = brief(catalog, "MEX", EVERYTHING).initiatives
    standing = [(one.scope != "strategy", not (one.follow_up and one.follow_up.latest.date)) for one in found]
    assert standing == sorted(standing)
    assert all(event.date[:10] >= release.DAY[: len(event.date)] for one in found for event in one.events)


def test_flows_say_which_way_they_go_and_which_are_disputed(catalog: Catalog) -> None:
    rows = brief(catalog, "MEX", EVERYTHING).flows
    assert list(rows["way"]) == sorted(rows["way"], key=WAYS.index)
    assert (rows.loc[rows["way"] == "out", "from_iso3"] == "MEX").all()
    assert (rows.loc[rows["way"] == "in", "to_iso3"] == "MEX").all()
    assert set(rows.loc[rows["disputed"], "flow_id"]) <= set(catalog["flow_contradictions"]["flow_id"])
    assert rows["disputed"].any()
    of_china = brief(catalog, "CHN", EVERYTHING).flows.set_index("flow_id")["way"]
    assert of_china["f07"] == "unrouted"
    assert set(of_china.drop("f07")) == {"out"}


def test_a_diversion_inside_a_country_is_no_flow_out_of_it_or_of_another(catalog: Catalog) -> None:
    rows = brief(catalog, "MEX", EVERYTHING).flows.set_index("flow_id")
    assert rows.loc["f18", "way"] == "inside"
    assert "f18" not in set(brief(catalog, HOME, EVERYTHING).flows["flow_id"])


def test_people_of_a_country_are_no_flow_to_it(catalog: Catalog) -> None:
    assert "f15" not in set(brief(catalog, "CHN", EVERYTHING).flows["flow_id"])


def test_totals_are_those_whose_note_names_the_country(catalog: Catalog) -> None:
    canada, mexico = (brief(catalog, code, EVERYTHING).totals for code in ("CAN", "MEX"))
    assert canada["note"].str.contains("Canada").all()
    assert len(canada)
    assert mexico.empty


def test_the_newest_value_of_each_series_of_the_whole_country_stands_once(catalog: Catalog) -> None:
    rows = series(catalog, "Mexico")
    every = catalog["observations"].query("region == 'Mexico'")
    assert sorted(rows["indicator_id"]) == sorted(every["indicator_id"].unique())
    for row in rows.itertuples():
        own = every[every["indicator_id"] == row.indicator_id]
        assert row.values == len(own)
        assert row.period_end == own["period_end"].max()


def test_a_value_without_a_time_is_not_taken_for_the_newest(catalog: Catalog) -> None:
    table = catalog["observations"]
    one = table[table["region"] == "Mexico"].iloc[[0]]
    undated = one.assign(observation_id="undated", period="first month", period_start="", period_end="")
    made = Catalog(catalog.package, {**catalog.tables, "observations": pd.concat([table, undated], ignore_index=True)})
    told, before = (series(known, "Mexico").set_index("indicator_id") for known in (made, catalog))
    (indicator_id,) = one["indicator_id"]
    assert told.at[indicator_id, "period"] == before.at[indicator_id, "period"]
    assert told.at[indicator_id, "values"] == before.at[indicator_id, "values"] + 1


def test_no_country_has_the_figures_of_another(catalog: Catalog) -> None:
    with_figures = {code for code in catalog["countries"]["iso3"] if len(brief(catalog, code, EVERYTHING).series)}
    assert with_figures == {"MEX", HOME}


def test_disagreements_name_the_country_or_bear_on_its_flows(catalog: Catalog) -> None:
    mexico = [one.contradiction_id for one in brief(catalog, "MEX", EVERYTHING).disagreements]
    assert mexico[0] == "x13"  # production in Mexico: open, and its very title names the country
    assert "x35" in mexico
    assert "x09" not in mexico  # only "The Mexico City Post" says something there
    tied = catalog["flow_contradictions"]
    india = {one.contradiction_id for one in brief(catalog, "IND", EVERYTHING).disagreements}
    assert india == set(tied.loc[tied["flow_id"] == "f17", "contradiction_id"])


def test_open_disagreements_come_before_settled_ones(catalog: Catalog) -> None:
    settled = [one.resolved for one in brief(catalog, "MEX", EVERYTHING).disagreements]
    assert settled == sorted(settled)
    assert True in settled
    assert False in settled


def test_shared_events_name_both_countries(catalog: Catalog) -> None:
    links = catalog["event_countries"]
    both = set(links.loc[links["iso3"] == "CAN", "event_id"]) & set(links.loc[links["iso3"] == "MEX", "event_id"])
    one, other = (brief(catalog, code, EVERYTHING) for code in ("CAN", "MEX"))
    assert shared_events(one, other) == len(both) > 0


def test_sources_follow_the_order_of_the_rows_each_once(catalog: Catalog) -> None:
    links = pd.DataFrame({"event_id": ["b", "a", "b", "c"], "source_id": ["z", "y", "x", "z"]})
    made = Catalog(catalog.package, {**catalog.tables, "event_sources": links})
    assert sources_in_order(made, "event_sources", "event_id", ["a", "b", "c"]) == ["y", "z", "x"]
    assert sources_in_order(made, "event_sources", "event_id", ["c", "b", "a"]) == ["z", "x", "y"]
    assert sources_in_order(made, "event_sources", "event_id", ["unknown"]) == []


@pytest.mark.parametrize("code", ["MEX", "CHN", "USA"])
def test_the_first_ways_show_each_commodity_in_each_direction(catalog: Catalog, code: str) -> None:
    rows = brief(catalog, code, EVERYTHING).flows
    found = ways(rows)
    sides = {*found[["way", "commodity"]].itertuples(index=False, name=None)}
    first = found.head(len(sides))
    assert {*first[["way", "commodity"]].itertuples(index=False, name=None)} == sides
    assert sorted(flow for ids in found["flow_ids"] for flow in ids) == sorted(rows["flow_id"])
    # No direction leads in more rows than another before that one is shown at all.
    assert first["way"].head(first["way"].nunique()).is_unique
