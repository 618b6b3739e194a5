"""What a selection allows of each table, read from the CSV files by hand: by no query, so that none can hide its own fault."""

import csv
import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from data.paths import DATA

Row = dict[str, str]


REGIONS = {
    "002": {"Africa"},
    "009": {"Oceania"},
    "013": {"Central America"},
    "019": {"Americas", "Latin America and the Caribbean", "Northern America", "Caribbean", "Central America", "South America"},
    "142": {"Asia"},
    "202": {"Sub-Saharan Africa"},
    "419": {"Latin America and the Caribbean", "Caribbean", "Central America", "South America"},
}  # fmt: skip
"""Some regions of UN M49 → what the table of countries, or a statement on a flow, calls them and what lies in them."""


NAMED = {"China and the Asia-Pacific": "CHN"}
"""A region that a statement starts from → the country that its name names, too."""


class Chosen(NamedTuple):
    """Filters as a link states them; an empty one allows everything."""

    objectives: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    regions: tuple[str, ...] = ()

    @property
    def query(self) -> dict[str, list[str]]:
        """The query of a link that states them."""
        stated = {
            "objective": self.objectives, "country": self.countries, "region": self.regions,
            "from": (self.first,), "to": (self.last,),
        }  # fmt: skip
        return {name: [value for value in values if value] for name, values in stated.items() if any(values)}

    def only(self, names: tuple[str, ...]) -> "Chosen":
        """The filters of these names: `objectives`, `countries` (those of a region among them), `regions` alone, `years`."""
        places = "countries" in names
        return Chosen(
            self.objectives if "objectives" in names else (),
            self.countries if places else (),
            *((self.first, self.last) if "years" in names else ("", "")),
            self.regions if places or "regions" in names else (),
        )

    @property
    def region_names(self) -> set[str]:
        """What the regions chosen, and what lies in them, are called."""
        return {name for code in self.regions for name in REGIONS[code]}

    def at(self, named: set[str]) -> bool:
        """Whether what names these countries is allowed."""
        if self.regions:
            inside = {
                row["iso3"] for row in table("countries") if {row["region"], row["subregion"]} & self.region_names
            }
            named = named & inside
            return bool(named & set(self.countries or named))
        return _any(self.countries, named)

    def in_years(self, date: str) -> bool:
        """Whether a date lies in the years; one that is not stated does not where years are chosen."""
        if not (self.first or self.last):
            return True
        return bool(date) and (self.first or "0000") <= date[:4] <= (self.last or "9999")


@cache
def table(name: str) -> tuple[Row, ...]:
    """Return the rows of a table as they are written."""
    with (DATA / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def ties(links: str, key: str, column: str) -> dict[str, set[str]]:
    """Return key → what a link table ties to it."""
    found: dict[str, set[str]] = {}
    for row in table(links):
        found.setdefault(row[key], set()).add(row[column])
    return found


def _any(chosen: tuple[str, ...], named: set[str]) -> bool:
    return not chosen or bool(set(chosen) & named)


def offices(chosen: Chosen) -> list[Row]:
    return [row for row in table("offices") if chosen.at({row["iso3"]})]


def initiatives(chosen: Chosen, scope: str = "all") -> list[Row]:
    countries = ties("initiative_countries", "initiative_id", "iso3")
    return [
        row
        for row in table("initiatives")
        if scope in ("all", row["scope"])
        and _any(chosen.objectives, {row["objective_id"]})
        and chosen.at(countries.get(row["initiative_id"], set()))
    ]


def events(chosen: Chosen) -> list[Row]:
    countries, objectives = (
        ties("event_countries", "event_id", "iso3"),
        ties("event_objectives", "event_id", "objective_id"),
    )
    return [
        row
        for row in table("events")
        if _any(chosen.objectives, objectives.get(row["event_id"], set()))
        and chosen.at(countries.get(row["event_id"], set()))
        and chosen.in_years(row["date"])
    ]


def flows(chosen: Chosen, commodity: str = "all") -> list[Row]:
    return [
        row
        for row in table("flows")
        if commodity in ("all", row["commodity"])
        and (
            chosen.at({row["from_iso3"], row["to_iso3"], NAMED.get(row["from_name"], "")} - {""})
            or (not chosen.countries and {row["from_name"], row["to_name"]} & chosen.region_names)
        )
    ]


def observations(chosen: Chosen, indicator_id: str, place: tuple[str, str] | None = None) -> list[Row]:
    """Return the values of an indicator, or of one of its series: its region and component."""
    return [
        row
        for row in table("observations")
        if row["indicator_id"] == indicator_id
        and place in (None, (row["region"], row["component"]))
        and chosen.in_years(row["period_end"] or row["period_start"])
    ]


def organisations(chosen: Chosen) -> list[Row]:
    return [row for row in table("organisations") if chosen.at({row["iso3"]})]


TABLES: dict[str, Callable[[Chosen], list[Row]]] = {
    "offices": offices,
    "initiatives": initiatives,
    "events": events,
    "flows": flows,
    "organisations": organisations,
}
"""Table → what a selection allows of it."""


def acting(chosen: Chosen, commodity: str = "all") -> Iterator[tuple[str, str]]:
    """Yield each initiative with a commodity that its own words name."""
    kept = {row["initiative_id"] for row in initiatives(chosen)}
    for row in table("initiative_commodities"):
        if row["initiative_id"] in kept and commodity in ("all", row["commodity"]):
            yield row["initiative_id"], row["commodity"]


@cache
def _near(column: str, code: str) -> frozenset[str]:
    """Return the codes of the rows that name an objective or a country, in whatever table, and the code itself."""
    found = {code}
    for path in (DATA / "tables").glob("*.csv"):
        for row in table(path.stem):
            if any(name.endswith(column) and cell == code for name, cell in row.items()):
                found |= {
                    cell
                    for name, cell in row.items()
                    if name.endswith("_id") and not name.endswith("source_id") and cell
                }
    return frozenset(found)


def changed(chosen: Chosen) -> list[Row]:
    """Return the lines of the ledger that concern what is chosen; those of whole tables and columns concern all."""
    with (DATA / "ledger.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    narrowed = chosen.countries or chosen.regions
    countries = [row["iso3"] for row in table("countries") if narrowed and chosen.at({row["iso3"]})]
    for column, codes, is_on in (("objective_id", chosen.objectives, chosen.objectives), ("iso3", countries, narrowed)):
        if is_on:
            near = frozenset().union(*(_near(column, code) for code in codes))
            lines = [line for line in lines if line["key"] == "*" or _codes(line) & near]
    return lines


def _codes(line: Row) -> set[str]:
    """Return the codes that the row of a line holds: its key, and of a whole row what its cells name."""
    told = line["after"] or line["before"]
    cells = json.loads(told) if not line["column"] and told else {}
    cells |= dict(zip(_keys().get(line["table"], ()), line["key"].split("|"), strict=False))
    ends = {row["flow_id"]: {row["from_name"], row["to_name"]} for row in table("flows")}.get(
        cells.get("flow_id", ""), ()
    )
    return {NAMED[end] for end in ends if end in NAMED} | {
        str(cell) for name, cell in cells.items() if name.endswith(("_id", "iso3")) and not name.endswith("source_id")
    }


@cache
def _keys() -> dict[str, list[str]]:
    """Return table → its primary key."""
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    return {resource["name"]: resource["schema"]["primaryKey"] for resource in package["resources"]}
