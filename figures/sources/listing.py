"""A table of the data package as it is kept, with its sources and countries in words, narrowed and searched."""

from collections.abc import Iterator, Mapping

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.evidence import OFFICE, PRESENCE, places
from data.queries.narrowing import Narrowed
from data.queries.records.address import KINDS
from data.queries.records.ties import references
from data.queries.sources.citing import citations
from data.queries.sources.tables import holding, narrowed_by
from figures import evidenced, labels, telling
from figures.figure import Figure
from figures.language import Language

COUNTRIES = {"iso3": "country", "from_iso3": "from_country", "to_iso3": "to_country"}
"""Column of a code → the column that says it in words."""

FIRST: Mapping[str, tuple[str, ...]] = {
    "offices": ("city", "country", "office_type_words", "evidence_date", "strength_words"),
    "events": ("title", "date", "category_words"),
    "initiatives": ("name", "objective_id_words", "scope_words", "status_words"),
    "claims": ("claim", "attributed_to"),
    "sources": ("title", "publisher", "published"),
    "indicators": ("title", "system_words"),
    "contradictions": ("title",),
    "flows": ("note", "commodity_words"),
    "oversight": ("finding", "body", "date"),
}
"""Table → what its rows are read by; the others stand in the order in which they are kept."""

UNSAID = {
    "iso2",
    "m49",
    "latitude",
    "longitude",
    "geonames_id",
    "point_only",
    "level",
    "in_seed",
    "date_precision",
    "position",
}
"""Columns that say nothing to a reader beside the rest."""


def figure(catalog: Catalog, table: str, narrowed: Narrowed, search: str, language: Language) -> Figure:
    """Return the rows of a table that hold the words searched, as a figure that is a table.

    Args:
        narrowed: what `data.queries.sources.tables.narrowed` returns for the table.
        search: words that every row shown holds, in any cell; empty for all rows.
    """
    told = in_words(catalog, table, language).loc[narrowed.rows.index]
    rows = told[holding(told, search)]
    cited = citations(catalog, table)
    sources = dict.fromkeys(source for at in rows.index for source in cited.get(at, ()))
    return Figure(
        key="sources-table",
        title=_title(catalog, table, len(rows), narrowed, search, language),
        text=_text(catalog, table, len(rows), narrowed, search, language),
        rows=rows.reset_index(drop=True),
        columns=(columns := _columns(catalog, table, told, language)),
        aside=_aside(catalog, table, columns),
        source_ids=tuple(sources),
        note=_note(catalog, language) if table == "offices" else "",
        narrowed_by=narrowed_by(catalog, table),
        chosen_by=("sources_search",),
        of_table=table,
        sorted_by={"evidence_date": "evidence_day"} if "evidence_day" in rows else {},
        search=language.gettext("rows that hold: {words}").format(words=search) if search else "",
    )


@once(64)
def in_words(catalog: Catalog, table: str, language: Language) -> pd.DataFrame:
    """Return a table with what its codes stand for, and its sources, in words as further columns.

    Its index is the position of a row. Of a place it says, too, what follows from its evidence: date and strength.
    """
    frame, cited = catalog[table].reset_index(drop=True), citations(catalog, table)
    added = dict(_words(catalog, table, frame, language))
    if table == "offices":
        known = places(catalog).set_index("office_id").reindex(frame["office_id"])
        strengths = labels.words(language, "strength")
        added["evidence_day"] = known["evidence_date"].reset_index(drop=True)
        added["evidence_date"] = pd.Series(
            [evidenced.within(row, language) for row in known.to_dict("records")], dtype="str"
        )
        added["strength_words"] = pd.Series([strengths[code] for code in known["strength"]], dtype="str")
    if cited:
        added["sources"] = pd.Series([labels.sources(cited[at], language, catalog) for at in frame.index], dtype="str")
    return frame.assign(**added)


def _words(catalog: Catalog, table: str, frame: pd.DataFrame, language: Language) -> Iterator[tuple[str, pd.Series]]:
    """Yield, for each column of codes, the column of words that stands for it on the page."""
    named, referred = labels.countries(language, catalog), references(catalog.resource(table))
    for field in catalog.resource(table)["schema"]["fields"]:
        name = field["name"]
        if name in COUNTRIES and table != "countries":
            yield COUNTRIES[name], frame[name].map(named).fillna("")
        elif name in referred and referred[name] != "country":
            told = _records(catalog, referred[name], language)
            yield f"{name}_words", frame[name].astype(str).map(told).fillna("").astype("str")
        elif "enum" in field.get("constraints", {}) and field["type"] == "string":
            words = [labels.word(language, table, name, code) for code in frame[name].fillna("")]
            yield f"{name}_words", pd.Series(words, index=frame.index, dtype="str")


