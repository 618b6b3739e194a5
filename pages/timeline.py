"""What happened when, as exactly as the sources say."""

from functools import partial

from components import figure, filters, heading, view
from components.language import _
from components.timeline import layout, panel
from data.queries.timeline import events
from figures.timeline.screen import screen

here = view.current()
begin, narrowed = screen(here), events(here.catalog, here.selection)

heading.show(begin.finding, begin.sentence)
if narrowed.rows.empty:
    filters.nothing_matches(events, _("events"))
else:
    (drawn,) = begin.figures
    figure.show(drawn, below=partial(panel.show, narrowed.rows), downloads=[layout.calendar(narrowed.rows)])
    layout.left_aside(narrowed)
    layout.key_dates(narrowed.rows)
    layout.listed(narrowed)
