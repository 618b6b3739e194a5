"""A record that is not held: withdrawn, with its reason, or never known."""

import streamlit as st

from components import heading, navigation, view
from components.citations import citations, escape
from components.language import _
from components.record import changed
from data.ledger import TABLE
from data.queries.records.address import withdrawn
from figures.records import wording


def show(record_id: str) -> None:
    """Say that a record was withdrawn, when and why."""
    here = view.current()
    line = here.catalog.tables[TABLE].iloc[withdrawn(here.catalog)[record_id]]
    heading.show(
        _("Withdrawn on {day}").format(day=here.language.date(line["date"])),
        _("{kind} `{record}`. {reason}").format(
            kind=wording.kind(record_id, here.language), record=record_id, reason=escape(line["reason"])
        ),
    )
    if line["source_id"]:
        st.markdown("\n".join(f"- {cited}" for cited in citations([line["source_id"]])))
    changed.show(record_id)


def unknown() -> None:
    """Say that no record was asked for that is known, and how to find one."""
    heading.show(
        _("No record has this address"),
        _(
            "Whatever stands on a page has an address of its own: a place, an event, a promise, a number, a source. Find it in the "
            "box above, or take it from a table."
        ),
    )
    navigation.link("sources", label=_("All tables"))
    navigation.link("changes", label=_("What was changed or withdrawn"))
