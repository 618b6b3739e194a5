"""Find anything: one box on every page, and what it finds in a panel below it, over the page."""

import streamlit as st

from components import navigation, state, view
from components.citations import escape
from components.language import _, counted
from data import link
from figures.find import Found, found

MOST = 5
"""Of each kind, so many are shown; a more exact search shows the others."""

COLUMNS = 3


def show() -> None:
    """Show the box, and what it finds. What is typed becomes part of the link once the reader presses Enter or leaves it."""
    st.text_input(
        _("Find"),
        max_chars=link.LONGEST_SEARCH,
        placeholder=_("Find anything · Buscar"),
        icon=":material/search:",
        label_visibility="collapsed",
        key=link.FIND.name,
        on_change=state.save,
    )
    if text := st.session_state[link.FIND.name]:
        _found(text)


def _found(text: str) -> None:
    """Show what is found, by kind."""
    here = view.current()
    groups = found(here.catalog, text, here.language, MOST)
    with st.container(border=True, key="found"):
        head, end = st.columns([5, 1], vertical_alignment="center")
        head.markdown(f"**{_said(text, groups)}**")
        end.button(_("Close"), icon=":material/close:", type="tertiary", on_click=_close, key="found-close")
        for first in range(0, len(groups), COLUMNS):
            for column, group in zip(st.columns(COLUMNS), groups[first : first + COLUMNS], strict=False):
                with column.container(gap="xsmall"):
                    _group(group)


def _said(text: str, groups: tuple[Found, ...]) -> str:
    if not groups:
        return _("Nothing found for “{text}”. Try fewer words, or other ones.").format(text=escape(text))
    total = counted("{n} match", "{n} matches", sum(group.total for group in groups))
    return _("{matches} for “{text}”").format(matches=total, text=escape(text))


def _group(group: Found) -> None:
    language = view.current().language
    st.markdown(f"**{group.title}** · {language.number(group.total)}")
    for one in group.shown:
        navigation.record_link(one, **{link.FIND.url: []})
    if group.total > len(group.shown):
        st.caption(
            _("The best {n} of {total}; add a word to narrow them.").format(
                n=language.number(len(group.shown)), total=language.number(group.total)
            )
        )


def _close() -> None:
    state.choose(link.FIND, "")
