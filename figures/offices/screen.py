"""How the page of offices begins: what is reported and what is named, of the world or of what was chosen, and the map."""

import pandas as pd

from data.once import once
from data.queries.offices import documented, headline
from figures import evidenced
from figures.language import Language
from figures.offices import countries, listing, page_map, unplaced, wording
from figures.screen import Screen
from figures.view import View


@once(256)
def screen(view: View) -> Screen:
    """Return the screen of the view."""
    rows = listing.in_words(documented(view.catalog, view.selection).rows, view.catalog, view.language)
    shown = (page_map.figure(view),) if view.selection.countries else (page_map.figure(view), countries.figure(view))
    if not view.selection.has_places:
        return Screen(_whole(rows, view), _whole_sentence(rows, view), figures=shown, unknown=_unknown(view))
    return Screen(_finding(rows, view), " ".join(_sentences(rows, view)), figures=shown)


def _whole(rows: pd.DataFrame, view: View) -> str:
    reported, language = headline(view.catalog), view.language
    return language.gettext(
        "{offices} reported in {countries}, no list of them found; {places} named by sources"
    ).format(
        offices=language.ngettext("{n} office", "{n} offices", reported.offices),
        countries=language.ngettext("{n} country", "{n} countries", reported.countries),
        places=language.ngettext("{n} place", "{n} places", len(rows)),
    )


def _whole_sentence(rows: pd.DataFrame, view: View) -> str:
    language = view.language
    pattern = language.gettext("The total is as of {day}. Of the places, {recent} and {strong}.")
    return pattern.format(
        day=language.date(headline(view.catalog).date),
        recent=wording.recent(rows, language),
        strong=wording.detail(rows, "strength", language),
    )


def _finding(rows: pd.DataFrame, view: View) -> str:
    """Return what is found of the countries or regions chosen: nothing that is only true of the world."""
    language, selection = view.language, view.selection
    if rows.empty:
        return wording.nothing(selection, view.catalog, language)
    if len(rows) == 1:
        return wording.one(rows.iloc[0], language)
    fields = {
        "countries": language.opening(wording.whereabouts(rows, selection, view.catalog, language)),
        "places": language.ngettext("{n} place", "{n} places", len(rows)),
    }
    latest = rows.loc[rows["evidence_date"].idxmax()]
    if latest["evidence_date"]:
        return language.gettext("{countries}: {places} named by sources, the latest evidence dated {day}").format(
            day=evidenced.within(latest, language), **fields
        )
    return language.gettext("{countries}: {places} named by sources, with undated evidence").format(**fields)


def _sentences(rows: pd.DataFrame, view: View) -> list[str]:
    """Return how good and how old the evidence is, and what was not found."""
    language = view.language
    said = [
        *unplaced.newer(view.catalog, rows, language),
        *wording.missing(rows, view.selection, view.catalog, language),
    ]
    if rows.empty:
        return [wording.none_is_named(view.selection, view.catalog, language)]
    if len(rows) == 1:
        return [_graded(rows.iloc[0], language), *said]
    pattern = language.gettext("Of these, {recent} and {strong}. An office may have closed since.")
    told = pattern.format(recent=wording.recent(rows, language), strong=wording.detail(rows, "strength", language))
    return [told, *said]


def _graded(row: pd.Series, language: Language) -> str:
    """Return how good the evidence of a single place is; only of what has a date it is said to be as of it."""
    if not row["strength"]:
        return language.gettext("The strength of the evidence is not graded, and an office may have closed since.")
    if not row["evidence_date"]:
        return language.gettext("{grade}, of unknown date: an office may have closed since.").format(grade=row["grade"])
    return language.gettext("{grade}, as of its date: an office may have closed since.").format(grade=row["grade"])


def _unknown(view: View) -> tuple[str, ...]:
    language, reported = view.language, headline(view.catalog)
    return (
        language.gettext("Where the {n} offices of the total are: no list of them was found.").format(
            n=language.number(reported.offices)
        ),
        language.gettext("Which of the places named are offices today: each is named as of the date of its evidence."),
        language.gettext("Whether a country without a mark has an office: none was found in the sources read."),
    )
