"""The story: the briefing as one list of chapters, each written once. Page, slides, document and static site are its dresses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from data import link
from data.once import once
from data.pages import HOME
from data.queries import release
from data.queries.country.brief import alone, brief
from data.queries.objectives import in_full, initiatives
from data.queries.offices import headline
from data.queries.timeline import events
from figures import filters, imprint, labels, screens
from figures.about import unknown
from figures.country import unknown as of_country
from figures.objectives import evidence
from figures.overview import numbers, onward
from figures.screen import Screen
from figures.sources import coverage as support
from figures.view import View

AFTER = int(release.DAY[:4]) + 1
"""The first year of what came later."""

UNKNOWN = "unknown"
"""The name of the chapter of what is not known."""

NOTHING = "nothing"
"""The name of the chapter in which those stand together that found nothing."""

NUMBERED_BY = ("objectives", "countries")
"""The filters that narrow the numbers of the strategy: years narrow none of them."""

TOLD = 7
"""What is not known, the weightiest: so much is read from the back of a room."""


@dataclass(frozen=True, eq=False)
class Chapter:
    """A screen of the story, and what it tells of.

    Attributes:
        name: what links know it by, such as `objective-3`; the same in every language.
        view: the view of the page that says more, narrowed to what the chapter tells of.
        screen: what it says; its first figure is what it shows.
        reach: which of the filters narrow what it says, and which do not, as one line; empty where none is on.
    """

    name: str
    view: View
    screen: Screen
    reach: str = ""

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was found: it has a finding, and nothing to show for it."""
        return not (self.screen.figures or self.screen.numbers or self.screen.unknown)


@once(64)
def story(view: View) -> tuple[Chapter, ...]:
    """Return the chapters of a view: its selection, language, theme and room; what it has chosen on its page is left out."""
    return tuple(_reaching(one) for one in _chapters(replace(view, page=HOME, choices=())))


def gathered(view: View) -> tuple[Chapter, ...]:
    """Return the chapters of a view, those that found nothing told as one, where the first of what no filter narrows stands.

    For a dress in which each chapter takes a place of its own.
    """
    told, language = story(view), view.language
    empty = [one.screen.finding for one in told if one.says_nothing]
    if not empty:
        return told
    narrowed = filters.in_words(view.selection, view.catalog, language)
    screen = Screen(
        language.gettext("{filters}: nothing else was found").format(filters=narrowed),
        language.gettext("What is missing was not found in the sources read, and may exist all the same."),
        unknown=tuple(empty),
    )
    kept = [one for one in told if not one.says_nothing]
    at = next(at for at, one in enumerate(kept) if one.name == UNKNOWN)
    return (*kept[:at], Chapter(NOTHING, view, screen, narrowed), *kept[at:])


def _reaching(chapter: Chapter) -> Chapter:
    """Return a chapter that says which filters narrow it; what no rule of its own names is what its figure is narrowed by."""
    if chapter.reach or chapter.view.selection.is_empty:
        return chapter
    figures = chapter.screen.figures
    if figures:
        return replace(chapter, reach=imprint.reached(figures[0].narrowed_by, chapter.view))
    if chapter.screen.numbers:
        return replace(chapter, reach=imprint.reached(NUMBERED_BY, chapter.view))
    return replace(chapter, reach=filters.in_words(chapter.view.selection, chapter.view.catalog, chapter.view.language))


def _chapters(view: View) -> Iterator[Chapter]:
    yield Chapter("strategy", view, _strategy(view))
    yield _of(view, "offices", "offices")
    yield from _objectives(view)
    yield _of(view, "supply", "supply_chain")
    yield from _dates(view)
    yield from _evidence(view)
    yield from _later(view)
    yield _unknown(view)
    # Of what it says of itself under a filter, half is true of its page alone; that none narrows it, its reach says.
    on = replace(view, page="sources")
    yield Chapter("sources", on, _sources(on.only(())))


def _of(view: View, name: str, page: str, **changes: Any) -> Chapter:
    """Return a chapter that begins as a page of the briefing does."""
    on = replace(view, page=page, **changes)
    return Chapter(name, on, screens.of(on))


def _strategy(view: View) -> Screen:
    """Return what the strategy is, and its numbers."""
    begun = screens.of(view)
    return Screen(begun.finding, onward.strategy(view), numbers.named(view))


def _objectives(view: View) -> Iterator[Chapter]:
    """Yield a chapter for each objective that the selection leaves initiatives; where it leaves none, one that says so."""
    left = initiatives(view.catalog, view.selection).rows["objective_id"]
    for number in sorted(set(map(int, left))):
        told = _of(view, f"objective-{number}", "objectives", selection=replace(view.selection, objectives=(number,)))
        yield replace(told, screen=_placed(told.screen, told.view)) if view.selection.has_places else told
    if left.empty:
        yield _of(view, "objectives", "objectives")


