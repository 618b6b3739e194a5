"""A part of a page that opens where it stands. On paper it is open: components/style/."""

from html import escape


def fold(words: str, within: str, name: str = "part") -> str:
    """Return HTML that is closed until a reader opens it.

    Args:
        words: what there is to open, as plain text.
        within: HTML.
        name: classes for a stylesheet.
    """
    return f'<details class="{name}"><summary>{escape(words)}</summary>{within}</details>'
