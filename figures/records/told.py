"""Changes for reading, as HTML: part by part and reason by reason, what stood before beside what stands now."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from figures import cited
from figures.ink import table
from figures.ink.table import Row, linked
from figures.records.changes import Changed, Group
from figures.records.differing import marked
from figures.records.parts import Part, words_for
from figures.room import PHONE_ROOM
from figures.view import View

FEW = 4
"""Facts of a reason that are in sight at once; the others open."""

ON_PHONE = 2
"""Reasons whose facts a phone shows at once, where each takes a screen; the others open."""

MANY = 40
"""Facts of a reason that are told; the table below, and the file, have all."""


def html(parts: Iterable[Part], view: View) -> str:
    """Return changes part by part. What may have been quoted is in sight; of the others, each reason opens."""
    return f'<div class="points changes">{"".join(_part(part, view) for part in parts)}</div>'


def _part(part: Part, view: View) -> str:
    most = (ON_PHONE if view.room == PHONE_ROOM else len(part.groups)) if part.in_sight else 0
    told = (_in_sight(group, view) if at < most else _folded(group, view) for at, group in enumerate(part.groups))
    return f"<h2>{escape(part.title)}</h2>{''.join(told)}"


def _in_sight(group: Group, view: View) -> str:
    """Return a reason with what it changed, the first few facts at once."""
    shown, left = _compared(group, group.facts[:FEW], view), group.facts[FEW:MANY]
    if left:
        more = escape(view.language.ngettext("{n} more", "{n} more", len(left)))
        shown += f"<details><summary>{more}</summary>{_compared(group, left, view)}</details>"
    sources = f" · {_sources(group, view)}" if group.source_ids else ""
    return (
        f"<section><h3>{escape(group.reason)}</h3><p><small>{_about(group, view)}{sources}</small></p>{shown}</section>"
    )


def _folded(group: Group, view: View) -> str:
    """Return a reason that opens to what it changed: facts in a table, columns and tables a line each."""
    shown = _compared(group, group.facts[:MANY], view) if group.facts else "".join(map(_line, group.lines[:MANY]))
    # Nothing in a summary may be a link: it is a button itself.
    sources = f"<p><small>{_sources(group, view)}</small></p>" if group.source_ids else ""
    return (
        f"<details><summary><b>{escape(group.reason)}</b><br><small>{_about(group, view)}</small></summary>"
        f"{shown}{sources}</details>"
    )


def _about(group: Group, view: View) -> str:
    language = view.language
    done = language.opening(language.join(words_for(group.kinds, language)))
    return escape(f"{language.date(group.day)} · {done}")


def _sources(group: Group, view: View) -> str:
    named = " · ".join(cited.html(view.catalog, view.language, source) for source in group.source_ids)
    return escape(view.language.gettext("Sources: {sources}")).format(sources=named)


def _compared(group: Group, facts: Sequence[Changed], view: View) -> str:
    """Return facts as a table. What concerns the same record as the line above does not name it again.

    Where the English wording alone changed, another language has nothing to compare: a line names what it concerns.
    """
    language = view.language
    same, facts = [one for one in facts if _is_same(one)], [one for one in facts if not _is_same(one)]
    told = _same(same, view) if same else ""
    if not facts:
        return told
    head = (language.gettext("What changed"), language.gettext("Before"), language.gettext("Now"))
    above = [None, *(fact.of for fact in facts)]
    rows = [_row(fact, fact.of == before, view) for fact, before in zip(facts, above, strict=False)]
    return table.html(head, rows, name="before-now", label=group.reason) + told


def _is_same(fact: Changed) -> bool:
    return bool(fact.before) and fact.before == fact.after


def _same(facts: Sequence[Changed], view: View) -> str:
    """Return a line that names the records of which the English wording alone changed."""
    named = dict.fromkeys(
        linked(one.of.words, view.address("record", id=[one.of.record]) if one.of.record else "") for one in facts
    )
    said = escape(view.language.gettext("Only the English wording changed: {records}.")).format(
        records="; ".join(named)
    )
    return f"<p>{said}</p>"


def _row(fact: Changed, is_named: bool, view: View) -> Row:
    address = view.address("record", id=[fact.of.record]) if fact.of.record else ""
    named = "" if is_named and fact.column else linked(fact.of.words, address)
    column = _coded(fact.column)
    of = f"{named}<small>{column}</small>" if named and column else named or column
    if not (fact.before and fact.after):
        nothing = escape(view.language.gettext("nothing"))
        before, after = (escape(text) or f"<i>{nothing}</i>" for text in (fact.before, fact.after))
        return of, before, after
    return (of, *marked(fact.before, fact.after))


def _line(line: str) -> str:
    """Return what changed as HTML, its kind set apart from the rest."""
    kind, colon, change = line.partition(": ")
    return f"<p><b>{escape(kind + colon)}</b>{_coded(change)}</p>" if change else f"<p>{_coded(line)}</p>"


def _coded(text: str) -> str:
    """Return a text as HTML, in it the names of withdrawn tables and columns as code: `source_type`."""
    return re.sub(r"`([a-z_]+)`", r"<code>\1</code>", escape(text))
