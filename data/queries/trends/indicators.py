"""Indicators: published statistical series, each with its own system, measure, unit and kind of period."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.narrowing import Narrowed, in_years
from data.selection import Selection

TELLING = (
    "cbp-fentanyl-seized-fy",
    "cdc-deaths-synthetic-opioids-cy",
    "hsi-fentanyl-seized-fy",
    "hsi-narcotics-arrests-fy",
)
"""What is shown where a reader has chosen nothing."""

REPORTED = "reported-totals"
"""Stands among the indicators for the published totals of offices, which are points in time and no series."""

ALONGSIDE = 4
"""Charts side by side at most."""

CONSECUTIVE = frozenset({"fiscal_year", "calendar_year", "month"})
"""Kinds of period that follow one another. Values of every other kind overlap, and are no series over time."""

WHOLE = ("All regions", "United States", "United States and abroad")
TOGETHER = ("OFO and USBP", "CBP and HSI", "Blue Lotus and Four Horsemen")
"""Regions and components, as the tables have them, that contain the others of their indicator."""

OWN = (" Sector", " Field Office")
"""Areas that one component alone has: the Border Patrol its sectors, the Office of Field Operations its field offices."""


@dataclass(frozen=True)
class Indicator:
    """A published series: what it measures, in which unit, over which kind of period, and what must be said with it."""

    indicator_id: str
    system: str
    title: str
    measure: str
    unit: str
    publisher: str
    period_type: str
    caveat: str

    @property
    def is_consecutive(self) -> bool:
        """Whether its periods follow one another, so that it can be drawn over time."""
        return self.period_type in CONSECUTIVE


@dataclass(frozen=True)
class Part:
    """One series of an indicator that has several: where it applies and whom it counts.

    Attributes:
        is_everywhere: whether its region contains all others.
        is_together: whether its component does.
        is_own: whether its region is one that a single component has.
    """

    code: str
    region: str
    component: str
    is_everywhere: bool
    is_together: bool
    is_own: bool


@dataclass(frozen=True)
class Change:
    """From one value of a series to a later one: rows of `series`, and by what share where both are exact."""

    first: Any
    last: Any
    share: float | None


@once(4)
def systems(catalog: Catalog) -> tuple[str, ...]:
    """Return the systems of figures, in the order of the table."""
    return tuple(dict.fromkeys(catalog["indicators"]["system"]))


@once(4)
def known(catalog: Catalog) -> dict[str, Indicator]:
    """Return code → indicator, in the order of the table."""
    rows = catalog["indicators"].itertuples(index=False, name=None)
    return {indicator.indicator_id: indicator for indicator in (Indicator(*row) for row in rows)}


def of_system(catalog: Catalog, system: str | None) -> tuple[str, ...]:
    """Return the codes of the indicators of a system; of all without one."""
    return tuple(code for code, indicator in known(catalog).items() if system in (None, indicator.system))


def part_of(catalog: Catalog, row: Any) -> Part:
    """Return the series that a value belongs to, a row of `series`."""
    like = (row.region, row.component)
    return next(part for part in parts(catalog, row.indicator_id) if (part.region, part.component) == like)


def parts(catalog: Catalog, indicator_id: str) -> tuple[Part, ...]:
    """Return the series of an indicator, the one that contains the others first."""
    return _parts(catalog).get(indicator_id, ())


def whole(catalog: Catalog, indicator_id: str) -> Part | None:
    """Return the series of an indicator that contains all others of it, or its only one; None where there is none."""
    several = parts(catalog, indicator_id)
    one_region = len({part.region for part in several}) == 1
    one_component = len({part.component for part in several}) == 1
    return next(
        (part for part in several if (part.is_everywhere or one_region) and (part.is_together or one_component)),
        None,
    )


@once(4)
def part_codes(catalog: Catalog) -> tuple[str, ...]:
    """Return the code of every series of an indicator that has several, each once."""
    return tuple(
        dict.fromkeys(part.code for several in _parts(catalog).values() if len(several) > 1 for part in several)
    )


def drawings(catalog: Catalog, indicator_ids: Iterable[str], codes: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Return what is drawn for the chosen indicators: each drawing's indicator and the codes of its series.

    Each series over time has a drawing of its own. Where nothing follows in time, the series of an indicator are listed
    in one. Of an indicator none of whose series is chosen, the first is drawn, or all are listed.

    Args:
        codes: of the series chosen; those of other indicators are passed over.
    """
    wanted = set(codes)
    found: list[tuple[str, tuple[str, ...]]] = []
    for indicator_id in indicator_ids:
        offered = tuple(part.code for part in parts(catalog, indicator_id))
        own = tuple(code for code in offered if code in wanted)
        if known(catalog)[indicator_id].is_consecutive:
            found += [(indicator_id, (code,)) for code in own or offered[:1]]
        else:
            found.append((indicator_id, own or offered))
    return found


@once(4)
def _parts(catalog: Catalog) -> dict[str, tuple[Part, ...]]:
    found: dict[str, list[Part]] = {}
    observations, told = catalog.original["observations"], catalog["observations"]
    regions_told = dict(zip(observations["region"], told["region"], strict=True))
    components_told = dict(zip(observations["component"], told["component"], strict=True))
    for indicator_id, rows in observations.groupby("indicator_id", sort=False):
        regions = rows.groupby("region")["value"].max()
        tops = rows.groupby(["region", "component"])["value"].max().reset_index()
        # What contains the rest comes first, then what is larger.
        tops = tops.assign(
            part=~tops["region"].isin(WHOLE),
            region_top=-tops["region"].map(regions),
            half=~tops["component"].isin(TOGETHER),
            top=-tops["value"],
        ).sort_values(["part", "region_top", "region", "half", "top"])
        found[str(indicator_id)] = [
            Part(
                code=_code(region, component),
                region=regions_told[region],
                component=components_told[component],
                is_everywhere=region in WHOLE,
                is_together=component in TOGETHER,
                is_own=region.endswith(OWN),
            )
            for region, component in zip(tops["region"], tops["component"], strict=True)
        ]
    return {code: tuple(several) for code, several in found.items()}


