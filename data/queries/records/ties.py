"""What a record is tied to, read from the keys of the data package: whatever table ties two records is found."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import permutations
from types import MappingProxyType
from typing import Any, NamedTuple

import pandas as pd

from data.catalog import Catalog
from data.ledger import TABLE as LEDGER
from data.once import once
from data.queries.records.address import KINDS, OF_COLUMN, OF_TABLE, address, parts
from data.queries.regions import NAMING

HOW = ("relation", "role")
"""Columns of link tables that say in a word how two records are tied."""


class Tie(NamedTuple):
    """One end of a tie: the record there, and how it is tied: column and code of a link table, both empty where none says."""

    record: str
    column: str = ""
    code: str = ""


@once(2)
def ties(catalog: Catalog) -> Mapping[str, tuple[Tie, ...]]:
    """Return address → what the record is tied to, by kind in the order of KINDS. What cites what is told by `evidence`."""
    found: dict[str, dict[str, Tie]] = defaultdict(dict)
    for resource in catalog.package["resources"]:
        if resource["name"] != LEDGER:
            for one, other in _pairs(resource, catalog.tables[resource["name"]]):
                found[one].setdefault(other.record, other)
    for statement, country in _named(catalog.original["flows"]):
        found[statement].setdefault(country, Tie(country))
        found[country].setdefault(statement, Tie(statement))
    order = list(KINDS)
    return MappingProxyType(
        {
            record: tuple(sorted(others.values(), key=lambda tie: order.index(parts(tie.record)[0])))
            for record, others in found.items()
        }
    )


def references(resource: Mapping[str, Any]) -> dict[str, str]:
    """Return column of a table that holds the code of a record of another table → the kind of that record.

    A key of several columns, such as that of a tie, leads to the records that its columns are named after.
    """
    found = {}
    for key in resource["schema"].get("foreignKeys", []):
        fields, table = key["fields"], key["reference"]["resource"]
        if len(fields) == 1 and table in OF_TABLE:
            found[fields[0]] = OF_TABLE[table]
        elif len(fields) > 1:
            found |= {field: OF_COLUMN[field] for field in fields if field in OF_COLUMN}
    return found


def _pairs(resource: Mapping[str, Any], frame: pd.DataFrame) -> Iterator[tuple[str, Tie]]:
    """Give both directions of every tie that the rows of a table make."""
    columns = {name: kind for name, kind in references(resource).items() if kind != "source"}
    own = OF_TABLE.get(resource["name"])
    how = next((name for name in HOW if name in frame and not own), "")
    if own:
        columns = {KINDS[own].key: own, **columns}
    if len(columns) < 2:
        return
    for row in frame[[*columns, *([how] if how else [])]].itertuples(index=False, name=None):
        ends = [address(kind, code) for (kind, code) in zip(columns.values(), row, strict=False) if _stated(code)]
        said = (how, str(row[-1])) if how else ("", "")
        # The countries at both ends of one statement are tied to it, not to each other.
        pairs = permutations(ends, 2) if not own else ((a, b) for a, b in permutations(ends, 2) if ends[0] in (a, b))
        for one, other in pairs:
            if one != other:
                yield one, Tie(other, *said)


def _named(flows: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Give the statements whose region names a country, each with that country: no key of their row holds it."""
    for row in flows.itertuples(index=False):
        for country in {*NAMING.get(str(row.from_name), ()), *NAMING.get(str(row.to_name), ())}:
            yield address("flow", str(row.flow_id)), address("country", country)


def _stated(code: object) -> bool:
    return not pd.isna(code) and code != ""
