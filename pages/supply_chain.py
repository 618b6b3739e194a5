"""What is said to move from where to where, who says so, who says otherwise, and which initiatives act on it."""

from functools import partial

import streamlit as st

from components import choice, country_choice, figure, filters, heading, screen, view
from components.flows import statements
from components.language import _, counted
from components.sources import readings
from data import link
from data.queries import flows
from figures import labels
from figures.flows import initiatives, sankey, web_map, wording
from figures.maps import deck

MAP_SIZE = (862, 400)
MAP_SIZE_PHONE = (350, 300)

here = view.current()
commodity = st.session_state[link.SUPPLY_COMMODITY.name] or link.SUPPLY_COMMODITY.default
rows = flows.flows(here.catalog, here.selection, commodity).rows
acting = flows.acting(here.catalog, here.selection, commodity)
points = flows.disputes(here.catalog, rows)
aside = flows.regional_beside(here.catalog, here.selection, commodity)

heading.show(
    wording.headline(rows, here.catalog, here.language),
    _(
        "Each is what a source says, not a measurement. What one source states and another denies stands side by side below."
    ),
)

choice.show(link.SUPPLY_COMMODITY, _("What moves"), {flows.ALL: _("All"), **labels.words(here.language, "commodity")})

if len(aside):
    st.caption(
        counted(
            "Left aside: {n} statement that names a region and none of the chosen countries. A region is no country.",
            "Left aside: {n} statements that name a region and none of the chosen countries. A region is no country.",
            len(aside),
        )
        if here.selection.countries
        else counted(
            "Left aside: {n} statement that names a wider or another region.",
            "Left aside: {n} statements that name a wider or another region.",
            len(aside),
        )
    )

if rows.empty:
    filters.nothing_matches(partial(flows.flows, commodity=commodity), _("statements on flows"))
else:
    shown = figure.drawn(
        web_map.figure,
        rows,
        here.catalog,
        here.language,
        here.theme,
        here.selection.countries,
        MAP_SIZE_PHONE if screen.is_phone() else MAP_SIZE,
        country_choice.clicks(),
    )
    figure.show(shown, on_select=country_choice.on_click(shown.key, deck.picked))

if points:
    st.header(
        counted("Disputed: {n} point, side by side", "Disputed: {n} points, side by side", len(points)),
        anchor="disputed",
    )
    readings.show(points)

if len(rows) > 1:
    figure.show(figure.drawn(sankey.figure, rows, here.catalog, here.language, here.theme, screen.is_phone()))

st.header(_("Initiatives whose text names it (a match of words), and who says what"), anchor="acting")
if here.selection.objectives or here.selection.has_years:
    st.caption(
        _(
            "Objectives narrow only the initiatives here; years narrow nothing: statements and initiatives carry no dates."
        )
    )
if left_aside := filters.untied(dict(acting.untied), _("initiatives")):
    st.caption(left_aside)
if acting.rows.empty:
    filters.nothing_matches(partial(flows.acting, commodity=commodity), _("initiatives"))
else:
    figure.show(figure.drawn(initiatives.figure, acting.rows, here.catalog, here.language, here.theme))
statements.show(rows, acting.rows)
