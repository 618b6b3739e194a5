"""What changed of a record, in order of date, with why."""

import pandas as pd
import streamlit as st

from components import view
from components.citations import escape
from components.language import _
from data.queries.records import changes
from figures.records.changes import lines

FIRST = "1.0.0"
"""The release from which on changes are kept."""


def show(record_id: str) -> None:
    """Show the changes of a record and of its ties since the first release, or that there is none."""
    here = view.current()
    found = changes.of(here.catalog, record_id)
    st.header(_("Its changes"), anchor="changes")
    if found.empty:
        st.caption(_("Unchanged since version {version}.").format(version=FIRST))
        return
    st.markdown(_listed(found))


def _listed(found: pd.DataFrame) -> str:
    here = view.current()
    return "\n".join(f"- {escape(line)}" for line in lines(here.catalog, found, here.language))
