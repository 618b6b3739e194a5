"""Terms of the glossary in running text: each explains itself on focus and hover, and leads to the glossary."""

from components import navigation, view
from components.citations import escape
from figures import telling
from figures.glossary import Term, mentions


def explained(text: str, known: set[str] | None = None) -> str:
    """Return prose of the data as Markdown, the first mention of each term as a link whose title is the definition.

    Args:
        known: terms that were explained before, in texts that are read together; those of this text are added.
    """
    parts, at = [], 0
    known = set() if known is None else known
    for start, end, term in mentions(view.current().catalog, text):
        if term.term in known:
            continue
        known.add(term.term)
        parts += [escape(text[at:start]), _link(text[start:end], term)]
        at = end
    return "".join([*parts, escape(text[at:])])


def _link(words: str, term: Term) -> str:
    said = f"{term.expansion}. {term.definition}" if term.expansion else term.definition
    title = escape(said.replace('"', "”"))
    _words, page, query = telling.term(term)
    return f'[{escape(words)}]({navigation.address(page, **query)} "{title}")'
