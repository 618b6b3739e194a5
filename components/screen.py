"""What can be known of the reader's screen on the server."""

import re

import streamlit as st

TOLD = re.compile(r"\d{1,5}", re.ASCII)

WIDTH = "window_width"
"""The cookie in which `api/boot.py` lets the browser tell how wide its window is, in pixels."""

PHONE, NARROW = 768, 1100
"""Windows up to so many pixels wide are a phone's; up to so many, the sidebar would leave the page too little room."""


def width() -> int | None:
    """Return the width of the reader's window when the page was opened, in pixels; None where the browser does not say."""
    told = TOLD.fullmatch(str(st.context.cookies.get(WIDTH, "")))
    return int(told[0]) if told else None


def is_phone() -> bool:
    """Return whether the window is as narrow as a phone's, or else the browser says that it runs on one."""
    if (known := width()) is not None:
        return known <= PHONE
    headers = st.context.headers
    return headers.get("Sec-Ch-Ua-Mobile") == "?1" or "Mobi" in (headers.get("User-Agent") or "")


def is_narrow() -> bool:
    """Return whether the sidebar begins folded: it would take a quarter of the window or more."""
    return PHONE < (width() or 0) < NARROW
