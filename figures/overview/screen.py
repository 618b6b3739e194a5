"""How the first page begins: what the strategy is, how many and where, its objectives, the dates, and what nobody knows."""

import re

from data.once import once
from data.queries.offices import headline
from figures.about import unknown
from figures.offices import overview_map
from figures.overview import numbers, page
from figures.room import on_phone
from figures.screen import Screen
from figures.view import View

GAPS = 4
"""Gaps that are named on the first page, the weightiest; the last one where there is room (components/style/)."""


@once(256)
def screen(view: View) -> Screen:
    """Return the screen of a view. No filter narrows what is said of the strategy; the map shows what is chosen."""
    language, reported = view.language, headline(view.catalog)
    drawn, gaps = overview_map.figure(view), unknown.gaps(view.catalog, view.language)[:GAPS]
    return Screen(
        finding=_held(
            _pattern(view).format(
                year=reported.date[:4],
                initiatives=language.number(numbers.initiatives(view)),
                offices=language.number(reported.offices),
            )
        ),
        sentence=language.gettext(
            "Released {day}. Read through press accounts, not the document; sources read to {read}."
        ).format(day=language.date(reported.date), read=language.date(view.catalog.facts_as_of.isoformat())),
        numbers=numbers.numbers(view),
        figures=(drawn,),
        unknown=gaps,
        whole=page.first_screen(view, drawn, gaps),
    )


def _pattern(view: View) -> str:
    """Return the heading; on a phone, in three lines, the objectives are left to the page."""
    if on_phone(view):
        return view.language.gettext(
            "HSI's {year} opioid strategy: {initiatives} initiatives, and {offices} offices abroad that no source lists"
        )
    return view.language.gettext(
        "HSI's {year} opioid strategy: four objectives, {initiatives} initiatives, and {offices} offices abroad that no source "
        "lists"
    )


def _held(words: str) -> str:
    """Return words in which a number never stands at the end of a line, parted from what it counts."""
    return re.sub(r"(?<=\d) (?=\w)", "\N{NO-BREAK SPACE}", words)
