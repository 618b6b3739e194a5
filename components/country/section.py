"""A section of a country's brief on the screen. What is printed is the start of it, and says how much is left."""

from dataclasses import replace

import streamlit as st

from components import navigation, screen
from components.explain import explained
from components.language import counted
from figures.country.section import Section, entries, noted

ON_PHONE = (3, 1)
"""Entries that a phone shows at once, and of each of two countries: there each takes several lines."""


def show(section: Section, iso3: str, country: str = "") -> None:
    """Show a section. Its container's name begins with `brief-`, which the print stylesheet knows.

    Args:
        country: the name of the country, where another one stands beside it.
    """
    name = f"{section.key}-{iso3.lower()}"
    if screen.is_phone():
        section = replace(section, in_sight=min(section.in_sight, ON_PHONE[1 if country else 0]))
    printed = min(section.printed[1 if country else 0], section.in_sight)
    with st.container(key=f"brief-{name}", gap="xsmall"):
        section = replace(section, title=f"{country}: {section.title}" if country else section.title)
        st.subheader(section.title, anchor=name)
        if section.rows:
            _entries(section, printed)
        else:
            st.markdown(explained(section.empty))
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"foot-on-screen-{name}"):
            _further(section, name)
            if section.way:
                page, label = section.way
                navigation.link(page, label=label, country=[iso3])


def _entries(section: Section, printed: int) -> None:
    in_sight, left = section.rows[: section.in_sight], len(section.rows) - printed
    below = noted(section)
    if left > 0:
        more = counted("and {n} more on screen", "and {n} more on screen", left)
        below += f'<p class="on-paper">{more}</p>'
    st.html(entries(replace(section, rows=in_sight), printed) + below)


def _further(section: Section, name: str) -> None:
    """Show what is one step away, and send it only then."""
    if not (folded := section.rows[section.in_sight :]):
        return
    label = counted("{n} more", "{n} more", len(folded))
    with st.expander(label, key=f"more-{name}", on_change="rerun") as expander:
        if expander.open:
            st.html(entries(replace(section, rows=folded), len(folded)))
