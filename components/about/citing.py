"""How to cite the briefing, and where to report an error."""

from datetime import UTC, datetime

import streamlit as st

from components import filters, view
from components.language import _
from figures import contact, imprint


def show() -> None:
    """Show a ready citation and the address for errors."""
    here = view.current()
    st.markdown(
        _("To cite one figure, open its downloads: the citation stands at their end. To cite the whole briefing:")
    )
    st.code(imprint.whole(here, filters.first(), datetime.now(UTC).date()), language=None, wrap_lines=True)
    st.markdown(" ".join([_errors(), _("Name the figure, what is wrong, and a source that says so.")]))


def _errors() -> str:
    link = contact.link()
    if not link:
        return _(
            "**To report an error:** this copy of the briefing names no address. Please write to whoever serves it to you."
        )
    return _("**To report an error**, write to {address}.").format(
        address=f"[{link.removeprefix('mailto:')}](<{link}>)"
    )
