"""Terms of the glossary in running text: each explains itself on focus and hover, and leads to the glossary."""

import re
from collections.abc import Callable

from components import navigation, view
from components.citations import escape
from components.run import once_a_run
from data.queries.records.address import address
from figures.sources.glossary import Term, mentions

MARKUP = re.compile(r'(\[(?:\\.|[^\]\\])*\]\((?:<[^>]*>|[^)"]*)(?: "[^"]*")?\)|`[^`]*`)')
"""Links and code of a Markdown text, which stay as they are: a link within a link is none."""


def explained(text: str, known: set[str] | None = None) -> str:
    """Return plain prose as Markdown, the first mention of each term as a link whose title is the definition.

    Args:
        known: terms that were explained before, in texts that are read together; those of this text are added. The page is
            read together where nothing else is said.
    """
    return _linked(text, _so_far() if known is None else known, escape)


def explained_markdown(markdown: str) -> str:
    """Return a text that is Markdown already, with the terms linked that nothing before it on the page explained."""
    known = _so_far()
    parts = MARKUP.split(markdown)
    # What is in brackets in a pattern is every second part of what it splits.
    return "".join(part if at % 2 else _linked(part, known, str) for at, part in enumerate(parts))


@once_a_run
def _so_far() -> set[str]:
    """Return the terms of the glossary that the page has explained so far, from the top."""
    return set()


def _linked(text: str, known: set[str], plain: Callable[[str], str]) -> str:
    parts, at = [], 0
    for start, end, term in mentions(view.current().catalog, text):
        if term.term in known:
            continue
        known.add(term.term)
        parts += [plain(text[at:start]), _link(text[start:end], term)]
        at = end
    return "".join([*parts, plain(text[at:])])


def _link(words: str, term: Term) -> str:
    said = f"{term.expansion}. {term.definition}" if term.expansion else term.definition
    title = escape(said.replace('"', "”"))
    return f'[{escape(words)}]({navigation.record_address(address("term", term.term_id))} "{title}")'
