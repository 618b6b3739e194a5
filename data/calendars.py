"""Events as an iCalendar file."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pandas as pd
from icalendar import Calendar, Event

from data.queries.timeline import day_after


def as_ics(
    events: pd.DataFrame,
    name: str,
    facts_as_of: date,
    precision_notes: Mapping[str, str],
    categories: Mapping[str, str],
) -> bytes:
    """Return the events as an iCalendar (RFC 5545) file of all-day entries.

    Args:
        events: columns event_id, title, summary, category, start, end, date_precision.
        name: the calendar's name.
        facts_as_of: stamped on every entry.
        precision_notes: by precision (`month`, `year`), a sentence for entries that span the whole month or year.
        categories: code of a category → its name for the reader.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Illicit opioids strategy briefing//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    stamp = datetime(facts_as_of.year, facts_as_of.month, facts_as_of.day, tzinfo=UTC)
    for row in events.itertuples():
        entry = Event()
        entry.add("uid", f"{row.event_id}@illicit-opioids-briefing")
        entry.add("dtstamp", stamp)
        entry.add("summary", row.title)
        note = precision_notes.get(row.date_precision, "")
        entry.add("description", f"{row.summary} {note}".strip())
        entry.add("categories", [categories.get(row.category, row.category)])
        entry.add("dtstart", row.start.date())
        entry.add("dtend", day_after(row.end.date()))
        entry.add("transp", "TRANSPARENT")
        calendar.add_component(entry)
    return calendar.to_ical()
