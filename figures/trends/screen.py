"""How the page of trends begins: its finding, what must be said of counts, and the first chart as a drawing."""

from dataclasses import replace

from data import link
from data.catalog import Catalog
from data.once import once
from data.queries.trends.indicators import REPORTED, drawings, known, series
from data.queries.trends.overlays import overlay
from data.queries.trends.shown import shown
from data.queries.trends.whole import wholes
from data.selection import Selection
from figures.figure import Figure
from figures.ink import marks
from figures.language import Language
from figures.palette import Theme, palette
from figures.room import on_phone
from figures.screen import Screen
from figures.trends import chart, headline, plot, scale, sketch, title
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
        figures=_first(view, codes, chosen),
        says_first=codes[0] != REPORTED and codes[:1] == headline.tells(*asked, on_phone(view))[:1],
    )


def _first(view: View, codes: tuple[str, ...], chosen: list[str]) -> tuple[Figure, ...]:
    """Return the first figure that has a value, drawn so that it needs no script; nothing where the first is of another page."""
    with_events = bool(view.choice(link.TRENDS_EVENTS))
    for indicator_id, parts in drawings(view.catalog, [code for code in codes if code != REPORTED], chosen):
        if not series(view.catalog, view.selection, indicator_id, parts).rows.empty:
            narrowing = view.selection if with_events else view.selection.only(("years",))
            asked = view.catalog, narrowing, indicator_id, parts, with_events
            return (still(*asked, view.language, view.theme, view.room),)
    return ()


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
