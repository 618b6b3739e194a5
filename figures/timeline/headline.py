"""What the page of events finds, in one line, and what stands below it."""

import pandas as pd
from babel import dates

from data.queries import release
from data.queries.timeline import EXAMPLE
from figures.language import Language


def finding(rows: pd.DataFrame, language: Language) -> str:
    """Return the heading: how the strategy followed on its rejection, or whichever of the two is there, or the latest event.

    Args:
        rows: what `data.queries.timeline.events` keeps, oldest first; there may be none.
    """
    if rows.empty:
        return language.gettext("No event matches the filters")
    known = rows.set_index("event_id")
    if {EXAMPLE, release.EVENT} <= set(known.index):
        return language.ngettext(
            "HSI released its strategy {n} day after Mexico's president rejected U.S. interference",
            "HSI released its strategy {n} days after Mexico's president rejected U.S. interference",
            between(rows),
        )
    if release.EVENT in known.index:
        return language.gettext("HSI released its strategy on {date}").format(
            date=language.date(known.at[release.EVENT, "date"])
        )
    if EXAMPLE in known.index:
        return language.gettext("Mexico's president rejected U.S. interference on {date}").format(
            date=language.date(known.at[EXAMPLE, "date"])
        )
    return _told(rows.iloc[-1], language)


def sentence(rows: pd.DataFrame, language: Language) -> str:
    """Return what explains the heading: the two dates, or where the events begin and end.

    Args:
        rows: what `data.queries.timeline.events` keeps, oldest first; there may be none.
    """
    known = rows.set_index("event_id")
    if rows.empty:
        return language.gettext("Events around the strategy, drawn as exactly as their dates are known.")
    if {EXAMPLE, release.EVENT} <= set(known.index):
        return language.gettext(
            "On {rejection} the president cited Article 89 of Mexico's Constitution; the strategy came on {release}."
        ).format(
            rejection=language.date(known.at[EXAMPLE, "date"]),
            release=dates.format_skeleton("MMMMd", known.at[release.EVENT, "start"], locale=language.locale),
        )
    first, last = _told(rows.iloc[0], language), _told(rows.iloc[-1], language)
    if len(rows) == 1:
        return language.gettext("It is the only event that matches.")
    if release.EVENT in known.index or EXAMPLE in known.index:
        return language.gettext("The latest event here: {event}.").format(event=last)
    return language.gettext("It is the latest event here. The first: {event}.").format(event=first)


def between(rows: pd.DataFrame) -> int:
    """Return the days from the rejection to the release.

    Args:
        rows: columns event_id, start (timestamp); both events are among them.
    """
    days = rows.set_index("event_id")["start"]
    return int((days[release.EVENT] - days[EXAMPLE]).days)


def _told(row: pd.Series, language: Language) -> str:
    return language.gettext("{event} ({date})").format(event=row["title"], date=language.date(row["date"]))
