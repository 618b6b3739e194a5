"""How the page of events begins: the two dates that the briefing turns on, and the events of their year."""

from data.once import once
from data.queries.timeline import events
from figures.screen import Screen
from figures.timeline import chart, headline
from figures.view import View


@once(256)
def screen(view: View) -> Screen:
    """Return what the page says before anything is picked on it."""
    rows = events(view.catalog, view.selection).rows
    return Screen(
        finding=headline.finding(rows, view.language),
        sentence=headline.sentence(rows, view.language),
        figures=() if rows.empty else (chart.figure(view),),
    )
