"""Values and periods of indicators in words, as their sources word them."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
from babel import numbers

from data.queries.trends.indicators import Indicator
from figures import labels, qualified
from figures.language import Language

N = str  # marks a message for extraction; it is translated where it is used

WITH_UNIT: Mapping[str, str] = {
    "lb": N("{n} lb"),
    "kg": N("{n} kg"),
    "usd": N("US${n}"),
    "per_100000": N("{n} per 100,000"),
    "percent": N("{n}%"),
}
"""Units that a number is not read without; deaths, reports and counts are named by the indicator's title."""

DATED = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
"""A date as exact as it is known."""

KINDS: Mapping[str, str] = {
    "fiscal_year": N("Fiscal years"),
    "calendar_year": N("Calendar years"),
    "month": N("Months"),
    "12_months_ending": N("12 months"),
    "year_to_date": N("Part of a year"),
    "half_year": N("Half a year"),
    "multi_year": N("Several years"),
    "cumulative": N("Running total"),
    "interval": N("Stretch of days"),
    "day": N("One day"),
}

UNFIRM = ("provisional", "reported", "press_internal")
"""Standings that are said with a value wherever it is told."""

MILLION = 1_000_000


def unit(language: Language, code: str) -> str:
    """Return a unit in words: pounds (lb)."""
    return labels.words(language, "unit")[code]


def kind(language: Language, period_type: str) -> str:
    """Return what one value covers: "U.S. fiscal year, October to September"."""
    return labels.words(language, "period_type")[period_type]


def kinds(language: Language, period_type: str) -> str:
    """Return what the values of an indicator cover, in a word or two: "Fiscal years"."""
    return language.gettext(KINDS[period_type])


def standing(language: Language, status: str) -> str:
    """Return how firm a value is: "provisional"."""
    return labels.words(language, "observations.status")[status]


def round_number(language: Language, value: float) -> str:
    """Return a number as short as it is read: 27,023; 31.3; 769.2 million."""
    if abs(value) >= MILLION:
        return numbers.format_compact_decimal(value, format_type="long", fraction_digits=1, locale=language.locale)
    return language.number(round(value) if abs(value) >= 100 else round(value, 1))


def exact_number(language: Language, value: float) -> str:
    """Return a number with all digits published: 27,022.9."""
    return language.number(int(value) if value == int(value) else value)


def with_unit(language: Language, number: str, code: str) -> str:
    """Return a number with its unit where it is not read without: 27,023 lb."""
    return language.gettext(WITH_UNIT[code]).format(n=number) if code in WITH_UNIT else number


def exact(language: Language, value: float, code: str) -> str:
    """Return a number of ours with all its digits and its unit: 1,449.13 lb."""
    return with_unit(language, exact_number(language, value), code)


def value(language: Language, row: Any, code: str, exact: bool = False) -> str:
    """Return a value as its source words it: "over 41,000 lb"."""
    number = exact_number(language, row.value) if exact else round_number(language, row.value)
    return qualified.said(with_unit(language, number, code), row.qualifier, language)


def marked(language: Language, row: Any, code: str, exact: bool = False) -> str:
    """Return a value with what makes it less than firm: "117,251 (provisional, part of a year)"."""
    stated, told = value(language, row, code, exact), marks(language, row)
    return language.gettext("{value} ({marks})").format(value=stated, marks=", ".join(told)) if told else stated


def in_part(language: Language, row: Any, code: str) -> str:
    """Return a value and whether it is a part of a year, for where its standing is told already."""
    stated = value(language, row, code)
    if not row.partial:
        return stated
    return language.gettext("{value} ({marks})").format(value=stated, marks=language.gettext("part of a year"))


def firm(language: Language, row: Any, code: str) -> str:
    """Return a value with its standing where it is not firm, for where its period tells already that it is a part of a year."""
    stated = value(language, row, code)
    if row.status not in UNFIRM:
        return stated
    return language.gettext("{value} ({marks})").format(value=stated, marks=standing(language, row.status))


def marks(language: Language, row: Any) -> list[str]:
    """Return what makes a value less than firm: ["provisional", "part of a year"]."""
    told = [standing(language, row.status)] if row.status in UNFIRM else []
    return told + ([language.gettext("part of a year")] if row.partial else [])


def period(language: Language, row: Any, period_type: str) -> str:
    """Return a period in words: FY2024, May 2023, "12 months to August 2025", "13 March to 10 May 2023"."""
    if period_type in ("fiscal_year", "calendar_year"):
        return labels.fiscal_year(language, row.period)
    if period_type in ("month", "day"):
        return language.date(row.period)
    if pd.isna(row.start):
        return _as_stated(language, row.period)
    if pd.isna(row.end):
        return _without_end(language, row)
    if period_type == "12_months_ending":
        return language.gettext("12 months to {end}").format(end=language.date(f"{row.end:%Y-%m}"))
    whole = row.start.day == 1 and row.end.is_month_end
    form = "%Y-%m" if whole else "%Y-%m-%d"
    return language.span(row.start.strftime(form), row.end.strftime(form))


STRETCH = re.compile(r"(?P<first>FY\d{4}|\d{4}(?:-\d{2})?)(?:-to-|/|-)(?P<last>FY\d{4}|\d{4}(?:-\d{2})?)", re.ASCII)
"""A period that the source states by its ends alone: `2025-01-to-2025-05`, `2009-08/2011-10`, `FY2003-FY2016`."""


def _without_end(language: Language, row: Any) -> str:
    """Return a running total's period: both ends as the source names them, or only since when it runs."""
    if found := STRETCH.fullmatch(row.period):
        return language.gettext("{first} to {last}").format(
            first=_end(language, found["first"]), last=_end(language, found["last"])
        )
    if DATED.fullmatch(row.period) or labels.FISCAL.fullmatch(row.period):
        return _end(language, row.period)
    return language.gettext("since {start}").format(start=language.date(f"{row.start:%Y-%m}"))


def _end(language: Language, text: str) -> str:
    """Return an end of a period in words: May 2023; FY2021."""
    return language.date(text) if DATED.fullmatch(text) else labels.fiscal_year(language, text)


def _as_stated(language: Language, period: str) -> str:
    """Return a period whose first day no source states."""
    if period.startswith("to-"):
        return language.gettext("up to {end}").format(end=_end(language, period.removeprefix("to-")))
    if period.startswith("year before "):
        return language.gettext("the year before {day}").format(day=_end(language, period.removeprefix("year before ")))
    if period == "first month":
        return language.gettext("the first month")
    return _end(language, period)


def place(language: Language, row: Any) -> str:
    """Return where a value applies and whom it counts: "Southwest Border, OFO"."""
    return ", ".join(part for part in (row.region, row.component) if part)


ENDINGS = (N(", by fiscal year"), N(", by calendar year"), N(", by month"))
"""What the title of an indicator of consecutive periods ends with."""


def subject(language: Language, indicator: Indicator) -> str:
    """Return what an indicator measures without its kind of period, which stands with each value."""
    for ending in map(language.gettext, ENDINGS):
        if indicator.title.endswith(ending):
            return indicator.title.removesuffix(ending)
    return indicator.title


def share(language: Language, part: float) -> str:
    """Return a share as percent without its sign: 0.555 → 55%."""
    return numbers.format_percent(abs(part), locale=language.locale)
