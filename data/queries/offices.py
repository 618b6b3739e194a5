"""Offices abroad: documented places and published totals. The two are never subtracted from each other."""

from dataclasses import dataclass

import pandas as pd

from data.catalog import Catalog
from data.collation import column as in_order
from data.once import once
from data.queries import release
from data.queries.evidence import OFFICE, PRESENCE, places
from data.queries.linked import linked
from data.queries.narrowing import Narrowed, in_years, joined
from data.queries.records.address import address
from data.queries.regions import allowed
from data.queries.timeline import span
from data.selection import EVERYTHING, Selection

PERIODS = ("after_strategy", "2019_to_strategy", "before_2019", "undated")
"""Evidence periods, the newest evidence first."""


DIFFERING = address("contradiction", "x30")
"""The point that holds published totals of several dates against each other. No key of the tables ties it to them."""


@dataclass(frozen=True)
class Headline:
    """The total that accounts of the strategy report, kept apart from what is documented place by place."""

    total_id: str
    offices: int
    countries: int
    date: str
    source_ids: tuple[str, ...]


@once(4)
def headline(catalog: Catalog) -> Headline:
    """Return the published total of the strategy (91 offices in 54 countries, 19 September 2023)."""
    totals = catalog["reported_totals"]
    row = totals[(totals["unit_type"] == "offices") & (totals["date"] == release.DAY)].iloc[0]
    ids = linked(catalog, "reported_total_sources", "total_id")[row["total_id"]]
    return Headline(row["total_id"], int(row["value"]), int(row["countries"]), row["date"], ids)


@once(256, by=("countries",))
def documented(catalog: Catalog, selection: Selection) -> Narrowed:
    """Return the documented offices with their country, newest evidence first within a country; a presence is none.

    Objectives and years do not narrow offices: an office belongs to no objective, and its date is that of its evidence.

    Returns:
        Columns of `data.queries.evidence.places` and `country`, `region`, `subregion` of `countries`, one row an office.
    """
    return _standing(catalog, selection, OFFICE)


@once(256, by=("countries",))
def presences(catalog: Catalog, selection: Selection) -> Narrowed:
    """Return the places where HSI is at work and no source describes an office, in the columns of `documented`."""
    return _standing(catalog, selection, PRESENCE)


def _standing(catalog: Catalog, selection: Selection, standing: str) -> Narrowed:
    frame, kept = _all(catalog, standing), allowed(catalog, selection)
    rows = frame if kept is None else frame[frame["iso3"].isin(kept)].reset_index(drop=True)
    return Narrowed(rows, len(frame), {})


@once(8)
def _all(catalog: Catalog, standing: str) -> pd.DataFrame:
    countries = catalog["countries"][["iso3", "name", "region", "subregion"]].rename(columns={"name": "country"})
    known = places(catalog)
    frame = known[known["standing"] == standing].merge(countries, on="iso3", how="left", validate="many_to_one")
    rows = frame.sort_values(["country", "evidence_date", "city"], ascending=[True, False, True], key=in_order)
    return rows.reset_index(drop=True)


def located(catalog: Catalog, offices: pd.DataFrame) -> pd.DataFrame:
    """Return documented offices, each with coordinates: a row that names only a country stands at the country's own point.

    Returns:
        The given columns; `latitude` and `longitude` (degrees) are filled in every row.
    """
    points = catalog["countries"].set_index("iso3")[["latitude", "longitude"]].reindex(offices["iso3"])
    return offices.assign(
        latitude=offices["latitude"].fillna(pd.Series(points["latitude"].to_numpy(), index=offices.index)),
        longitude=offices["longitude"].fillna(pd.Series(points["longitude"].to_numpy(), index=offices.index)),
    )


def cited(catalog: Catalog, offices: pd.DataFrame) -> pd.DataFrame:
    """Return documented offices with the addresses of their sources, as one text for reading (`sources`)."""
    return offices.assign(sources=offices["office_id"].map(_addresses(catalog)).fillna(""))


@once(4)
def _addresses(catalog: Catalog) -> pd.Series:
    titled = catalog["office_evidence"].merge(catalog["sources"][["source_id", "title", "url"]], on="source_id")
    return joined(titled.assign(named=titled["url"].where(titled["url"] != "", titled["title"])), "office_id", "named")


def by_period(offices: pd.DataFrame) -> pd.Series:
    """Return the number of documented offices by evidence period, every period present."""
    return offices["evidence_period"].value_counts().reindex(PERIODS, fill_value=0)


def by_country(offices: pd.DataFrame) -> pd.DataFrame:
    """Return columns region, iso3, country, offices (city level), country_level (rows that name no city)."""
    city = offices["level"].eq("city")
    counted = offices.assign(offices=city.astype(int), country_level=(~city).astype(int))
    grouped = counted.groupby(["region", "iso3", "country"], as_index=False)[["offices", "country_level"]].sum()
    order = ["region", "offices", "country"]
    return grouped.sort_values(order, ascending=[True, False, True]).reset_index(drop=True)


@once(8)
def reported_totals(catalog: Catalog, unit_type: str = "offices", years: Selection = EVERYTHING) -> pd.DataFrame:
    """Return the published totals of one kind of unit, oldest first, undated ones last.

    Years narrow them by their dates where a page says so; undated ones are then left aside. They count different things (column `counts`) and are points in time, not one series.
    """
    frame = catalog["reported_totals"]
    rows = frame[frame["unit_type"] == unit_type]
    if years.has_years:
        rows = rows[rows["date"] != ""]
        rows = rows[in_years(rows["date"].str[:4].astype(int), years)]
    return rows.sort_values("date", kind="stable", key=lambda dates: dates.replace("", "9999")).reset_index(drop=True)


def dated(totals: pd.DataFrame) -> pd.DataFrame:
    """Return the published totals that have a number and a date, each with the days between which its date lies.

    Returns:
        The given columns and `start`, `end` (timestamps); a total of "2015" runs from 1 January to 31 December.
    """
    rows = totals[(totals["date"] != "") & totals["value"].notna()].reset_index(drop=True)
    spans = [span(text) for text in rows["date"]]
    return rows.assign(
        start=pd.to_datetime([first for first, _ in spans]), end=pd.to_datetime([last for _, last in spans])
    )
