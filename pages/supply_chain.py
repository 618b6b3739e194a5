"""What is said to move from where to where, who says so, who says otherwise, and which initiatives act on it."""

from functools import partial

import streamlit as st

from components import choice, figure, filters, heading, view
from components.language import _, counted
from components.sources import readings
from data import link
from data.queries import flows
from figures import labels
from figures.flows import initiatives
from figures.flows.screen import screen
from figures.room import on_phone

here = view.current()
commodity = here.choice(link.SUPPLY_COMMODITY)
begins = screen(here)
acting = flows.acting(here.catalog, here.selection, commodity)
points = flows.disputes(here.catalog, flows.flows(here.catalog, here.selection, commodity).rows)

heading.show(begins.finding, begins.sentence)
choice.show(link.SUPPLY_COMMODITY, _("What moves"), {flows.ALL: _("All"), **labels.words(here.language, "commodity")})

if not begins.figures:
    without = _("statements on flows or initiatives") if acting.rows.empty else _("statements on flows")
    filters.nothing_matches(partial(flows.flows, commodity=commodity), without)
for shown in begins.figures:
    figure.show(shown)

if points:
    st.header(
        counted("Where sources disagree: {n} point", "Where sources disagree: {n} points", len(points)),
        anchor="disputed",
    )
    readings.show(points, is_open=not on_phone(here))

if acting.rows.empty and begins.figures:
    st.header(_("Initiatives that name what moves"), anchor=initiatives.KEY)
    filters.nothing_matches(partial(flows.acting, commodity=commodity), _("initiatives"))
elif len(acting.rows):
    figure.show(figure.drawn(initiatives.figure, acting.rows, here))
if here.selection.objectives or here.selection.has_years:
    st.caption(
        _(
            "Objectives narrow only these initiatives; years narrow nothing here: statements and initiatives carry no dates."
        )
    )
if left_aside := filters.untied(dict(acting.untied), _("initiatives")):
    st.caption(left_aside)
