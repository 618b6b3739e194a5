"""The offices abroad: how many, where, how good and how old the evidence is."""

from functools import partial

import streamlit as st

from components import choice, country_choice, figure, heading, navigation, view
from components.language import _
from components.offices import panel
from data import link
from data.queries import offices
from data.queries.country import facts
from figures import telling
from figures.maps import deck
from figures.offices import counts, disagreement, explore_map, page_map, squares, totals
from figures.offices.screen import screen
from figures.room import on_phone
from figures.telling import Told

SIZE, SIZE_NARROW = (520, 400), (340, 300)

here = view.current()
shown = screen(here)
reported = offices.headline(here.catalog)
rows = offices.documented(here.catalog, here.selection).rows
chosen = here.selection.countries
is_narrow = here.room <= page_map.NARROW
views = {"map": _("Map"), "explore": _("Explore")}
colors = {"period": _("By period"), "strength": _("By strength"), "region": _("By region")}

heading.show(shown.finding, shown.sentence)
if here.selection.objectives or here.selection.has_years:
    st.caption(
        _(
            "Objectives and years do not narrow offices: an office belongs to no objective, and its date is that of its "
            "evidence. They narrow the initiatives and events of a chosen country."
        )
    )

with st.container(horizontal=True, vertical_alignment="center", key="offices-controls"):
    choice.show(link.OFFICES_COLOR, _("Shape and color show"), colors, is_folded=on_phone(here))
    choice.show(link.OFFICES_VIEW, _("Map view"), views)
    if not here.selection.has_places:
        st.html(disagreement.html(here))

left, right = (st.container(), st.container()) if is_narrow else st.columns([5, 3], gap="medium")
with left:
    if here.choice(link.OFFICES_VIEW) == "explore":
        known = rows, here.catalog, here.language, here.theme, here.choice(link.OFFICES_COLOR)
        looking = here.selection.only(["countries"]), SIZE_NARROW if is_narrow else SIZE, country_choice.clicks()
        explored = figure.drawn(explore_map.figure, *known, *looking)
        figure.show(explored, on_select=country_choice.on_click(explored.key, deck.picked))
    else:
        figure.show(shown.figures[0])
with right:
    if chosen:
        navigation.link("offices", label=_("All countries"), country=[])
        panel.show([facts.country(here.catalog, code, here.selection) for code in chosen])
    else:
        figure.show(shown.figures[1])

units, gaps = st.columns([5, 3], gap="medium") if shown.unknown and not is_narrow else (st.container(), st.container())
if not rows.empty:
    world = None if here.selection.has_places else reported
    with units:
        figure.show(figure.drawn(squares.figure, rows, world, here.catalog, here.language, here.theme))
if shown.unknown:
    with gaps:
        st.header(_("What is not known"), anchor="unknown")
        st.markdown("\n".join(f"- {gap}" for gap in shown.unknown))

if rows["iso3"].nunique() > 1:
    figure.show(figure.drawn(counts.figure, rows, here.catalog, here.language, here.theme))

published = offices.reported_totals(here.catalog)
drawn = figure.drawn(totals.figure, published, reported, here.catalog, here.language, here.theme, (), here.room)
differ = Told(telling.words(offices.DIFFERING, here.catalog, here.language), offices.DIFFERING)
figure.show(drawn, below=partial(navigation.record_link, differ))
