"""Find anything: one box on every page, and what it finds in a panel below it, over the page."""

from html import escape as html

import streamlit as st

from components import navigation, state, view
from components.citations import escape
from components.language import _, counted
from data import link
from data.queries.find import PAGES
from figures.find import Found, found

MOST, MORE = 5, 20
"""Of each kind, so many are shown at first, and so many more each time that a reader asks for them."""

ASKED = "_found_more"
"""Session-state name of the search for which more was asked for, and of which kinds how many are shown."""

LONGEST_PASTED = 20_000
"""Characters that the box takes: the link cuts them to a search. Of more Streamlit takes nothing, and says nothing."""

COLUMNS = 3


def show() -> None:
    """Show the box, and what it finds. What is typed becomes part of the link once the reader presses Enter or leaves it."""
    st.text_input(
        _("Find"),
        max_chars=LONGEST_PASTED,
        placeholder=_("Find anything · Buscar"),
        icon=":material/search:",
        label_visibility="collapsed",
        key=link.FIND.name,
        on_change=state.save,
    )
    # It stands there empty, too: what follows on the page keeps its place, and the reader the spot that is read.
    with st.container(key="found-place"):
        if text := st.session_state[link.FIND.name]:
            _found(text)


def _found(text: str) -> None:
    """Show what is found, by kind."""
    here = view.current()
    groups = found(here.catalog, text, here.language, MOST, _asked(text))
    with st.container(border=True, key="found"):
        with st.container(horizontal=True, vertical_alignment="center", key="found-head"):
            st.markdown(f"**{_said(text, groups)}**")
            st.button(_("Close"), icon=":material/close:", type="tertiary", on_click=_close, key="found-close")
        for first in range(0, len(groups), COLUMNS):
            for column, group in zip(st.columns(COLUMNS), groups[first : first + COLUMNS], strict=False):
                with column.container(gap="xsmall"):
                    _group(group, text)


def _said(text: str, groups: tuple[Found, ...]) -> str:
    if not groups:
        return _("Nothing found for “{text}”. Try fewer words, or other ones.").format(text=escape(text))
    total = counted("{n} match", "{n} matches", sum(group.total for group in groups))
    return _("{matches} for “{text}”").format(matches=total, text=escape(text))


def _group(group: Found, text: str) -> None:
    language = view.current().language
    st.markdown(f"**{group.title}** · {language.number(group.total)}")
    if group.table == PAGES:
        st.html(_pages(group))
    else:
        for one in group.shown:
            navigation.record_link(one, **{link.FIND.url: []})
    if group.total > len(group.shown):
        st.button(
            _("Show more: {n} of {total} are shown").format(
                n=language.number(len(group.shown)), total=language.number(group.total)
            ),
            type="tertiary",
            on_click=_more,
            args=(text, group),
            key=f"found-more-{group.table}",
        )


def _pages(group: Found) -> str:
    """Return links to pages and their parts, each with what it answers; components/static/page.js goes to the part."""
    items = []
    for one in group.shown:
        page, query = one.view or ("", {})
        address = navigation.address(page, **query) + (f"#{one.part}" if one.part else "")
        items.append(f'<li><a href="{html(address)}">{html(one.words)}</a><small>{html(one.more)}</small></li>')
    return f'<ul class="found-pages">{"".join(items)}</ul>'


def _asked(text: str) -> dict[str, int]:
    """Return of which kinds more was asked for in this search, and how many are shown."""
    asked, counts = st.session_state.get(ASKED, ("", {}))
    return counts if asked == text else {}


def _more(text: str, group: Found) -> None:
    st.session_state[ASKED] = (text, {**_asked(text), group.table: len(group.shown) + MORE})


def _close() -> None:
    state.choose(link.FIND, "")
