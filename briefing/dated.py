"""The dates of a table, as they are said."""

import re
from html import escape

from figures.language import Language

CELL = re.compile(r'(data-label="[^"]*"[^>]*>(?:<a [^>]*>)?)?<time>([\d-]+)</time>')

DIGITS = "ISO 8601"
"""What the name of a column holds that is there for its digits, beside one that says the same date."""


def dated(rows: str, language: Language) -> str:
    """Return a table, as HTML, whose dates are read as they are said."""

    def said(found: re.Match[str]) -> str:
        label, day = found[1] or "", found[2]
        return found[0] if DIGITS in label else f'{label}<time datetime="{day}">{escape(language.date(day))}</time>'

    return CELL.sub(said, rows)
