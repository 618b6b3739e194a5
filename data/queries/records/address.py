"""The address of a record: `office:mex-tijuana` is a row of `offices`. Addresses are a public API and never die."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from data.catalog import Catalog
from data.ledger import TABLE as LEDGER
from data.once import once


class Kind(NamedTuple):
    """A kind of record: its table, and the column that holds its code."""

    table: str
    key: str


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "objective": Kind("objectives", "objective_id"),
        "initiative": Kind("initiatives", "initiative_id"),
        "office": Kind("offices", "office_id"),
        "country": Kind("countries", "iso3"),
        "unit": Kind("tciu", "tciu_id"),
        "organisation": Kind("organisations", "org_id"),
        "event": Kind("events", "event_id"),
        "flow": Kind("flows", "flow_id"),
        "indicator": Kind("indicators", "indicator_id"),
        "total": Kind("reported_totals", "total_id"),
        "oversight": Kind("oversight", "oversight_id"),
        "contradiction": Kind("contradictions", "contradiction_id"),
        "claim": Kind("claims", "claim_id"),
        "term": Kind("glossary", "term_id"),
        "source": Kind("sources", "source_id"),
    }
)
"""The word before the colon of an address → where its records are. A new kind is added; none is renamed."""

OF_TABLE: Mapping[str, str] = MappingProxyType({kind.table: name for name, kind in KINDS.items()})
"""Table → its kind of record."""

LAST = ("initiative", "objective", "indicator", "source", "country")
"""Kinds that rows of other kinds name: a row that holds an event's code and an initiative's tells of the event."""

OF_COLUMN: Mapping[str, str] = MappingProxyType(
    {KINDS[name].key: name for name in (*(name for name in KINDS if name not in LAST), *LAST)}
)
"""Column that holds the code of a record → its kind, that which a row is about before those that it names."""


def address(kind: str, code: object) -> str:
    """Return the address of a record."""
    return f"{kind}:{code}"


def parts(record: str) -> tuple[str, str]:
    """Return kind and code of an address."""
    kind, _colon, code = record.partition(":")
    return kind, code


@once(2 * len(KINDS))
def rows(catalog: Catalog, kind: str) -> Mapping[str, Any]:
    """Return code → row of a kind of today, each a named tuple of its cells."""
    table, key = KINDS[kind]
    frame = catalog.tables[table]
    return dict(zip(frame[key].astype(str), frame.itertuples(index=False), strict=True))


@once(2)
def known(catalog: Catalog) -> tuple[str, ...]:
    """Return every address: of all records of today, then of those that were withdrawn."""
    today = [
        address(name, code) for name, kind in KINDS.items() for code in catalog.tables[kind.table][kind.key]
    ]  # fmt: skip
    return tuple(dict.fromkeys([*today, *withdrawn(catalog)]))


@once(2)
def withdrawn(catalog: Catalog) -> Mapping[str, int]:
    """Return address of a record that is no longer held → the line of the ledger that tells why, by position."""
    lines = catalog.tables[LEDGER]
    here = {name: set(map(str, catalog.tables[kind.table][kind.key])) for name, kind in KINDS.items()}
    found = {}
    for at, (table, key, column, kind) in enumerate(
        lines[["table", "key", "column", "kind"]].itertuples(index=False, name=None)
    ):
        name = OF_TABLE.get(table)
        if name and not column and kind == "withdrawn" and key not in here[name]:
            found[address(name, key)] = at
    return MappingProxyType(found)
