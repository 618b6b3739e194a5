"""What no schema forbids and no cell may hold."""

from collections.abc import Mapping
from typing import Any

import pytest

from data.plausible import dated, faults

EXACT = {"name": "date", "type": "string", "constraints": {"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}}
ALSO_EXACT = {"name": "published", "type": "string", "constraints": {"pattern": r"\d{4}(-\d{2}(-\d{2})?)?"}}
DAY = {"name": "start", "type": "date"}
PRECISION = {"name": "date_precision", "type": "string"}
URL = {"name": "url", "type": "string", "format": "uri"}
NUMBER = {"name": "value", "type": "number"}
TEXT = {"name": "note", "type": "string"}


def told(row: Mapping[str, str], *fields: dict[str, Any]) -> dict[str, str]:
    return dict(faults(row, list(fields)))


@pytest.mark.parametrize("field", [EXACT, ALSO_EXACT, DAY], ids=lambda field: field["name"])
@pytest.mark.parametrize("text", ["2023-02-30", "2023-13-01", "0000-01-01", "2023-00-10", "9999-12-31", "1601-01-01"])
def test_a_day_that_is_none_is_refused(field: dict[str, Any], text: str) -> None:
    assert told({field["name"]: text}, field)


@pytest.mark.parametrize("text", ["2023-13", "2023-00", "0000", "1492", "9999-01", "٢٠٢٣"])
def test_a_month_or_year_that_is_none_is_refused(text: str) -> None:
    assert told({"date": text}, EXACT)


@pytest.mark.parametrize("text", ["2024-02-29", "2023-12", "1914", "2031-12-31", ""])
def test_days_months_and_years_that_exist_hold(text: str) -> None:
    assert not told({"date": text}, EXACT)


@pytest.mark.parametrize(
    ("text", "precision", "holds"),
    [
        ("2023-05-31", "day", True),
        ("2023-05", "month", True),
        ("2023", "year", True),
        ("", "", True),
        ("2023-05-31", "month", False),
        ("2023-05", "day", False),
        ("2023", "", False),
        ("", "year", False),
    ],
)
def test_a_date_is_as_exact_as_is_said(text: str, precision: str, holds: bool) -> None:
    found = told({"date": text, "date_precision": precision}, EXACT, PRECISION)
    assert ("date_precision" not in found) is holds


@pytest.mark.parametrize(
    ("city", "level", "holds"),
    [
        ("Tijuana", "city", True),
        ("", "country", True),
        ("", "city", False),
        (" ", "city", False),
        ("Tijuana", "country", False),
    ],
)
def test_a_place_is_as_exact_as_is_said(city: str, level: str, holds: bool) -> None:
    found = told({"city": city, "level": level}, TEXT | {"name": "city"}, TEXT | {"name": "level"})
    assert ("level" not in found) is holds
    assert not told({"level": level}, TEXT | {"name": "level"}), "of a table without cities"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:alert(1)", "ftp://a.example", "https://", "//a.example", "https://["]
)
def test_a_link_that_leads_to_no_page_is_refused(url: str) -> None:
    assert told({"url": url}, URL)


def test_a_link_to_a_page_holds() -> None:
    assert not told({"url": "https://a.example/b?c=d#e"}, URL)
    assert not told({"url": ""}, URL)


@pytest.mark.parametrize("mark", ["\n", "\r", "\t", "\0", "\x1b", "\x85", "\u2028", "\u202e", "\ufeff", "\u200b"])
def test_what_nobody_sees_is_refused_and_named(mark: str) -> None:
    assert f"U+{ord(mark):04X}" in told({"note": f"Ciudad{mark}Juárez"}, TEXT)["note"]


def test_prose_in_any_language_holds() -> None:
    assert not told({"note": "Ciudad Juárez – “ocho” · 1\u202f000 € 墨西哥"}, TEXT)


@pytest.mark.parametrize("text", ["NaN", "INF", "-INF"])
def test_a_number_that_cannot_be_drawn_is_refused(text: str) -> None:
    assert told({"value": text}, NUMBER)
    assert not told({"value": "-12.5"}, NUMBER)


def test_the_whole_day_is_asked_for_where_a_month_is_too_little() -> None:
    assert not dated("2026-11-24")
    for text in ("2026-11", "2026-02-30", "", "today", "2026-11-24-01"):
        assert dated(text), text
