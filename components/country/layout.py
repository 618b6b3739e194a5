"""How the sections of a page stand: below each other for one country, side by side for two."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

import streamlit as st

from components import citations, figure, view
from components.citations import weightiest
from components.country import section
from components.language import _, counted
from data.queries.country.brief import Brief
from figures import dress, labels
from figures.country.numbers import numbers
from figures.country.section import Section
from figures.country.sections import BESIDE_MAP, EVERY, NARROW, WIDE, Make, made
from figures.figure import Figure
from figures.ink import table

SOURCES_IN_LINE = 4


def one(brief: Brief, drawn: Figure) -> None:
    """Show one country: five numbers, the map beside its places, then section by section."""
    st.html(
        f'<div class="headline-numbers">{"".join(map(dress.number, numbers(brief, view.current().language)))}</div>'
    )
    with st.container(key="brief"):
        left, right = st.columns([5, 6], gap="large")
        with left:
            figure.show(drawn)
        with right:
            found = [_show(make, brief) for make in BESIDE_MAP]
        found += [_show(make, brief) for make in WIDE]
        for column, make in zip(st.columns(2, gap="large"), NARROW, strict=True):
            with column:
                found.append(_show(make, brief))
        _sources(found)


def two(briefs: Sequence[Brief], drawn: Sequence[Figure]) -> None:
    """Show two countries side by side, section by section, so that each stands beside its like."""
    here = view.current()
    names = labels.countries(here.language, here.catalog)
    _compared(briefs, names)
    found = []
    with st.container(key="briefs"):
        for column, map_ in zip(st.columns(2, gap="large"), drawn, strict=True):
            with column:
                figure.show(map_, cited=0)  # the sources of all sections are cited below
        for make in EVERY:
            for column, brief in zip(st.columns(2, gap="large"), briefs, strict=True):
                with column:
                    found.append(_show(make, brief, names[brief.country.iso3]))
        _sources(found)


def _show(make: Make, brief: Brief, country: str = "") -> Section:
    found = made(make, brief, view.current())
    section.show(found, brief.country.iso3, country)
    return found


def _compared(briefs: Sequence[Brief], names: Mapping[str, str]) -> None:
    """Show the numbers of both countries in one table."""
    language = view.current().language
    counted_are = (
        _("Places named by sources"),
        _("Initiatives that name it"),
        _("Events that name it"),
        _("Statements of what moves"),
        _("Points on which sources disagree"),
    )
    sides = zip(*(numbers(brief, language) for brief in briefs), strict=True)
    rows = [
        (escape(what), *(f"<b>{escape(one.value)}</b> <small>{escape(one.known)}</small>" for one in side))
        for what, side in zip(counted_are, sides, strict=True)
    ]
    head = (_("What is counted"), *(names[brief.country.iso3] for brief in briefs))
    st.html(table.html(head, rows, name="compared", label=_("Both countries in numbers")))


def _sources(found: Iterable[Section]) -> None:
    """Cite the sources of all sections: a few in the line, all of them one step away."""
    cited = list(dict.fromkeys(source for one in found for source in one.source_ids))
    if not cited:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="cited-country"):
        named = " · ".join(weightiest(cited, SOURCES_IN_LINE))
        st.caption(_("Sources: {sources}").format(sources=named), width="content")
        with st.popover(
            counted("{n} source in full", "All {n} sources in full", len(cited)),
            type="tertiary",
            key="sources-country",
            on_change="rerun",
        ) as popover:
            if popover.open:
                citations.show(cited)
