from datetime import date

import pandas as pd
import pytest

from data.queries.timeline import EXAMPLE, KEY_EVENTS, UNTIED, dated_after, event, events, neighbours, span, with_lanes
from data.selection import Selection


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2023-05-31", date(2023, 5, 31), date(2023, 5, 31)),
        ("2023-05", date(2023, 5, 1), date(2023, 5, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_a_partial_date_spans_all_that_it_leaves_open(partial, first, last):
    assert span(partial) == (first, last)


def test_events_come_in_date_order_and_within_the_years_selected(catalog):
    rows = events(catalog, Selection(first_year=2023, last_year=2023)).rows
    assert rows["start"].is_monotonic_increasing
    assert set(rows["start"].dt.year) == set(rows["end"].dt.year) == {2023}


def test_events_without_a_tie_are_counted_only_while_its_filter_is_on(catalog):
    assert events(catalog, Selection()).untied == {}
    narrowed = events(catalog, Selection(objectives=(3,), countries=("MEX",)))
    untied = ~catalog["events"]["event_id"].isin(catalog["event_objectives"]["event_id"])
    assert narrowed.untied["objectives"] == untied.sum() > 0
    assert narrowed.untied["countries"] > 0


def test_every_event_lies_on_each_lane_of_its_objectives_or_on_the_one_for_none(catalog):
    everything = Selection()
    rows = events(catalog, everything).rows
    laid = with_lanes(catalog, rows, "objective", everything)
    assert set(laid["event_id"]) == set(rows["event_id"])
    links = catalog["event_objectives"]
    for event_id, lanes in laid.groupby("event_id")["lane"]:
        tied = set(links.loc[links["event_id"] == event_id, "objective_id"].astype(str))
        assert set(lanes) == (tied or {UNTIED})


def test_a_filter_on_objectives_leaves_their_lanes_only(catalog):
    selection = Selection(objectives=(2, 4))
    rows = events(catalog, selection).rows
    assert set(with_lanes(catalog, rows, "objective", selection)["lane"]) == {"2", "4"}


def test_lanes_by_category_hold_each_event_once(catalog):
    rows = events(catalog, Selection()).rows
    laid = with_lanes(catalog, rows, "category", Selection())
    assert list(laid["event_id"]) == list(rows["event_id"])
    assert (laid["lane"] == laid["category"]).all()


def test_steps_walk_through_every_event_in_order(catalog):
    rows = events(catalog, Selection(objectives=(4,))).rows
    walked, at = [], rows.iloc[0]
    while True:
        walked.append(at["event_id"])
        after = neighbours(rows, at)[1]
        if after is None:
            break
        assert neighbours(rows, event(catalog, after).iloc[0])[0] == at["event_id"]
        at = event(catalog, after).iloc[0]
    assert walked == list(rows["event_id"])


def test_an_event_outside_the_filters_still_has_neighbours_by_date(catalog):
    rows = events(catalog, Selection(first_year=2024)).rows
    assert neighbours(rows, event(catalog, EXAMPLE).iloc[0]) == (None, rows["event_id"].iloc[0])


def test_key_events_and_the_example_are_known_to_the_day_and_in_order(catalog):
    known = catalog["events"].set_index("event_id").loc[list(KEY_EVENTS)]
    assert set(known["date_precision"]) == {"day"}
    assert known["date"].is_monotonic_increasing
    assert EXAMPLE in KEY_EVENTS


def test_events_after_a_month_leave_out_the_month_itself(catalog):
    months = catalog["events"]["date"].str[:7]
    newest = months.max()
    assert dated_after(catalog, newest) == 0
    before = months[months < newest].max()
    assert dated_after(catalog, before) == (months == newest).sum()


def test_queries_leave_the_tables_as_they_were(catalog):
    before = catalog["events"].copy()
    with_lanes(catalog, events(catalog, Selection()).rows, "objective", Selection())
    pd.testing.assert_frame_equal(catalog["events"], before)
