"""All that the sources read say of one country, or of two side by side, on a page that can be printed."""

import streamlit as st

from components import filters, heading, view
from components.citations import escape
from components.country import layout, picker
from components.language import _
from data.queries.country.brief import on_page
from figures.country import screen

here = view.current()
briefs, begun = screen.of(here), screen.screen(here)

heading.show(begun.finding, escape(begun.sentence))
picker.show()
if here.selection.objectives or here.selection.has_years:
    st.caption(_("Objectives narrow the initiatives and events here, years only the events; the rest stands in full."))

if not briefs:
    filters.nothing_matches(on_page, _("countries"))
elif len(briefs) == 1:
    layout.one(briefs[0], begun.figures[0])
else:
    layout.two(briefs, begun.figures)
