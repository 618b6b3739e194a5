"""What a reader sees when something breaks: what happened, one sentence, what to do; never a stack trace."""

import logging

import streamlit as st

from components import navigation, state
from components.language import _
from data import link
from data.pages import LISTED
from data.problem import DataError

log = logging.getLogger(__name__)

TOLD = "The reader was told."
"""A note on an error that stands on the page already."""


def report(error: Exception) -> bool:
    """Log an error and tell the reader, once. Streamlit calls it; True keeps its own display away."""
    if TOLD in getattr(error, "__notes__", ()):
        return True
    error.add_note(TOLD)
    page, keys = f"/{st.session_state.get(state.PAGE, '')}", link.known(st.query_params)
    log.error("The page %s failed, asked with %s", page, keys, exc_info=error, extra={"page": page, "keys": keys})
    if isinstance(error, DataError):
        broken_data(error)
        return True
    with st.container(border=True, key="notice-error"):
        st.error(
            _("This part of the briefing could not be shown. The fault is ours and is logged; your link is kept."),
            title=_("Something went wrong on our side"),
            icon=":material/error:",
        )
        with st.container(horizontal=True, gap="small"):
            _try_again()
            st.button(_("Reset filters"), icon=":material/restart_alt:", on_click=state.reset, key="reset-after-error")
    return True


def broken_data(error: DataError) -> None:
    """Say which file, row, column and value of the data are broken, in the place of any page."""
    with st.sidebar:
        st.markdown(_("**Strategy for Combating Illicit Opioids**"))
    st.title(_("The data could not be read"), anchor=False)
    st.markdown(
        _(
            "A table of this briefing breaks its own rules. Nothing is shown rather than something wrong; your link is kept "
            "and opens again once the table is mended."
        )
    )
    with st.container(border=True, key="notice-data"):
        st.error(
            "\n\n".join(str(problem) for problem in error.problems[:3]),
            title=_("For whoever keeps the data"),
            icon=":material/database_off:",
        )
        _try_again()
    st.caption(_("Independent of Homeland Security Investigations and of any government."))


def unknown_page() -> None:
    """Say that no page lies at this address, and where the pages are."""
    st.title(_("There is no page at this address"), anchor=False)
    st.markdown(_("The link may be mistyped, or cut short on its way. These are the pages; the filters are kept."))
    with st.container(gap="xsmall", key="all-pages"):
        for name in LISTED:
            navigation.link(name)


def _try_again() -> None:
    """Offer to run the page once more: a click on any button does."""
    st.button(_("Try again"), icon=":material/refresh:", key="try-again")
