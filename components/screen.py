"""What can be known of the reader's screen on the server."""

import re

import streamlit as st

from figures.view import ROOM

TOLD = re.compile(r"\d{1,5}", re.ASCII)

WIDTH = "window_width"
"""The cookie in which `api/boot.py` lets the browser tell how wide its window is, in pixels."""

PHONE, NARROW = 768, 1100
"""Windows up to so many pixels wide are a phone's; up to so many, the sidebar would leave the page too little room."""


PHONE_ROOM, WIDE_ROOM = 358, 1240
ROOMS = ((PHONE, PHONE_ROOM), (1000, 640), (1500, ROOM))
"""Widest window → pixels of the page's column in it; a drawing grows or shrinks a little with the column itself."""


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


def room() -> int:
    """Return how wide the page's column is, in pixels, about: one of few widths, for which drawings are laid out."""
    known = width()
    if known is None:
        return PHONE_ROOM if is_phone() else ROOM
    return next((room for most, room in ROOMS if known <= most), WIDE_ROOM)


def is_narrow() -> bool:
    """Return whether the sidebar begins folded: it would take a quarter of the window or more."""
    return PHONE < (width() or 0) < NARROW
