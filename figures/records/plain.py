"""A record as HTML that needs no script: its sentences, its facts, and what it rests on."""

from collections.abc import Iterable
from html import escape

from data.queries.records.record import Record
from figures import cited
from figures.records import wording
from figures.records.wording import Fact
from figures.view import View

MOST = 8
"""Sources that are named; how many more there are is said."""


def html(record: Record, view: View) -> str:
    """Return what a record says and which sources say it."""
    said = "".join(f"<p>{escape(sentence)}</p>" for sentence in wording.statement(record))
    found = wording.facts(view.catalog, record, view.language)
    return f"{said}{facts(found) if found else ''}{_evidence(record, view)}"


def facts(found: Iterable[Fact]) -> str:
    """Return facts as a list of terms and what holds of each."""
    rows = "".join(f"<dt>{escape(fact.label)}</dt><dd>{escape(fact.value)}</dd>" for fact in found)
    return f'<dl class="facts">{rows}</dl>'


def _evidence(record: Record, view: View) -> str:
    language = view.language
    sources = [cited.html(view.catalog, language, source) for source in record.source_ids]
    if not sources:
        return ""
    if left := max(0, len(sources) - MOST):
        sources[MOST:] = [escape(language.ngettext("and {n} more", "and {n} more", left))]
    items = "".join(f"<li>{source}</li>" for source in sources)
    return f"<h2>{escape(language.gettext('Evidence'))}</h2><ul>{items}</ul>"
