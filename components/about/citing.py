"""How to cite the briefing, and where to report an error."""

import streamlit as st

from components import filters, view
from components.language import _
from figures import contact


def show() -> None:
    """Show a ready citation and the address for errors."""
    here = view.current()
    st.markdown(_("To cite one figure, use the citation under it. To cite the whole briefing:"))
    st.code(
        _("Illicit opioids strategy briefing, facts as of {day}. {link}").format(
            day=here.language.date(here.catalog.facts_as_of.isoformat()), link=filters.address()
        ),
        language=None,
        wrap_lines=True,
    )
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
