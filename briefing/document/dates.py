"""Dates: the year of the release, and what came later, each as a drawing with the weightiest in words."""

from typing import Any

import pandas as pd

from briefing.document.parts import Block, Text, bold, drawing, items, section
from briefing.document.references import References
from briefing.story import AFTER, Chapter
from data.queries import release as released
from data.queries.linked import linked
from data.queries.timeline import KEY_EVENTS
from figures import age, labels
from figures.view import View

WIDE = 1400
"""Pixels of a drawing's width: its type of 22 of them is 7.7 points on A4."""

HIGH, LOW = 580, 500
"""Pixels of the height of the year of the release, whose dates are labelled, and of what came later."""

TOLD = 5
"""Events in words, where none of them is a key date."""


def release(chapter: Chapter, cites: References) -> Block:
    """Return the year of the release, with the key dates; where the selection leaves none of these, its newest events."""
    rows = _rows(chapter)
    if len(rows):
        key = rows[rows["event_id"].isin(KEY_EVENTS)]
        rows = key if len(key) else rows[rows["date"].str.startswith(released.DAY[:4])].tail(TOLD)
    return _dates(chapter, rows, cites, is_full=True)


def later(chapter: Chapter, cites: References) -> Block:
    """Return what came after that year, with its newest events."""
    rows = _rows(chapter)
    return _dates(chapter, rows[rows["date"].str[:4].astype(int) >= AFTER].tail(TOLD).iloc[::-1], cites)


def _rows(chapter: Chapter) -> pd.DataFrame:
    figures = chapter.screen.figures
    return figures[0].rows if figures else pd.DataFrame()


def _dates(chapter: Chapter, rows: pd.DataFrame, cites: References, is_full: bool = False) -> Block:
    view, screen = chapter.view, chapter.screen
    told = [_event(row, view, cites, is_full) for row in rows.to_dict("records")]
    drawn = [
        drawing(
            one,
            WIDE,
            HIGH if is_full else LOW,
            [bold(one.title), ". ", age.said(view.catalog, one.source_ids, view.language), cites.again(one.source_ids)],
        )
        for one in screen.figures[:1]
        if one.picture
    ]
    return section(
        screen.finding,
        [screen.sentence] if screen.sentence else [],
        [*drawn, *([items(told)] if told else [])],
        labels.words(view.language, "page")["timeline"],
    )


def _event(row: dict[Any, Any], view: View, cites: References, is_full: bool) -> Text:
    cited = linked(view.catalog, "event_sources", "event_id")
    told = f"{row['title']}. {row['summary']}" if is_full else f"{row['title']}."
    return [bold(view.language.date(str(row["date"]))), f"  {told}", cites.cite(cited.get(row["event_id"], ()))]
