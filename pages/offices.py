"""The offices abroad: what is reported, what is documented, where, and since when."""

import streamlit as st

from components import choice, country_choice, figure, filters, heading, screen, view
from components.language import _, counted
from components.offices import panel
from data import link
from data.queries import offices
from data.queries.country import facts
from data.selection import EVERYTHING
from figures.maps import deck
from figures.offices import countries, counts, globe, shaded_map, squares, totals, web_map

MAP_SIZE = (540, 400)
MAP_SIZE_PHONE = (350, 300)
MARKED = {"offices": web_map.figure, "globe": globe.figure}  # the others have no shapes to choose between

here = view.current()
reported = offices.headline(here.catalog)
everywhere = offices.documented(here.catalog, EVERYTHING).rows
rows = offices.documented(here.catalog, here.selection).rows
chosen = here.selection.countries
views = {"offices": _("Places"), "countries": _("Countries"), "globe": _("Globe")}
colors = {"period": _("By period"), "strength": _("By strength"), "region": _("By region")}

heading.show(
    _("{offices} reported in {countries}; {places} named").format(
        offices=counted("{n} office", "{n} offices", reported.offices),
        countries=counted("{n} country", "{n} countries", reported.countries),
        places=counted("{n} place", "{n} places", len(everywhere)),
    ),
    _("The total is as of {day}. Each place is named by public sources, with a date of its own.").format(
        day=here.language.date(reported.date)
    ),
)
if here.selection.objectives or here.selection.has_years:
    st.caption(
        _(
            "Objectives and years do not narrow offices: an office belongs to no objective, and its date is that of its "
            "evidence. They narrow the initiatives and events of a chosen country."
        )
    )

with st.container(horizontal=True):
    choice.show(link.OFFICES_VIEW, _("Map view"), views)
    if st.session_state[link.OFFICES_VIEW.name] in MARKED:
        choice.show(link.OFFICES_COLOR, _("Shape and color show"), colors)

left, right = st.columns([5, 3], gap="medium")
with left:
    known = rows, here.catalog, here.language, here.theme
    size = MAP_SIZE_PHONE if screen.is_phone() else MAP_SIZE
    looking = here.selection.only(["countries"]), size, country_choice.clicks()
    if marked := MARKED.get(st.session_state[link.OFFICES_VIEW.name]):
        shown = figure.drawn(marked, *known, st.session_state[link.OFFICES_COLOR.name], *looking)
    else:
        shown = figure.drawn(shaded_map.figure, *known, *looking)
    figure.show(shown, on_select=country_choice.on_click(shown.key, deck.picked))
with right:
    if chosen:
        panel.show([facts.country(here.catalog, code, here.selection) for code in chosen])
    else:
        listed = figure.drawn(countries.figure, everywhere, here.catalog, here.language)
        figure.show(listed, on_row=lambda row: country_choice.choose(listed.rows["iso3"].iloc[row]))

left, right = st.columns([2, 3], gap="large")
with left:
    if rows.empty:
        filters.nothing_matches(offices.documented, _("documented offices"))
    else:
        figure.show(
            figure.drawn(
                squares.figure,
                rows,
                None if here.selection.has_places else reported,
                here.catalog,
                here.language,
                here.theme,
            )
        )
with right:
    published = offices.reported_totals(here.catalog)
    figure.show(figure.drawn(totals.figure, published, reported, here.catalog, here.language, here.theme))

if not rows.empty:
    figure.show(figure.drawn(counts.figure, rows, here.catalog, here.language, here.theme))
