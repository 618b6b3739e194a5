"""Places named by sources: their map, and each of them in a row."""

from collections.abc import Mapping, Sequence
from typing import Any

from briefing.document.parts import Block, Text, beside, drawing, quiet, section, table, text
from briefing.document.references import References
from briefing.document.rest import Rest
from briefing.story import Chapter
from data.collation import column as in_order
from data.queries import carrying
from data.queries.evidence import PRESENCE
from figures import age, evidenced, labels
from figures.figure import Figure
from figures.offices import listing, wording
from figures.view import View

BOX, LOW = (1400, 360), (1400, 250)
"""Pixels of the map, of many places and of few: as high as leaves its table room on the same page."""

PRESENT = "×"
"""Stands, as on the map, at a presence that is no office and is not counted, where no column says so."""

FULL = 16
"""Rows up to so many tell all that is known of a place; of more, three tables stand side by side, and of a date its year."""


def chapter(told: Chapter, cites: References | None, rest: Rest) -> list[Block]:
    """Return the map and each place in a row, by country where there are several, else by place.

    Args:
        cites: nothing where the places have no room for their sources: then it is said in which file these are.
    """
    view, screen, shown = told.view, told.screen, _shown(told)
    # A table of places in which no filter that is on leaves one out is about something else: it goes on in its file.
    is_listed = view.selection.has_places or view.selection.is_empty
    below = (
        rest.every(len(shown.rows) if shown else 0, "offices", "offices")
        if not is_listed
        else []
        if cites is not None
        else rest.sources("office_evidence", "offices")
    )
    cites = cites if is_listed else None
    listed = _table(shown, view, cites) if shown and is_listed else []
    return [
        section(
            screen.finding,
            beside(screen.sentence, shown.narrowed_by if shown else ("countries",), view),
            [*_map(shown, view, cites), *listed, *below] if shown else [],
            labels.words(view.language, "page")["offices"],
        )
    ]


def table_of(
    shown: Figure, view: View, cites: References | None, names: Sequence[str], is_full: bool = True, columns: int = 1
) -> Block:
    """Return the table of the places that a figure shows.

    Args:
        names: its columns, of those that `figures.offices.listing.columns` names.
        is_full: whether dates stand in full, or the year of each.
        columns: how many such tables stand side by side.
    """
    titles = listing.columns(view.language)
    if not is_full:
        titles |= {"evidence_date": view.language.gettext("Year"), "grade": view.language.gettext("Evidence")}
    widths = (
        {"country": 1.3, "place": 1.5, "type": 1.2, "evidence_date": 1.1, "grade": 1.1}
        if is_full
        else {"country": 1.25, "place": 1.75 if columns > 1 else 0, "type": 0, "evidence_date": 0, "grade": 2.0}
    )
    return table(
        [titles[name] for name in names],
        [widths[name] for name in names],
        [[cells[name] for name in names] for cells in _rows(shown, view, cites, is_full)],
        columns,
    )


def _map(shown: Figure, view: View, cites: References | None) -> list[Block]:
    _rows(shown, view, cites)  # the map cites first what its rows cite
    present = labels.words(view.language, "standing")[PRESENCE]
    words = [
        *([f"{shown.note} "] if shown.note else []),
        *([f"{PRESENT} {present}. "] if PRESENCE in set(shown.rows["standing"]) else []),
        age.said(view.catalog, shown.source_ids, view.language),
        *([cites.again(shown.source_ids)] if cites is not None else []),
    ]
    return [drawing(shown, *(LOW if len(shown.rows) <= FULL else BOX), words)]


def _table(shown: Figure, view: View, cites: References | None) -> list[Block]:
    """Return the places as a table; nothing without one."""
    if shown.rows.empty:
        return []
    one_country, is_full = shown.rows["iso3"].nunique() == 1, len(shown.rows) <= FULL
    names = [
        *([] if one_country else ["country"]),
        "place",
        *(["type"] if is_full else []),
        "evidence_date",
        *(["grade"] if is_full else []),
    ]
    made = table_of(shown, view, cites, names, is_full, 1 if is_full else 3)
    return [made, text(quiet(wording.strength(view.language)))] if is_full else [made]


def _shown(told: Chapter) -> Figure | None:
    return next((one for one in told.screen.figures if one.picture), None)


def _rows(shown: Figure, view: View, cites: References | None, is_full: bool = True) -> list[dict[str, Text]]:
    """Return what each place's cells say, by column; of when its evidence is, in full or the year alone."""
    grades = labels.words(view.language, "grade")
    return [
        {
            "country": [row["country"]],
            "place": [
                row["place"],
                *([] if is_full or row["standing"] != PRESENCE else [f" {PRESENT}"]),
                *([cites.cite(*carrying.of_place(view.catalog, row["office_id"]))] if cites is not None else []),
            ],
            "type": [_what(row)],
            "evidence_date": [evidenced.day(row, view.language, is_full)],
            # Its column says of what it is the grade.
            "grade": [grades[row["strength"]] if row["grade"] else "–"],
        }
        for row in shown.rows.sort_values(["country", "place"], key=in_order).to_dict("records")
    ]


def _what(row: Mapping[Any, Any]) -> str:
    """Return the type of an office; of a presence, that it is none."""
    return str(row["what"] if row["standing"] == PRESENCE else row["type"])
