"""What changed of a record, in order of date, with why."""

import streamlit as st

from components import view
from components.citations import escape
from components.language import _
from data.queries.records import changes
from figures.records.changes import Group, groups


def show(record_id: str) -> None:
    """Show the changes of a record and of its ties since the first release."""
    here = view.current()
    found = changes.of(here.catalog, record_id)
    st.header(_("Its changes"), anchor="changes")
    st.markdown("\n".join(_told(group) for group in groups(here.catalog, found, here.language)))


def _told(group: Group) -> str:
    """Return changes for one reason as an entry of a list: when and why, then what."""
    language = view.current().language
    head = _("{day}, version {version}: {reason}").format(
        day=language.date(group.day), version=group.version, reason=escape(group.reason)
    )
    return "\n".join([f"- {head}", *(f"    - {escape(line)}" for line in group.lines)])
