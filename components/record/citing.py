"""How to cite a record, to correct it, and to see it among others."""

import streamlit as st

from components import filters, navigation, view
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
    st.markdown(citing.correcting(record, said, here.language))


def among_others(record: Record) -> None:
    """Lead to the view that shows the record among others."""
    page, query = telling.view(record.id, record.row)
    navigation.link(page, label=_("See it on the page {page}").format(page=navigation.titles()[page]), **query)
