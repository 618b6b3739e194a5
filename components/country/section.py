"""A section of a country's brief: a list with its sources. What is printed is the start of it, and says how much is left."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components import navigation
from components.citations import brief, citations
from components.explain import explained_markdown
from components.language import _, counted

SOURCES_IN_LINE = 2


@dataclass(frozen=True)
class Section:
    """What a section says of one country.

    Attributes:
        key: a stable name.
        title: what it is about.
        items: its entries as Markdown, the weightiest first. What stands in a list within an entry (`detail`) is not printed.
        empty: what it says without an entry.
        source_ids: what its entries cite, each once.
        note: a caveat.
        way: the page that shows more of it, and the words of the link.
        printed: how many entries a printed page holds.
        in_sight: how many entries the screen shows; more are one step away, and sent only then.
    """

    key: str
    title: str
    items: Sequence[str]
    empty: str
    source_ids: Sequence[str] = ()
    note: str = ""
    way: tuple[str, str] | None = None
    printed: int = 4
    in_sight: int = 8


def detail(text: str) -> str:
    """Return a further line of an entry, which a printed page leaves out."""
    return f"\n  - {text}" if text else ""


def show(section: Section, iso3: str, title: str) -> None:
    """Show a section under a title. Its container's name begins with `brief-`, which the print stylesheet knows."""
    name = f"{section.key}-{iso3.lower()}"
    with st.container(key=f"brief-{name}", gap="xsmall"):
        st.subheader(title, anchor=name)
        if section.items:
            _entries(section, name)
        else:
            st.markdown(explained_markdown(section.empty))
        if section.note:
            st.caption(explained_markdown(section.note))
        _sources(section.source_ids, name)
        if section.way:
            with st.container(key=f"on-screen-way-{name}"):
                page, label = section.way
                navigation.link(page, label=label, country=[iso3])


def _entries(section: Section, name: str) -> None:
    st.markdown(_listed(section.items[: section.printed]))
    left = len(section.items) - section.printed
    if left <= 0:
        return
    with st.container(key=f"on-screen-{name}", gap="xsmall"):
        if more := section.items[section.printed : section.in_sight]:
            st.markdown(_listed(more))
        if folded := section.items[section.in_sight :]:
            with st.expander(
                counted("{n} more", "{n} more", len(folded)), key=f"more-{name}", on_change="rerun"
            ) as expander:
                if expander.open:
                    st.markdown(_listed(folded))
    with st.container(key=f"on-paper-{name}"):
        st.caption(counted("and {n} more on screen", "and {n} more on screen", left))


def _listed(items: Sequence[str]) -> str:
    """Return entries as a list. Here and not in the sections, so that no term is taken for explained by an entry that is folded."""
    return explained_markdown("\n".join(f"- {item}" for item in items))


def _sources(source_ids: Sequence[str], name: str) -> None:
    """Cite a few sources in a line; all of them are one step away."""
    if not source_ids:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"cited-{name}"):
        named = " · ".join(brief(source_ids[:SOURCES_IN_LINE]))
        st.caption(f"{_('Sources:')} {named}", width="content")
        with st.popover(
            counted("{n} source in full", "All {n} sources in full", len(source_ids)),
            type="tertiary",
            key=f"sources-{name}",
            on_change="rerun",
        ) as popover:
            if popover.open:
                st.markdown("\n".join(f"- {citation}" for citation in citations(source_ids)))
