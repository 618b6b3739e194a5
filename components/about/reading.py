"""How to read the briefing by mouse, finger or keyboard, read out, and on paper."""

import streamlit as st

from components import walked
from components.language import _, current


def show() -> None:
    """Show what can be done with a figure, and how, by each kind of reader."""
    parts = (
        _(
            "**By mouse or finger.** A mark of a map leads to what is known of it; on a chosen country, it lifts the filter."
        ),
        _("**By keyboard.** Each map and chart is one stop of Tab. {keys}").format(
            keys=" ".join(walked.keys(current()))
        ),
        _("**Read out.** Each figure has its finding as a heading, what it shows in words, and its rows as a table."),
        _("**On paper.** Each page prints from the browser, without controls and with its tables as text."),
    )
    st.markdown("\n".join(f"- {part}" for part in parts))
