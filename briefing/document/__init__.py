"""The document: the briefing as a tagged PDF to send and to print, a paper of a few pages or a country on one."""

from briefing.document.document import Paper, pdf

__all__ = ["Paper", "pdf"]
