"""What whoever serves the briefing may state, by environment."""

import os
import re
from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_network

EMBEDDERS = "BRIEFING_EMBED"
"""The environment variable that names who may embed figures: origins such as `https://news.example`, parted by blanks."""

AHEAD = "BRIEFING_AHEAD"
"""The environment variable that says, by `no`, that nothing is made before somebody asks for it."""

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


def is_made_ahead() -> bool:
    """Return whether what takes minutes to be made is made when the server starts; it is, unless the setting says `no`."""
    return os.environ.get(AHEAD, "").casefold() != "no"


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


def check() -> None:
    """Read every setting, so that one that is mistyped keeps the server from starting instead of breaking what it serves.

    Raises:
        ValueError: one says what it cannot; the message names it.
    """
    for read in (embedders, sessions, https_alone, watchers, log_format, drain):
        read()


METRICS = "BRIEFING_METRICS"
"""The environment variable that names from where `/metrics` may be read: addresses and networks, parted by blanks."""

LOG = "BRIEFING_LOG"
"""The environment variable that says how the log is written: `text`, or `json`, one object a line."""

DRAIN = "BRIEFING_DRAIN"
"""The environment variable that says how many seconds a process that is told to end goes on serving, while `/readyz` says that it ends."""


@cache
def watchers() -> tuple[IPv4Network | IPv6Network, ...] | None:
    """Return the networks from which metrics may be read; None where nothing is stated, and none where nobody is named.

    Raises:
        ValueError: the setting names something that is no network.
    """
    stated = os.environ.get(METRICS)
    if stated is None:
        return None
    try:
        return tuple(ip_network(one) for one in stated.split())
    except ValueError as error:
        raise ValueError(f"{METRICS} names no network such as 10.0.0.0/8: {error}") from error


@cache
def log_format() -> str:
    """Return how the log is written: `text` or `json`.

    Raises:
        ValueError: the setting says something else.
    """
    stated = os.environ.get(LOG, "text")
    if stated not in {"text", "json"}:
        raise ValueError(f"{LOG} is neither text nor json: {stated}")
    return stated


@cache
def drain() -> float:
    """Return for how many seconds a process that is told to end goes on serving.

    Raises:
        ValueError: the setting is no number of seconds from 0 to 300.
    """
    stated = os.environ.get(DRAIN, "0")
    if not re.fullmatch(r"\d{1,3}(\.\d+)?", stated, re.ASCII) or float(stated) > LONGEST_DRAIN:
        raise ValueError(f"{DRAIN} is no number of seconds from 0 to {LONGEST_DRAIN}: {stated}")
    return float(stated)


LONGEST_DRAIN = 300
