"""What happened when, as exactly as the sources say."""

from components import filters, heading, view
from components.language import _
from components.timeline import layout
from data.queries.timeline import events
from figures.timeline import headline

here = view.current()
narrowed = events(here.catalog, here.selection)

heading.show(
    headline.finding(narrowed, here.language),
    _("Events around the strategy, drawn as exactly as their dates are known. Pick one to read it."),
)
if narrowed.rows.empty:
    filters.nothing_matches(events, _("events"))
else:
    layout.show(narrowed)
