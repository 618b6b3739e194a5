"""How the sections of a page stand: in two columns for one country, side by side for two."""

from collections.abc import Callable, Sequence

import streamlit as st

from components import figure, filters, screen, view
from components.citations import escape
from components.country import (
    disagreements,
    events,
    flows,
    initiatives,
    offices,
    organisations,
    section,
    series,
    totals,
    unit,
    unknown,
)
from components.country.section import Section
from components.language import _
from data.queries.country.brief import Brief
from figures import labels
from figures.offices import locator

MAP_SIZE = (480, 270)
MAP_SIZE_PHONE = (350, 240)

Make = Callable[[Brief], Section]

LEFT: tuple[Make, ...] = (offices.section, unit.section, totals.section, flows.section)
RIGHT: tuple[Make, ...] = (initiatives.section, events.section, disagreements.section, organisations.section)
LAST: tuple[Make, ...] = (series.section, unknown.section)
PAIRED = (*LEFT, *RIGHT, *LAST)


def one(brief: Brief) -> None:
    """Show one country: the map, offices and flows beside plans and events, figures and gaps below."""
    with st.container(key="brief"):
        left, right = st.columns(2, gap="large")
        with left:
            _map(brief)
            for make in LEFT:
                _show(make, brief)
        with right:
            for make in RIGHT:
                _show(make, brief)
        for column, make in zip(st.columns(2, gap="large"), LAST, strict=True):
            with column:
                _show(make, brief)
        with st.container(key="on-paper-link"):
            st.caption(_("In full, with notes and all sources: {link}").format(link=escape(filters.address())))


def two(briefs: Sequence[Brief]) -> None:
    """Show two countries side by side, section by section, so that each stands beside its like."""
    names = labels.countries(view.current().language, view.current().catalog)
    for column, brief in zip(st.columns(2, gap="large"), briefs, strict=True):
        with column:
            _map(brief)
    for make in PAIRED:
        for column, brief in zip(st.columns(2, gap="large"), briefs, strict=True):
            with column:
                _show(make, brief, names[brief.country.iso3])


def _show(make: Make, brief: Brief, country: str = "") -> None:
    found = make(brief)
    title = _("{country}: {section}").format(country=country, section=found.title) if country else found.title
    section.show(found, brief.country.iso3, title)


def _map(brief: Brief) -> None:
    here = view.current()
    figure.show(
        figure.drawn(
            locator.figure,
            brief.country.offices,
            brief.country.iso3,
            here.catalog,
            here.language,
            here.theme,
            MAP_SIZE_PHONE if screen.is_phone() else MAP_SIZE,
        )
    )
