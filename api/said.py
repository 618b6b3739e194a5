"""A page that says one thing, in the reader's language: what is not there, or not yet."""

from collections.abc import Mapping
from html import escape

from starlette.responses import HTMLResponse

from briefing import content
from figures.language import Language

STYLE = "body{margin:0;padding:24px;background:var(--paper);color:var(--ink);font:17px/1.5 system-ui,sans-serif}p{max-width:40rem;margin:0}"


def page(language: Language, status: int, words: str, headers: Mapping[str, str] | None = None) -> HTMLResponse:
    """Return an answer that says so in words, in the colours of either theme."""
    title = language.gettext("Illicit opioids strategy briefing")
    head = f"<style>{content.colors()}{STYLE}</style>"
    made = content.document(language, title, head, f"<main><p>{escape(words)}</p></main>")
    return HTMLResponse(made, status_code=status, headers={"cache-control": "no-store"} | dict(headers or {}))
