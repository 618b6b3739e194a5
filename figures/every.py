"""Every figure that a page shows, in the page's order: for whoever shows or takes them without the page."""

from collections.abc import Callable, Iterator, Mapping

from data import link
from data.once import once
from data.queries import flows, objectives, offices, timeline
from data.queries.oversight import findings
from data.queries.records.address import withdrawn
from data.queries.records.record import record
from data.queries.sources.citing import SEED
from data.queries.sources.tables import narrowed
from data.queries.trends import indicators
from data.queries.trends.shown import shown
from data.selection import Selection
from figures import screens
from figures.figure import Figure
from figures.flows import initiatives as acting
from figures.objectives import countries, organisations, oversight, promises
from figures.offices import counts, locator, squares, totals
from figures.records import changed, changes, values
from figures.sources import citing, glossary, listing, readings
from figures.timeline import listing as events
from figures.trends import index
from figures.trends import screen as trends
from figures.view import View

Figures = Iterator[Figure]


@once(128)
def of(view: View) -> tuple[Figure, ...]:
    """Return the figures of a view's page: those that it begins with, then the others. A chart is a drawing of ours."""
    more = _MORE.get(view.page)
    begun = screens.of(view).figures
    return (*begun, *(more(view) if more else ()))


def _offices(view: View) -> Figures:
    rows, reported = offices.documented(view.catalog, view.selection).rows, offices.headline(view.catalog)
    told = view.catalog, view.language, view.theme
    if not rows.empty:
        yield squares.figure(rows, None if view.selection.has_places else reported, *told)
    if rows["iso3"].nunique() > 1:
        yield counts.figure(rows, *told)
    yield totals.figure(offices.reported_totals(view.catalog), reported, *told, (), view.room)


def _objectives(view: View) -> Figures:
    found = objectives.initiatives(view.catalog, view.selection, view.choice(link.OBJECTIVES_SCOPE)).rows
    known = objectives.in_full(view.catalog, found, view.selection)
    if any(one.follow_up for one in known):
        yield promises.figure(view, known)
    if known:
        yield organisations.figure(view, found)
        yield countries.figure(view, found)
    audits = findings(view.catalog, view.selection)
    if len(audits):
        yield oversight.figure(view, audits)


def _timeline(view: View) -> Figures:
    found = timeline.events(view.catalog, view.selection)
    if len(found.rows):
        yield events.figure(view.catalog, found, view.language)


def _supply(view: View) -> Figures:
    found = flows.acting(view.catalog, view.selection, view.choice(link.SUPPLY_COMMODITY)).rows
    if len(found):
        yield acting.figure(found, view)


def _trends(view: View) -> Figures:
    """Yield every chart but the first with a value, which the page begins with, and the list of all series."""
    group = view.choice(link.TRENDS_GROUP)
    codes = shown(view.catalog, view.choice(link.TRENDS_INDICATOR), group)
    begun = {figure.key for figure in screens.of(view).figures}
    for figure in trends.drawn(view, codes):
        if figure.key not in begun:
            yield figure
    if indicators.of_system(view.catalog, group):
        yield index.figure(view.catalog, view.selection.only(("years",)), group, view.language)


def _sources(view: View) -> Figures:
    table, search = view.choice(link.SOURCES_TABLE), view.choice(link.SOURCES_SEARCH)
    source = view.choice(link.SOURCES_SOURCE) or SEED
    found = listing.figure(
        view.catalog, table, narrowed(view.catalog, view.selection, table), search or "", view.language
    )
    if len(found.rows):
        yield found
    yield citing.figure(view.catalog, source, view.language)
    yield glossary.figure(view.catalog, view.language)


def _changes(view: View) -> Figures:
    found = changed.found(view)
    if not found.empty:
        yield changes.figure(view.catalog, found, view.language, *changed.asked(view))


def _about(view: View) -> Figures:
    yield readings.figure(view)


def _record(view: View) -> Figures:
    chosen = view.choice(link.RECORD)
    if not chosen or chosen in withdrawn(view.catalog):
        return
    known = record(view.catalog, chosen)
    if known.kind == "indicator":
        yield values.figure(view.catalog, known, view.language)
    elif known.kind in ("office", "country"):
        iso3 = str(known.row["iso3"])
        rows = offices.documented(view.catalog, Selection(countries=(iso3,))).rows
        code = known.code if known.kind == "office" else ""
        yield locator.figure(rows, iso3, view.catalog, view.language, view.theme, locator.OF_RECORD, code)


_MORE: Mapping[str, Callable[[View], Figures]] = {
    "offices": _offices,
    "objectives": _objectives,
    "timeline": _timeline,
    "supply_chain": _supply,
    "trends": _trends,
    "sources": _sources,
    "changes": _changes,
    "about": _about,
    "record": _record,
}
"""Page → what makes its other figures."""
