"""What a speaker reads to a chapter, in three parts: what to say, what may be asked, and what carries it. Never inside what is handed out."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

import pandas as pd

from briefing import citing
from briefing.later import LATER, newest
from briefing.story import UNKNOWN, Chapter
from data.queries import flows, release
from data.queries.country.brief import alone, brief
from data.queries.objectives import KEY
from data.queries.sources.contradictions import Contradiction, contradictions, disagreements
from data.queries.timeline import EXAMPLE, telling
from figures import imprint, labels
from figures.about import unknown
from figures.country import unknown as of_country
from figures.figure import Figure
from figures.flows import flow_map
from figures.offices import page_map
from figures.offices import wording as places
from figures.timeline import wording
from figures.view import View

SOURCES = 8
"""Sources that the notes to a chapter name; they say how many more there are."""

SAID = 3
"""Rows of a slide that a speaker is given words for."""

ASKED = 4
"""Points that may be asked at most."""

NAMED = frozenset({page_map.KEY, flow_map.KEY})
"""Figures whose heading names what is drawn, or says again what finding and sentence say: nothing that a speaker could say aloud."""

DATED = ("dates", LATER)
"""Chapters of events: a speaker tells of some, and not of how many are drawn."""

INITIATIVES = "objectives-columns"
"""The figure whose rows are initiatives."""


class Part(NamedTuple):
    """A part of the notes: its heading, and what stands under it, each a line."""

    heading: str
    lines: tuple[str, ...]


def parts(
    chapter: Chapter, numbers: Mapping[str, int] | None = None, rows: pd.DataFrame | None = None, is_first: bool = True
) -> tuple[Part, ...]:
    """Return the notes to a chapter.

    Args:
        numbers: source → its number, where sources are listed by number.
        rows: those of its figure that a slide holds, where a chapter takes several.
        is_first: whether it is the first slide of its chapter.
    """
    language = chapter.view.language
    told = (
        Part(language.gettext("What to say"), tuple(_said(chapter, rows, is_first))),
        Part(language.gettext("What may be asked"), tuple(_asked(chapter, rows, is_first))[:ASKED]),
        Part(language.gettext("Sources"), _sources(chapter, numbers or {}, rows)),
    )
    return tuple(part for part in told if part.lines)


def html(chapter: Chapter) -> str:
    """Return the notes to a chapter as HTML."""
    return "".join(
        f"<h2>{escape(part.heading)}</h2><ul>{''.join(f'<li>{escape(line)}</li>' for line in part.lines)}</ul>"
        for part in parts(chapter)
    )


def sources(figure: Figure | None, view: View) -> tuple[str, ...]:
    """Return the sources of a figure as plain text with their addresses, the first of them; then how many more there are."""
    if figure is None:
        return ()
    named = [_in_full(source, view) for source in figure.source_ids[:SOURCES]]
    return (*named, *_more(view, len(figure.source_ids) - len(named)))


def _said(chapter: Chapter, rows: pd.DataFrame | None, is_first: bool) -> Iterator[str]:
    """Yield what its screen does not say itself; where there is no such thing, its finding with what explains it."""
    if beside := tuple(_beside(chapter, rows, is_first)):
        yield from beside
        return
    yield _ended(chapter.screen.finding)
    if chapter.screen.sentence:
        yield chapter.screen.sentence


def _beside(chapter: Chapter, rows: pd.DataFrame | None, is_first: bool) -> Iterator[str]:
    """Yield what else there is to say of a screen: what its events, its initiatives or its figure tell that does not stand on it."""
    screen, figure = chapter.screen, chapter.screen.figures[0] if chapter.screen.figures else None
    if not figure:
        return
    if figure.key == INITIATIVES:
        yield from _summaries(chapter, figure.rows if rows is None else rows)
    elif chapter.name == "evidence":
        yield from _promises(chapter) if is_first else ()
    elif chapter.name == LATER:
        yield from _newest(chapter) if is_first else _of_categories(chapter)
    elif chapter.name in DATED:
        yield from _events(chapter)
    elif not screen.says_first and figure.key not in NAMED and figure.title != screen.finding:
        yield _ended(figure.title)


def _summaries(chapter: Chapter, rows: pd.DataFrame) -> Iterator[str]:
    """Yield what initiatives are: those of the strategy, of which a screen shows the names; else those of context."""
    ours = rows[rows["scope"] == labels.words(chapter.view.language, "scope")["strategy"]]
    told = ours if len(ours) else rows
    yield from (_initiative(chapter, row.initiative, row.summary) for row in told.head(SAID).itertuples())


def _promises(chapter: Chapter) -> Iterator[str]:
    """Yield what was promised, of what the newest sources tell: of one initiative an objective; of one objective, of some."""
    known = citing.newest(citing.promised(chapter))
    first = {one.objective_id: one for one in reversed(known)}
    told = [first[number] for number in sorted(first)] if len(first) > 1 else known[:SAID]
    yield from (_initiative(chapter, one.name, one.summary) for one in told)


def _initiative(chapter: Chapter, name: str, what: str) -> str:
    return chapter.view.language.gettext("“{initiative}”: {what}").format(initiative=name, what=what)


def _events(chapter: Chapter) -> Iterator[str]:
    """Yield the events of a chapter that tell most of the strategy, those aside that its heading names: in the order of their dates."""
    view, rows = chapter.view, _of_its_years(chapter).drop_duplicates("event_id").set_index("event_id")
    both = {EXAMPLE, release.EVENT}
    named = both if both <= set(rows.index) else both & {release.EVENT}
    told = [one for one in telling(view.catalog) if one in rows.index and one not in named][:SAID]
    for row in rows.loc[told].sort_values("start", kind="stable").to_dict("records"):
        yield _event(row, view)


def _newest(chapter: Chapter) -> Iterator[str]:
    """Yield the newest events, as documents tell them: a title alone may be understood by who knows the matter."""
    for row in newest(chapter.screen.figures[0].rows, SAID).to_dict("records"):
        yield f"{_event(row, chapter.view)} {row['summary']}"


def _of_categories(chapter: Chapter) -> Iterator[str]:
    """Yield the newest event of each of the largest categories, those aside that are told with the drawing."""
    view, rows = chapter.view, chapter.screen.figures[0].rows
    told = set(newest(rows, SAID)["event_id"])
    left = rows[~rows["event_id"].isin(told)]
    pattern = view.language.gettext("{category}. {event}")
    for category in rows["lane_name"].value_counts().index[:SAID]:
        for row in newest(left[left["lane_name"] == category], 1).to_dict("records"):
            event = f"{_event(row, view)} {row['summary']}"
            yield pattern.format(category=category, event=event)


def _event(row: Mapping[Hashable, Any], view: View) -> str:
    day = view.language.opening(view.language.date(row["date"]))
    return _ended(view.language.gettext("{day}: {what}").format(day=day, what=row["title"]))


def _of_its_years(chapter: Chapter) -> pd.DataFrame:
    """Return the events that a chapter draws: those of the year of the release or, where none fell in it, all."""
    rows = chapter.screen.figures[0].rows
    within = rows["date"].str.startswith(release.DAY[:4])
    return rows[within] if chapter.name == "dates" and within.any() else rows


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
    elif figure and figure.key == INITIATIVES:
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
    pattern = language.gettext("What became of “{initiative}”? {what}")
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
    return view.language.gettext("{point} {sides}.").format(point=_ended(one.title), sides=sides)


def _sources(chapter: Chapter, numbers: Mapping[str, int], rows: pd.DataFrame | None) -> tuple[str, ...]:
    """Return the sources that carry a chapter in full, those with a number first; then how many more it rests on."""
    view, first = chapter.view, citing.carrying(chapter, None if rows is None else rows[KEY])
    if not first:
        return (imprint.below(view),)
    shown = sorted(first[:SOURCES], key=lambda source: numbers.get(source, len(numbers) + 1))
    told = [_in_full(source, view) for source in shown]
    listed = [
        f"[{numbers[source]}] {words}" if source in numbers else words
        for source, words in zip(shown, told, strict=True)
    ]
    every = citing.behind(chapter) if rows is None else first
    return (*listed, *_more(view, len(every) - len(shown)))


def _in_full(source_id: str, view: View) -> str:
    source = view.catalog.sources[source_id]
    told = (source.title, source.publisher, view.language.date(source.published), source.url)
    return ", ".join(part for part in told if part)


def _more(view: View, rest: int) -> Sequence[str]:
    return [view.language.ngettext("{n} more source", "{n} more sources", rest)] if rest > 0 else []


def _ended(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."
