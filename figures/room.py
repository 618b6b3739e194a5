"""How much room a page has, from what a browser says of its window."""

import re
from collections.abc import Mapping

from figures.view import ROOM, View

TOLD = re.compile(r"\d{1,5}", re.ASCII)

COOKIE = "window_width"
"""The cookie in which `api/boot.py` lets the browser tell how wide its window is, in pixels."""

PHONE, NARROW = 768, 1100
"""Windows up to so many pixels wide are a phone's; up to so many, the sidebar would leave the page too little room."""

PHONE_ROOM, WIDE_ROOM = 350, 1240
"""A phone's lies between those of the narrowest and of the middle ones: type of 14 pixels is no smaller than 12 on the narrowest, 320 pixels wide."""

VAST, VAST_ROOM = 2400, 1640
"""Windows from so many pixels on have the largest type; a chart that is not scaled with its column needs to know."""

ROOMS = ((PHONE, PHONE_ROOM), (1000, 640), (1500, ROOM))
"""Widest window → pixels of the page's column in it; a drawing grows or shrinks a little with the column itself."""


def width(cookies: Mapping[str, str]) -> int | None:
    """Return the width of the reader's window when the page was opened, in pixels; None where the browser does not say."""
    told = TOLD.fullmatch(str(cookies.get(COOKIE, "")))
    return int(told[0]) if told else None


def is_phone(cookies: Mapping[str, str], headers: Mapping[str, str]) -> bool:
    """Return whether the window is as narrow as a phone's, or else the browser says that it runs on one."""
    if (known := width(cookies)) is not None:
        return known <= PHONE
    return headers.get("Sec-Ch-Ua-Mobile") == "?1" or "Mobi" in (headers.get("User-Agent") or "")


def of_charts(room: int, cookies: Mapping[str, str]) -> int:
    """Return the room of charts that have their type in pixels, in a page's column of so many pixels."""
    return VAST_ROOM if room == WIDE_ROOM and (width(cookies) or 0) >= VAST else room


def on_phone(view: View) -> bool:
    """Return whether a page is laid out for a phone, where what is secondary is folded."""
    return view.room == PHONE_ROOM


def column(cookies: Mapping[str, str], headers: Mapping[str, str]) -> int:
    """Return how wide the page's column is, in pixels, about: one of few widths, for which drawings are laid out."""
    known = width(cookies)
    if known is None:
        return PHONE_ROOM if is_phone(cookies, headers) else ROOM
    return next((room for most, room in ROOMS if known <= most), WIDE_ROOM)