def _code(region: str, component: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", f"{region} {component}".lower()).strip("-")


@once(512, by=("years",))
def series(catalog: Catalog, selection: Selection, indicator_id: str, codes: tuple[str, ...]) -> Narrowed:
    """Return the values of series of one indicator, oldest first. Years narrow them; nothing else does.

    A period counts by the year in which it ends, as fiscal years are named; a running total without a stated end by
    the year in which it starts. A value whose source states neither is left aside where years are chosen.

    Returns:
        Columns of `observations`, `start`, `end` (timestamps; NaT where the source does not state them) and `everywhere`
        (whether a value is of all places that its indicator covers).
    """
    rows = _dated(catalog)[indicator_id]
    rows = rows[rows["_part"].isin(codes)]
    total = len(rows)
    if selection.has_years:
        rows = rows[in_years(rows["by"].dt.year, selection)]
    return Narrowed(rows.drop(columns=["by", "_part"]).reset_index(drop=True), total, {})


def values(catalog: Catalog, selection: Selection, indicator_id: str, codes: tuple[str, ...]) -> list[Any]:
    """Return what `series` does, as rows to read from: where many series are counted, a frame of each would cost too much."""
    first, last = selection.first_year or 0, selection.last_year or 9999
    return [
        row
        for part, year, row in _told(catalog)[indicator_id]
        if part in codes and (not selection.has_years or first <= year <= last)
    ]


@once(4)
def _told(catalog: Catalog) -> dict[str, list[tuple[str, float, Any]]]:
    """Return code of an indicator → its values, each with its part and the year that it counts by (none is no number)."""
    return {
        code: list(zip(rows["_part"], rows["by"].dt.year, rows.drop(columns="_part").itertuples(), strict=True))
        for code, rows in _dated(catalog).items()
    }


def in_time(observations: pd.DataFrame) -> pd.DataFrame:
    """Return values oldest first; those of one time keep their order.

    A value whose source states no time stands before all others: nothing shows that it is newer than any of them.

    Args:
        observations: rows of the table.

    Returns:
        The given columns and `start`, `end` (timestamps; NaT where the source does not state them) and `by`, the day that
        a value counts by: the last of its period, or the first where no last one is stated.
    """
    start, end = (pd.to_datetime(observations[name].replace("", None)) for name in ("period_start", "period_end"))
    rows = observations.assign(start=start, end=end, by=end.fillna(start))
    return rows.sort_values("by", na_position="first", kind="stable")


@once(4)
def _dated(catalog: Catalog) -> dict[str, pd.DataFrame]:
    """Return code of an indicator → its values as `in_time` gives them, those of one time in the order of its series."""
    rows, known_by = catalog["observations"], catalog.original["observations"]
    rows = rows.assign(
        everywhere=known_by["region"].isin(WHOLE),
        _part=[_code(*pair) for pair in zip(known_by["region"], known_by["component"], strict=True)],
    )
    order = {(code, part.code): at for code, several in _parts(catalog).items() for at, part in enumerate(several)}
    rows = rows.assign(_order=[order[pair] for pair in zip(rows["indicator_id"], rows["_part"], strict=True)])
    rows = in_time(rows.sort_values("_order", kind="stable")).drop(columns="_order")
    return {str(code): group for code, group in rows.groupby("indicator_id", sort=False)}


@once(512)
def each(rows: pd.DataFrame) -> tuple[Any, ...]:
    """Return the values of a series as rows to read from, made once: nothing costs as much as taking a frame apart."""
    return tuple(rows.itertuples())


@once(512)
def full(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the values that cover their whole period, not a part of it."""
    return rows[~rows["partial"].astype(bool)]


def last(rows: pd.DataFrame) -> Any:
    """Return the newest value of a series, as a row; at least one row."""
    return each(rows)[-1]


def highest(rows: pd.DataFrame) -> Any:
    """Return the highest value of a series, the newest where several are, as a row."""
    return max(reversed(each(rows)), key=lambda row: row.value)


def lowest(rows: pd.DataFrame) -> Any:
    """Return the lowest value of a series, the newest where several are, as a row."""
    return min(reversed(each(rows)), key=lambda row: row.value)


def change(rows: pd.DataFrame) -> Change | None:
    """Return the change to the newest full value: from the highest before it, or, where it is the highest, from the one before it.

    So a rise is one between two neighbours, and never rests on how low a single value of years ago was. Partial periods are never compared. There is a share only between values that are both published as exact, and none
    from zero.

    Args:
        rows: what `series` returns, of an indicator whose periods follow one another.
    """
    *before, newest = each(full(rows)) or (None,)
    if not before:
        return None
    top = max(reversed(before), key=lambda row: row.value)
    from_ = top if top.value > newest.value else before[-1]
    exact = from_.qualifier == newest.qualifier == "exact" and from_.value > 0
    return Change(from_, newest, newest.value / from_.value - 1 if exact else None)


def missing_years(rows: pd.DataFrame) -> list[int]:
    """Return the years between the first and the last of a yearly series for which it has no value."""
    years = set(rows["end"].dropna().dt.year)
    return [year for year in range(min(years), max(years)) if year not in years] if years else []
