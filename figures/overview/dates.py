"""The two dates that the briefing turns on, and their neighbours: what happened, and how many days lie between."""

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import NamedTuple

from data.once import once
from data.queries import release
from data.queries.timeline import EXAMPLE, KEY_EVENTS, span
from figures.ink import marks
from figures.palette import palette
from figures.view import View

MARK = 14


class Dated(NamedTuple):
    """An event, and the days from it to the next one of the line; None for the last."""

    event_id: str
    date: str
    title: str
    summary: str
    days: int | None


@once(256)
def html(view: View) -> str:
    """Return the dates as a line, whatever the view narrows, each a link to its event.

    The two are told with their summary; those beside them are shown where there is room (components/style/).
    """
    language, items = view.language, []
    for one in _dated(view):
        is_told = one.event_id in (EXAMPLE, release.EVENT)
        shape = "diamond" if one.event_id == release.EVENT else "circle"
        mark = marks.drawing(marks.svg(shape, palette(view.theme).ink, MARK), MARK, MARK)
        day = f'<time datetime="{one.date}">{escape(language.date(one.date))}</time>'
        days = language.ngettext("{n} day", "{n} days", one.days) if one.days else ""
        said = f" {escape(one.summary)}" if is_told else ""
        items.append(
            f"<li{'' if is_told else ' class=beside'}><div>{mark}{day}{f'<span>{escape(days)}</span>' if days else ''}</div>"
            f'<p><a href="{escape(view.address("timeline", timeline_event=[one.event_id]))}">{escape(one.title)}.</a>'
            f"{said}</p></li>"
        )
    heading = escape(language.gettext("The dates"))
    return f'<section class="front-dates"><h2>{heading}</h2><ol>{"".join(items)}</ol></section>'


def _dated(view: View) -> Iterator[Dated]:
    known = view.catalog["events"].set_index("event_id")
    for event_id, following in pairwise((*KEY_EVENTS, "")):
        row = known.loc[event_id]
        days = (span(known.loc[following]["date"])[0] - span(row["date"])[0]).days if following else None
        yield Dated(event_id, row["date"], row["title"], row["summary"], days)
