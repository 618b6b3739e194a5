"""The story: the briefing as one list of chapters, each written once. Page, slides, document and static site are its dresses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from data import link
from data.once import once
from data.pages import HOME
from data.queries import release
from data.queries.objectives import in_full, initiatives
from data.queries.timeline import events
from figures import screens
from figures.about import unknown
from figures.objectives import evidence
from figures.overview import numbers, onward
from figures.screen import Screen
from figures.view import View

AFTER = int(release.DAY[:4]) + 1
"""The first year of what came later."""

TOLD = 7
"""What is not known, the weightiest: so much is read from the back of a room."""


@dataclass(frozen=True, eq=False)
class Chapter:
    """A screen of the story, and what it tells of.

    Attributes:
        name: what links know it by, such as `objective-3`; the same in every language.
        view: the view of the page that says more, narrowed to what the chapter tells of.
        screen: what it says; its first figure is what it shows.
    """

    name: str
    view: View
    screen: Screen


@once(64)
def story(view: View) -> tuple[Chapter, ...]:
    """Return the chapters of a view: its selection, language, theme and room; what it has chosen on its page is left out."""
    return tuple(_chapters(replace(view, page=HOME, choices=())))


def _chapters(view: View) -> Iterator[Chapter]:
    yield Chapter("strategy", view, _strategy(view))
    yield _of(view, "offices", "offices")
    yield from _objectives(view)
    yield _of(view, "supply", "supply_chain")
    yield from _dates(view)
    yield from _evidence(view)
    yield from _later(view)
    yield Chapter("unknown", replace(view, page="about"), _unknown(view))
    yield _of(view, "sources", "sources")


def _of(view: View, name: str, page: str, **changes: Any) -> Chapter:
    """Return a chapter that begins as a page of the briefing does."""
    on = replace(view, page=page, **changes)
    return Chapter(name, on, screens.of(on))


def _strategy(view: View) -> Screen:
    """Return what the strategy is, and its numbers."""
    begun = screens.of(view)
    return Screen(begun.finding, onward.strategy(view), numbers.numbers(view))


def _objectives(view: View) -> Iterator[Chapter]:
    """Yield a chapter for each objective that the selection leaves initiatives; where it leaves none, one that says so."""
    left = initiatives(view.catalog, view.selection).rows["objective_id"]
    for number in sorted(set(map(int, left))):
        yield _of(view, f"objective-{number}", "objectives", selection=replace(view.selection, objectives=(number,)))
    if left.empty:
        yield _of(view, "objectives", "objectives")


def _dates(view: View) -> Iterator[Chapter]:
    """Yield the year of the release, unless the selection leaves its years out."""
    first, last = view.selection.first_year or AFTER, view.selection.last_year or AFTER
    if first <= AFTER and last >= AFTER - 1:
        yield _of(view, "dates", "timeline", choices=((link.TIMELINE_SPAN.url, (release.DAY[:4],)),))


def _evidence(view: View) -> Iterator[Chapter]:
    """Yield what became of the strategy's initiatives, where the selection leaves any."""
    on = replace(view, page="objectives")
    known = in_full(view.catalog, initiatives(view.catalog, view.selection, "strategy").rows)
    if known:
        shown = evidence.figure(on, known)
        yield Chapter("evidence", on, Screen(shown.title, _cautious(on), figures=(shown,), says_first=True))


def _cautious(view: View) -> str:
    return view.language.gettext(
        "Evidence is not proof that a plan was carried out; where none was found, it may only be that nobody wrote of it."
    )


def _later(view: View) -> Iterator[Chapter]:
    """Yield what came after the year of the release, where the selection leaves any event of it."""
    since = replace(view.selection, first_year=max(AFTER, view.selection.first_year or AFTER))
    if since.last_year is not None and since.last_year < AFTER:
        return
    if len(events(view.catalog, since).rows):
        yield _of(view, "later", "timeline", selection=since, choices=((link.TIMELINE_SPAN.url, (link.EVERY_YEAR,)),))


def _unknown(view: View) -> Screen:
    gaps = unknown.gaps(view.catalog, view.language)
    return Screen(
        view.language.gettext("What is not known"),
        view.language.gettext("What the sources read do not say may be known to others."),
        unknown=gaps[:TOLD],
    )
