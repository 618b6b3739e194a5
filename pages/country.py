"""All that the sources read say of one country, or of two side by side, on a page that can be printed."""

import streamlit as st

from components import filters, heading, view
from components.country import layout, picker
from components.country.headline import finding
from components.language import _
from data.queries.country.brief import brief, on_page, shown

here = view.current()
briefs = [brief(here.catalog, code, here.selection) for code in shown(here.catalog, here.selection)]

heading.show(
    finding(briefs),
    _(
        "What the sources read say, section by section. What is missing was not found in them, and may exist all the same."
    ),
)
picker.show()
if here.selection.objectives or here.selection.has_years:
    st.caption(_("Objectives narrow the initiatives and events here, years only the events; the rest stands in full."))

if not briefs:
    filters.nothing_matches(on_page, _("countries"))
elif len(briefs) == 1:
    layout.one(briefs[0])
    with st.container(key="on-screen-print"):
        st.caption(
            _(
                "To print this page, or to keep it as PDF, use your browser's own print command: it fits on one sheet of Letter or A4."
            )
        )
else:
    layout.two(briefs)