def _placed(screen: Screen, view: View) -> Screen:
    """Return what is said of initiatives that name a place, with what does not follow from a later source on one of them."""
    missing, total = unknown.silent(view.catalog, view.selection)
    if missing == total:
        return screen
    limit = view.language.gettext("A later source may tell of another place that the initiative names.")
    return replace(screen, sentence=f"{screen.sentence} {limit}")


def _dates(view: View) -> Iterator[Chapter]:
    """Yield the year of the release, unless the selection leaves its years out, or leaves only events that came later."""
    first, last = view.selection.first_year or AFTER, view.selection.last_year or AFTER
    found = events(view.catalog, view.selection).rows["date"]
    is_later = bool(len(found)) and found.min() >= str(AFTER)
    if first <= AFTER and last >= AFTER - 1 and not is_later:
        told = _of(view, "dates", "timeline", choices=((link.TIMELINE_SPAN.url, (release.DAY[:4],)),))
        yield replace(told, screen=replace(told.screen, sentence=_of_the_year(told)))


def _of_the_year(chapter: Chapter) -> str:
    """Return how many events of the year of the release the drawing shows."""
    view, rows = chapter.view, events(chapter.view.catalog, chapter.view.selection).rows
    year = release.DAY[:4]
    shown = int(rows["date"].str.startswith(year).sum())
    # Where none fell in that year, the drawing shows every year.
    if not shown:
        return chapter.screen.sentence
    return view.language.ngettext("{n} event of {year} is shown.", "{n} events of {year} are shown.", shown, year=year)


def _evidence(view: View) -> Iterator[Chapter]:
    """Yield what became of the strategy's initiatives, where the selection leaves any."""
    on = replace(view, page="objectives")
    known = in_full(view.catalog, initiatives(view.catalog, view.selection, "strategy").rows, view.selection)
    if known:
        shown = evidence.figure(on, known)
        yield Chapter("evidence", on, Screen(shown.title, _cautious(on), figures=(shown,), says_first=True))


def _cautious(view: View) -> str:
    return view.language.gettext(
        "To be measured, a plan would have to name a number, a date and a body that answers for it. A later source is no proof "
        "that it was carried out; where none was found, it may only be that nobody wrote of it."
    )


def _later(view: View) -> Iterator[Chapter]:
    """Yield what came after the year of the release, where the selection leaves any event of it."""
    since = replace(view.selection, first_year=max(AFTER, view.selection.first_year or AFTER))
    if since.last_year is not None and since.last_year < AFTER:
        return
    if len(events(view.catalog, since).rows):
        yield _of(view, "later", "timeline", selection=since, choices=((link.TIMELINE_SPAN.url, (link.EVERY_YEAR,)),))


def _unknown(view: View) -> Chapter:
    """Return what is not known: of one country, of what it alone tells; else of the strategy, with what became of its initiatives."""
    language, chosen, catalog = view.language, view.selection, view.catalog
    on, missing = (
        replace(view, page="about"),
        language.gettext("Others may know what the sources read for this briefing do not say."),
    )
    if iso3 := alone(chosen):
        gaps = of_country.gaps(brief(catalog, iso3, chosen), language, chosen.objectives)
        finding = language.ngettext(
            "{place}: {n} thing that the sources read do not say",
            "{place}: {n} things that the sources read do not say",
            len(gaps),
            place=language.opening(labels.in_sentences(language, catalog)[iso3]),
        )
        return Chapter(UNKNOWN, on, Screen(finding, missing, unknown=gaps))
    gaps = unknown.gaps(catalog, language, chosen.only(NUMBERED_BY))
    return Chapter(UNKNOWN, on, Screen(_unanswered(view), missing, unknown=gaps[:TOLD]), _counted_by(view))


def _unanswered(view: View) -> str:
    language, total = view.language, headline(view.catalog)
    silent, sought = unknown.silent(view.catalog, view.selection)
    if not silent:
        return language.gettext("Not known: how the strategy reads, and which the {offices} offices abroad are").format(
            offices=language.number(total.offices)
        )
    if sought == 1:
        return language.gettext(
            "Not known: how the strategy reads, which the {offices} offices abroad are, what became of the only initiative"
        ).format(offices=language.number(total.offices))
    return language.gettext(
        "Not known: how the strategy reads, which the {offices} offices abroad are, what became of {n} of {total} initiatives"
    ).format(offices=language.number(total.offices), n=language.number(silent), total=language.number(sought))


def _counted_by(view: View) -> str:
    """Return that filters narrow what is said of initiatives, and nothing else that is not known."""
    catalog, language = view.catalog, view.language
    narrowed = filters.in_words(view.selection.only(NUMBERED_BY), catalog, language)
    if not narrowed:
        return imprint.reached((), view)
    return language.gettext("{filters}: only the count of initiatives is narrowed").format(filters=narrowed)


@once(16)
def _sources(view: View) -> Screen:
    """Return on how many sources facts rest: those tables alone that its finding counts."""
    begun = screens.of(view)
    return Screen(begun.finding, begun.sentence, figures=(support.of_facts(view),))
