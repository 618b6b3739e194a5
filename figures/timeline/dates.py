"""Dates of events in words, never more exact than the source."""

import pandas as pd

from figures.language import Language


def when(language: Language, date: str, precision: str) -> str:
    """Return a date with how exact it is: "31 May 2023 (day known)", "May 2023, day not known"."""
    words = language.date(date)
    if precision == "day":
        return language.gettext("{date} (day known)").format(date=words)
    if precision == "month":
        return language.gettext("{date}, day not known").format(date=words)
    return language.gettext("{date}, month not known").format(date=words)


def titled(language: Language, date: str, title: str) -> str:
    """Return an event in one line: "31 May 2023 · López Obrador rejects interference"."""
    return f"{language.date(date)} · {title}"


def covered(language: Language, rows: pd.DataFrame) -> str:
    """Return the time that events cover, by year where one year holds them all: "2019 to 2026", "2023".

    Args:
        rows: columns date (partial ISO date); at least one row.
    """
    first, last = rows["date"].str[:4].min(), rows["date"].str[:4].max()
    return first if first == last else language.gettext("{first} to {last}").format(first=first, last=last)


def precision_notes(language: Language) -> dict[str, str]:
    """Return, by precision, what a calendar entry that spans a month or a year has to say."""
    return {
        "month": language.gettext("The sources give the month, not the day."),
        "year": language.gettext("The sources give the year, not the month."),
    }
