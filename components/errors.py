"""What a reader sees when something breaks: one calm sentence, never a stack trace."""

import logging

import streamlit as st

from components.language import _
from data.validation import DataError

log = logging.getLogger(__name__)


def report(error: Exception) -> bool:
    """Log an uncaught error and tell the reader. Streamlit calls it; True keeps its own display away."""
    log.exception("A page failed", exc_info=error)
    if isinstance(error, DataError):
        broken_data(error)
    else:
        st.error(
            _(
                "This part of the briefing could not be shown. The fault is logged. Reload the page, or reset the filters."
            ),
            title=_("Something went wrong on our side"),
            icon=":material/error:",
        )
    return True


def broken_data(error: DataError) -> None:
    """Say which file, row, column and value of the data are broken."""
    st.error(
        "\n\n".join(str(problem) for problem in error.problems[:3]),
        title=_("The data could not be read"),
        icon=":material/database_off:",
    )
