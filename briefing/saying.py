"""What a speaker is given to say to a chapter: what does not stand on its screen, and the sources of each thing said."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from briefing import citing
from briefing.later import DATED, LATER, newest
from briefing.story import Chapter
from data.queries import carrying, release
from data.queries.offices import by_country, documented
from data.queries.timeline import telling
from figures import evidenced, labels
from figures.flows import flow_map
from figures.objectives import columns, evidence
from figures.offices import listing
from figures.view import View

SAID = 3
"""Rows of a slide that a speaker is given words for."""


class Saying(NamedTuple):
    """Something to say, and the sources of it: the one that carries most of it, of each thing that it says."""

    words: str
    source_ids: tuple[str, ...] = ()


def said(chapter: Chapter, rows: pd.DataFrame | None, is_first: bool) -> Iterator[Saying]:
    """Yield what its screen does not say itself; where there is no such thing, its finding with what explains it."""
    if beside := tuple(_beside(chapter, rows, is_first)):
        yield from beside
        return
    yield Saying(ended(chapter.screen.finding))
    if chapter.screen.sentence:
        yield Saying(chapter.screen.sentence)


def _beside(chapter: Chapter, rows: pd.DataFrame | None, is_first: bool) -> Iterator[Saying]:
    """Yield what else there is to say of a screen: what its events, its initiatives or its figure tell that does not stand on it."""
    screen, figure = chapter.screen, chapter.screen.figures[0] if chapter.screen.figures else None
    if not figure:
        return
    if figure.key == columns.KEY:
        yield from _summaries(chapter, figure.rows if rows is None else rows)
    elif chapter.name == "offices":
        yield from _places(chapter)
    elif chapter.name == "evidence":
        yield from _became(chapter) if is_first else ()
    elif chapter.name == LATER:
        yield from _newest(chapter) if is_first else _of_categories(chapter)
    elif chapter.name in DATED:
        yield from _events(chapter)
    # The map of flows has a heading that names what is drawn: nothing that a speaker could say aloud.
    elif not screen.says_first and figure.key != flow_map.KEY and figure.title != screen.finding:
        yield Saying(ended(figure.title))


def _places(chapter: Chapter) -> Iterator[Saying]:
    """Yield where most of the places are, and of those with the newest evidence what it is."""
    view = chapter.view
    language, places = (
        view.language,
        listing.in_words(documented(view.catalog, view.selection).rows, view.catalog, view.language),
    )
    countries = by_country(places)
    ranked = [Saying(ended(listing.ranked(countries, language)))] if countries["offices"].gt(0).sum() > 1 else []
    yield from ranked
    newest = (
        places[places["note"] != ""]
        .sort_values("evidence_date", ascending=False, kind="stable")
        .head(SAID - len(ranked))
    )
    pattern = language.gettext("{place}, {country} ({date}): {what}")
    for row in newest.to_dict("records"):
        day = evidenced.within(row, language)
        words = pattern.format(place=row["place"], country=row["country"], date=day, what=row["note"])
        yield Saying(words, carrying.of_place(view.catalog, row["office_id"]).source_ids[:1])


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
    what = ended(view.language.gettext("{day}: {what}").format(day=day, what=row["title"]))
    found = carrying.of_event(view.catalog, str(row["event_id"]))
    return Saying(f"{what} {row['summary']}".rstrip(), found.source_ids[: found.least])


def _of_its_years(chapter: Chapter) -> pd.DataFrame:
    """Return the events that a chapter draws: those of the year of the release or, where none fell in it, all."""
    rows = chapter.screen.figures[0].rows
    within = rows["date"].str.startswith(release.DAY[:4])
    return rows[within] if chapter.name == "dates" and within.any() else rows


def ended(words: str) -> str:
    """Return words as a sentence, with the mark at its end."""
    return words if words.endswith((".", "?", "!")) else f"{words}."
