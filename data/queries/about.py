"""What the briefing knows of itself: how much it holds, on what evidence, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries import release
from data.queries.evidence import OFFICE, places, shared_sources
from data.queries.linked import by_key

CITED_OFTEN = 3
"""From how many rows on a publication counts as a main account of the strategy."""

DAYS_OF_A_YEAR = 360
"""From its first day to its last, a period of fewer days is a part of a year."""

NOT_ROWS_OF_FACT = {"sources", "source_derivations", "ledger"}
"""Tables that list sources, or tell of changes, and are cited by no source."""


@dataclass(frozen=True)
class Sources:
    """Publications: listed, cited by a row of a table, official, undated, and those that repeat another one."""

    listed: int
    cited: int
    official: int
    undated: int
    repeating: int


@dataclass(frozen=True)
class Places:
    """Documented places by code of strength, latest source and period, and what their evidence leaves open.

    Attributes:
        presences: places where HSI is at work and no source describes an office; not among the others.
        shared: source → offices that it dates, where these are many.
    """

    total: int
    strength: Mapping[str, int]
    source_type: Mapping[str, int]
    evidence_period: Mapping[str, int]
    countries_only: int
    undated: int
    inferred_dates: int
    type_unknown: int
    presences: int
    shared: Mapping[str, int]


@dataclass(frozen=True)
class Facts:
    """Counts over everything that the tables hold.

    Attributes:
        scope: initiatives by scope code.
        sought, without_later: initiatives for which later sources were sought, and those for which none was found.
        precision: events by precision of their date.
        part_year, monthly: values whose period is shorter than a year, and those of them that are a month's.
        contradictions, settled: points on which one source denies what another says, and those of them on which one
            reading is followed.
    """

    sources: Sources
    places: Places
    totals: int
    scope: Mapping[str, int]
    sought: int
    without_later: int
    events: int
    precision: Mapping[str, int]
    flows: int
    indicators: int
    observations: int
    part_year: int
    monthly: int
    contradictions: int
    settled: int


@once(4)
def facts(catalog: Catalog) -> Facts:
    """Return the counts of the catalog."""
    initiatives, later, events = (catalog[name] for name in ("initiatives", "initiative_followup", "events"))
    observations, doubtful = catalog["observations"], catalog["contradictions"]
    contradictions = doubtful[doubtful["difference"] == "contradiction"]
    kinds = catalog.names("indicators", "indicator_id", "period_type")
    return Facts(
        sources=_sources(catalog),
        places=_places(catalog),
        totals=len(catalog["reported_totals"]),
        scope=_counts(initiatives["scope"]),
        sought=len(later),
        without_later=int(((later["agency_date"] == "") & (later["others_date"] == "")).sum()),
        events=len(events),
        precision=_counts(events["date_precision"]),
        flows=len(catalog["flows"]),
        indicators=len(catalog["indicators"]),
        observations=len(observations),
        part_year=int(shorter_than_a_year(observations).sum()),
        monthly=int(observations["indicator_id"].map(kinds).eq("month").sum()),
        contradictions=len(contradictions),
        settled=int(contradictions["resolved"].sum()),
    )


@once(4)
def accounts(catalog: Catalog) -> tuple[str, ...]:
    """Return the publications through which the strategy is mainly known, the most cited first.

    Counted are rows on the objectives, the initiatives of the strategy and its release.
    """
    initiatives, events = catalog["initiatives"], catalog["event_sources"]
    ours = initiatives.loc[initiatives["scope"] == "strategy", "initiative_id"]
    links = catalog["initiative_sources"]
    cited = pd.concat(
        [
            catalog["objective_sources"]["source_id"],
            links.loc[links["initiative_id"].isin(ours), "source_id"],
            events.loc[events["event_id"] == release.EVENT, "source_id"],
        ]
    )
    often = cited.value_counts(sort=False).sort_values(ascending=False, kind="stable")
    return tuple(often[often >= CITED_OFTEN].index)


def same_origin(catalog: Catalog, source_ids: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return, by original, those of the given sources that repeat it, where two or more do."""
    links = catalog["source_derivations"]
    ours = links[links["source_id"].isin(source_ids)]
    grouped = by_key(ours, "derived_from_id", "source_id")
    return {original: copies for original, copies in grouped.items() if len(copies) > 1}


def terms(catalog: Catalog, term_ids: tuple[str, ...]) -> pd.DataFrame:
    """Return terms of the glossary in the given order: columns term, expansion, definition."""
    return catalog["glossary"].set_index("term_id").loc[list(term_ids)].reset_index()


@once(4)
def points(catalog: Catalog) -> tuple[str, ...]:
    """Return the codes of the countries and territories that are drawn as points."""
    rows = catalog["countries"]
    return tuple(rows.loc[rows["point_only"], "iso3"])


def shorter_than_a_year(observations: pd.DataFrame) -> pd.Series:
    """Say of each value whether its period is shorter than a year, or covers only a part of the year it is stated for."""
    start, end = (pd.to_datetime(observations[name].replace("", None)) for name in ("period_start", "period_end"))
    return (end - start).dt.days.lt(DAYS_OF_A_YEAR) | observations["partial"].astype(bool)


def _sources(catalog: Catalog) -> Sources:
    rows = catalog["sources"]
    citing = [table for name, table in catalog.tables.items() if name not in NOT_ROWS_OF_FACT and "source_id" in table]
    return Sources(
        listed=len(rows),
        cited=pd.concat([table["source_id"] for table in citing]).nunique(),
        official=int(rows["official"].sum()),
        undated=int((rows["published"] == "").sum()),
        repeating=len(catalog["source_derivations"]),
    )


def _places(catalog: Catalog) -> Places:
    known = places(catalog)
    rows = known[known["standing"] == OFFICE]
    return Places(
        total=len(rows),
        strength=_counts(rows["strength"]),
        source_type=_counts(rows["source_type"]),
        evidence_period=_counts(rows["evidence_period"]),
        countries_only=int((rows["level"] == "country").sum()),
        undated=int((rows["evidence_date"] == "").sum()),
        inferred_dates=int(rows["date_inferred"].sum()),
        type_unknown=int((rows["office_type"] == "unspecified").sum()),
        presences=len(known) - len(rows),
        shared=MappingProxyType(shared_sources(catalog)),
    )


def _counts(codes: pd.Series) -> Mapping[str, int]:
    return MappingProxyType({str(code): int(count) for code, count in codes.value_counts().items()})
