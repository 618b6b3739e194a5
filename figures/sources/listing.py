"""A table of the data package as it is kept, with its sources and countries in words, narrowed and searched."""

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.narrowing import Narrowed
from data.queries.sources.citing import citations
from data.queries.sources.tables import holding, narrowed_by
from figures import labels
from figures.figure import Figure
from figures.language import Language

IN_WORDS = {"country": "iso3", "from_country": "from_iso3", "to_country": "to_iso3"}
"""Column that says a code in words → column of the code."""


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
        columns=_columns(catalog, table, told, language),
        source_ids=tuple(sources),
        narrowed_by=narrowed_by(catalog, table),
        chosen_by=("sources_table", "sources_search"),
        search=language.gettext("rows that hold: {words}").format(words=search) if search else "",
    )


@once(64)
def in_words(catalog: Catalog, table: str, language: Language) -> pd.DataFrame:
    """Return a table with its countries and sources in words as further columns. Its index is the position of a row."""
    frame = catalog[table].reset_index(drop=True)
    names, cited = labels.countries(language, catalog), citations(catalog, table)
    added = {
        name: frame[code].map(names).fillna("")
        for name, code in IN_WORDS.items()
        if code in frame and table != "countries"
    }
    if cited:
        added["sources"] = pd.Series([labels.sources(cited[at], language, catalog) for at in frame.index], dtype="str")
    return frame.assign(**added)


def _columns(catalog: Catalog, table: str, told: pd.DataFrame, language: Language) -> dict[str, str]:
    """Return column → name for the reader; of two with one name, the code says that it is one."""
    titles = {field["name"]: field["title"] for field in catalog.resource(table)["schema"]["fields"]}
    titles |= {
        "country": language.gettext("Country, in words"),
        "from_country": language.gettext("From country, in words"),
        "to_country": language.gettext("To country, in words"),
        "sources": language.gettext("Sources"),
    }
    shown = [titles[name] for name in told.columns]
    return {
        name: f"{title} ({name})" if shown.count(title) > 1 and name.endswith("_id") else title
        for name, title in zip(told.columns, shown, strict=True)
    }


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
