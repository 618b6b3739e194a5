"""What can be known of the reader's screen on the server."""

import streamlit as st

from components.run import once_a_run
from figures import room


@once_a_run
def is_phone() -> bool:
    """Return whether the window is as narrow as a phone's."""
    return room.is_phone(st.context.cookies, _headers())


def column() -> int:
    """Return how wide the page's column is, in pixels, about: one of few widths, for which drawings are laid out."""
    return room.column(st.context.cookies, _headers())


def of_charts(column: int) -> int:
    """Return the room of charts in a page's column of so many pixels: larger in the largest windows."""
    return room.of_charts(column, st.context.cookies)


def is_narrow() -> bool:
    """Return whether the sidebar begins folded: it would take a quarter of the window or more."""
    return room.PHONE < (room.width(st.context.cookies) or 0) < room.NARROW


def _headers() -> dict[str, str]:
    return {name: st.context.headers.get(name) or "" for name in ("Sec-Ch-Ua-Mobile", "User-Agent")}
