"""How the page of trends begins: its finding, what must be said of counts, and the first chart as a drawing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from data import link
from data.catalog import Catalog
from data.once import once
from data.queries.offices import headline as reported_headline
from data.queries.offices import reported_totals
from data.queries.trends.indicators import REPORTED, known, series
from data.queries.trends.overlays import overlay
from data.queries.trends.shown import shown
from data.queries.trends.whole import wholes
from data.selection import Selection
from figures.figure import Figure
from figures.ink import marks
from figures.language import Language
from figures.offices import totals
from figures.palette import Theme, palette
from figures.room import on_phone
from figures.screen import Screen
from figures.trends import chart, headline, plot, scale, sketch, title
from figures.trends.charted import charted, narrowing
from figures.view import View


def screen(view: View) -> Screen:
    """Return how the page begins for what a reader asks for."""
    picked, group = view.choice(link.TRENDS_INDICATOR), view.choice(link.TRENDS_GROUP)
    chosen = view.choice(link.TRENDS_SERIES)
    codes = shown(view.catalog, picked, group)
    asked = view.catalog, view.selection, codes, chosen, view.language
    finding = headline.finding(*asked, on_phone(view))
    warning = view.language.gettext(
        "Counts of CBP, HSI and DHS overlap and are never added. Less seized can mean less carried or less found: the "
        "numbers do not say which."
    )
    short = title.in_full(view.catalog, finding, view.language)
    return Screen(
        finding=finding,
        sentence=" ".join([warning, *(f"{one}." for one in short)]),
        figures=tuple(islice(drawn(view, [code for code in codes if code != REPORTED]), 1)),
        says_first=codes[0] != REPORTED and codes[:1] == headline.tells(*asked, on_phone(view))[:1],
    )


def drawn(view: View, codes: Sequence[str]) -> Iterator[Figure]:
    """Yield the charts of indicators of which the years leave a value, as drawings that need no script."""
    for code, indicator_id, parts in charted(view, codes)[0]:
        if code == REPORTED:
            years = view.selection.only(("years",))
            told = view.catalog, view.language, view.theme, ("years",), view.room
            yield totals.figure(reported_totals(view.catalog, "offices", years), reported_headline(view.catalog), *told)
        else:
            asked = view.catalog, narrowing(view), indicator_id, parts, bool(view.choice(link.TRENDS_EVENTS))
            yield still(*asked, view.language, view.theme, view.room)


@once(128)
def still(
    catalog: Catalog,
    selection: Selection,
    indicator_id: str,
    codes: tuple[str, ...],
    with_events: bool,
    language: Language,
    theme: Theme,
    room: int,
) -> Figure:
    """Return the figure that `plot.figure` makes of the same, its chart as a drawing of ours."""
    made = plot.figure(catalog, selection, indicator_id, codes, with_events, language, theme, room)
    indicator, rows = known(catalog)[indicator_id], series(catalog, selection, indicator_id, codes).rows
    if not plot.is_over_time(indicator, rows):
        return made
    laid = overlay(catalog, selection, with_events, rows["start"].min(), rows["end"].max())
    whole = wholes(catalog, indicator_id) if plot.is_part(catalog, indicator_id, codes) else {}
    at = scale.alone(room)
    drawn = sketch.svg(chart.prepare(indicator, rows, whole, laid, at, language), palette(theme))
    return replace(made, drawing=marks.drawing(drawn, at.width, at.height))
