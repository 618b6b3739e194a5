"""Numbers that can be read from the back of a room, each with what it counts."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from figures.screen import Number


def show(numbers: Iterable[Number]) -> None:
    """Show numbers below each other; each is read out together with its words."""
    with st.container(key="headline-numbers"):
        st.html("".join(map(_told, numbers)))


def _told(number: Number) -> str:
    return (
        '<div class="headline-number">'
        f"<b>{escape(number.value)}</b> <span>{escape(number.counts)}</span> <small>{escape(number.known)}</small></div>"
    )
