"""What whoever serves the briefing may state, by environment."""

import os
import re
from functools import cache

EMBEDDERS = "BRIEFING_EMBED"
"""The environment variable that names who may embed figures: origins such as `https://news.example`, parted by blanks."""

ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?", re.IGNORECASE)
WHOLE = re.compile(r"\d{1,9}", re.ASCII)


@cache
def embedders() -> tuple[str, ...]:
    """Return the origins of pages that may embed figures; none, unless the setting names some.

    Raises:
        ValueError: it names something that is no origin.
    """
    stated = os.environ.get(EMBEDDERS, "").split()
    if wrong := [one for one in stated if not ORIGIN.fullmatch(one)]:
        raise ValueError(f"{EMBEDDERS} names no origin such as https://news.example: {' '.join(wrong)}")
    return tuple(stated)


SESSIONS = "BRIEFING_SESSIONS"
"""The environment variable that says how many readers a process lets in at once."""

MOST_SESSIONS = 250
"""Where nothing is said. Each takes three files of the 1,024 that a process has open at most where nobody raised that."""


@cache
def sessions() -> int:
    """Return how many readers are let in at once, by each process.

    Raises:
        ValueError: the setting is no whole number above 0.
    """
    return _whole(SESSIONS, MOST_SESSIONS, 1)


HSTS = "BRIEFING_HSTS"
"""The environment variable that says for how many seconds a browser that came by https comes by nothing else
(`Strict-Transport-Security`)."""


@cache
def https_alone() -> int:
    """Return for how many seconds browsers are told to come by https alone; 0, unless the setting says otherwise.

    A browser holds to it whatever the host says later, and it holds for all that is served under the host's name: so nothing is
    said unless whoever serves the briefing wants it.

    Raises:
        ValueError: the setting is no whole number.
    """
    return _whole(HSTS, 0, 0)


def _whole(setting: str, default: int, least: int) -> int:
    stated = os.environ.get(setting, "").strip()
    if not stated:
        return default
    if not WHOLE.fullmatch(stated) or int(stated) < least:
        raise ValueError(f"{setting} is no whole number from {least} on: {stated}")
    return int(stated)
