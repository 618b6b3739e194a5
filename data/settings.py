"""What whoever serves the briefing may state, by environment."""

import os
import re
from functools import cache

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
