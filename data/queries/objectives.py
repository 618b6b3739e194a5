"""Initiatives: what the strategy announces under each objective, and related work that is marked as context."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries import release
from data.queries.follow_up import FollowUp, follow_ups
from data.queries.linked import by_key, linked
from data.queries.narrowing import Narrowed, Tie, narrow
from data.queries.timeline import span
from data.selection import EVERYTHING, Selection

KEY = "initiative_id"
"""The column by which every table names an initiative."""

TIES = {"countries": Tie("initiative_countries", "iso3")}

AGENCIES = frozenset({"hsi", "ice", "cbp"})
"""Agencies that are parts of others and still count for themselves."""

SCOPES = ("strategy", "context")
"""Described in accounts of the strategy; related, but not shown to be in it."""


@dataclass(frozen=True)
class LaterEvent:
    """An event after the release that a source ties to an initiative."""

    event_id: str
    date: str
    title: str
    relation: str


@dataclass(frozen=True, eq=False)
class Initiative:
    """All that the tables hold on one initiative, equal to itself alone. `follow_up` is None for one that is context."""

    initiative_id: str
    objective_id: int
    name: str
    kind: str
    status: str
    status_date: str
    scope: str
    summary: str
    leads: tuple[str, ...]
    partners: tuple[str, ...]
    countries: tuple[str, ...]
    source_ids: tuple[str, ...]
    events: tuple[LaterEvent, ...]
    follow_up: FollowUp | None


@once(512, by=("objectives", "countries"))
def initiatives(catalog: Catalog, selection: Selection, scope: str = "all") -> Narrowed:
    """Return the initiatives that a selection allows, by objective, those of the strategy first.

    Args:
        scope: `strategy`, `context` or `all`.

    Returns:
        Columns of `initiatives`, one row an initiative. Years do not narrow initiatives: they carry no date.
    """
    frame = _in_order(catalog)
    total = len(frame)
    if selection.objectives:
        frame = frame[frame["objective_id"].isin(selection.objectives)]
    if scope != "all":
        frame = frame[frame["scope"] == scope]
    narrowed = narrow(frame, "initiative_id", TIES, catalog, selection)
    return Narrowed(narrowed.rows, total, narrowed.untied)


@once(4)
def _in_order(catalog: Catalog) -> pd.DataFrame:
    rows = catalog["initiatives"].sort_values(["objective_id", "scope"], ascending=[True, False], kind="stable")
    return rows.reset_index(drop=True)


@once(256)
def by_objective(catalog: Catalog, initiatives: pd.DataFrame) -> pd.DataFrame:
    """Return how many initiatives each objective has, those of the strategy and those of context apart.

    Returns:
        Columns objective_id, title, strategy, context, one row for each of the four objectives.
    """
    counted = initiatives.groupby(["objective_id", "scope"]).size().unstack(fill_value=0)
    counted = counted.reindex(columns=SCOPES, fill_value=0)
    titles = catalog["objectives"][["objective_id", "title"]]
    merged = titles.merge(counted, left_on="objective_id", right_index=True, how="left")
    return merged.fillna(dict.fromkeys(SCOPES, 0)).astype(dict.fromkeys(SCOPES, int))


@once(256)
def examples(initiatives: pd.DataFrame, most: int = 2) -> dict[int, list[str]]:
    """Return objective number → names of the first initiatives of the strategy, those of the Ríodoce article first.

    Args:
        initiatives: what `initiatives` returns.
    """
    ours = initiatives[initiatives["scope"] == "strategy"].sort_values("in_seed", ascending=False, kind="stable")
    return {int(number): list(group["name"].head(most)) for number, group in ours.groupby("objective_id")}


@once(256)
def actors(catalog: Catalog, initiatives: pd.DataFrame) -> pd.DataFrame:
    """Return who leads and who takes part, one row an initiative, role and actor.

    Args:
        initiatives: rows of what `initiatives` returns.

    Returns:
        Columns objective_id, initiative_id, initiative, scope, role (`lead`, `partner`), position, name, org_id,
        actor (what makes it one and the same: the organisation, or the text where it names none), organisation (its
        full name, or the text), label (its usual abbreviation where it has one) and agency (the actor for whose account
        it counts: the agency of which it is a unit, as `of_agency` has it, or itself).
    """
    return _those_of(initiatives, _all_actors(catalog))


@once(4)
def _all_actors(catalog: Catalog) -> pd.DataFrame:
    organisations = catalog["organisations"][["org_id", "name", "abbreviation"]]
    found = _with(_in_order(catalog), catalog["initiative_actors"]).merge(
        organisations.rename(columns={"name": "organisation"}), on="org_id", how="left"
    )
    named = found["org_id"] != ""
    organisation = found["organisation"].where(named, found["name"])
    abbreviated = named & found["abbreviation"].fillna("").ne("")
    return found.assign(
        actor=found["org_id"].where(named, found["name"]),
        organisation=organisation,
        label=found["abbreviation"].where(abbreviated, organisation),
        agency=found["org_id"].map(of_agency(catalog)).where(named, found["name"]),
    ).drop(columns="abbreviation")


@once(4)
def of_agency(catalog: Catalog) -> Mapping[str, str]:
    """Return organisation → the agency that it counts for: a unit or component counts for its agency, and that for itself.

    HSI is an agency here, though it is part of ICE and that of a department: they are named as bodies of their own.
    """
    above = catalog.names("organisations", "org_id", "part_of")
    known = {}
    for one in above:
        found = one
        while above[found] and found not in AGENCIES:
            found = above[found]
        known[one] = found
    return MappingProxyType(known)


def countries(catalog: Catalog, initiatives: pd.DataFrame) -> pd.DataFrame:
    """Return the countries that initiatives name, one row an initiative and country.

    Args:
        initiatives: rows of what `initiatives` returns.

    Returns:
        Columns objective_id, initiative_id, initiative, scope, iso3, country.
    """
    return _those_of(initiatives, _all_countries(catalog))


@once(4)
def _all_countries(catalog: Catalog) -> pd.DataFrame:
    names = catalog["countries"][["iso3", "name"]].rename(columns={"name": "country"})
    return _with(_in_order(catalog), catalog["initiative_countries"]).merge(names, on="iso3")


def cells(links: pd.DataFrame, row: str, mark: str) -> pd.DataFrame:
    """Count initiatives by a row, an objective and a mark, for a matrix: the fullest rows first.

    Args:
        links: what `actors` or `countries` returns.
        row: its column that makes a row of the matrix: `actor` or `iso3`.
        mark: its column that tells apart what is counted in one cell: `role` or `scope`.

    Returns:
        Columns row, objective_id, mark, strategy, context, initiatives (both scopes together) and total (of the whole
        row, each initiative once), one row a cell and mark that is not empty.
    """
    found: dict[tuple[str, int, str], dict[str, set[str]]] = {}
    whole: dict[str, set[str]] = {}
    columns = (links[name] for name in (row, "objective_id", mark, "scope", "initiative_id"))
    for name, number, kind, scope, initiative in zip(*columns, strict=True):
        found.setdefault((name, number, kind), {one: set() for one in SCOPES})[scope].add(initiative)
        whole.setdefault(name, set()).add(initiative)
    rows = [
        (*cell, *(counts := [len(scopes[one]) for one in SCOPES]), sum(counts), len(whole[cell[0]]))
        for cell, scopes in sorted(found.items(), key=lambda one: (-len(whole[one[0][0]]), one[0]))
    ]
    counted = pd.DataFrame(rows, columns=["row", "objective_id", "mark", *SCOPES, "initiatives", "total"])
    return counted.astype({"objective_id": links["objective_id"].dtype})


def later_events(catalog: Catalog, initiative_ids: object = None) -> pd.DataFrame:
    """Return the events tied to initiatives that are dated after the release of the strategy, oldest first.

    An event whose stated precision does not place it after that day, such as one of "2023", is not among them.

    Returns:
        Columns initiative_id, relation, event_id, date, date_precision, title.
    """
    released = span(release.DAY)[1]
    events = catalog["events"][["event_id", "date", "date_precision", "title"]]
    events = events[[span(date)[0] > released for date in events["date"]]]
    links = catalog["event_initiatives"].merge(events, on="event_id")
    if initiative_ids is not None:
        links = links[links["initiative_id"].isin(pd.Series(initiative_ids, dtype=object))]
    return links.sort_values(["date", "event_id"]).reset_index(drop=True)


@once(256, by=("countries",))
def in_full(catalog: Catalog, rows: pd.DataFrame, selection: Selection = EVERYTHING) -> tuple[Initiative, ...]:
    """Return all that is known of the given initiatives, in their order.

    Args:
        rows: what `initiatives` returns.
        selection: the one that kept them. What speaks of other countries alone than those chosen is no later source for them.
    """
    leads, partners = (_actor_names(catalog, role) for role in ("lead", "partner"))
    places, cited = linked(catalog, "initiative_countries", KEY, "iso3"), linked(catalog, "initiative_sources", KEY)
    later, since = _events(catalog), follow_ups(catalog, selection)
    return tuple(
        Initiative(
            initiative_id=row.initiative_id,
            objective_id=int(row.objective_id),
            name=row.name,
            kind=row.kind,
            status=row.status,
            status_date=row.status_date,
            scope=row.scope,
            summary=row.summary,
            leads=leads.get(row.initiative_id, ()),
            partners=partners.get(row.initiative_id, ()),
            countries=places.get(row.initiative_id, ()),
            source_ids=cited.get(row.initiative_id, ()),
            events=later.get(row.initiative_id, ()),
            follow_up=since.get(row.initiative_id),
        )
        for row in rows.itertuples(index=False)
    )


def _those_of(initiatives: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    return links[links["initiative_id"].isin(frozenset(initiatives["initiative_id"]))].reset_index(drop=True)


def _with(initiatives: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    ours = initiatives[["initiative_id", "objective_id", "name", "scope"]].rename(columns={"name": "initiative"})
    return ours.merge(links, on="initiative_id", validate="one_to_many")


@once(8)
def _actor_names(catalog: Catalog, role: str) -> Mapping[str, tuple[str, ...]]:
    actors = catalog["initiative_actors"].sort_values("position")
    return MappingProxyType(by_key(actors[actors["role"] == role], KEY, "name"))


@once(4)
def _events(catalog: Catalog) -> Mapping[str, tuple[LaterEvent, ...]]:
    found: dict[str, tuple[LaterEvent, ...]] = {}
    for row in later_events(catalog).itertuples(index=False):
        event = LaterEvent(row.event_id, row.date, row.title, row.relation)
        found[row.initiative_id] = (*found.get(row.initiative_id, ()), event)
    return MappingProxyType(found)
