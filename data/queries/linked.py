"""What link tables tie to a row: its sources above all, in the order in which the table names them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import pandas as pd

from data.catalog import Catalog
from data.once import once


@once(64)
def linked(catalog: Catalog, links: str, key: str, column: str = "source_id") -> Mapping[Any, tuple[Any, ...]]:
    """Return key → what a link table ties to it, in the order of the table; a key that it does not name is left out.

    Args:
        links: the link table, such as `office_evidence`.
        key: its column that names a row of the other table, such as `office_id`.
        column: its column that holds what is tied to that row.
    """
    return MappingProxyType(by_key(catalog[links], key, column))


def by_key(links: pd.DataFrame, key: str | Sequence[str], column: str) -> dict[Any, tuple[Any, ...]]:
    """Return key → the values of a column in the rows with that key, in their order; of several columns, a key is a tuple."""
    grouped = links.groupby(key if isinstance(key, str) else list(key), sort=False)
    return {one: tuple(values) for one, values in grouped[column]}
