"""What this is, what is reported, what is documented, and where to go."""

import streamlit as st

from components import heading, navigation, view
from components.citations import citations
from components.language import _, counted
from data.queries.offices import headline

here = view.current()
reported = headline(here.catalog)
day = here.language.date(reported.date)

heading.show(
    _("{offices} offices in {countries} countries are reported; this is what can be checked").format(
        offices=reported.offices, countries=reported.countries
    ),
    _(
        "On {day} Homeland Security Investigations (HSI) released its Strategy for Combating Illicit Opioids. This briefing "
        "lays out what published accounts say of it: four objectives, the initiatives under each, the offices abroad, and "
        "the events around it. It is independent of HSI and of any government."
    ).format(day=day),
)

st.header(_("What is reported"))
st.markdown(
    _(
        "Accounts of the strategy put HSI in **{offices} offices in {countries} countries**. No list of them was found, and "
        "the document itself was not read. The figure stands here as reported."
    ).format(offices=reported.offices, countries=reported.countries)
)
st.caption(f"{_('Sources:')} {' · '.join(citations(reported.source_ids))}")

st.header(_("What is documented"))
places = counted("{n} place", "{n} places", len(here.catalog["offices"]))
initiatives = counted("{n} initiative", "{n} initiatives", len(here.catalog["initiatives"]))
events = counted("{n} event", "{n} events", len(here.catalog["events"]))
st.markdown(
    _(
        "Each fact below carries its source and its date. The documented places are dated evidence of offices, not a part of "
        "the reported total: some of the evidence is older than the strategy, some is newer."
    )
)
navigation.link("offices", label=_("Offices: {places} that public sources name, on a map").format(places=places))
navigation.link(
    "objectives",
    label=_("Objectives: {initiatives}, those of the strategy apart from their context").format(
        initiatives=initiatives
    ),
)
navigation.link(
    "timeline", label=_("Timeline: {events}, with the morning conference of 31 May 2023").format(events=events)
)
