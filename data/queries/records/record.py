"""One record: its cells, the evidence it rests on, and what the tables say of it beside its own row."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.evidence import places
from data.queries.linked import linked
from data.queries.records.address import KINDS, OF_TABLE, parts
from data.queries.records.ties import references
from data.queries.sources.citing import links

DERIVED = ("evidence_date", "evidence_period", "strength", "strength_date")
"""Of a place, what no table holds: it follows from its evidence."""


@dataclass(frozen=True, eq=False)
class Record:
    """A row that a reader can meet.

    Attributes:
        id: its address, `office:mex-tijuana`.
        kind: one of `data.queries.records.address.KINDS`.
        row: its cells by column, and of a place `DERIVED`; what is not known is left out.
        evidence: what it rests on, one row a citation: `source_id`, and what the table of citations says beside.
        beside: table → the rows that add to this record alone, such as what became of an initiative.
    """

    id: str
    kind: str
    code: str
    table: str
    row: Mapping[str, Any]
    evidence: pd.DataFrame
    beside: Mapping[str, pd.DataFrame]

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The sources that it rests on, each once."""
        return tuple(dict.fromkeys(self.evidence["source_id"]))


@once(256)
def record(catalog: Catalog, record_id: str) -> Record:
    """Return the record at an address.

    Raises:
        KeyError: there is none, or not any more.
    """
    name, code = parts(record_id)
    kind = KINDS[name]
    frame = catalog.tables[kind.table]
    found = frame[frame[kind.key].astype(str) == code]
    if found.empty:
        raise KeyError(record_id)
    cells = {column: value for column, value in found.iloc[0].items() if not pd.isna(value) and value != ""}
    if name == "office":
        cells |= _dated(catalog, code)
    return Record(
        record_id,
        name,
        code,
        kind.table,
        MappingProxyType(cells),
        _evidence(catalog, name, code),
        MappingProxyType(dict(_beside(catalog, name, code))),
    )


def _dated(catalog: Catalog, code: str) -> dict[str, Any]:
    """Return what follows from the evidence of a place: its date, its period and its strength."""
    known = places(catalog)
    found = known.loc[known["office_id"] == code, list(DERIVED)].iloc[0]
    return {column: value for column, value in found.items() if value}


def _evidence(catalog: Catalog, kind: str, code: str) -> pd.DataFrame:
    """Return the citations of a record, the newest first where its table of citations has dates."""
    table, key = KINDS[kind]
    if kind == "indicator":
        values = catalog.tables["observations"]
        ours = values.loc[values["indicator_id"] == code, "observation_id"]
        cited = linked(catalog, "observation_sources", "observation_id")
        ids = dict.fromkeys(source for value in ours for source in cited.get(value, ()))
        return pd.DataFrame({"source_id": list(ids)}, dtype="str")
    here = links(catalog).get(table)
    if here is None:
        return pd.DataFrame({"source_id": []}, dtype="str")
    cited_by = catalog.tables[here.links]
    found = cited_by[cited_by[key].astype(str) == code].drop(columns=key)
    return found.sort_values("date", ascending=False, kind="stable") if "date" in found else found


def of(catalog: Catalog, table: str, code: str) -> tuple[str, ...]:
    """Return the sources that a row cites which adds to a record, such as what became of an initiative; none where none does."""
    here = links(catalog).get(table)
    return linked(catalog, here.links, here.key[0]).get(code, ()) if here else ()


def _beside(catalog: Catalog, kind: str, code: str) -> list[tuple[str, pd.DataFrame]]:
    """Return the tables that add to the records of this kind alone, with the rows for one of them."""
    found = []
    citations = {one.links for one in links(catalog).values()}
    for resource in catalog.package["resources"]:
        name, columns = resource["name"], references(resource)
        alone = {kind for kind in columns.values() if kind != "source"} == {kind} and len(columns) <= 2
        if not alone or name in OF_TABLE or name in citations:
            continue
        column = next(column for column, of in columns.items() if of == kind)
        rows = catalog.tables[name]
        ours = rows[rows[column].astype(str) == code]
        if not ours.empty:
            found.append((name, ours.drop(columns=column)))
    return found
