"""What a record rests on: every citation, with what it shows and when, in order of date."""

from typing import Any

import pandas as pd
import streamlit as st

from components import navigation, view
from components.citations import citations, escape
from components.explain import explained
from components.language import _
from data.queries.records.address import address
from data.queries.records.record import Record
from data.queries.sources.citing import links
from figures.records import wording

UNSAID = ("source_id", "source_type", "level", "note", "date_precision", "date_inferred", "role")
"""Columns of a table of citations that are told otherwise, or not at all."""

IN_SIGHT = 8
"""Citations shown at once; more are one step away."""


def show(record: Record) -> None:
    """Show the citations of a record, or that it cites none of its own."""
    st.header(_("Evidence"), anchor="evidence")
    lines = [_line(record, row) for row in record.evidence.to_dict("records")]
    if not lines:
        st.caption(_("It cites no source of its own: what it is tied to does."))
        return
    st.markdown("\n".join(lines[:IN_SIGHT]))
    if further := lines[IN_SIGHT:]:
        label = _("{n} more").format(n=view.current().language.number(len(further)))
        with st.expander(label, key="more-evidence", on_change="rerun") as expander:
            if expander.open:
                st.markdown("\n".join(further))


def _line(record: Record, row: dict[str, Any]) -> str:
    """Return a citation as an entry of a list, with what its table says beside the source."""
    (cited,) = citations([row["source_id"]])
    said = _said(record, row)
    note = f"  \n  {explained(str(row['note']))}" if row.get("note") else ""
    more = navigation.record_address(address("source", row["source_id"]))
    its_record = _("[its record]({address})").format(address=more)
    return f"- {f'{said}: ' if said else ''}{cited} · {its_record}{note}"


def _said(record: Record, row: dict[str, Any]) -> str:
    """Return what a citation shows, in the words of its table: date, what it shows, how strong it is."""
    here = view.current()
    table = links(here.catalog).get(record.table)
    if table is None:
        return ""
    fields = {field["name"]: field for field in here.catalog.resource(table.links)["schema"]["fields"]}
    said = [
        wording.in_words(here.catalog, fields[name], cell, here.language)
        for name, cell in row.items()
        if name not in UNSAID and not pd.isna(cell) and cell != ""
    ]
    if row.get("date_inferred") is True:
        said.append(_("date inferred"))
    return f"**{escape(', '.join(said))}**" if said else ""
