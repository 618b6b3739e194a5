"""What is not found of a record, in one line in place of empty sections."""

import streamlit as st

from components.language import _
from data.queries.records import changes


def show(is_cited: bool, is_disputed: bool, is_tied: bool, is_changed: bool) -> None:
    """Say which sections a record has nothing for."""
    said = []
    if not is_cited:
        said.append(_("It cites no source of its own: what it is tied to does."))
    if not is_disputed:
        said.append(_("No point on which sources differ is tied to this record."))
    if not is_tied:
        said.append(_("No table ties it to another record."))
    if not is_changed:
        said.append(_("It has not changed since version {version}.").format(version=changes.FIRST))
    if said:
        st.caption(" ".join(said))
