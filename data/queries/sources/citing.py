"""Which source stands behind which row: the citations of every table, read from the keys of the data package."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.linked import by_key, linked

SEED = "seed-cartelinsider"
"""The article that the briefing started from."""


@dataclass(frozen=True)
class Links:
    """How the rows of a table cite: `office_evidence` ties the `office_id` of `offices` to sources."""

    table: str
    links: str
    key: tuple[str, ...]


@once(4)
def links(catalog: Catalog) -> Mapping[str, Links]:
    """Return, by table, where its citations stand. Tables that cite nothing of their own are left out.

    A table of citations is one whose primary key is that of the rows together with `source_id`.
    """
    found = {}
    for resource in catalog.package["resources"]:
        schema = resource["schema"]
        parents = {key["reference"]["resource"]: tuple(key["fields"]) for key in schema.get("foreignKeys", [])}
        if "source_id" not in schema["primaryKey"] or parents.pop("sources", None) is None or not parents:
            continue
        ((table, key),) = parents.items()
        found[table] = Links(table, resource["name"], key)
    return MappingProxyType(found)


@once(64)
def citations(catalog: Catalog, table: str) -> Mapping[int, tuple[str, ...]]:
    """Return, by position of a row in a table, the sources it cites; none for a table that cites nothing of its own."""
    here = links(catalog).get(table)
    if here is None:
        return MappingProxyType({})
    cited = by_key(catalog[here.links], here.key, "source_id")
    keys = catalog[table][list(here.key)].itertuples(index=False, name=None)
    return MappingProxyType({at: cited.get(key, ()) for at, key in enumerate(keys)})


def rows_citing(catalog: Catalog, source_id: str) -> dict[str, pd.DataFrame]:
    """Return, by table, the rows that cite a source; only tables with at least one, in the order of the package."""
    found = {}
    for table in links(catalog):
        at = [row for row, ids in citations(catalog, table).items() if source_id in ids]
        if at:
            found[table] = catalog[table].iloc[at].reset_index(drop=True)
    return found


@once(4)
def origins(catalog: Catalog) -> Mapping[str, frozenset[str]]:
    """Return, by source, where what it says comes from: the sources it repeats, followed to the first; else itself."""
    repeats = linked(catalog, "source_derivations", "source_id", "derived_from_id")

    def first(source: str, seen: frozenset[str]) -> frozenset[str]:
        above = [parent for parent in repeats.get(source, ()) if parent not in seen]
        return frozenset().union(*(first(one, seen | {one}) for one in above)) if above else frozenset([source])

    return MappingProxyType({source: first(source, frozenset([source])) for source in catalog["sources"]["source_id"]})


def repeated_by(catalog: Catalog, source_id: str) -> tuple[str, ...]:
    """Return the sources that repeat a source."""
    found = catalog["source_derivations"]
    return tuple(found.loc[found["derived_from_id"] == source_id, "source_id"])


def repeats(catalog: Catalog, source_id: str) -> tuple[str, ...]:
    """Return the sources that a source repeats."""
    found = catalog["source_derivations"]
    return tuple(found.loc[found["source_id"] == source_id, "derived_from_id"])
