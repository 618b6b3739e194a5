"""Changes for reading, as HTML: a line a reason, which opens to what changed and the records that it concerns."""

from collections.abc import Iterable
from html import escape

from figures import cited
from figures.ink.table import linked
from figures.records.changes import Group
from figures.view import View

FEW = 4
"""Records that are named, and lines that are told."""


def html(groups: Iterable[Group], view: View, are_open: int, over_table: bool = True) -> str:
    """Return changes by reason below each other, the first few open.

    Args:
        over_table: whether a table of all of them stands below.
    """
    entries = (_told(group, view, at < are_open, over_table) for at, group in enumerate(groups))
    return f'<div class="points changes">{"".join(entries)}</div>'


def _told(group: Group, view: View, is_open: bool, over_table: bool) -> str:
    language = view.language
    titles = [str(view.catalog.resource(table)["title"]) for table in group.tables if table in view.catalog.tables]
    about = escape(f"{language.date(group.day)} · {language.join(titles)}")
    sources = " · ".join(cited.html(view.catalog, language, source) for source in group.source_ids)
    # Nothing in a summary may be a link: it is a button itself.
    said = escape(language.gettext("Sources: {sources}")).format(sources=sources)
    cited_ = f"<p><small>{said}</small></p>" if sources else ""
    lines = "".join(f"<p>{_line(line)}</p>" for line in group.lines[:FEW])
    if left := len(group.lines) - FEW if len(group.lines) > FEW else 0:
        lines += f"<p>{_more(left, view, over_table)}</p>"
    return (
        f"<details{' open' if is_open else ''}><summary><b>{escape(group.reason)}</b><br><small>{about}</small></summary>"
        f"{lines}{cited_}{_records(group, view)}</details>"
    )


def _line(line: str) -> str:
    """Return what changed as HTML, its kind set apart from the rest."""
    kind, colon, change = line.partition(": ")
    return f"<b>{escape(kind + colon)}</b>{escape(change)}" if change else escape(line)


def _more(left: int, view: View, over_table: bool) -> str:
    if not over_table:
        return view.language.ngettext("and {n} more", "and {n} more", left)
    return view.language.ngettext("and {n} more, in the table below", "and {n} more, in the table below", left)


def _records(group: Group, view: View) -> str:
    """Return links to the records, as many as can be read."""
    links = [linked(one.words, view.address("record", id=[one.record])) for one in group.told if one.record]
    if not links:
        return ""
    left = len(links) - FEW
    more = f" · {view.language.ngettext('and {n} more', 'and {n} more', left)}" if left > 0 else ""
    return f"<p><small>{' · '.join(links[:FEW])}{more}</small></p>"
