"""Which month or year a search names, and which values of an indicator are of it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from rapidfuzz.distance import OSA

from data.catalog import Catalog
from data.queries.find import LEAST, TYPED_WRONG
from data.queries.trends.indicators import each, known, parts, series
from data.selection import EVERYTHING

YEAR = re.compile(r"(?:fy)?((?:19|20)\d\d)", re.ASCII)

SHORTEST = 3
"""Letters of a month's name that are enough: mar, ene."""

YEARLY = ("fiscal_year", "calendar_year")


class Asked(NamedTuple):
    """A year, and the month of it where one is named, 1 to 12."""

    year: int
    month: int | None


def asked(words: Sequence[str], months: Mapping[str, int]) -> Asked | None:
    """Return the period that the words of a search name; None without a year.

    Args:
        words: plain words: without accents, in small letters.
        months: name of a month in any language, likewise plain → its number.
    """
    year = next((int(found[1]) for word in words if (found := YEAR.fullmatch(word))), None)
    if year is None:
        return None
    return Asked(year, next((month for word in words if (month := _month(word, months))), None))


def _month(word: str, months: Mapping[str, int]) -> int | None:
    """Return the month that a word stands for, be it cut short or mistyped."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    begun = {number for name, number in months.items() if name.startswith(word)}
    if len(begun) == 1:
        return begun.pop()
    if len(word) < LEAST:
        return None
    alike = {name: OSA.normalized_similarity(word, name) for name in months}
    best = max(alike, key=lambda name: alike[name])
    return months[best] if alike[best] >= TYPED_WRONG else None


def value(catalog: Catalog, indicator_id: str, period: Asked) -> Any | None:
    """Return the value of the first series of an indicator that is of exactly this period, as a row of `series`; else None."""
    kind = known(catalog)[indicator_id].period_type
    if kind != "month" if period.month else kind not in YEARLY:
        return None
    codes = tuple(part.code for part in parts(catalog, indicator_id)[:1])
    rows = each(series(catalog, EVERYTHING, indicator_id, codes).rows)
    return next((row for row in rows if _is_of(row, period)), None)


def _is_of(row: Any, period: Asked) -> bool:
    if period.month:
        return bool(row.period == f"{period.year}-{period.month:02}")
    return bool(row.period in (str(period.year), f"FY{period.year}"))
