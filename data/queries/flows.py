"""Reported flows: published statements that a commodity moves from one place to another, and what bears on them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.linked import linked
from data.queries.narrowing import Narrowed
from data.queries.objectives import initiatives
from data.queries.regions import allowed, named, naming
from data.queries.sources.contradictions import Contradiction, Reading, contradictions, disagreements
from data.selection import Selection

COMMODITIES = ("precursors", "fentanyl", "illicit_opioids", "narcotics", "weapons", "cash")
"""In the order of a chain: what fentanyl is made of, fentanyl and the wider kinds that a source names in its place, what goes
the other way."""

ALL = "all"

ACTORS = frozenset({"Chinese money-laundering networks"})
"""Ends that name people or companies and no place: no map draws them."""

KINDS = ("country", "region", "actor")
"""What an end of a flow can be."""

DENIALS: Mapping[str, str] = {"x12": "x12d", "x13": "x13b", "x43": "x43a"}
"""Contradiction that bears on statements → the claim in it that says otherwise than they do: read by us from the wording of both,
as the tie between the two is."""


FORMER: Mapping[str, str] = {"f12": "2019"}
"""Statement of what was so before a year → that year, as its note has it: nothing says that it is so since."""


class Denial(NamedTuple):
    """What says otherwise than a statement, and on which point."""

    contradiction: Contradiction
    reading: Reading


@once(256, by=("countries",))
def flows(catalog: Catalog, selection: Selection, commodity: str = ALL) -> Narrowed:
    """Return the statements that a selection allows, in the order of `COMMODITIES`.

    A chosen country keeps the statements from or to it, by the code of either end, and those whose region names it, too
    ("China and the Asia-Pacific"): any other statement that names a region names no country.
    A chosen region keeps the statements from or to its countries, and those that name it, or a part of it, themselves.
    Objectives and years narrow nothing: a statement belongs to no objective and carries no date of its own.

    Args:
        commodity: one of `COMMODITIES`, or `all`.

    Returns:
        Columns of `flows` and, for `from` and `to` each, `_kind` (one of `KINDS`) and `_end`: the code of a country, the
        name of a region or actor, as the tables have it in English.
    """
    frame = _with_ends(catalog)
    kept = frame[_tied(catalog, frame, selection) & frame["commodity"].isin(_wanted(commodity))]
    return Narrowed(kept.reset_index(drop=True), len(frame), {})


@once(256, by=("countries",))
def regional_beside(catalog: Catalog, selection: Selection, commodity: str = ALL) -> pd.DataFrame:
    """Return the statements with a region at one end that a chosen country leaves aside, though it may lie in that region.

    Returns:
        The columns of `flows`; no row where neither a country nor a region is chosen.
    """
    frame = _with_ends(catalog)
    regional = (frame["from_kind"] == "region") | (frame["to_kind"] == "region")
    aside = frame[regional & ~_tied(catalog, frame, selection) & frame["commodity"].isin(_wanted(commodity))]
    return aside.reset_index(drop=True)


def routes(rows: pd.DataFrame) -> pd.DataFrame:
    """Return which commodity is said to move between which two ends, in the order of `COMMODITIES`.

    Args:
        rows: what `flows` returns.

    Returns:
        Columns commodity, from_end, from_kind, to_end, to_kind, statements (how many) and flow_ids (a tuple).
    """
    keys = ["commodity", "from_end", "from_kind", "to_end", "to_kind"]
    found: dict[tuple[str, ...], list[str]] = {}
    for *way, flow in zip(*(rows[name] for name in (*keys, "flow_id")), strict=True):
        found.setdefault(tuple(way), []).append(flow)
    ways = [(*way, len(ids), tuple(ids)) for way, ids in found.items()]
    return pd.DataFrame(ways, columns=[*keys, "statements", "flow_ids"])


@once(256)
def between_places(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the statements, or routes, that lead from one place to another: what a map can draw.

    A statement about one place alone, such as a diversion inside a country, has no way to draw.
    """
    ways = (rows["from_kind"] != "actor") & (rows["to_kind"] != "actor") & (rows["from_end"] != rows["to_end"])
    return rows[ways].reset_index(drop=True)


@once(4)
def anchors(catalog: Catalog) -> Mapping[str, tuple[float, float]]:
    """Return where an end is drawn: code of a country or name of a region → longitude, latitude."""
    countries = catalog["countries"].rename(columns={"iso3": "end"})
    regions = catalog.original["regions"].rename(columns={"name": "end"})
    both = pd.concat([frame[["end", "longitude", "latitude"]] for frame in (countries, regions)])
    return MappingProxyType({end: (x, y) for end, x, y in both.itertuples(index=False)})


