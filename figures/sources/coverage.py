"""On how many independent sources the rows of each table rest, and which rest on the Ríodoce article alone."""

import pandas as pd

from data.queries.narrowing import newest_first
from data.queries.sources.citing import citations, links
from data.queries.sources.coverage import coverage
from figures.figure import Figure
from figures.ink import marks
from figures.language import Language
from figures.room import WIDE_ROOM, on_phone
from figures.sources import bars
from figures.view import View

NAMED = 3
"""Tables that the text names."""

KEY = "sources-coverage"

FIRST = ("offices", "initiatives", "events")
"""What a reader knows: the title names these tables, and their bars come first."""

LAST = ("oversight", "observations")
"""A handful of rows, and so many of so few sources that they would drown all others: their bars come last."""

ROOM_OF_FACTS = 760
"""Pixels across for which the bars of facts alone are laid out: they fill a slide in type twice as large."""

IN_TITLE = ("offices", "initiatives", "events", "observations", "reported_totals", "flows")
"""Tables of facts; the others describe words, disagreements or ties between facts."""


def figure(view: View) -> Figure:
    """Return the support of every table as bars of one length, each divided by the number of independent sources."""
    return of(coverage(view.catalog), view)


def of_facts(view: View) -> Figure:
    """Return the same of the tables of facts alone, without statistical values, so large that it is read in a room."""
    counted = coverage(view.catalog)
    return of(counted[counted["table"].isin(IN_TITLE) & ~counted["table"].isin(LAST)], view, ROOM_OF_FACTS)


def of(counted: pd.DataFrame, view: View, room: int = WIDE_ROOM) -> Figure:
    """Return the same of counts that are given, as `data.queries.sources.coverage.coverage` returns them.

    Args:
        room: pixels across for which its picture is laid out; with fewer, its type is larger.
    """
    catalog, language = view.catalog, view.language
    rows = counted.assign(title=[catalog.resource(table)["title"] for table in counted["table"]])
    rows = rows.assign(other=rows["one"] - rows["seed"], share=rows["one"] / rows["rows"])
    rows = rows.assign(place=[_place(table) for table in rows["table"]])
    rows = rows.sort_values(["place", "share"], ascending=[True, False], kind="stable").reset_index(drop=True)
    cited = dict.fromkeys(ids for table in links(catalog) for row in citations(catalog, table).values() for ids in row)
    lead = {table: view.address("sources", sources_table=[table]) + "#sources-table" for table in rows["table"]}
    drawn = bars.drawing(rows, lead, language, view.theme, view.room)
    return Figure(
        key=KEY,
        title=_title(rows, language, on_phone(view)),
        text=_text(rows, language),
        rows=rows,
        columns={
            "title": language.gettext("Table"),
            "rows": language.gettext("Rows"),
            "none": language.gettext("No source found"),
            "one": language.gettext("One independent source"),
            "seed": language.gettext("Of these, the Ríodoce article that we began from"),
            "two": language.gettext("Two independent sources"),
            "more": language.gettext("Three or more"),
            "official": language.gettext("With an official source"),
            "unofficial": language.gettext("Without an official source"),
        },
        source_ids=tuple(newest_first(catalog, cited)),
        note=" ".join(
            [
                explained(language),
                language.gettext(
                    "More sources are not more truth: many can repeat one error, and one good source can be right. The sources of a "
                    "contradiction disagree by nature. Sources that repeat one original count once, where the repetition is recorded; "
                    "others may share an origin that is not known. Official means published by a government or an international "
                    "organisation itself: copies of official files on other sites do not count as official."
                ),
            ]
        ),
        drawing=marks.drawing(drawn.content, drawn.width, drawn.height),
        picture=bars.drawing(rows, lead, language, view.theme, room).fitted,
        narrowed_by=(),
    )


def explained(language: Language) -> str:
    """Return what the article is that one part of the bars is named after."""
    return language.gettext(
        "“The article we began from” is that of Ríodoce of 24 September 2023: rows so marked rest on it, or on what repeats it, alone."
    )


def _place(table: str) -> int:
    """Return where the bar of a table stands: what a reader knows first, then other facts, then the rest, and last what has no place there."""
    if table in FIRST:
        return FIRST.index(table)
    if table in LAST:
        return len(FIRST) + 2 + LAST.index(table)
    return len(FIRST) + (table not in IN_TITLE)


def _title(rows: pd.DataFrame, language: Language, short: bool = False) -> str:
    """Return what rests on one source alone; `short` tells it of the first table only, which a phone has room for."""
    facts = rows[rows["table"].isin(IN_TITLE)]
    alone = facts[facts["one"] * 2 > facts["rows"]]
    if facts.empty:
        return language.gettext("No table of facts cites sources")
    if alone.empty:
        return language.gettext("In no table of facts do most rows rest on one independent source")
    said = [
        language.gettext("{one} of {rows} {table}").format(
            one=language.number(row.one), rows=language.number(row.rows), table=_small(row.title)
        )
        for row in facts[facts["table"].isin(FIRST)].itertuples()
        if row.one
    ]
    return language.gettext("Only one independent source stands behind {tables}").format(
        tables=language.join(said[:1] if short else said)
    )


def _text(rows: pd.DataFrame, language: Language) -> str:
    by_table = rows.set_index("table")
    parts = [
        language.gettext(
            "Each bar is a table, divided by how many independent sources its rows cite. A translation or copy and its "
            "original are one source."
        )
    ]
    seed = rows[rows["seed"] > 0].sort_values("seed", ascending=False, kind="stable")
    parts.append(
        language.gettext(
            "On the Ríodoce article and its translations alone rest: {tables}. The claims among them are what the article "
            "itself says."
        ).format(tables=_counts(seed.head(NAMED), "seed", language, _others(len(seed) - NAMED, language)))
        if len(seed)
        else language.gettext("No row rests on the Ríodoce article and its translations alone.")
    )
    named = by_table.loc[
        [table for table in ("offices", "initiatives", "events", "observations") if table in by_table.index]
    ]
    parts.append(
        language.gettext("An official source is cited by {tables}.").format(tables=_counts(named, "official", language))
    )
    if missing := int(rows["none"].sum()):
        parts.append(
            language.ngettext(
                "{n} row cites none: it says that no later source was found.",
                "{n} rows cite none: they say that no later source was found.",
                missing,
            )
        )
    return " ".join(parts)


def _counts(rows: pd.DataFrame, column: str, language: Language, further: str = "") -> str:
    said = [
        language.gettext("{n} of {rows} {table}").format(
            n=language.number(count), rows=language.number(total), table=_small(title)
        )
        for count, total, title in zip(rows[column], rows["rows"], rows["title"], strict=True)
    ]
    return language.join([*said, *([further] if further else [])])


def _others(tables: int, language: Language) -> str:
    if tables < 1:
        return ""
    return language.ngettext("fewer rows of {n} more table", "fewer rows of {n} more tables", tables)


def _small(title: str) -> str:
    """Return a table's title as it stands within a sentence."""
    return title[0].lower() + title[1:]
