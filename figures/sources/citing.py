"""The rows that cite one source, each in words, with the record that tells of it."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.records.address import address
from data.queries.sources.citing import links, rows_citing
from figures import labels, telling
from figures.figure import Figure
from figures.language import Language

KEY = "sources-citing"


@dataclass(frozen=True)
class Cited:
    """One row that cites the source, or all its values in one series.

    Attributes:
        row_id: the key of the row.
        record: the address of the record that tells of it; empty when none does.
    """

    table: str
    row_id: str
    words: str
    record: str


@once(128)
def rows(catalog: Catalog, source_id: str, language: Language) -> tuple[Cited, ...]:
    """Return what cites a source, by table in the order of the package. Values of one series are one entry."""
    found: list[Cited] = []
    for table, frame in rows_citing(catalog, source_id).items():
        if table == "observations":
            found += _series(catalog, frame, language)
            continue
        key, tell = links(catalog)[table].key, telling.teller(table, catalog, language)
        for row in frame.itertuples(index=False):
            told = tell(row)
            found.append(Cited(table, " ".join(str(getattr(row, name)) for name in key), told.words, told.record))
    return tuple(found)


def figure(catalog: Catalog, source_id: str, language: Language) -> Figure:
    """Return everything that cites a source as a table without a drawing."""
    found = rows(catalog, source_id, language)
    counts = {table: len(frame) for table, frame in rows_citing(catalog, source_id).items()}
    return Figure(
        key=KEY,
        title=_title(catalog, source_id, counts, language),
        text=_text(catalog, counts, language),
        rows=pd.DataFrame(
            [
                {
                    "words": one.words,
                    "title": catalog.resource(one.table)["title"],
                    "table": one.table,
                    "row": one.row_id,
                    "record": one.record,
                }
                for one in found
            ],
            columns=["words", "title", "table", "row", "record"],
            dtype="str",
        ),
        columns={
            "words": language.gettext("What cites it"),
            "title": language.gettext("Table"),
            "table": language.gettext("Code of the table"),
            "row": language.gettext("Code"),
        },
        source_ids=(source_id,),
        narrowed_by=(),
        chosen_by=("sources_source",),
    )


def _title(catalog: Catalog, source_id: str, counts: Mapping[str, int], language: Language) -> str:
    who = labels.sources([source_id], language, catalog)
    if not counts:
        return language.gettext("No row cites this source: {source}").format(source=who)
    return (
        language.gettext("{rows} in {tables} cite this source: {source}").format(
            rows=language.ngettext("{n} row", "{n} rows", sum(counts.values())),
            tables=language.ngettext("{n} table", "{n} tables", len(counts)),
            source=who,
        )
        if sum(counts.values()) > 1
        else language.gettext("One row cites this source: {source}").format(source=who)
    )


def _text(catalog: Catalog, counts: Mapping[str, int], language: Language) -> str:
    if not counts:
        return language.gettext(
            "It is listed because it was read, for example for the right terms, or because it is referred to."
        )
    said = [f"{catalog.resource(table)['title']} {language.number(count)}" for table, count in counts.items()]
    return language.gettext("By table: {counts}. Values of one series stand as one entry.").format(
        counts=language.join(said)
    )


def _series(catalog: Catalog, frame: pd.DataFrame, language: Language) -> list[Cited]:
    titles = catalog.names("indicators", "indicator_id", "title")
    return [
        Cited(
            "observations",
            str(indicator),
            language.gettext("{series}: {values}").format(
                series=titles[indicator], values=language.ngettext("{n} value", "{n} values", len(group))
            ),
            address("indicator", indicator),
        )
        for indicator, group in frame.groupby("indicator_id", sort=False)
    ]
