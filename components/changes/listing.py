"""The changes for reading: by reason, the newest first, each leading to the records that it concerns."""

import pandas as pd
import streamlit as st

from components import navigation, view
from components.citations import brief, escape
from components.language import _
from figures.records.changes import Group, groups

IN_SIGHT = 12
"""Reasons told at once; more are one step away."""

FEW = 4
"""Records that are named, and lines that are told."""


def show(found: pd.DataFrame) -> None:
    """Show changes by reason.

    Args:
        found: lines of the ledger, as `data.queries.records.changes.narrowed` returns them.
    """
    here = view.current()
    told = [_told(group) for group in groups(here.catalog, found, here.language)]
    with st.container(key="changes-list"):
        st.markdown("\n\n".join(told[:IN_SIGHT]))
        if further := told[IN_SIGHT:]:
            label = _("{n} more reasons").format(n=here.language.number(len(further)))
            with st.expander(label, key="further-changes", on_change="rerun") as expander:
                if expander.open:
                    st.markdown("\n\n".join(further))


def _told(group: Group) -> str:
    here = view.current()
    titles = [str(here.catalog.resource(table)["title"]) for table in group.tables if table in here.catalog.tables]
    head = f"**{escape(group.reason)}**  \n:small[{here.language.date(group.day)} · {escape(here.language.join(titles))}{_cited(group)}]"
    lines = [escape(line) for line in group.lines[:FEW]]
    if len(group.lines) > FEW:
        lines.append(_("and {n} more, in the table below").format(n=here.language.number(len(group.lines) - FEW)))
    return "\n".join([head, "", *(f"- {line}" for line in lines), "", _records(group)])


def _cited(group: Group) -> str:
    return f" · {' · '.join(brief(group.source_ids))}" if group.source_ids else ""


def _records(group: Group) -> str:
    """Return links to the records, as many as can be read."""
    links = [f"[{escape(one.words)}]({navigation.record_address(one.record)})" for one in group.told if one.record]
    more = f" · {_('and {n} more').format(n=len(links) - FEW)}" if len(links) > FEW else ""
    return f":small[{' · '.join(links[:FEW])}{more}]" if links else ""
