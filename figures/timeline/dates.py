"""Dates of events in words, never more exact than the source."""

import pandas as pd

from figures.language import Language

FISCAL = "fiscal_year"

STATES_FISCAL = r"fiscal (?:year )?\d{4}"
"""What a summary says of a fiscal year, in either language: the table of events has dates of the calendar alone."""


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


def precisions(rows: pd.DataFrame) -> pd.Series:
    """Return how exact each date is; of a year that the summary says is a fiscal one, that it is.

    Args:
        rows: columns date_precision and summary.
    """
    is_fiscal = rows["date_precision"].eq("year") & rows["summary"].str.contains(STATES_FISCAL)
    return rows["date_precision"].mask(is_fiscal, FISCAL)


def precision_notes(language: Language) -> dict[str, str]:
    """Return, by precision as of `precisions`, what a calendar entry that spans a month or a year has to say."""
    return {
        "month": language.gettext("The sources give the month, not the day."),
        "year": language.gettext("The sources give the year, not the month."),
        FISCAL: language.gettext(
            "A source gives the U.S. fiscal year, from October of the year before to September; the entry fills the calendar year."
        ),
    }
