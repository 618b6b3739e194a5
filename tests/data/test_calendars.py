from datetime import UTC, date, timedelta

import icalendar
import pytest

from data.calendars import as_ics
from data.queries.timeline import events
from data.selection import Selection

EVERYTHING = Selection()
NOTES = {"month": "The month is known.", "year": "The year is known."}


@pytest.fixture
def read(catalog):
    def read(selection=EVERYTHING):
        rows = events(catalog, selection).rows
        file = as_ics(rows, "Events, all of them", date(2026, 11, 24), NOTES, {"operation": "Operations"})
        return rows.set_index("event_id"), icalendar.Calendar.from_ical(file)

    return read


def entries(calendar):
    return {str(entry["uid"]).split("@")[0]: entry for entry in calendar.walk("VEVENT")}


def test_a_calendar_holds_exactly_the_events_shown(read):
    rows, calendar = read(Selection(objectives=(1,), first_year=2023, last_year=2023))
    assert set(entries(calendar)) == set(rows.index)
    assert calendar["x-wr-calname"] == "Events, all of them"


def test_entries_cover_the_whole_span_that_the_date_leaves_open(read):
    rows, calendar = read()
    for event_id, entry in entries(calendar).items():
        row = rows.loc[event_id]
        assert entry["dtstart"].dt == row["start"].date()
        # The end of an all-day entry is the day after it.
        assert entry["dtend"].dt == row["end"].date() + timedelta(days=1)
        assert entry["dtstart"].params["value"] == "DATE"


def test_entries_say_where_only_the_month_or_the_year_is_known(read):
    rows, calendar = read()
    for event_id, entry in entries(calendar).items():
        row = rows.loc[event_id]
        note = NOTES.get(row["date_precision"], "")
        assert str(entry["description"]) == f"{row['summary']} {note}".strip()
        assert str(entry["summary"]) == row["title"]


def test_entries_are_stamped_with_the_day_of_the_facts_and_categories_are_in_words(read):
    rows, calendar = read()
    found = entries(calendar)
    assert {entry["dtstamp"].dt.astimezone(UTC).date() for entry in found.values()} == {date(2026, 11, 24)}
    operation = rows.index[rows["category"] == "operation"][0]
    assert found[operation].to_ical().decode().count("CATEGORIES:Operations") == 1


def test_lines_are_no_longer_than_the_format_allows(catalog):
    file = as_ics(events(catalog, Selection()).rows, "Events", date(2026, 11, 24), NOTES, {})
    assert max(map(len, file.split(b"\r\n"))) <= 75
