"""One record: what it is, what it says, since when, on what evidence, who says otherwise, what it is tied to, its changes."""

from components import heading, view
from components.citations import escape
from components.record import gone, layout
from data import link
from data.queries.records.address import withdrawn
from data.queries.records.record import record
from figures.records.screen import screen

here = view.current()
chosen, begun = here.choice(link.RECORD), screen(here)

heading.show(escape(begun.finding), escape(begun.sentence))
if not chosen:
    gone.unknown()
elif chosen in withdrawn(here.catalog):
    gone.show(chosen)
else:
    layout.show(record(here.catalog, chosen))
