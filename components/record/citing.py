"""How to cite a record, to correct it, and to see it among others."""

import streamlit as st

from components import contact, filters, navigation, view
from components.language import _
from data.queries.records.record import Record
from figures import telling
from figures.records import citing


def show(record: Record) -> None:
    """Show the citation, the address for corrections, and the view that shows the record among others."""
    here = view.current()
    st.header(_("Cite this, correct this"), anchor="cite")
    said = citing.citation(here.catalog, record, filters.address(), here.language)
    st.code(said, language=None, wrap_lines=True)
    st.markdown(_correct(record, said))


def among_others(record: Record) -> None:
    """Lead to the view that shows the record among others."""
    page, query = telling.view(record.id, record.row)
    navigation.link(page, label=_("See it on the page {page}").format(page=navigation.titles()[page]), **query)


def _correct(record: Record, said: str) -> str:
    """Return how to report an error in this record: a message that names it, ready to be written on."""
    link = contact.about(
        _("Correction of {record}").format(record=record.id),
        "\n\n".join([record.id, said, _("What is wrong:"), _("Source that says so:")]),
    )
    if not link:
        return _(
            "**Correct this:** this copy of the briefing names no address. Please write to whoever serves it to you."
        )
    return _(
        "**Correct this:** [write to us]({link}); the message names the record, what it says and its address."
    ).format(link=f"<{link}>")
