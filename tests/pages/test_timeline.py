from functools import partial
from html import unescape
from urllib.parse import unquote

import pytest

from components.citations import escape
from data.queries.timeline import EXAMPLE, KEY_EVENTS, events
from data.selection import Selection
from tests.opened import opened, said

page = partial(opened, "timeline")


def picker(at):
    return at.selectbox(key="event-picker")


def chosen(at):
    return at.session_state["timeline_event"]


def drawn(at):
    """Return the drawing's SVG, as it is written into the page."""
    return next(unquote(html.body) for html in at.main.get("html") if 'class="drawing"' in html.body)


def test_without_a_choice_the_conference_stands_open_as_an_example(catalog):
    at = page()
    summary = catalog.names("events", "event_id", "summary")[EXAMPLE]
    assert chosen(at) is None
    assert summary in said(at)
    assert "An example." in said(at)
    for word in ("Article 89", "non-intervention", "self-determination", "peaceful", "Sherwood-Randall", "1078"):
        assert word in said(at)


def test_what_was_said_is_told_as_reported_and_by_whom(catalog):
    claims = catalog.names("claims", "claim_id", "claim")
    text = said(page())
    assert "As reported** (Ríodoce article, as translated)" in text
    assert claims["c12"] in text
    assert claims["c13"] in text
    assert "No source collected here gives the words themselves." in text
    assert "As reported" not in said(page(timeline_event="ev-20230919-strategy"))


def test_the_example_is_the_newest_event_where_the_conference_is_filtered_out(catalog):
    at = page(**{"from": "2024"})
    newest = events(catalog, Selection(first_year=2024)).rows.iloc[-1]
    assert escape(newest["title"]) in [part.value for part in at.header]
    assert "Key dates" not in [part.value for part in at.header]


def test_picking_an_event_shows_it_and_puts_it_into_the_link():
    at = page()
    picker(at).select("ev-202305-4piperidone").run()
    assert not at.exception
    assert at.query_params["timeline_event"] == "ev-202305-4piperidone"
    assert "May 2023, day not known" in said(at)
    assert "An example." not in said(at)
    assert picker(at).value is None, "a long title would be cut where it was picked"


def test_the_picker_offers_the_events_of_the_view_in_date_order(catalog):
    at = page(country="CHN", **{"from": "2024", "to": "2024"})
    rows = events(catalog, Selection(countries=("CHN",), first_year=2024, last_year=2024)).rows
    assert [option.split(" · ", 1)[1] for option in picker(at).options] == list(rows["title"])


def test_an_event_outside_the_filters_is_shown_and_said_to_be_left_out(catalog):
    at = page(timeline_event=EXAMPLE, **{"from": "2025"})
    assert chosen(at) == EXAMPLE
    assert catalog.names("events", "event_id", "title")[EXAMPLE] in [part.value for part in at.header]
    assert "The filters leave this event out" in said(at)


@pytest.mark.parametrize("hostile", ["nothing", "<script>alert(1)</script>", "ev-20230531", "=1+1"])
def test_an_unknown_event_in_the_link_is_no_choice(hostile):
    at = page(timeline_event=hostile, timeline_lanes=hostile)
    assert chosen(at) is None
    assert hostile not in said(at)


def test_steps_go_to_the_event_before_and_after_within_the_filters(catalog):
    rows = events(catalog, Selection(objectives=(4,))).rows
    middle = rows["event_id"].iloc[3]
    at = page(objective="4", timeline_event=middle)
    at.button(key="event-right").click().run()
    assert chosen(at) == rows["event_id"].iloc[4]
    at.button(key="event-left").click().run()
    at.button(key="event-left").click().run()
    assert chosen(at) == rows["event_id"].iloc[2]


def test_there_is_no_step_beyond_the_ends(catalog):
    rows = events(catalog, Selection()).rows
    assert page(timeline_event=rows["event_id"].iloc[0]).button(key="event-left").disabled
    assert page(timeline_event=rows["event_id"].iloc[-1]).button(key="event-right").disabled


def test_one_event_alone_makes_a_page():
    at = page(country="HTI")
    assert "It is the only event that matches." in said(at)
    assert "An example." not in said(at)
    assert at.button(key="event-left").disabled
    assert at.button(key="event-right").disabled


def test_a_view_without_events_says_which_filter_empties_it():
    at = page(country="HTI", to="2019")
    assert at.title[0].value == "No event found that matches the filters"
    assert at.info
    assert not at.selectbox


def test_an_empty_view_offers_to_lift_each_filter_that_empties_it():
    at = page(country="HTI", to="2019")
    at.button(key="lift-countries-events").click().run()
    assert "country" not in at.query_params
    assert at.query_params["to"] in ("2019", ["2019"])
    assert picker(at).options
    at = page(country="HTI", to="2019")
    at.button(key="lift-years-events").click().run()
    assert at.query_params["country"] in ("HTI", ["HTI"])
    assert "to" not in at.query_params
    assert picker(at).options


def test_years_in_the_wrong_order_are_dropped(catalog):
    assert f"{len(catalog['events'])} events" in said(page(**{"from": "2025", "to": "2020"}))


def test_lanes_by_objective_are_said_and_survive_in_the_link(catalog):
    untied = (~catalog["events"]["event_id"].isin(catalog["event_objectives"]["event_id"])).sum()
    at = page(timeline_lanes="objective", timeline_span="all")
    assert f"Not tied to an objective ({untied})" in said(at)
    assert "Not tied to an objective" in drawn(at)


def test_events_left_aside_are_counted_in_words(catalog):
    untied = (~catalog["events"]["event_id"].isin(catalog["event_objectives"]["event_id"])).sum()
    at = page(objective="1", timeline_lanes="objective")
    assert f"{untied} are not tied to an objective" in said(at)
    assert "Not tied to an objective (" not in said(at)


def test_the_drawing_looks_at_2023_first_and_at_the_whole_by_one_link(catalog):
    ours = catalog["events"][catalog["events"]["date"].str.startswith("2023")]
    at = page()
    assert drawn(at).count("timeline_event=ev-") == len(ours)
    assert "timeline_span=all" in drawn(at)
    whole = page(timeline_span="all")
    assert drawn(whole).count("timeline_event=ev-") == len(catalog["events"])


def test_what_stands_open_is_not_told_again_among_the_key_dates(catalog):
    """What the president said stood three times on one page: under the heading, open, and below."""
    summaries = catalog.names("events", "event_id", "summary")
    for at, read in ((page(), EXAMPLE), (page(timeline_event=KEY_EVENTS[-1]), KEY_EVENTS[-1])):
        told = unescape(next(html.body for html in at.main.get("html") if "key-dates" in html.body))
        assert [event_id for event_id in KEY_EVENTS if summaries[event_id] not in told] == [read]
        assert told.count("Told in full above.") == 1


def test_the_list_says_that_its_rows_lead_to_events():
    assert "Each row leads to its event" in said(page())


def test_what_two_tables_of_events_hold_is_told_apart(catalog):
    n = len(catalog["events"])
    labels = [one.label for one in page().main.expander if "downloads" in one.label]
    assert labels == [f"Table and downloads: {n} events", f"Table and downloads: {n} events, with their summaries"]


def test_key_dates_are_links_that_open_their_events():
    told = next(html.body for html in page().main.get("html") if "key-dates" in html.body)
    for event_id in KEY_EVENTS:
        assert f'href="timeline?timeline_event={event_id}#event"' in told


def test_no_chart_library_is_on_the_page():
    assert not page().main.get("plotly_chart")
