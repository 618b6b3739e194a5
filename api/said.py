"""A page that says one thing, in the reader's language: what is not there, or not yet."""

from collections.abc import Mapping
from html import escape

from starlette.responses import HTMLResponse

from api import refusals
from briefing import content
from figures.language import Language

STYLE = "main{padding:24px 16px}p{margin:0}"
"""Beside that of every refusal: this one stands in frames, too."""


def page(language: Language, status: int, words: str, headers: Mapping[str, str] | None = None) -> HTMLResponse:
    """Return an answer that says so in words, in the colours of either theme."""
    title = language.gettext("Illicit opioids strategy briefing")
    head = f"<style>{content.colors()}{refusals.STYLE}{STYLE}</style>"
    made = content.document(language, title, head, f"<main><p>{escape(words)}</p></main>")
    return HTMLResponse(made, status_code=status, headers={"cache-control": "no-store"} | dict(headers or {}))
