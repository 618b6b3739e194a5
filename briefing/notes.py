"""What a speaker reads to a chapter, in three parts: what to say, what may be asked, and what carries it. Never inside what is handed out."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

import pandas as pd

from briefing import citing
from briefing.later import LATER, newest
from briefing.story import UNKNOWN, Chapter
from data.queries import carrying, flows, release
from data.queries.country.brief import alone, brief
from data.queries.objectives import KEY
from data.queries.sources.contradictions import Contradiction, contradictions, disagreements
from data.queries.timeline import EXAMPLE, telling
from figures import imprint, labels
from figures.about import unknown
from figures.country import unknown as of_country
from figures.figure import Figure
from figures.flows import flow_map
from figures.objectives import evidence
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


class Saying(NamedTuple):
    """Something to say, and the sources of it: the one that carries most of it, of each thing that it says."""

    words: str
    source_ids: tuple[str, ...] = ()


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
    language, said = chapter.view.language, tuple(_said(chapter, rows, is_first))
    spoken = [source for one in said for source in one.source_ids]
    told = (
        Part(language.gettext("What to say"), tuple(one.words for one in said)),
        Part(
            language.gettext("What may be asked"), (*tuple(_asked(chapter, rows, is_first))[:ASKED], *_unasked(chapter))
        ),
        Part(language.gettext("Sources"), _sources(chapter, numbers or {}, rows, spoken)),
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


def _said(chapter: Chapter, rows: pd.DataFrame | None, is_first: bool) -> Iterator[Saying]:
    """Yield what its screen does not say itself; where there is no such thing, its finding with what explains it."""
    if beside := tuple(_beside(chapter, rows, is_first)):
        yield from beside
        return
    yield Saying(_ended(chapter.screen.finding))
    if chapter.screen.sentence:
        yield Saying(chapter.screen.sentence)


def _beside(chapter: Chapter, rows: pd.DataFrame | None, is_first: bool) -> Iterator[Saying]:
    """Yield what else there is to say of a screen: what its events, its initiatives or its figure tell that does not stand on it."""
    screen, figure = chapter.screen, chapter.screen.figures[0] if chapter.screen.figures else None
    if not figure:
        return
    if figure.key == INITIATIVES:
        yield from _summaries(chapter, figure.rows if rows is None else rows)
    elif chapter.name == "evidence":
        yield from _became(chapter) if is_first else ()
    elif chapter.name == LATER:
        yield from _newest(chapter) if is_first else _of_categories(chapter)
    elif chapter.name in DATED:
        yield from _events(chapter)
    elif not screen.says_first and figure.key not in NAMED and figure.title != screen.finding:
        yield Saying(_ended(figure.title))


def _summaries(chapter: Chapter, rows: pd.DataFrame) -> Iterator[Saying]:
    """Yield what initiatives are: those of the strategy, of which a screen shows the names; else those of context."""
    ours = rows[rows["scope"] == labels.words(chapter.view.language, "scope")["strategy"]]
    told = ours if len(ours) else rows
    pattern, catalog = chapter.view.language.gettext("“{initiative}”: {what}"), chapter.view.catalog
    for row in told.head(SAID).itertuples():
        words = pattern.format(initiative=row.initiative, what=row.summary)
        yield Saying(words, carrying.of_initiative(catalog, str(row.initiative_id)).source_ids[:1])


def _became(chapter: Chapter) -> Iterator[Saying]:
    """Yield what the newest sources say became of initiatives: of one an objective; of one objective, of some."""
    language, known = chapter.view.language, citing.newest(citing.promised(chapter))
    each = citing.newest_of_each(known)
    for one in each if len(each) > 1 else known[:SAID]:
        assert one.follow_up
        what = language.gettext("“{initiative}”. {what}").format(
            initiative=one.name, what=evidence.told(one.follow_up, language)
        )
        yield Saying(what, citing.of_each(chapter.view.catalog, [side.source_ids for side in one.follow_up.said]))


def _events(chapter: Chapter) -> Iterator[Saying]:
    """Yield those events of a chapter that its heading names, and then those that tell most of the strategy."""
    view, rows = chapter.view, _of_its_years(chapter).drop_duplicates("event_id").set_index("event_id", drop=False)
    named = [one for one in citing.TITLED if one in rows.index]
    others = [one for one in telling(view.catalog) if one in rows.index and one not in named]
    for ids in (named, others[: SAID - len(named)]):
        for row in rows.loc[ids].sort_values("start", kind="stable").to_dict("records"):
            yield _event(row, view)


def _newest(chapter: Chapter) -> Iterator[Saying]:
    """Yield the newest events."""
    for row in newest(chapter.screen.figures[0].rows, SAID).to_dict("records"):
        yield _event(row, chapter.view)


def _of_categories(chapter: Chapter) -> Iterator[Saying]:
    """Yield the newest event of each of the largest categories, those aside that are told with the drawing."""
    view, rows = chapter.view, chapter.screen.figures[0].rows
    told = set(newest(rows, SAID)["event_id"])
    left = rows[~rows["event_id"].isin(told)]
    pattern = view.language.gettext("{category}. {event}")
    for category in rows["lane_name"].value_counts().index[:SAID]:
        for row in newest(left[left["lane_name"] == category], 1).to_dict("records"):
            event = _event(row, view)
            yield event._replace(words=pattern.format(category=category, event=event.words))


def _event(row: Mapping[Hashable, Any], view: View) -> Saying:
    """Return an event as documents tell it: a title alone may be understood by who knows the matter."""
    day = view.language.opening(view.language.date(row["date"]))
    what = _ended(view.language.gettext("{day}: {what}").format(day=day, what=row["title"]))
    found = carrying.of_event(view.catalog, str(row["event_id"]))
    return Saying(f"{what} {row['summary']}".rstrip(), found.source_ids[: found.least])


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
    return view.language.gettext("{point} {sides}.").format(point=_ended(one.title), sides=sides)


def _sources(
    chapter: Chapter, numbers: Mapping[str, int], rows: pd.DataFrame | None, spoken: Sequence[str]
) -> tuple[str, ...]:
    """Return sources in full, and how many more a chapter rests on.

    First those with a number, then those of what there is to say, then others that carry the chapter.

    Args:
        spoken: the sources of what there is to say.
    """
    view, first = chapter.view, citing.carrying(chapter, None if rows is None else rows[KEY])
    if not first:
        return (imprint.below(view),)
    listed = [source for source in first[: citing.EACH] if source in numbers]
    said = dict.fromkeys([*listed, *spoken])
    told = dict.fromkeys([*said, *first])
    shown = sorted([*told][: max(SOURCES, len(said))], key=lambda source: numbers.get(source, len(numbers) + 1))
    lines = [
        f"[{numbers[source]}] {words}" if source in numbers else words
        for source, words in ((source, _in_full(source, view)) for source in shown)
    ]
    every = dict.fromkeys([*told, *citing.behind(chapter)]) if rows is None else told
    return (*lines, *_more(view, len(every) - len(shown)))


def _in_full(source_id: str, view: View) -> str:
    source = view.catalog.sources[source_id]
    told = (source.title, source.publisher, view.language.date(source.published), source.url)
    return ", ".join(part for part in told if part)


def _more(view: View, rest: int) -> Sequence[str]:
    return [view.language.ngettext("{n} more source", "{n} more sources", rest)] if rest > 0 else []


def _ended(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."
