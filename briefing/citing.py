"""What a chapter cites: the sources that carry what it says, the weightiest first, and all that it rests on."""

from collections.abc import Iterable, Sequence

from briefing.story import Chapter
from data.catalog import Catalog
from data.queries import flows, release
from data.queries.linked import linked
from data.queries.narrowing import newest_first, sources_of, weightiest_first
from data.queries.objectives import KEY, Initiative, in_full, initiatives
from data.queries.offices import documented, headline
from data.queries.timeline import EXAMPLE, events
from figures.sources import coverage
from figures.timeline.listing import cited
from figures.timeline.span import span

EACH = 4
"""Sources that are cited where all find no room."""

TITLED = (release.EVENT, EXAMPLE)
"""The events that the heading of the dates names: each is cited, whatever else is."""


def least(chapter: Chapter) -> int:
    """Return how many of the sources that carry a chapter are cited before any other finds room: one for each thing that it says."""
    if chapter.name == "evidence":
        known = newest(promised(chapter))
        each = newest_of_each(known)
        return min(len(each) if len(each) > 1 else max(len(known), 1), EACH)
    return {"offices": 2, "dates": len(TITLED), "supply": 2}.get(chapter.name, 1)


def carrying(chapter: Chapter, only: Iterable[str] | None = None) -> tuple[str, ...]:
    """Return the sources that carry what a chapter shows, those first that are cited where few find room; none where it counts our own rows.

    Args:
        only: of a chapter of initiatives, those that are asked about; all of them where nothing is said.
    """
    catalog, screen = chapter.view.catalog, chapter.screen
    if not screen.figures:
        return _of_release(catalog) if screen.numbers else ()
    figure = screen.figures[0]
    if figure.key == coverage.KEY:
        return ()
    if "dated_by" in figure.rows:
        # Of the world the heading states the published total first. The date of a place is that of one source, whatever others name it.
        total = () if chapter.view.selection.has_places else _ranked(catalog, headline(catalog).source_ids)[:1]
        told = _each([*total, *newest_first(catalog, figure.rows["dated_by"])])
        return (*_official_first(catalog, told[:EACH]), *told[EACH:])
    if chapter.name.startswith("objective") or chapter.name == "evidence":
        return _of_initiatives(chapter, only)
    if "event_id" in figure.rows:
        return _of_events(catalog, figure.rows["event_id"], drawn(chapter))
    if chapter.name == "supply":
        return _of_statements(chapter)
    return _ranked(catalog, figure.source_ids)


def behind(chapter: Chapter) -> tuple[str, ...]:
    """Return every source that a chapter rests on: how old it is follows from them."""
    figures, first = chapter.screen.figures, carrying(chapter)
    if figures:
        return _each([*first, *drawn(chapter)])
    if not chapter.screen.numbers:
        return ()
    view = chapter.view
    offices = documented(view.catalog, view.selection).rows["office_id"]
    later = [source for one in promised(chapter) if one.follow_up for source in one.follow_up.source_ids]
    return _each([*first, *sources_of(view.catalog, "office_evidence", "office_id", offices), *later])


def drawn(chapter: Chapter) -> tuple[str, ...]:
    """Return the sources of what the drawing of a chapter shows: of a timeline that looks at one year, those of its events alone."""
    figure, view = chapter.screen.figures[0], chapter.view
    if chapter.name != "dates":
        return figure.source_ids
    return cited(view.catalog, span(view).within(events(view.catalog, view.selection).rows))


def promised(chapter: Chapter) -> tuple[Initiative, ...]:
    """Return the initiatives of the strategy that a chapter's filters leave."""
    view = chapter.view
    return tuple(in_full(view.catalog, initiatives(view.catalog, view.selection, "strategy").rows, view.selection))


def newest(ones: Iterable[Initiative]) -> list[Initiative]:
    """Return the initiatives on which there is a later source, the newest first."""
    known = [(one.follow_up.latest.date, one) for one in ones if one.follow_up and one.follow_up.latest.date]
    return [one for _day, one in sorted(known, key=lambda pair: pair[0], reverse=True)]


def newest_of_each(known: Sequence[Initiative]) -> list[Initiative]:
    """Return of each objective the initiative on which the newest later source was found.

    Args:
        known: as `newest` returns them.
    """
    first = {one.objective_id: one for one in reversed(known)}
    return [first[number] for number in sorted(first)]


def _of_release(catalog: Catalog) -> tuple[str, ...]:
    told = sources_of(catalog, "event_sources", "event_id", [release.EVENT])
    return _ranked(catalog, _each([*headline(catalog).source_ids, *told]))


def _of_initiatives(chapter: Chapter, only: Iterable[str] | None) -> tuple[str, ...]:
    """Return what says what became of initiatives, then what tells of them: of each the weightiest first, and the rest after these.

    What became of those of several objectives is told by the newest source of each.
    """
    catalog, figure = chapter.view.catalog, chapter.screen.figures[0]
    kept = None if only is None else set(only)
    ours = [one for one in promised(chapter) if kept is None or one.initiative_id in kept]
    known = newest(ours)
    said = [side.source_ids for one in known if one.follow_up for side in one.follow_up.said]
    if chapter.name == "evidence" and said:
        each = [one.follow_up.latest.source_ids for one in newest_of_each(known) if one.follow_up]
        return _each([*(of_each(catalog, each) if len(each) > 1 else ()), *_in_turn(catalog, said)])
    planned = figure.source_ids if kept is None else sources_of(catalog, "initiative_sources", KEY, kept)
    return _each([*_in_turn(catalog, said), *_ranked(catalog, planned)])


def _of_events(catalog: Catalog, events: Iterable[str], source_ids: Sequence[str]) -> tuple[str, ...]:
    cited, shown = linked(catalog, "event_sources", "event_id"), set(events)
    titled = [cited.get(event, ()) for event in TITLED if event in shown]
    return _each([*_in_turn(catalog, titled), *_ranked(catalog, source_ids)])


def _of_statements(chapter: Chapter) -> tuple[str, ...]:
    """Return the weightiest source of what is said to move and, where some deny it, of each who does; then the others."""
    catalog, view = chapter.view.catalog, chapter.view
    said = _ranked(catalog, chapter.screen.figures[0].source_ids)
    told = flows.denials(catalog, flows.flows(catalog, view.selection).rows)
    against = dict.fromkeys(one.reading.source_ids for several in told.values() for one in several)
    return _each([*_in_turn(catalog, [said[:1], *against]), *said])


def _in_turn(catalog: Catalog, several: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the weightiest source of each statement, of these the official ones first, then the others: what is cited speaks for each."""
    ranked = [_ranked(catalog, ids) for ids in several]
    return _each([*of_each(catalog, several), *(source for ids in ranked for source in ids[1:])])


def of_each(catalog: Catalog, several: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return the weightiest source of each of several statements, of these the official ones first."""
    ranked = [_ranked(catalog, ids) for ids in several]
    return _official_first(catalog, _each(ids[0] for ids in ranked if ids))


def _official_first(catalog: Catalog, source_ids: Iterable[str]) -> tuple[str, ...]:
    """Return sources, those first that are official; else as given."""
    official = catalog.names("sources", "source_id", "official")
    return tuple(sorted(source_ids, key=lambda one: not official[one]))


def _ranked(catalog: Catalog, source_ids: Sequence[str]) -> tuple[str, ...]:
    """Return sources by weight; what bears no date cannot carry one, and comes last."""
    return tuple(sorted(weightiest_first(catalog, source_ids), key=lambda one: not catalog.sources[one].published))


def _each(source_ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source_ids))
