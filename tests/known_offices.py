"""What the CSV files say of offices, worked out without pandas and without the code's own query: what tests hold it against."""

import csv

import pandas as pd

from data.paths import DATA

STRATEGY = "2023-09-19"
GRADES = ["strong", "moderate", "weak", ""]


def rows(table: str) -> list[dict[str, str]]:
    with (DATA / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def period(text: str) -> str:
    if not text:
        return "undated"
    if (text + "-01-01")[:10] > STRATEGY:
        return "after_strategy"
    return "before_2019" if text < "2019" else "2019_to_strategy"


def places() -> list[dict[str, str]]:
    """Return every place with what its evidence makes of it, by sorting and picking row after row."""
    found = []
    for place in rows("offices"):
        named = [one for one in rows("office_evidence") if one["office_id"] == place["office_id"]]
        named = [one for one in named if one["level"] == place["level"]]
        shown = [one for one in named if one["shows"] in {"office", "post"}]
        is_office = bool(shown)
        shown = shown or [one for one in named if one["shows"] in {"presence", "visit"}]
        latest = max(shown, key=lambda one: (one["date"], -GRADES.index(one["strength"])))
        when = period(latest["date"])
        same = [one["strength"] for one in shown if period(one["date"]) == when]
        found.append(
            place
            | {
                "standing": "office" if is_office else "presence",
                "evidence_date": latest["date"],
                "date_inferred": latest["date_inferred"],
                "evidence_period": when,
                "strength": min(same, key=GRADES.index),
                "source_type": latest["source_type"],
            }
        )
    return found


def offices() -> pd.DataFrame:
    """Return those that are offices."""
    return _frame("office")


def presences() -> pd.DataFrame:
    """Return those that are none."""
    return _frame("presence")


def _frame(standing: str) -> pd.DataFrame:
    frame = pd.DataFrame([place for place in places() if place["standing"] == standing])
    return frame.assign(**{axis: pd.to_numeric(frame[axis]) for axis in ("latitude", "longitude")})
