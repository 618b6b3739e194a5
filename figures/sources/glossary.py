"""The glossary: every term with what it stands for, what it means here, and who says so."""

import re
from dataclasses import dataclass

import pandas as pd

from data.catalog import Catalog
from data.collation import collated
from data.once import once
from data.queries.sources.citing import citations
from figures import labels
from figures.figure import Figure
from figures.language import Language


@dataclass(frozen=True)
class Term:
    """One term, with the sources of its definition."""

    term_id: str
    term: str
    expansion: str
    definition: str
    source_ids: tuple[str, ...]


@once(4)
def terms(catalog: Catalog) -> tuple[Term, ...]:
    """Return every term in the order of the alphabet."""
    cited = citations(catalog, "glossary")
    found = [
        Term(row.term_id, row.term, labels.full(row.expansion, row.term), row.definition, cited[at])
        for at, row in enumerate(catalog["glossary"].itertuples(index=False))
    ]
    return tuple(sorted(found, key=lambda one: collated(one.term)))


def figure(catalog: Catalog, language: Language) -> Figure:
    """Return the glossary as a table without a drawing, one row a term."""
    listed = terms(catalog)
    short = sum(bool(one.expansion) for one in listed)
    return Figure(
        key="glossary",
        title=language.ngettext(
            "{n} term explained, {short} of them short for something",
            "{n} terms explained, {short} of them short for something",
            len(listed),
            short=language.number(short),
        ),
        text=language.gettext(
            "Each definition says what the word means in this briefing, in our own words, with the sources it rests on."
        ),
        rows=pd.DataFrame(
            {
                "term": [one.term for one in listed],
                "expansion": [one.expansion for one in listed],
                "definition": [one.definition for one in listed],
                "sources": [labels.sources(one.source_ids, language, catalog) for one in listed],
            },
            dtype="str",
        ),
        columns={
            "term": language.gettext("Term"),
            "expansion": language.gettext("Full form"),
            "definition": language.gettext("Definition"),
            "sources": language.gettext("Sources"),
        },
        source_ids=tuple(dict.fromkeys(source for one in listed for source in one.source_ids)),
        narrowed_by=(),
    )


@once(4096)
def mentions(catalog: Catalog, text: str) -> tuple[tuple[int, int, Term], ...]:
    """Return where a text first mentions each term of the glossary, from the left: start, end, term.

    An abbreviation or a name is meant only as it is written; other terms in any case and in the plural.
    """
    pattern, known = _pattern(catalog)
    found: dict[str, tuple[int, int, Term]] = {}
    for match in pattern.finditer(text):
        term = known[match[0]] if match[0] in known else known.get(match[0].casefold().removesuffix("s"))
        if term and term.term not in found:
            found[term.term] = (match.start(), match.end(), term)
    return tuple(found.values())


@once(2)
def _pattern(catalog: Catalog) -> tuple[re.Pattern[str], dict[str, Term]]:
    known = {one.term: one for one in terms(catalog)}
    longest_first = sorted(known, key=len, reverse=True)
    # A term in small letters may begin a sentence and stand in the plural.
    written = [f"(?i:{re.escape(term)}s?)" if term.islower() else re.escape(term) for term in longest_first]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])"), known