def disputed(catalog: Catalog, rows: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Return flow → the contradictions that bear on it, of the given statements that another source denies or corrects."""
    denied = {one.contradiction_id for one in disagreements(contradictions(catalog))}
    found = {
        flow: tuple(one for one in tied if one in denied)
        for flow, tied in linked(catalog, "flow_contradictions", "flow_id", "contradiction_id").items()
    }
    return {flow: found[flow] for flow in rows["flow_id"] if found.get(flow)}


def denials(catalog: Catalog, rows: pd.DataFrame) -> dict[str, tuple[Denial, ...]]:
    """Return flow → what says otherwise, of the given statements that another source denies or corrects."""
    points = {one.contradiction_id: one for one in contradictions(catalog)}
    return {
        flow: tuple(Denial(points[point], denying(points[point])) for point in found)
        for flow, found in disputed(catalog, rows).items()
    }


def denying(point: Contradiction) -> Reading:
    """Return the reading that denies; of a point that is not known yet, the last one."""
    known = {one.claim_id: one for one in point.readings}
    return known.get(DENIALS.get(point.contradiction_id, ""), point.readings[-1])


def disputes(catalog: Catalog, rows: pd.DataFrame) -> tuple[Contradiction, ...]:
    """Return the contradictions that bear on the given statements, each once, with what both sides say."""
    wanted = {one for found in disputed(catalog, rows).values() for one in found}
    return tuple(one for one in contradictions(catalog) if one.contradiction_id in wanted)


@once(256)
def in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """Return statements by commodity; of each, the origin that most of them name first, and what leads nowhere else last."""
    ways = (rows["from_kind"] != "actor") & (rows["to_kind"] != "actor") & (rows["from_end"] != rows["to_end"])
    named = rows.assign(_ways=ways).groupby(["commodity", "from_end"])["_ways"].transform("sum")
    first = rows.groupby(["commodity", "from_end"])["flow_id"].transform("min")
    goal = rows.groupby(["commodity", "from_end", "to_end"])["flow_id"].transform("min")
    keys = rows.assign(
        _order=rows["commodity"].map(COMMODITIES.index), _aside=~ways, _least=-named, _first=first, _goal=goal
    )
    ordered = keys.sort_values(["_order", "_aside", "_least", "_first", "_goal", "flow_id"], kind="stable")
    return rows.loc[ordered.index].reset_index(drop=True)


def until(flow_ids: Iterable[str]) -> str:
    """Return the year before which all of some statements tell of, the latest of them; empty where one tells of no time of its own."""
    years = [FORMER.get(flow, "") for flow in flow_ids]
    return max(years, default="") if all(years) else ""


def said_by(catalog: Catalog, rows: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Return flow → the sources that state it, in the order of the table."""
    cited = linked(catalog, "flow_sources", "flow_id")
    return {flow: cited[flow] for flow in rows["flow_id"]}


@once(256, by=("objectives", "countries"))
def acting(catalog: Catalog, selection: Selection, commodity: str = ALL) -> Narrowed:
    """Return the initiatives whose own wording names a commodity, those of the strategy first.

    Objectives and countries narrow them as everywhere. The tie is inferred: see the table `initiative_commodities`.

    Returns:
        Columns of `initiatives` and `commodity`, `basis`, one row an initiative and commodity. `total` counts the ties of
        the table, and `untied` initiatives as `data.queries.objectives.initiatives` counts them.
    """
    found = initiatives(catalog, selection)
    ties = catalog["initiative_commodities"]
    rows = found.rows.merge(ties[ties["commodity"].isin(_wanted(commodity))], on="initiative_id")
    rows = rows.assign(_order=rows["commodity"].map(COMMODITIES.index)).sort_values(
        ["_order", "scope", "objective_id"], ascending=[True, False, True], kind="stable"
    )
    return Narrowed(rows.drop(columns="_order").reset_index(drop=True), len(ties), found.untied)


def _wanted(commodity: str) -> tuple[str, ...]:
    return COMMODITIES if commodity == ALL else (commodity,)


def _tied(catalog: Catalog, frame: pd.DataFrame, selection: Selection) -> pd.Series:
    kept = allowed(catalog, selection)
    if kept is None:
        return pd.Series(True, index=frame.index)
    countries, regions = frame[["from_iso3", "to_iso3"]], frame[["from_end", "to_end"]]
    return countries.isin(kept).any(axis=1) | regions.isin(named(selection) | naming(kept)).any(axis=1)


@once(4)
def _with_ends(catalog: Catalog) -> pd.DataFrame:
    frame = catalog["flows"]
    for side in ("from", "to"):
        name, code = catalog.original["flows"][f"{side}_name"], frame[f"{side}_iso3"]
        kind = code.map(lambda iso3: "country" if iso3 else "region").mask(name.isin(ACTORS), "actor")
        frame = frame.assign(**{f"{side}_kind": kind, f"{side}_end": code.where(kind == "country", name)})
    order = frame["commodity"].map(COMMODITIES.index)
    return frame.assign(_order=order).sort_values("_order", kind="stable").drop(columns="_order").reset_index(drop=True)
