"""The axes of a series over time: bars dated as their source dates them, and few lines to read values from."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from data.queries.trends.indicators import Indicator
from figures import labels
from figures.ink.lettering import width
from figures.language import Language
from figures.trends.bars import THIN
from figures.trends.scale import DAY, Scale

APART = 8
"""Pixels between the names of two years at least."""


@dataclass(frozen=True)
class Tick:
    """A name on the time axis, and where its middle stands."""

    day: pd.Timestamp
    words: str


def window(rows: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first day of the first period and the day after the last one."""
    return rows["start"].min(), rows["end"].max() + DAY


def ticks(indicator: Indicator, rows: pd.DataFrame, scale: Scale, size: float, language: Language) -> tuple[Tick, ...]:
    """Return the names of years, in the middle of the period that each covers; months hang on the turn of calendar years.

    A bar that stands alone is always dated. Of bars that follow one another as many are dated as have room, the newest among them;
    what stands beside a gap has some of its room.
    """
    if indicator.period_type == "month":
        first, last = window(rows)
        starts = [day for day in pd.date_range(first, last, freq="YS") if day < last] or [first]
        return tuple(Tick(day, f"{day:%Y}") for day in _thinned(starts, scale, width("2020", size) + APART))
    fiscal = indicator.period_type == "fiscal_year"
    years = sorted(set(rows["end"].dt.year))
    alone = [year for year in years if year - 1 not in years and year + 1 not in years]
    ends = [year for year in years if (year - 1 in years) != (year + 1 in years)]
    form = "FY{}" if fiscal else "{}"
    named = {year: labels.fiscal_year(language, form.format(year)) for year in years}
    wide = max(width(name, size) for name in named.values()) + APART
    kept: list[int] = []
    # By rank: the newest, bars alone, every second or third… year back from the newest, then where runs of bars end.
    for year in dict.fromkeys([years[-1], *alone, *_stepped(years, scale, wide, fiscal), years[0], *reversed(ends)]):
        x = scale.x(_middle(year, fiscal))
        if all(abs(scale.x(_middle(other, fiscal)) - x) >= wide for other in kept):
            kept.append(year)
    at = {year: scale.x(_middle(year, fiscal)) for year in kept}
    for year in ends:
        if year not in at and (moved := _into_gap(year, year + 1 in years, at, scale, fiscal, wide)) is not None:
            at[year] = moved
    return tuple(
        Tick(_middle(year, fiscal) if year in kept else scale.day(x), named[year]) for year, x in sorted(at.items())
    )


def _into_gap(
    year: int, begins: bool, at: Mapping[int, float], scale: Scale, fiscal: bool, wide: float
) -> float | None:
    """Return where the name of a bar beside a gap stands when it is moved into that; None where it would leave its bar.

    Args:
        begins: whether the gap is before the bar, and not after it.
        at: year → where the middle of its name stands already.
        wide: pixels of a name with what keeps it apart.
    """
    own = scale.x(_middle(year, fiscal))
    x = (
        min(own, *(to - wide for to in at.values() if to > own))
        if begins
        else max(own, *(to + wide for to in at.values() if to < own))
    )
    half = (scale.x(_middle(year + 1, fiscal)) - own) * (0.5 - THIN)
    is_under = abs(x - own) <= (wide - APART + half) / 2 and scale.left <= x <= scale.right
    return x if is_under and all(abs(x - to) >= wide - 0.01 for to in at.values()) else None


def _middle(year: int, fiscal: bool) -> pd.Timestamp:
    return pd.Timestamp(year, 4, 1) if fiscal else pd.Timestamp(year, 7, 2)


def _stepped(years: list[int], scale: Scale, wide: float, fiscal: bool) -> list[int]:
    """Return every so many-th year back from the newest one."""
    one = scale.x(_middle(years[-1] + 1, fiscal)) - scale.x(_middle(years[-1], fiscal))
    step = max(1, math.ceil(wide / one))
    return [year for year in years if (years[-1] - year) % step == 0][::-1]


def _thinned(days: Iterable[pd.Timestamp], scale: Scale, wide: float) -> list[pd.Timestamp]:
    """Return the days of which the names have room, the last among them."""
    kept: list[pd.Timestamp] = []
    for day in reversed(list(days)):
        x = scale.x(day)
        if x + wide / 2 <= scale.right + APART and (not kept or scale.x(kept[-1]) - x >= wide):
            kept.append(day)
    return kept[::-1]


def round_steps(low: float, high: float) -> tuple[float, ...]:
    """Return three to six round numbers from the lowest to the highest, zero among them."""
    reach = (high - low) or 1.0
    size = 10 ** math.floor(math.log10(reach))
    step = next(size * part for part in (0.2, 0.5, 1.0, 2.0) if reach / (size * part) <= 5)
    marks = range(math.ceil(low / step), math.floor(high / step) + 1)
    return tuple(round(step * mark, 6) for mark in marks)
