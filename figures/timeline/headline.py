"""What the page of events finds, in one line, and what stands below it."""

import pandas as pd
from babel import dates

from data.queries import release
from data.queries.timeline import EXAMPLE
from figures.language import Language


def finding(rows: pd.DataFrame, language: Language) -> str:
    """Return the heading: the two dates, or whichever of them is there, or how many and when. Dates tie nothing to each other.

    Args:
        rows: what `data.queries.timeline.events` keeps, oldest first; there may be none.
    """
    if rows.empty:
        return language.gettext("No event found that matches the filters")
    known = rows.set_index("event_id")
    if _has_both(rows):
        return language.gettext(
            "{rejection}: López Obrador rejects U.S. interference; {release}: HSI's strategy"
        ).format(
            rejection=language.opening(language.date(known.at[EXAMPLE, "date"])),
            # Both are of one year.
            release=dates.format_skeleton("MMMMd", known.at[release.EVENT, "start"], locale=language.locale),
        )
    if release.EVENT in known.index:
        return language.gettext("HSI released its strategy on {date}").format(
            date=language.date(known.at[release.EVENT, "date"])
        )
    if EXAMPLE in known.index:
        return language.gettext("Mexico's president rejected U.S. interference on {date}").format(
            date=language.date(known.at[EXAMPLE, "date"])
        )
    if len(rows) == 1:
        return _told(rows.iloc[0], language)
    return _counted(rows, language)


def sentence(rows: pd.DataFrame, language: Language) -> str:
    """Return what explains the heading: the latest event, or where the events begin and end.

    Args:
        rows: what `data.queries.timeline.events` keeps, oldest first; there may be none.
    """
    known = rows.set_index("event_id")
    if rows.empty:
        return language.gettext("What is missing was not found in the sources read, and may exist all the same.")
    if len(rows) == 1:
        return language.gettext("It is the only event that matches.")
    if not _has_both(rows) and (release.EVENT in known.index or EXAMPLE in known.index):
        return language.gettext("The latest event here: {event}.").format(event=_told(rows.iloc[-1], language))
    first, last = (language.date(date) for date in (rows["date"].iloc[0], rows["date"].iloc[-1]))
    if first == last:
        return language.gettext("All of {date}.").format(date=first)
    if (rows["date_precision"] == "day").all():
        return language.gettext("From {first} to {last}.").format(first=first, last=last)
    return language.gettext("From {first} to {last}. A bar stands where only the month or the year is known.").format(
        first=first, last=last
    )


def _has_both(rows: pd.DataFrame) -> bool:
    return {EXAMPLE, release.EVENT} <= set(rows["event_id"])


def between(rows: pd.DataFrame) -> int:
    """Return the days from the rejection to the release.

    Args:
        rows: columns event_id, start (timestamp); both events are among them.
    """
    days = rows.set_index("event_id")["start"]
    return int((days[release.EVENT] - days[EXAMPLE]).days)


def _counted(rows: pd.DataFrame, language: Language) -> str:
    """Return how many events there are, of which years, and in which of them most fell, if it is one."""
    years = rows["date"].str[:4]
    first, last, (most, *others) = years.min(), years.max(), years.value_counts().items()
    if first == last:
        return language.ngettext("{n} event in {year}", "{n} events in {year}", len(rows), year=first)
    events = language.ngettext(
        "{n} event from {first} to {last}", "{n} events from {first} to {last}", len(rows), first=first, last=last
    )
    # Of a tie, or of one event each year, no year is named.
    if most[1] == others[0][1]:
        return events
    return language.gettext("{events}, most in {year} ({n})").format(
        events=events, year=most[0], n=language.number(most[1])
    )


def _told(row: pd.Series, language: Language) -> str:
    return language.gettext("{event} ({date})").format(event=row["title"], date=language.date(row["date"]))
