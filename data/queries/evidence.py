"""What documents each place, and what follows from it: whether it is an office, of when, and how surely.

The rule, one for every place. The evidence of an office is what names the place itself (the city; for a row that stands for a
country, the country) and shows an office or a post there. A place without any is no office, but a presence. Of that evidence
the latest dated source (of two that begin alike the more exact, then the stronger) gives the place its date and kind of
source, and the date gives the period: after the strategy when it cannot be earlier, before 2019 when it cannot be later,
between them otherwise. The strength is that of the strongest evidence of that same period, so that an old release never lends
its weight to a late list.
"""

from datetime import date

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries import release
from data.queries.timeline import span

OFFICE, PRESENCE = "office", "presence"
"""What a place is."""

SHOWN = {OFFICE: ("office", "post"), PRESENCE: ("presence", "visit")}
"""What a place is → what evidence of it shows."""

EARLIER = 2019
"""Evidence from before this year is a period of its own."""

STRENGTHS = ("strong", "moderate", "weak", "")

LIST_OF_ONE = 5
"""From so many places on, it is said that one and the same source dates them."""


def period(partial: str) -> str:
    """Return the code of the period in which a date falls, as exact as it is; of a date that leaves it open, the middle one."""
    if not partial:
        return "undated"
    first, last = span(partial)
    if first > date.fromisoformat(release.DAY):
        return "after_strategy"
    return "before_2019" if last.year < EARLIER else "2019_to_strategy"


@once(4)
def places(catalog: Catalog) -> pd.DataFrame:
    """Return every place with what follows from its evidence.

    Returns:
        Columns of `offices`, and `standing` (`office` or `presence`), `evidence_date`, `date_precision`, `date_inferred`,
        `evidence_period`, `strength`, `strength_date` (of the newest evidence that is as strong), `source_type`, `dated_by`
        (the source of the date).
    """
    rows = _counting(catalog)
    # Of what is alike in all, the last is kept: so that it is the first of the table, its rows are turned about. Text sorts
    # partial dates as needed: of two that begin alike, the more exact comes later; undated ones come first.
    weakest_first = rows.iloc[::-1].sort_values(
        "strength", key=lambda codes: -codes.map(STRENGTHS.index), kind="stable"
    )
    latest = weakest_first.sort_values("date", kind="stable").drop_duplicates("office_id", keep="last")
    kept = [
        "office_id",
        "standing",
        "date",
        "date_precision",
        "date_inferred",
        "evidence_period",
        "source_type",
        "source_id",
    ]
    found = latest[kept]
    same = rows.merge(found[["office_id", "evidence_period"]], on=["office_id", "evidence_period"])
    newest_first = same.sort_values("date", ascending=False, kind="stable")
    strongest = newest_first.sort_values("strength", key=lambda codes: codes.map(STRENGTHS.index), kind="stable")
    grades = strongest.drop_duplicates("office_id")[["office_id", "strength", "date"]]
    grades = grades.rename(columns={"date": "strength_date"})
    found = found.rename(columns={"date": "evidence_date", "source_id": "dated_by"}).merge(
        grades, on="office_id", validate="one_to_one"
    )
    return catalog["offices"].merge(found, on="office_id", how="left", validate="one_to_one")


@once(4)
def graded_below(catalog: Catalog) -> frozenset[str]:
    """Return the offices of which evidence of an older period is stronger than the strength that they are given."""
    known = places(catalog).set_index("office_id")
    rows = _counting(catalog)
    rows = rows[(rows["date"] != "") & rows["office_id"].map(known["standing"]).eq(OFFICE)]
    given = rows["office_id"].map(known["strength"]).map(STRENGTHS.index)
    return frozenset(rows.loc[rows["strength"].map(STRENGTHS.index) < given, "office_id"])


@once(512)
def evidence(catalog: Catalog, office_id: str) -> pd.DataFrame:
    """Return all evidence of a place, the newest first and the undated last.

    Returns:
        Columns of `office_evidence`.
    """
    rows = catalog["office_evidence"]
    rows = rows[rows["office_id"] == office_id]
    return rows.sort_values("date", ascending=False, kind="stable").reset_index(drop=True)


def unplaced(catalog: Catalog, iso3: str) -> str:
    """Return the day of the newest evidence of an office in a country that names no city, though others do; empty without one."""
    own = catalog["offices"][["office_id", "iso3", "level"]]
    rows = catalog["office_evidence"].merge(own, on="office_id", suffixes=("", "_own"))
    is_wider = (rows["level"] == "country") & (rows["level_own"] == "city") & rows["shows"].isin(SHOWN[OFFICE])
    return max(rows.loc[is_wider & (rows["iso3"] == iso3), "date"], default="")


def shared_sources(catalog: Catalog) -> dict[str, int]:
    """Return source → number of offices that it dates, for those that date five or more; the most first."""
    known = places(catalog)
    counts = known.loc[known["standing"] == OFFICE, "dated_by"].value_counts()
    return {str(source): int(n) for source, n in counts.items() if n >= LIST_OF_ONE}


def _counting(catalog: Catalog) -> pd.DataFrame:
    """Return the evidence that a place rests on: of an office where there is any, otherwise of a presence."""
    levels = catalog["offices"][["office_id", "level"]]
    rows = catalog["office_evidence"].merge(levels, on=["office_id", "level"])
    kinds = {shown: standing for standing, several in SHOWN.items() for shown in several}
    rows = rows.assign(standing=rows["shows"].map(kinds), evidence_period=rows["date"].map(period))
    is_office = rows["standing"].eq(OFFICE).groupby(rows["office_id"]).transform("any")
    return rows[rows["standing"].eq(OFFICE) | ~is_office & rows["standing"].notna()].reset_index(drop=True)
