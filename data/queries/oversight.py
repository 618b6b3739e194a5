"""Oversight: what auditors and inspectors found on work under the objectives."""

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.linked import linked
from data.selection import Selection


@once(64, by=("objectives",))
def findings(catalog: Catalog, selection: Selection) -> pd.DataFrame:
    """Return the findings that bear on the objectives chosen, the newest first.

    Returns:
        Columns of `oversight`, and `objectives`: a tuple of numbers.
    """
    tied = linked(catalog, "oversight_objectives", "oversight_id", "objective_id")
    rows = catalog["oversight"]
    rows = rows.assign(objectives=[tied.get(one, ()) for one in rows["oversight_id"]])
    if selection.objectives:
        rows = rows[[bool(set(found) & set(selection.objectives)) for found in rows["objectives"]]]
    return rows.sort_values("date", ascending=False, kind="stable").reset_index(drop=True)
