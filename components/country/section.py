"""A section of a country's brief: a table or a list. What is printed is the start of it, and says how much is left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

import streamlit as st

from components import navigation, screen
from components.explain import explained
from components.language import counted
from figures.ink import table
from figures.ink.table import Row

ON_PHONE = (3, 1)
"""Entries that a phone shows at once, and of each of two countries: there each takes several lines."""


@dataclass(frozen=True)
class Section:
    """What a section says of one country.

    Attributes:
        key: a stable name.
        title: what it is about.
        columns: names of the columns; none for a plain list, whose rows have one cell.
        rows: its entries, cells as HTML, the weightiest first. What is small in a cell (`detail`) is not printed.
        empty: what it says without an entry.
        source_ids: what its entries cite, each once.
        note: a caveat.
        way: the page that shows more of it, and the words of the link.
        printed: how many entries a printed page holds, and how many where it holds two countries.
        in_sight: how many entries the screen shows; more are one step away, and sent only then.
    """

    key: str
    title: str
    columns: Row
    rows: Sequence[Row]
    empty: str
    source_ids: Sequence[str] = ()
    note: str = ""
    way: tuple[str, str] | None = None
    printed: tuple[int, int] = (4, 2)
    in_sight: int = 6


def detail(text: str) -> str:
    """Return a further line of a cell, which a printed page leaves out."""
    return f"<small>{escape(text)}</small>" if text else ""


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
    below = f"<p>{escape(section.note)}</p>" if section.note else ""
    if left > 0:
        more = counted("and {n} more on screen", "and {n} more on screen", left)
        below += f'<p class="on-paper">{more}</p>'
    st.html(_drawn(replace(section, rows=in_sight), printed) + below)


def _further(section: Section, name: str) -> None:
    """Show what is one step away, and send it only then."""
    if not (folded := section.rows[section.in_sight :]):
        return
    label = counted("{n} more", "{n} more", len(folded))
    with st.expander(label, key=f"more-{name}", on_change="rerun") as expander:
        if expander.open:
            st.html(_drawn(replace(section, rows=folded), len(folded)))


def _drawn(section: Section, printed: int) -> str:
    if section.columns:
        return table.html(section.columns, section.rows, printed, section.key, section.title)
    return table.items([entry for (entry,) in section.rows], printed)
