"""What changed in the facts: the ledger in the reader's words, and its headline."""

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType, SimpleNamespace
from typing import Any, NamedTuple

import pandas as pd

from data import translation
from data.catalog import Catalog
from data.ledger import JOINT, WHOLE
from data.ledger import TABLE as LEDGER
from data.once import once
from data.queries.records import changes
from data.queries.records.address import KINDS, OF_COLUMN, OF_TABLE, address, parts, rows, withdrawn
from figures import labels, telling
from figures.figure import Figure
from figures.language import Language
from figures.records import wording
from figures.telling import Told

LONGEST = 300
"""Characters of a cell that is told; the file has the whole."""

SAID = ("url",)
"""Columns of a row that was added or withdrawn that a record says in another place."""


def _title(found: int, total: int, language: Language) -> str:
    if found == total:
        return language.ngettext("The ledger: {n} line", "The ledger: {n} lines", total)
    return language.ngettext(
        "The ledger: {found} of {n} line", "The ledger: {found} of {n} lines", total, found=language.number(found)
    )


def figure(catalog: Catalog, found: pd.DataFrame, language: Language, kind: str = "", since: str = "") -> Figure:
    """Return changes as a table without a drawing.

    Args:
        found: lines of the ledger, as `data.queries.records.changes.narrowed` returns them.
        kind, since: of which kind they are, and since which day they were made, as they were asked for there.
    """
    kinds, fields = labels.words(language, "ledger.kind"), _fields(catalog)
    rows = pd.DataFrame(
        {
            "date": found["date"],
            "kind": found["kind"].map(kinds),
            "what": [what(catalog, line, language) for line in found.itertuples(index=False)],
            "column": [
                fields.get((line.table, line.column), {"title": line.column})["title"]
                for line in found.itertuples(index=False)
            ],
            "before": [_cell(catalog, line, line.before, language) for line in found.itertuples(index=False)],
            "after": [_cell(catalog, line, line.after, language) for line in found.itertuples(index=False)],
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
        "what": language.gettext("What changed"),
        "date": language.gettext("Date"),
        "kind": language.gettext("Kind"),
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
        title=_title(len(found), len(changes.changes(catalog)), language),
        text=language.gettext(
            "Corrected: what stood before was wrong, or misled. Updated: it was right, and the world or a source moved on. "
            "Reworded: the fact is the same. A line tells of a cell, a row, or a whole column or table."
        ),
        rows=rows.reset_index(drop=True),
        columns=named,
        source_ids=tuple(dict.fromkeys(source for source in found["source_id"] if source)),
        narrowed_by=("objectives", "countries"),
        chosen_by=("changes_kind", "since"),
        search=_asked(kind, since, language),
        widths={"what": 260, "before": 200, "after": 200, "reason": 300},
    )


def _asked(kind: str, since: str, language: Language) -> str:
    """Return which kind of changes is asked for, and since when, as a filter is named; empty where neither narrows them."""
    parts = []
    if kind:
        named = labels.words(language, "ledger.kind")[kind]
        parts.append(language.gettext("kind of change: {kind}").format(kind=named))
    if since:
        parts.append(language.gettext("changes made on {day} or later").format(day=language.date(since)))
    return " · ".join(parts)


@once(64)
def headline(found: pd.DataFrame, language: Language) -> tuple[str, ...]:
    """Return how many changes of each kind there are, for the kinds that there are."""
    count = {kind: int((found["kind"] == kind).sum()) for kind in changes.KINDS_OF_CHANGE}
    said = {
        "corrected": language.ngettext("{n} correction", "{n} corrections", count["corrected"]),
        "updated": language.ngettext("{n} update", "{n} updates", count["updated"]),
        "added": language.ngettext("{n} addition", "{n} additions", count["added"]),
        "withdrawn": language.ngettext("{n} withdrawal", "{n} withdrawals", count["withdrawn"]),
        "reworded": language.ngettext("{n} rewording", "{n} rewordings", count["reworded"]),
    }
    return tuple(words for kind, words in said.items() if count[kind])


def lines(catalog: Catalog, found: pd.DataFrame, language: Language) -> list[str]:
    """Return changes as one line of text each: when, what kind, which column, from what to what, and why."""
    return _lines(catalog, found.itertuples(index=False), language)


def _lines(catalog: Catalog, found: Iterable[Any], language: Language) -> list[str]:
    kinds, fields = labels.words(language, "ledger.kind"), _fields(catalog)
    said = []
    for line in found:
        if line.key == WHOLE:
            change = _whole(catalog, line.table, line.column, language)
        elif line.column:
            field = fields.get((line.table, line.column), {"title": line.column, "type": "string", "name": line.column})
            before, after = (_quoted(catalog, field, text, language) for text in (line.before, line.after))
            pattern = (
                language.gettext("{column}: only the English wording changed")
                if before == after
                else language.gettext("{column}: {before} → {after}")
            )
            change = pattern.format(column=field["title"], before=before, after=after)
        else:
            change = _row(catalog, line, line.after or line.before, language)
        said.append(
            language.gettext("{kind}: {change}").format(
                kind=kinds[line.kind], change=change or what(catalog, line, language)
            )
        )
    return said


class Changed(NamedTuple):
    """One change of a fact: of what, in which column or table, and what stood there before and stands there now."""

    of: Told
    column: str
    before: str
    after: str


REMARKS = frozenset({"note", "caveat", "date_note", "date_precision", "attributed_to"})
"""Columns that remark on a fact, and state none of their own."""


class Group(NamedTuple):
    """Changes that were made on one day for one reason.

    Attributes:
        kinds: those of `changes.KINDS_OF_CHANGE` that there are, in their order.
        tables: those that changed.
        told: the records that they concern, or the columns and tables.
        lines: what changed, a line each.
        is_remark: whether nothing changed but what is remarked beside a fact.
    """

    day: str
    version: str
    reason: str
    kinds: tuple[str, ...]
    is_remark: bool
    tables: tuple[str, ...]
    source_ids: tuple[str, ...]
    told: tuple[Told, ...]
    lines: tuple[str, ...]
    facts: tuple[Changed, ...]


@once(64)
def groups(catalog: Catalog, found: pd.DataFrame, language: Language) -> tuple[Group, ...]:
    """Return changes by day, version and reason, in their order.

    Args:
        found: lines of the ledger, as `data.queries.records.changes` returns them.
    """
    by_reason: dict[tuple[str, str, str], list[Any]] = {}
    for line in found.itertuples(index=False):
        by_reason.setdefault((line.date, line.version, line.reason), []).append(line)
    made = []
    for key, group in by_reason.items():
        told = (Told(what(catalog, line, language), line.record) for line in group)
        sources = dict.fromkeys(line.source_id for line in group if line.source_id)
        tables = dict.fromkeys(line.table for line in group)
        kinds = {line.kind for line in group}
        made.append(
            Group(
                *key,
                tuple(kind for kind in changes.KINDS_OF_CHANGE if kind in kinds),
                all(line.column in REMARKS for line in group),
                tuple(tables),
                tuple(sources),
                tuple(dict.fromkeys(told)),
                tuple(_lines(catalog, group, language)),
                tuple(_changed(catalog, line, language) for line in group if line.key != WHOLE),
            )
        )
    return tuple(made)


def _changed(catalog: Catalog, line: Any, language: Language) -> Changed:
    """Return a change of a cell or a row in words; empty where nothing stood or stands."""
    of = Told(what(catalog, line, language), line.record)
    if not line.column:
        before, after = (_row(catalog, line, text, language) for text in (line.before, line.after))
        # A row that belongs to a record is told by its table, as a cell is by its column; what belongs to none names it already.
        title = "" if line.table in OF_TABLE or not line.record else str(catalog.resource(line.table)["title"])
        return Changed(of, title, before, after)
    field = _fields(catalog).get((line.table, line.column))
    if field is None:
        return Changed(of, f"`{line.column}`", line.before, line.after)
    before, after = (
        _in_words(catalog, field, text, language, whole=True) if text else "" for text in (line.before, line.after)
    )
    return Changed(of, str(field["title"]), before, after)


def title(group: Group, language: Language) -> str:
    """Return what a group of changes concerns, in one line."""
    first, *others = dict.fromkeys(one.words for one in group.told)
    if not others:
        return first
    return language.ngettext("{first} and {n} more", "{first} and {n} more", len(others), first=first)


def what(catalog: Catalog, line: object, language: Language) -> str:
    """Return what a line of the ledger tells of, in words: a record, or a whole column or table."""
    table, key, record, column = (getattr(line, name) for name in ("table", "key", "record", "column"))
    if key == WHOLE:
        return _whole(catalog, table, column, language)
    if table not in catalog.tables:
        return f"`{table}`: {key}"
    try:
        if record:
            return _record(catalog, record, language)
    except KeyError:
        pass  # withdrawn, and what is left of it does not tell what it was called
    return f"{catalog.resource(table)['title']}: {_key(catalog, table, key, language)}"


def _record(catalog: Catalog, record: str, language: Language) -> str:
    """Return a record in words; one that was withdrawn by what the ledger keeps of it.

    Raises:
        KeyError: its code is all that is left of it.
    """
    if record not in withdrawn(catalog):
        return telling.words(record, catalog, language)
    kind, _code = parts(record)
    table, line = KINDS[kind].table, catalog[LEDGER].iloc[withdrawn(catalog)[record]]
    cells = {
        name: translation.said(language.code, f"{table}.{name}", cell) if field.get("prose") else cell
        for (of, name), field in _fields(catalog).items()
        if of == table
        for cell in [json.loads(line["before"]).get(name, "")]
    }
    return telling.teller(table, catalog, language)(SimpleNamespace(**cells)).words


def _key(catalog: Catalog, table: str, key: str, language: Language) -> str:
    """Return the key of a row by what its parts name: a record, a region, a role."""
    names = catalog.resource(table)["schema"]["primaryKey"]
    told = []
    for name, part in zip(names, key.split(JOINT), strict=False):
        try:
            told.append(_in_words(catalog, _fields(catalog)[table, name], part, language))
        except (KeyError, ValueError):
            told.append(part)
    return " · ".join(told)


def _whole(catalog: Catalog, table: str, column: str, language: Language) -> str:
    """Return what is meant by a line that tells of a whole column or table, by the titles that the dictionary gives them.

    It gives none any more to what was withdrawn, which is then told by its name in the files, as code.
    """
    title = str(catalog.resource(table)["title"]) if table in catalog.tables else f"`{table}`"
    if not column:
        return language.gettext("{table}, a whole table").format(table=title)
    field = _fields(catalog).get((table, column))
    if not field:
        return language.gettext("{table}, the column {column}").format(table=title, column=f"`{column}`")
    return language.gettext("{table}, the column “{column}”").format(table=title, column=field["title"])


@once(4)
def _fields(catalog: Catalog) -> Mapping[tuple[str, str], Mapping[str, Any]]:
    """Return table and column → what the dictionary says of the column."""
    return MappingProxyType(
        {
            (resource["name"], field["name"]): {**field, "table": resource["name"]}
            for resource in catalog.package["resources"]
            for field in resource["schema"]["fields"]
        }
    )


def _quoted(catalog: Catalog, field: Mapping[str, Any], text: str, language: Language) -> str:
    if not text:
        return language.gettext("nothing")
    return language.gettext("“{cell}”").format(cell=_in_words(catalog, field, text, language))


def _in_words(catalog: Catalog, field: Mapping[str, Any], text: str, language: Language, whole: bool = False) -> str:
    """Return a cell of the ledger, where all are texts, in the reader's words; a long one cut, but for `whole`."""
    value: Any = text
    kind = OF_COLUMN.get(field["name"], "country")
    if kind != "country" and text in rows(catalog, kind):
        # A code that leads to a record is told by what the record is called.
        return (
            labels.sources([text], language, catalog)
            if kind == "source"
            else telling.words(address(kind, text), catalog, language)
        )
    if field["type"] == "boolean":
        value = text == "true"
    elif field["type"] in ("integer", "number"):
        value = float(text)
    elif field.get("prose"):
        value = translation.said(language.code, f"{field['table']}.{field['name']}", text)
    said = wording.in_words(catalog, field["table"], field, value, language)
    return said if whole or len(said) <= LONGEST else f"{said[:LONGEST]}…"


def _row(catalog: Catalog, line: Any, text: str, language: Language) -> str:
    """Return what the cells of a row say that was added or withdrawn, but for what says nothing to a reader."""
    fields, said = _fields(catalog), []
    for name, cell in json.loads(text or "{}").items():
        field = fields.get((line.table, name))
        kind = OF_COLUMN.get(name, "")
        if field is None or (name in wording.UNSAID and name not in SAID):
            continue
        if field["type"] == "boolean":
            said += [str(field["title"])] if cell == "true" else []  # what does not hold is not said
        elif kind and kind != "country":
            # The record that the line is of is named beside it.
            if address(kind, cell) != line.record and str(cell) in rows(catalog, kind):
                said.append(_in_words(catalog, field, str(cell), language))
        elif not name.endswith("_id"):
            said.append(_in_words(catalog, field, str(cell), language))
    return " · ".join(said)


def _cell(catalog: Catalog, line: Any, text: str, language: Language) -> str:
    """Return a cell of the ledger, or what those of a row say, as it is read; a long one cut."""
    field = _fields(catalog).get((line.table, line.column))
    if text and not line.column and line.table in catalog.tables:
        text = _row(catalog, line, text, language)
    elif text and field:
        text = _in_words(catalog, field, text, language)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def latest(catalog: Catalog) -> str:
    """Return the day of the newest change; empty where there is none."""
    days = changes.changes(catalog)["date"]
    return str(days.iloc[0]) if len(days) else ""
