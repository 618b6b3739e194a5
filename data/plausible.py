"""What a cell may hold beyond what its schema can say: days that exist, addresses that lead to a page, nothing unseen, a city named.

Each function returns what is wrong, or nothing.
"""

import math
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

PARTIAL_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
"""The pattern by which the dictionary says that a column holds dates as exact as they are known: 2023, 2023-05, 2023-05-31."""

PRECISION = "date_precision"
"""The column that says in a word how exact the date of its row is."""

PRECISIONS = ("", "year", "month", "day")
"""In the order of the parts that such a date has."""

LEVEL, CITY = "level", "city"
"""The column that says in a word how exact the place of its row is, and that which names the city: so is the word for such a place."""

YEARS = range(1900, 2101)
"""Years in which something of our subject, or a law behind it, can have been dated or can be planned."""

UNSEEN = {"Cc", "Cf", "Zl", "Zp"}
"""Unicode categories of what nobody sees: control and format characters, and breaks of lines and paragraphs."""


def faults(row: Mapping[str, str], fields: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Give every column of a row that holds something impossible, with what is wrong with it."""
    dates = [field["name"] for field in fields if is_partial_date(field)]
    for field in fields:
        if reason := _fault(row[field["name"]], field):
            yield field["name"], reason
    if PRECISION in row:
        parts = row[dates[0]].count("-") + 1 if row[dates[0]] else 0
        if row[PRECISION] != PRECISIONS[parts]:
            yield PRECISION, f"the date {row[dates[0]]!r} is not as exact as that"
    if {LEVEL, CITY} <= row.keys() and (row[LEVEL] == CITY) != bool(row[CITY].strip()):
        yield LEVEL, "no city is named" if row[LEVEL] == CITY else f"the city {row[CITY]!r} is named"


def dated(text: str) -> str:
    """Return what is wrong with a whole date, such as that to which the sources were read."""
    return _date(text) if text.count("-") == 2 else "not a day"


def _fault(text: str, field: dict[str, Any]) -> str:
    if unseen := [mark for mark in text if unicodedata.category(mark) in UNSEEN]:
        return f"a character that nobody sees (U+{ord(unseen[0]):04X})"
    if not text:
        return ""
    if field["type"] == "date" or is_partial_date(field):
        return _date(text)
    if field.get("format") == "uri":
        return _address(text)
    if field["type"] == "number" and not math.isfinite(float(text)):
        return "not a number that can be drawn"
    return ""


def is_partial_date(field: Mapping[str, Any]) -> bool:
    """Say whether a column holds dates as exact as they are known: the dictionary says so by a pattern."""
    return str(field.get("constraints", {}).get("pattern", "")).strip("^$") == PARTIAL_DATE


def _date(text: str) -> str:
    try:
        day = date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return "no such day"
    return "" if day.year in YEARS else f"not a year from {YEARS[0]} to {YEARS[-1]}"


def _address(text: str) -> str:
    try:
        found = urlsplit(text)
        leads = found.scheme in {"http", "https"} and found.hostname
    except ValueError:
        leads = None
    return "" if leads else "not the address of a page (http or https)"
