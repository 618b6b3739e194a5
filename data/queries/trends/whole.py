"""Months that are published only in parts: what the parts of a month add up to, where they can be shown to be the whole.

The sum is ours. It is given only where, over every full year that both know, such sums come to the total that the same
publisher gives for the year: then no part is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.trends.indicators import TOGETHER, WHOLE, Indicator, known, parts

ROUNDED = 0.1
"""How far a sum may lie from the published total of a year: totals are rounded to a tenth, each part to a hundredth."""


@dataclass(frozen=True)
class Whole:
    """The sum of a month's parts, and how many parts have a value: a part without one reported no seizure."""

    value: float
    parts: int


def in_parts(catalog: Catalog, indicator_id: str) -> bool:
    """Return whether an indicator gives months in several parts, and no total of a month."""
    offered = parts(catalog, indicator_id)
    return (
        known(catalog)[indicator_id].period_type == "month"
        and len(offered) > 1
        and not any(part.is_everywhere and part.is_together for part in offered)
    )


@once(32)
def wholes(catalog: Catalog, indicator_id: str) -> Mapping[str, Whole]:
    """Return month → the sum of its parts; nothing where they are not shown to cover the whole."""
    rows = catalog["observations"]
    months = rows[rows["indicator_id"] == indicator_id]
    if not in_parts(catalog, indicator_id) or not _cover(catalog, months, known(catalog)[indicator_id]):
        return MappingProxyType({})
    found = {
        str(month): Whole(round(float(values.sum()), 2), len(values))
        for month, values in months.groupby("period")["value"]
    }
    return MappingProxyType(found)


def _cover(catalog: Catalog, months: pd.DataFrame, indicator: Indicator) -> bool:
    """Return whether the months of each full fiscal year come to the published total of the year, of at least one."""
    totals = _yearly(catalog, indicator)
    days = pd.to_datetime(months["period_end"])
    year = days.dt.year + (days.dt.month >= 10)
    by_year = months.groupby(year)
    full = [at for at, group in by_year if group["period"].nunique() == 12 and at in totals]
    sums = by_year["value"].sum()
    return bool(full) and all(abs(sums[at] - totals[at]) <= ROUNDED for at in full)


def _yearly(catalog: Catalog, indicator: Indicator) -> dict[int, float]:
    """Return fiscal year → the total that the same publisher gives for the same measure, unit and system."""
    like = [
        code
        for code, one in known(catalog).items()
        if one.period_type == "fiscal_year"
        and (one.system, one.measure, one.unit) == (indicator.system, indicator.measure, indicator.unit)
    ]
    rows = catalog.original["observations"]
    rows = rows[rows["indicator_id"].isin(like) & rows["region"].isin(WHOLE) & rows["component"].isin(TOGETHER)]
    return {
        int(period.removeprefix("FY")): float(value)
        for period, value in zip(rows["period"], rows["value"], strict=True)
    }
