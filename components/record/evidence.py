"""What a record rests on: every citation, with what it shows and when, the newest first."""

from collections.abc import Sequence

import streamlit as st

from components import view
from components.language import _, counted
from data.queries.records.record import Record
from figures.ink import table
from figures.ink.table import Row
from figures.records import evidence

IN_SIGHT = 8
"""Citations shown at once; more are one step away."""


def show(record: Record) -> None:
    """Show the citations of a record that has any."""
    st.header(_("Evidence"), anchor="evidence")
    head, rows = evidence.html(record, view.current())
    st.html(_drawn(head, rows[:IN_SIGHT]))
    if further := rows[IN_SIGHT:]:
        with st.expander(
            counted("{n} more", "{n} more", len(further)), key="more-evidence", on_change="rerun"
        ) as expander:
            if expander.open:
                st.html(_drawn(head, further))


def _drawn(head: Row, rows: Sequence[Row]) -> str:
    # What a citation is called is its source: several may be of one day.
    return table.html(head, rows, name="evidence", label=_("Evidence"), named=len(head) - 1)
