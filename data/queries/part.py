"""The part of the package that a selection keeps: a package of its own, in which every row finds what it names."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.sources.tables import narrowed
from data.selection import Selection

LISTS = ("countries", "objectives", "organisations", "regions", "sources")
"""Tables that others point to: a row of them is there for whoever names it, whatever is chosen."""


@once(32)
def part(catalog: Catalog, selection: Selection) -> Catalog:
    """Return the catalog with the rows that a selection keeps.

    Rows that name a row which was left out are left out, too: the sources of an event go with the event. Rows that others only
    point to, such as countries and sources, all stay.
    """
    if selection.is_empty:
        return catalog
    kept = {
        name: narrowed(catalog, selection, name).rows if _is_of_facts(catalog, name) else rows
        for name, rows in catalog.tables.items()
    }
    while True:
        smaller = {name: _standing(catalog, kept, name) for name in kept}
        if all(len(smaller[name]) == len(kept[name]) for name in kept):
            break
        kept = smaller
    tables = {name: rows.reset_index(drop=True) for name, rows in kept.items()}
    return replace(catalog, tables=MappingProxyType(tables), fingerprint=f"{catalog.fingerprint}-{hash(selection)}")


def _is_of_facts(catalog: Catalog, name: str) -> bool:
    """Return whether rows of a table are what is chosen from. Those that tie two tables follow what they tie."""
    return name not in LISTS and len(_listed(catalog.resource(name)["schema"].get("primaryKey", []))) == 1


def _standing(catalog: Catalog, kept: dict[str, pd.DataFrame], name: str) -> pd.DataFrame:
    """Return the rows of a table whose every reference leads to a row that is kept, or nowhere."""
    rows = kept[name]
    for key in catalog.resource(name)["schema"].get("foreignKeys", []):
        fields, reference = _listed(key["fields"]), key["reference"]
        table = reference["resource"] or name
        held = set(kept[table][_listed(reference["fields"])].itertuples(index=False, name=None))
        stated = rows[fields].itertuples(index=False, name=None)
        rows = rows[pd.Series([_is_empty(one) or one in held for one in stated], index=rows.index, dtype=bool)]
    return rows


def _listed(fields: str | list[str]) -> list[str]:
    return [fields] if isinstance(fields, str) else fields


def _is_empty(values: tuple[Any, ...]) -> bool:
    return any(pd.isna(value) or value == "" for value in values)
