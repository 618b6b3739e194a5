"""Pieces of HTML that the lists and tables of initiatives share."""

from html import escape

from data.link import RECORD
from data.queries.records.address import address
from figures.view import View


def record(view: View, kind: str, code: str, words: str) -> str:
    """Return words as a link to the record of a row; the view goes along."""
    return f'<a href="{escape(view.address("record", **{RECORD.url: [address(kind, code)]}))}">{escape(words)}</a>'


def unseen(words: str) -> str:
    """Return words for those to whom the page is read; who sees it knows them by the place or the shape."""
    return f'<span class="unseen">{escape(words)}</span>'
