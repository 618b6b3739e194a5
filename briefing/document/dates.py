"""Dates: the year of the release, and what came later, each as a drawing with the weightiest in words."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from briefing import citing
from briefing.document.parts import Block, Text, beside, bold, drawing, items, section
from briefing.document.references import References
from briefing.later import LATER, newest
from briefing.story import Chapter
from data.queries import carrying
from data.queries import release as released
from data.queries.timeline import KEY_EVENTS
from figures import age, labels
from figures.figure import Figure
from figures.timeline.span import span
from figures.view import View

WIDE = 1400
"""Pixels of a drawing's width: its type of 22 of them is 7.7 points on A4."""

HIGH, LOW, FEW = 550, 470, 20
"""Pixels of the height of the year of the release, whose dates are labelled: of many events, and of up to so many."""

AFTER = (LOW, 500, 530, 570)
"""Pixels of the height of what came later: the lowest that leaves more than one event room for a label is taken. One label alone would read
as that of the main event."""

LABEL = "<tspan"
"""What each label of a drawing begins with: its date, bold."""

TOLD = 5
"""Events in words, where none of them is a key date."""


def chapter(told: Sequence[Chapter], cites: References) -> list[Block]:
    """Return the year of the release and, under it, what came after; of one alone, that one; nothing where no event is left."""
    left = [one for one in told if not is_empty(one)]
    if not left:
        return []
    kicker = labels.words(left[0].view.language, "page")["timeline"]
    first, *rest = [_dates(one, cites, level=1 + bool(at)) for at, one in enumerate(left)]
    return [first | {"kicker": kicker, "blocks": [*first["blocks"], *rest]}]


def is_empty(told: Chapter) -> bool:
    """Say whether the selection leaves a chapter no event."""
    return not len(_rows(told))


def _rows(told: Chapter) -> pd.DataFrame:
    figures = told.screen.figures
    return figures[0].rows if figures else pd.DataFrame()


def _dates(told: Chapter, cites: References, level: int) -> Block:
    """Return a chapter as a drawing with what weighs most: key dates, or the newest events."""
    view, screen, rows = told.view, told.screen, _rows(told)
    # The figure knows the sources of every year, the drawing shows one: its caption is about what it shows.
    behind = citing.behind(told)
    count = span(view).within(rows)["event_id"].nunique()
    if told.name != LATER:
        key = rows[rows["event_id"].isin(KEY_EVENTS)]
        rows = key if len(key) else rows[rows["date"].str.startswith(released.DAY[:4])].tail(TOLD)
    else:
        rows = newest(rows, TOLD)
    drawn = [
        drawing(
            one,
            WIDE,
            _high(one, count, told.name == LATER),
            [bold(one.title), ". ", age.said(view.catalog, behind, view.language), cites.again(behind)],
        )
        for one in screen.figures[:1]
        if one.picture
    ]
    listed = [items(_event(row, view, cites) for row in rows.to_dict("records"))] if len(rows) else []
    narrowed_by = screen.figures[0].narrowed_by
    # What is told may go on with the next page: held with its drawing, it would leave half a page bare.
    return section(screen.finding, beside(screen.sentence, narrowed_by, view), [*drawn, *listed], level=level)


def _high(figure: Figure, count: int, is_later: bool) -> float:
    """Return how many pixels high a drawing of so many events is."""
    if not is_later:
        return HIGH if count > FEW else LOW
    picture = figure.picture
    assert picture
    return next((high for high in AFTER if picture(WIDE, high).count(LABEL) > 1), AFTER[0])


def _event(row: dict[Any, Any], view: View, cites: References) -> Text:
    day = view.language.opening(view.language.date(str(row["date"])))
    # A title alone may be read by who knows the matter: "a third yearly fall".
    told = f"{row['title']}. {row['summary']}"
    return [bold(day), f"  {told}", cites.cite(*carrying.of_event(view.catalog, row["event_id"]))]
