"""Initiatives: what the strategy announces under each objective, and related work that is marked as context."""

import pandas as pd

from data.catalog import Catalog
from data.queries.narrowing import Narrowed, Tie, narrow
from data.selection import Selection

TIES = {"countries": Tie("initiative_countries", "iso3")}


def initiatives(catalog: Catalog, selection: Selection, scope: str = "all") -> Narrowed:
    """Return the initiatives that a selection allows, by objective, those of the strategy first.

    Args:
        scope: `strategy`, `context` or `all`.

    Returns:
        Columns of `initiatives`, one row an initiative. Years do not narrow initiatives: they carry no date.
    """
    frame = catalog["initiatives"]
    total = len(frame)
    if selection.objectives:
        frame = frame[frame["objective_id"].isin(selection.objectives)]
    if scope != "all":
        frame = frame[frame["scope"] == scope]
    narrowed = narrow(frame.reset_index(drop=True), "initiative_id", TIES, catalog, selection)
    rows = narrowed.rows.sort_values(["objective_id", "scope"], ascending=[True, False], kind="stable")
    return Narrowed(rows.reset_index(drop=True), total, narrowed.untied)


def actors(catalog: Catalog, initiatives: pd.DataFrame) -> pd.DataFrame:
    """Return who leads and who takes part, one row an initiative, role and name.

    Returns:
        Columns objective_id, initiative_id, initiative, scope, role (`lead`, `partner`), position, name, org_id.
    """
    ours = initiatives[["initiative_id", "objective_id", "name", "scope"]].rename(columns={"name": "initiative"})
    return ours.merge(catalog["initiative_actors"], on="initiative_id", validate="one_to_many")


def countries(catalog: Catalog, initiatives: pd.DataFrame) -> pd.DataFrame:
    """Return the countries that initiatives name, one row an initiative and country.

    Returns:
        Columns objective_id, initiative_id, initiative, scope, iso3, country.
    """
    ours = initiatives[["initiative_id", "objective_id", "name", "scope"]].rename(columns={"name": "initiative"})
    names = catalog["countries"][["iso3", "name"]].rename(columns={"name": "country"})
    return ours.merge(catalog["initiative_countries"], on="initiative_id").merge(names, on="iso3")


def later_events(catalog: Catalog, initiative_ids: object = None) -> pd.DataFrame:
    """Return the events tied to initiatives, oldest first.

    Returns:
        Columns initiative_id, relation, event_id, date, date_precision, title.
    """
    events = catalog["events"][["event_id", "date", "date_precision", "title"]]
    links = catalog["event_initiatives"].merge(events, on="event_id")
    if initiative_ids is not None:
        links = links[links["initiative_id"].isin(pd.Series(initiative_ids, dtype=object))]
    return links.sort_values(["date", "event_id"]).reset_index(drop=True)


def follow_up(catalog: Catalog) -> pd.DataFrame:
    """Return what later sources say of each initiative of the strategy, indexed by initiative_id."""
    return catalog["initiative_followup"].set_index("initiative_id")
