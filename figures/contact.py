"""The address to which readers report errors: whoever serves the briefing names it, or says nothing."""

import logging
import os
import re
from functools import cache
from urllib.parse import quote

SETTING = "BRIEFING_CONTACT"
"""The environment variable that names an e-mail address or an https address."""

EMAIL = re.compile(r"[\w.%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.ASCII | re.IGNORECASE)
WEB = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?(/[\w.~!$&'*+,;=:@%/?#-]*)?", re.ASCII | re.IGNORECASE)
"""Narrower than the standards: nothing that Markdown or HTML could read as markup."""

LONGEST = 254

log = logging.getLogger(__name__)


@cache
def link() -> str:
    """Return the address as a link (`mailto:…` or `https://…`), read once a process; empty where none is set."""
    stated = os.environ.get(SETTING, "").strip()
    found = as_link(stated)
    if stated and not found:
        log.error("%s is neither an e-mail address nor an https address and is ignored: %r", SETTING, stated)
    return found


def about(subject: str, body: str) -> str:
    """Return the link to a message that is begun already: an e-mail, or an issue whose form takes `title` and `body`.

    Empty where no address is set.
    """
    address = link()
    if not address:
        return ""
    first = "subject" if address.startswith("mailto:") else "title"
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}{first}={quote(subject)}&body={quote(body)}"


def as_link(text: str) -> str:
    """Return the link that an address stands for; empty for what is no e-mail or https address."""
    if len(text) > LONGEST:
        return ""
    if EMAIL.fullmatch(text):
        return f"mailto:{text}"
    return text if WEB.fullmatch(text) else ""
