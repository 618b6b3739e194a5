"""The ledger as readers ask it: what changed of a record, for an objective, for a country, since a day."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pandas as pd

from data.catalog import Catalog
from data.ledger import JOINT, WHOLE
from data.ledger import TABLE as LEDGER
from data.once import once
from data.queries.records.address import KINDS, OF_TABLE, address, parts
from data.queries.records.ties import references, ties
from data.queries.regions import allowed
from data.selection import Selection

FIRST, FIRST_DAY = "1.0.0", "2026-11-24"
"""The first release and its day: from then on changes are kept."""

KINDS_OF_CHANGE = ("corrected", "updated", "added", "withdrawn", "reworded")
"""What a line of the ledger may say was done, what a reader may have quoted first."""


@once(2)
def changes(catalog: Catalog) -> pd.DataFrame:
    """Return the ledger, the newest line first, with the record that each line concerns.

    Returns:
        The columns of the ledger, and `record`: the address of the record; empty where a whole table or column changed,
        or a row that belongs to none. The index is the position in the ledger.
    """
    lines = catalog[LEDGER]
    found = lines.assign(record=pd.Series([next(iter(one), "") for one in _records(catalog)], dtype="str"))
    return found.sort_values("date", ascending=False, kind="stable")


@once(256, by=("objectives", "countries"))
def narrowed(catalog: Catalog, selection: Selection, kind: str = "", since: str = "") -> pd.DataFrame:
    """Return the changes that concern the objectives, countries and regions chosen, of a kind, made on a day or later.

    A change of a whole table or column concerns all: it is kept whatever is chosen.

    Args:
        kind: one of KINDS_OF_CHANGE; empty for all.
        since: an ISO date; empty for all.
    """
    found = changes(catalog)
    if kind:
        found = found[found["kind"] == kind]
    if since:
        found = found[found["date"] >= since]
    for chosen, of in ((selection.objectives or None, "objective"), (allowed(catalog, selection), "country")):
        if chosen is not None:
            wanted = {address(of, code) for code in chosen}
            near = {
                one for record in wanted for one in [record, *(tie.record for tie in ties(catalog).get(record, ()))]
            }
            concerned = _records(catalog)
            keep = [
                key == WHOLE or not near.isdisjoint(concerned[at])
                for at, key in zip(found.index, found["key"], strict=True)
            ]
            found = found[pd.Series(keep, index=found.index, dtype="bool")]
    return found


@once(64)
def apart(found: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the changes of facts, and those of the structure of the tables: of a whole column or table."""
    is_whole = found["key"] == WHOLE
    return found[~is_whole], found[is_whole]


@once(2)
def by_record(catalog: Catalog) -> Mapping[str, tuple[int, ...]]:
    """Return address → the lines of the ledger that tell of the record or of its ties, by position, the newest first."""
    found: dict[str, list[int]] = {}
    concerned = _records(catalog)
    for at in map(int, changes(catalog).index):
        for record in concerned[at]:
            found.setdefault(record, []).append(at)
    return MappingProxyType({record: tuple(lines) for record, lines in found.items()})


def of(catalog: Catalog, record: str) -> pd.DataFrame:
    """Return the changes of a record and of its ties, the newest first."""
    return changes(catalog).loc[list(by_record(catalog).get(record, ()))]


@once(2)
def corrected(catalog: Catalog) -> Mapping[str, str]:
    """Return address → the last day on which a cell of the record, or of a row that belongs to it, was corrected."""
    lines = changes(catalog)
    ours = lines[(lines["kind"] == "corrected") & (lines["record"] != "")]
    return MappingProxyType(ours.groupby("record")["date"].max().to_dict())


@once(2)
def _records(catalog: Catalog) -> tuple[list[str], ...]:
    """Return the records that each line of the ledger tells of, by its position."""
    return tuple(_concerned(catalog, row) for row in catalog[LEDGER].to_dict("records"))


def _concerned(catalog: Catalog, line: Mapping[str, Any]) -> list[str]:
    """Return the records that a line of the ledger tells of, that whose row it is first."""
    if line["key"] == WHOLE or line["table"] not in catalog.tables:
        return []
    resource, codes = catalog.resource(line["table"]), line["key"].split(JOINT)
    keyed = dict(zip(resource["schema"]["primaryKey"], codes, strict=False))
    # A row of today says itself what it is tied to; one that is gone, the ledger.
    cells = _today(catalog, line["table"]).get(line["key"], {}) | _cells(line) | keyed
    own = OF_TABLE.get(line["table"])
    first = [address(own, cells[KINDS[own].key])] if own else []
    tied = [address(kind, cells[column]) for column, kind in references(resource).items() if cells.get(column)]
    for key in resource["schema"].get("foreignKeys", []):
        # A citation of a value concerns the series of the value.
        above = key["reference"]["resource"]
        if above not in OF_TABLE and len(key["fields"]) == 1:
            named = _today(catalog, above).get(cells.get(key["fields"][0], ""), {})
            kinds = references(catalog.resource(above))
            tied += [address(kinds[column], code) for column, code in named.items() if code]
    # A source is concerned where its own row changes; that it is cited by more or fewer rows is no change of it.
    return [*first, *(record for record in tied if parts(record)[0] != "source")]


@once(64)
def _today(catalog: Catalog, table: str) -> Mapping[str, dict[str, str]]:
    """Return key → the codes of the records that a row names."""
    resource, frame = catalog.resource(table), catalog.tables[table]
    named = frame[list(references(resource))].astype("object")
    codes = named.where(named.notna(), "").astype(str).to_dict("records")
    keys = frame[resource["schema"]["primaryKey"]].astype(str).agg(JOINT.join, axis=1)
    return MappingProxyType(dict(zip(keys, codes, strict=True)))


def _cells(line: Mapping[str, Any]) -> dict[str, str]:
    """Return the cells of a row that was added or withdrawn, which the ledger keeps whole."""
    told = line["after"] or line["before"]
    return dict(json.loads(told)) if not line["column"] and told else {}
