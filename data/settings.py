"""What whoever serves the briefing may state, by environment."""

import os
import re
from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_network

EMBEDDERS = "BRIEFING_EMBED"
"""The environment variable that names who may embed figures: origins such as `https://news.example`, parted by blanks."""

ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?", re.IGNORECASE)


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
