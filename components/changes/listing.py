"""The changes for reading: facts before the structure of the tables, by reason, each leading to the records that it concerns."""

import pandas as pd
import streamlit as st

from components import view
from components.language import counted
from figures.records import parts, told

IN_SIGHT = 40
"""Reasons in sight at once; more are one step away, and sent only then."""


def show(found: pd.DataFrame) -> None:
    """Show changes by reason.

    Args:
        found: lines of the ledger, as `data.queries.records.changes.narrowed` returns them.
    """
    here = view.current()
    made, further = parts.first(parts.parts(here.catalog, found, here.language), IN_SIGHT)
    st.html(told.html(made, here))
    if further:
        label = counted("{n} more reason", "{n} more reasons", sum(len(part.groups) for part in further))
        with st.expander(label, key="further-changes", on_change="rerun") as expander:
            if expander.open:
                st.html(told.html(further, here))