@once(32)
def _records(catalog: Catalog, kind: str, language: Language) -> Mapping[str, str]:
    """Return code → what a record of a kind is called."""
    table, key = KINDS[kind]
    if kind == "source":
        return {code: labels.sources([code], language, catalog) for code in catalog.sources}
    tell, rows = telling.teller(table, catalog, language), catalog[table]
    return {str(getattr(row, key)): tell(row).words for row in rows.itertuples(index=False)}


def _columns(catalog: Catalog, table: str, told: pd.DataFrame, language: Language) -> dict[str, str]:
    """Return column → name for the reader: first what rows are read by, last what is told of codes; no name twice."""
    fields = {field["name"]: field["title"] for field in catalog.resource(table)["schema"]["fields"]}
    words = {column: fields[code] for code, column in COUNTRIES.items() if code in fields and table != "countries"}
    words |= {name: fields[name.removesuffix("_words")] for name in told if name.removesuffix("_words") in fields} | {
        "evidence_date": language.gettext("Evidence of"),
        "strength_words": fields.get("strength", language.gettext("Strength of evidence")),
        "sources": language.gettext("Sources"),
    }
    order = [name for name in FIRST.get(table, ()) if name in told]
    rest = [name for name in told if name not in order and name not in ("sources", "evidence_day")]
    stands_for = {name.removesuffix("_words") for name in told if name.endswith("_words")} | {
        code for code, column in COUNTRIES.items() if column in told
    }
    # What words stand for comes after them all: only files hold it.
    order += [name for name in _as_kept(rest, fields) if name not in stands_for]
    order += [name for name in ("sources",) if name in told]
    order += [name for name in rest if name in stands_for]
    named: dict[str, str] = {}
    for name in order:
        title = words.get(name, fields.get(name, name))
        named[name] = title if title not in named.values() else f"{title} ({name})"
    return named


def _as_kept(names: list[str], fields: Mapping[str, str]) -> list[str]:
    """Return columns in the order of the table, words where their code would stand."""
    order = list(fields)
    code_of = {column: code for code, column in COUNTRIES.items()}

    def place(name: str) -> int:
        code = code_of.get(name, name.removesuffix("_words"))
        return order.index(code) if code in order else len(order)

    return sorted(names, key=place)


def _aside(catalog: Catalog, table: str, columns: Mapping[str, str]) -> frozenset[str]:
    """Return the columns that files alone hold: the key of a row, codes for which words stand, and what says nothing to a reader."""
    resource = catalog.resource(table)
    fields = [field["name"] for field in resource["schema"]["fields"]]
    said = {name for name in fields if f"{name}_words" in columns or COUNTRIES.get(name) in columns}
    key = resource["schema"]["primaryKey"]
    own = set(key) - set(references(resource)) if len(key) == 1 else set()
    if table in ("regions", "ledger"):
        return frozenset(said)
    return frozenset(name for name in columns if name in said | own or name.removesuffix("_words") in UNSAID)


def _title(catalog: Catalog, table: str, shown: int, narrowed: Narrowed, search: str, language: Language) -> str:
    title, number = catalog.resource(table)["title"], language.number
    if shown == narrowed.total:
        rows = language.ngettext("{n} row", "{n} rows", shown)
        return language.gettext("{table}: {rows}").format(table=title, rows=rows)
    if not shown:
        return language.gettext("{table}: none of {total} rows is left").format(
            table=title, total=number(narrowed.total)
        )
    return language.gettext("{table}: {shown} of {total} rows").format(
        table=title, shown=number(shown), total=number(narrowed.total)
    )


def _note(catalog: Catalog, language: Language) -> str:
    """Say how the rows of the table of places come to more than the places that every other page counts."""
    standing = places(catalog)["standing"]
    return language.ngettext(
        "The table holds {offices} places named by sources and {n} presence: HSI is at work there, and no source describes "
        "an office. Other pages count the places alone.",
        "The table holds {offices} places named by sources and {n} presences: HSI is at work there, and no source describes "
        "an office. Other pages count the places alone.",
        int((standing == PRESENCE).sum()),
        offices=language.number(int((standing == OFFICE).sum())),
    )


def _text(catalog: Catalog, table: str, shown: int, narrowed: Narrowed, search: str, language: Language) -> str:
    parts = [str(catalog.resource(table)["description"])]
    if search and shown:
        parts.append(
            language.ngettext(
                "{n} row holds all the words searched; accents and case do not matter.",
                "{n} rows hold all the words searched, each in any of its cells; accents and case do not matter.",
                shown,
            )
        )
    if not citations(catalog, table):
        parts.append(language.gettext("Its rows cite no source of their own: the rows that they belong to do."))
    return " ".join(parts)
