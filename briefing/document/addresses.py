"""Addresses as they can be typed: on paper nothing can be clicked."""

import re
from urllib.parse import urljoin, urlsplit

from figures.view import View

BREAKS = re.compile(r"(?<=[/_?&=])(?=\w)")
"""Where what follows the site may go on in the next line; at a hyphen every text may."""

GAP = "\N{ZERO WIDTH SPACE}"


def of_page(view: View, address: str, page: str) -> str:
    """Return the full link to another page of a view; empty where it is not served anywhere.

    Args:
        address: the full link to the view, or nothing.
    """
    return urljoin(address, view.carrying(View.address(page))) if address else ""


def site(url: str) -> str:
    """Return the site of an address; empty where there is no address."""
    return urlsplit(url).netloc.removeprefix("www.")


def typed(url: str) -> str:
    """Return an address without what a browser adds by itself, and where it may be broken."""
    found = urlsplit(url)
    rest = f"{found.path}?{found.query}" if found.query else found.path.rstrip("/")
    return site(url) + BREAKS.sub(GAP, rest)
