"""How the first page begins: what the strategy is, how many and where, its objectives, the dates, and what nobody knows."""

import re

from data.once import once
from data.queries.offices import headline
from figures.about import unknown
from figures.offices import overview_map
from figures.overview import numbers, page
from figures.room import WIDE_ROOM, on_phone
from figures.screen import Screen
from figures.view import View

GAPS = 4
"""Gaps that are named on the first page, the weightiest; the last one where there is room (components/style/)."""


@once(256)
def screen(view: View) -> Screen:
    """Return the screen of a view. Numbers, map and objectives show what is chosen; the sentence says what no filter narrows."""
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
        sentence=_sentence(view),
        numbers=numbers.numbers(view),
        figures=(drawn,),
        unknown=gaps,
        whole=page.first_screen(view, drawn, gaps),
    )


def _sentence(view: View) -> str:
    """Return how the strategy is known or, where a filter is on, what it narrows here and what not: in as many lines, so that nothing moves."""
    language, reported, chosen = view.language, headline(view.catalog), view.selection
    if chosen.is_empty:
        return language.gettext(
            "Released {day}. Read through press accounts, not the document; sources read to {read}."
        ).format(day=language.date(reported.date), read=language.date(view.catalog.facts_as_of.isoformat()))
    if chosen.has_places:
        said = (
            language.gettext("Years narrow nothing here; the rest narrow places and initiatives, not the {offices} offices or the dates.")
            if chosen.has_years
            else language.gettext("The filters narrow places and initiatives, not the {offices} offices reported, the dates or what is not known.")
        )  # fmt: skip
    elif chosen.objectives:
        said = (
            language.gettext("Years narrow nothing here; the objective narrows initiatives, not the {offices} offices, the places or the dates.")
            if chosen.has_years
            else language.gettext("The objective narrows initiatives, not the {offices} offices reported, the places, the dates or what is not known.")
        )  # fmt: skip
    else:
        said = language.gettext(
            "Years narrow nothing on this page. They narrow the events of the Timeline and the series of Trends."
        )
    return said.format(offices=language.number(reported.offices))


def _pattern(view: View) -> str:
    """Return the heading; on a phone, in three lines, and on a wide screen, in one, the objectives are left to the page."""
    if on_phone(view) or view.room == WIDE_ROOM:
        return view.language.gettext(
            "HSI's {year} opioid strategy: {initiatives} initiatives, and {offices} offices abroad, no list of them found"
        )
    return view.language.gettext(
        "HSI's {year} opioid strategy: four objectives, {initiatives} initiatives, and {offices} offices abroad, no list of "
        "them found"
    )


def _held(words: str) -> str:
    """Return words in which a number never stands at the end of a line, parted from what it counts."""
    return re.sub(r"(?<=\d) (?=\w)", "\N{NO-BREAK SPACE}", words)
