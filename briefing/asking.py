"""What a speaker may be asked of a chapter: what is not known of what it shows, or said differently by its sources."""

from collections.abc import Iterator

import pandas as pd

from briefing.later import DATED
from briefing.saying import SAID, ended
from briefing.story import UNKNOWN, Chapter
from data.queries import flows, release
from data.queries.country.brief import alone, brief
from data.queries.sources.contradictions import Contradiction, contradictions, disagreements
from data.queries.timeline import EXAMPLE
from figures import labels
from figures.about import unknown
from figures.country import unknown as of_country
from figures.figure import Figure
from figures.objectives import columns
from figures.offices import wording as places
from figures.timeline import wording
from figures.view import View

ASKED = 4
"""Points that may be asked at most."""


def asked(chapter: Chapter, rows: pd.DataFrame | None = None, is_first: bool = True) -> tuple[str, ...]:
    """Return the points that may be asked of a chapter; last, of how many these are, where there are more than may be asked.

    Args:
        rows: those of its figure that a slide holds, where a chapter takes several.
        is_first: whether it is the first slide of its chapter.
    """
    return (*tuple(_asked(chapter, rows, is_first))[:ASKED], *_unasked(chapter))


def _asked(chapter: Chapter, rows: pd.DataFrame | None, is_first: bool) -> Iterator[str]:
    """Yield what is not known, or said differently, of what a chapter shows."""
    view, screen = chapter.view, chapter.screen
    catalog, language, name = view.catalog, view.language, chapter.name
    figure = screen.figures[0] if screen.figures else None
    if name == UNKNOWN:
        disputed = [_disputed(one, view) for one in _disagreements(view) if not one.resolved]
        yield from disputed or [_undisputed(view)]
    elif name == "strategy":
        yield from unknown.gaps(catalog, language, view.selection)
    elif name == "offices":
        yield from screen.unknown or _of_places(view)
        if figure and len(figure.rows) > 1:
            yield places.strength(language)
    elif name == "supply":
        found = flows.flows(catalog, view.selection).rows
        yield from (_disputed(one, view) for one in flows.disputes(catalog, found))
    elif name in DATED and figure and is_first:
        yield _of_events(chapter, figure)
    elif figure and figure.key == columns.KEY:
        yield from _of_initiatives(chapter, figure.rows if rows is None else rows)
    if figure and figure.note and name not in DATED:
        yield figure.note
    elif not figure and not screen.numbers and name != UNKNOWN:
        # Where the screen says so itself, what was not found may be asked, one by one.
        limit = language.gettext("What is missing was not found in the sources read, and may exist all the same.")
        yield from screen.unknown if screen.sentence == limit else (limit,)


def _disagreements(view: View) -> tuple[Contradiction, ...]:
    """Return the points on which sources contradict each other: of one country, those that bear on it, as the screen counts them."""
    if iso3 := alone(view.selection):
        return brief(view.catalog, iso3, view.selection).disagreements
    return disagreements(contradictions(view.catalog))


def _unasked(chapter: Chapter) -> Iterator[str]:
    """Yield how many points of contradiction there are, where more were found than may be asked here."""
    view = chapter.view
    total = sum(not one.resolved for one in _disagreements(view)) if chapter.name == UNKNOWN else 0
    if total > ASKED:
        yield view.language.gettext("These are {n} of {total} points on which sources contradict each other.").format(
            n=view.language.number(ASKED), total=view.language.number(total)
        )


def _undisputed(view: View) -> str:
    """Say that no point was found on which sources contradict each other about the one country chosen."""
    place = labels.in_sentences(view.language, view.catalog)[alone(view.selection)]
    return view.language.gettext("No point was found on which sources contradict each other about {place}.").format(
        place=place
    )


def _of_events(chapter: Chapter, figure: Figure) -> str:
    """Return what does not follow from the two dates, or how far the events go that were found."""
    view, language = chapter.view, chapter.view.language
    if chapter.name == "dates" and {EXAMPLE, release.EVENT} <= set(figure.rows["event_id"]):
        return language.gettext("That one date follows the other does not show that the one led to the other.")
    if view.selection.objectives or view.selection.has_places:
        newest = figure.rows.loc[figure.rows["end"].idxmax(), "date"]
        return language.gettext("The latest event found here is dated {day}: more may have happened since.").format(
            day=language.date(newest)
        )
    return wording.found(view.catalog, language)


def _of_places(view: View) -> tuple[str, ...]:
    """Return what is not known of the places of one country; of several, their caveat says it."""
    chosen = view.selection
    if not (iso3 := alone(chosen)):
        return ()
    return of_country.gaps(brief(view.catalog, iso3, chosen), view.language, chosen.objectives)[:SAID]


def _of_initiatives(chapter: Chapter, rows: pd.DataFrame) -> Iterator[str]:
    """Yield how far the evidence of each initiative goes; of those of context, that none was sought."""
    language = chapter.view.language
    # What is said of one alone, such as "Finance sector only.", is an answer: the question stands before it.
    pattern = language.gettext("How far does the evidence on “{initiative}” go? {what}")
    limited = rows[rows["evidence_note"] != ""]
    # First where there is evidence: what it does not show is asked before why there is none.
    limited = limited.sort_values("evidence_date", ascending=False, kind="stable")
    yield from (pattern.format(initiative=row.initiative, what=row.evidence_note) for row in limited.itertuples())
    if (rows["scope"] == labels.words(language, "scope")["context"]).any():
        yield language.gettext(
            "Later sources were sought for the initiatives of the strategy, not for those of context."
        )


def _disputed(one: Contradiction, view: View) -> str:
    """Return a point on which sources differ, with what each side says."""
    # A claim may have a semicolon of its own.
    sides = ". ".join(
        view.language.gettext("{who}: {claim}").format(who=side.attributed_to, claim=side.claim.rstrip("."))
        for side in one.readings
    )
    return view.language.gettext("{point} {sides}.").format(point=ended(one.title), sides=sides)
