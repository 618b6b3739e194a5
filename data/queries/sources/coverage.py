"""On how many independent sources the rows of each table rest."""

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.sources.citing import SEED, citations, links, origins

COUNTS = ("none", "one", "two", "more")
"""By how many independent sources a row cites, as columns of `coverage`."""


@once(4)
def coverage(catalog: Catalog) -> pd.DataFrame:
    """Return how the rows of each table are supported. Nothing narrows it.

    Sources that repeat one original, and the original itself, count as one: they do not confirm each other.

    Returns:
        One row a table that cites sources, in the order of the package: `table`, `rows`; `none`, `one`, `two` and `more`
        (rows with so many independent sources, together `rows`); `seed` (rows that rest on the origin of the Ríodoce
        article alone, all among `one`); `official` and `unofficial` (rows with and without an official source).
    """
    sources = catalog["sources"]
    official = set(sources.loc[sources["official"], "source_id"])
    return pd.DataFrame([_counted(catalog, table, official) for table in links(catalog)])


def _counted(catalog: Catalog, table: str, official: set[str]) -> dict[str, object]:
    first = origins(catalog)
    seed = first[SEED]
    cited = list(citations(catalog, table).values())
    roots = [frozenset().union(*(first[source] for source in ids)) for ids in cited]
    sizes = [len(found) for found in roots]
    backed = sum(any(source in official for source in ids) for ids in cited)
    return {
        "table": table,
        "rows": len(cited),
        "none": sizes.count(0),
        "one": sizes.count(1),
        "two": sizes.count(2),
        "more": sum(size > 2 for size in sizes),
        "seed": sum(bool(found) and found <= seed for found in roots),
        "official": backed,
        "unofficial": len(cited) - backed,
    }
