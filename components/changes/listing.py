"""The changes for reading: by reason, the newest first, each leading to the records that it concerns."""

import pandas as pd
import streamlit as st

from components import view
from components.language import counted
from figures.records import told
from figures.records.changes import groups

IN_SIGHT = 24
"""Reasons in sight at once; more are one step away, and sent only then."""

OPEN = 1


def show(found: pd.DataFrame) -> None:
    """Show changes by reason.

    Args:
        found: lines of the ledger, as `data.queries.records.changes.narrowed` returns them.
    """
    here = view.current()
    made = groups(here.catalog, found, here.language)
    st.html(told.html(made[:IN_SIGHT], here, OPEN))
    if further := made[IN_SIGHT:]:
        label = counted("{n} more reason", "{n} more reasons", len(further))
        with st.expander(label, key="further-changes", on_change="rerun") as expander:
            if expander.open:
                st.html(told.html(further, here, 0))
