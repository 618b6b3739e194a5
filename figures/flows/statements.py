"""Every statement that something moves from one place to another: who says it, who says otherwise. A table of words."""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Any

import pandas as pd

from data.queries.flows import denials, in_order, said_by
from data.queries.narrowing import sources_of
from data.queries.records.address import address
from figures import cited, labels, narrowing
from figures.figure import Figure
from figures.flows import listing, wording
from figures.flows.listing import DENIED
from figures.ink.fold import fold
from figures.ink.table import NOTHING, caption
from figures.room import on_phone
from figures.view import View

KEY = "supply-statements"


def anchor(flow_id: str) -> str:
    """Return the name of a statement's row in the page's address: `flow-f07`."""
    return f"flow-{flow_id}"


def figure(rows: pd.DataFrame, aside: int, view: View) -> Figure:
    """Return the table.

    Args:
        rows: what `data.queries.flows.flows` returns, with at least one.
        aside: how many others name a region at one end, and nothing that was chosen.
    """
    catalog, language = view.catalog, view.language
    ordered = in_order(rows)
    source_ids = tuple(sources_of(catalog, "flow_sources", "flow_id", ordered["flow_id"]))
    notes = [*_aside(aside, view), *wording.one_origin(source_ids, catalog, language)]
    return Figure(
        key=KEY,
        title=_title(ordered, view),
        text=_text(ordered, view),
        rows=listing.in_words(ordered, catalog, language),
        columns=listing.columns(language),
        source_ids=source_ids,
        note=" ".join(notes),
        drawing=_table(ordered, view),
        narrowed_by=("countries",),
        chosen_by=("supply_commodity",),
        search=narrowing.commodity(view),
    )


def _title(rows: pd.DataFrame, view: View) -> str:
    against = denials(view.catalog, rows)
    if not against:
        return view.language.ngettext("{n} statement: who says what", "{n} statements: who says what", len(rows))
    if len(rows) == 1:
        return view.language.gettext("Who says what: one statement, denied or corrected")
    return view.language.ngettext(
        "Who says what: {n} statement, {denied}",
        "Who says what: {n} statements, {denied}",
        len(rows),
        denied=view.language.ngettext(
            "{n} of them denied or corrected", "{n} of them denied or corrected", len(against)
        ),
    )


def _text(rows: pd.DataFrame, view: View) -> str:
    words, counts = labels.words(view.language, "commodity"), rows["commodity"].value_counts(sort=False)
    listed = view.language.join(
        view.language.gettext("{commodity} {n}").format(
            commodity=words[str(code)].lower(), n=view.language.number(int(n))
        )
        for code, n in counts.items()
    )
    return view.language.gettext(
        "Statements by what moves: {counts}. Each row says from where to where, in the words of the source, and by whom."
    ).format(counts=listed)


def _aside(count: int, view: View) -> list[str]:
    """Say how many statements are left aside that may speak of a chosen place all the same."""
    if not count:
        return []
    if view.selection.countries:
        return [
            view.language.ngettext(
                "Left aside: {n} statement that names a region and none of the chosen countries. A region is not a country.",
                "Left aside: {n} statements that name a region and none of the chosen countries. A region is not a country.",
                count,
            )
        ]
    return [
        view.language.ngettext(
            "Left aside: {n} statement that names a wider region or another one.",
            "Left aside: {n} statements that name a wider region or another one.",
            count,
        )
    ]


def _table(rows: pd.DataFrame, view: View) -> str:
    _ = view.language.gettext
    heads = (_("From → to"), _("What is said"), _("Who says it"), _("Who says otherwise"))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    return (
        f'<table class="statements">{caption(_title(rows, view))}<thead><tr>{head}</tr></thead>'
        f"{''.join(_groups(rows, heads, view))}</table>"
    )


def _groups(rows: pd.DataFrame, heads: tuple[str, ...], view: View) -> Iterator[str]:
    """Yield the rows of each commodity under its name."""
    words, by, against = (
        labels.words(view.language, "commodity"),
        said_by(view.catalog, rows),
        denials(view.catalog, rows),
    )
    for commodity, group in groupby(rows.itertuples(index=False), key=lambda row: row.commodity):
        told = list(group)
        count = view.language.ngettext("{n} statement", "{n} statements", len(told))
        name = f'<tr><th class="of" scope="rowgroup" colspan="4">{escape(words[commodity])} <small>{count}</small></th></tr>'
        lines = "".join(_row(row, by[row.flow_id], against.get(row.flow_id, ()), heads, view) for row in told)
        yield f"<tbody>{name}{lines}</tbody>"


def _row(row: Any, sources: tuple[str, ...], against: tuple[Any, ...], heads: tuple[str, ...], view: View) -> str:
    record = escape(view.address("record", id=[address("flow", row.flow_id)]))
    sign = f'\N{NO-BREAK SPACE}<a href="#disputed" title="{escape(heads[3])}">{DENIED}</a>' if against else ""
    how = _how(sources, view)
    said = _list(cited.html(view.catalog, view.language, source) for source in sources)
    otherwise = _list(_denied(denial, view) for denial in against)
    if on_phone(view):
        told = f"<td>{escape(row.note)}</td>{_folded(said, otherwise, len(sources), heads, view)}"
    else:
        nobody = view.language.gettext("nobody")
        nothing = f'<span class="none">{NOTHING.format(escape(nobody))}</span>'
        cells = (escape(row.note), said, otherwise or nothing)
        told = "".join(
            f'<td data-head="{escape(head)}"{"" if against or at < 2 else " class=none"}>{cell}</td>'
            for at, (head, cell) in enumerate(zip(heads[1:], cells, strict=True))
        )
    return (
        f'<tr id="{anchor(row.flow_id)}"><th scope="row"><a href="{record}">{escape(listing.route(row, view.catalog, view.language))}</a>{sign}'
        f"<small>{escape(how)}</small></th>{told}</tr>"
    )


def _folded(said: str, otherwise: str, count: int, heads: tuple[str, ...], view: View) -> str:
    """Return who says it and who does not as one cell that opens: a phone has no room for both beside each other."""
    words = view.language.ngettext("Who says it: {n} source", "Who says it: {n} sources", count)
    if not otherwise:
        return f'<td class="folded" colspan="2">{fold(words, said)}</td>'
    words = view.language.gettext("{said}; who says otherwise").format(said=words)
    return f'<td class="folded" colspan="2">{fold(words, f"{said}<p>{escape(heads[3])}: </p>{otherwise}")}</td>'


def _how(sources: tuple[str, ...], view: View) -> str:
    """Say how it is known."""
    official = view.catalog.names("sources", "source_id", "official")
    found = {bool(official[source]) for source in sources}
    if found == {True}:
        return view.language.gettext("Official report")
    if found == {False}:
        return view.language.gettext("Press and other reports")
    return view.language.gettext("Official and other reports")


def _denied(denial: Any, view: View) -> str:
    point, reading = denial
    record = escape(view.address("record", id=[address("contradiction", point.contradiction_id)]))
    sources = " · ".join(cited.html(view.catalog, view.language, source) for source in reading.source_ids)
    both = escape(view.language.gettext("All sides"))
    return f'<b>{escape(reading.attributed_to)}:</b> {escape(reading.claim)} {sources} · <a href="{record}">{both}</a>'


def _list(items: Iterator[str]) -> str:
    found = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{found}</ul>" if found else ""
