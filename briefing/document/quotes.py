"""Apostrophes and quotation marks as a printer sets them, whatever the tables and messages are typed with."""

import re

CLOSING, OPENING = {"'": "’", '"': "”"}, {"'": "‘", '"': "“"}

MARK = re.compile(r"['\"]")
BEFORE = re.compile(r"[\s(\[—–“‘/]$")
"""What stands before a mark that opens; so does nothing at all."""

WORDS = re.compile(r"(?<=>)[^<>]+(?=<)")
"""What stands between the tags of a drawing."""


def curled(text: str) -> str:
    """Return a text with curly marks in place of straight ones."""
    return MARK.sub(lambda found: (OPENING if _opens(text[: found.start()]) else CLOSING)[found[0]], text)


def curled_between_tags(svg: str) -> str:
    """Return a drawing whose words have curly marks; the marks of its attributes stay."""
    return WORDS.sub(lambda found: curled(found[0].replace("&#x27;", "'").replace("&quot;", '"')), svg)


def _opens(before: str) -> bool:
    return not before or bool(BEFORE.search(before))
