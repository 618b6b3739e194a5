"""What may be done with the briefing and its parts."""

import streamlit as st

from components.language import _


def show() -> None:
    """Show the licence of each part."""
    parts = [
        _(
            "Tables: [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). Use them as you like and name the briefing."
        ),
        _("City coordinates in the tables: GeoNames, CC BY 4.0. Name GeoNames too."),
        _("Country shapes: made with Natural Earth, public domain."),
        _("Code: MIT."),
        _("Typefaces: Public Sans and Source Serif 4, SIL Open Font License 1.1."),
        _("Icons: Material Symbols, Apache License 2.0."),
        _(
            "Publications cited: they belong to their publishers. The briefing tells what they say, quotes little and links to them."
        ),
    ]
    st.markdown("\n".join(f"- {part}" for part in parts))
