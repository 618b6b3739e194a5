"""What changed in the facts: the ledger in the reader's words, and its headline."""

import json

import pandas as pd

from data.catalog import Catalog
from data.ledger import WHOLE
from data.once import once
from data.queries.records import changes
from figures import labels, telling
from figures.figure import Figure
from figures.language import Language

LONGEST = 300
"""Characters of a cell that is told; the file has the whole."""


def figure(catalog: Catalog, found: pd.DataFrame, language: Language) -> Figure:
    """Return changes as a table without a drawing.

    Args:
        found: lines of the ledger, as `data.queries.records.changes.narrowed` returns them.
    """
    kinds, columns = labels.words(language, "change"), _columns(catalog)
    rows = pd.DataFrame(
        {
            "date": found["date"],
            "kind": found["kind"].map(kinds),
            "what": [what(catalog, line, language) for line in found.itertuples(index=False)],
            "column": [columns.get((line.table, line.column), line.column) for line in found.itertuples(index=False)],
            "before": [_cell(text) for text in found["before"]],
            "after": [_cell(text) for text in found["after"]],
            "reason": found["reason"],
            "source": [labels.sources([source] if source else [], language, catalog) for source in found["source_id"]],
            "version": found["version"],
            "table": found["table"],
            "key": found["key"],
            "column_code": found["column"],
            "record": found["record"],
        },
        dtype="str",
    )
    named = {
        "date": language.gettext("Date"),
        "kind": language.gettext("Kind"),
        "what": language.gettext("What changed"),
        "column": language.gettext("Column"),
        "before": language.gettext("Before"),
        "after": language.gettext("After"),
        "reason": language.gettext("Why"),
        "source": language.gettext("Source"),
        "version": language.gettext("Version"),
        "table": language.gettext("Code of the table"),
        "key": language.gettext("Code"),
    }
    return Figure(
        key="changes",
        title=headline(found, language),
        text=language.gettext(
            "Corrected: what stood before was wrong, or misled. Updated: it was right, and the world or a source moved on. "
            "A line tells of a cell, a row, or a whole column or table."
        ),
        rows=rows.reset_index(drop=True),
        columns=named,
        source_ids=tuple(dict.fromkeys(source for source in found["source_id"] if source)),
        narrowed_by=("objectives", "countries"),
        widths={"what": 260, "before": 200, "after": 200, "reason": 300},
    )


@once(64)
def headline(found: pd.DataFrame, language: Language) -> str:
    """Return how many changes of which kinds there are, in one line."""
    count = {kind: int((found["kind"] == kind).sum()) for kind in changes.KINDS_OF_CHANGE}
    said = {
        "added": language.ngettext("{n} addition", "{n} additions", count["added"]),
        "corrected": language.ngettext("{n} correction", "{n} corrections", count["corrected"]),
        "updated": language.ngettext("{n} update", "{n} updates", count["updated"]),
        "withdrawn": language.ngettext("{n} withdrawal", "{n} withdrawals", count["withdrawn"]),
    }
    parts = [words for kind, words in said.items() if count[kind]]
    return language.join(parts) if parts else language.gettext("No change")


def finding(found: pd.DataFrame, language: Language) -> str:
    """Return the headline of the page of changes."""
    if found.empty:
        return language.gettext("Nothing changed")
    return language.gettext("{changes} since the first release").format(changes=headline(found, language))


def lines(catalog: Catalog, found: pd.DataFrame, language: Language) -> list[str]:
    """Return changes as one line of text each: when, what kind, which column, from what to what, and why."""
    kinds, columns = labels.words(language, "change"), _columns(catalog)
    said = []
    for line in found.itertuples(index=False):
        column = columns.get((line.table, line.column), line.column)
        if line.column:
            change = language.gettext("{column}: “{before}” → “{after}”").format(
                column=column, before=_cell(line.before), after=_cell(line.after)
            )
        else:
            change = _cell(line.after or line.before)
        said.append(
            language.gettext("{day}, {kind}: {change}. {reason}").format(
                day=language.date(line.date), kind=kinds[line.kind].lower(), change=change, reason=line.reason
            )
        )
    return said


def what(catalog: Catalog, line: object, language: Language) -> str:
    """Return what a line of the ledger tells of, in words: a record, or a whole column or table."""
    table, key, record, column = (getattr(line, name) for name in ("table", "key", "record", "column"))
    known = table in catalog.tables
    title = str(catalog.resource(table)["title"]) if known else table
    if key == WHOLE:
        whole = language.gettext("a whole column") if column else language.gettext("a whole table")
        return f"{title}: {whole}"
    if not record:
        return f"{title}: {key}"
    try:
        return telling.words(record, catalog, language)
    except KeyError:
        return record


def _columns(catalog: Catalog) -> dict[tuple[str, str], str]:
    """Return table and column → the title of the column."""
    return {
        (resource["name"], field["name"]): field["title"]
        for resource in catalog.package["resources"]
        for field in resource["schema"]["fields"]
    }


def _cell(text: str) -> str:
    """Return a cell of the ledger as it is read: of a row, its cells without braces and quotation marks."""
    if text.startswith("{"):
        text = " · ".join(map(str, json.loads(text).values()))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def latest(catalog: Catalog) -> str:
    """Return the day of the newest change; empty where there is none."""
    days = changes.changes(catalog)["date"]
    return str(days.iloc[0]) if len(days) else ""
