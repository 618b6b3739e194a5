"""One country in full: a module a section, each of which turns a brief into what is said; and the order of sections."""

from collections.abc import Callable

from data.once import once
from data.queries.country.brief import Brief
from figures.country.section import Section
from figures.country.sections import (
    disagreements,
    events,
    flows,
    initiatives,
    offices,
    organisations,
    series,
    totals,
    unit,
    unknown,
)
from figures.view import View

Make = Callable[[Brief, View], Section]

BESIDE_MAP: tuple[Make, ...] = (offices.section, unit.section, unknown.section)
"""What stands beside the map of one country."""

WIDE: tuple[Make, ...] = (
    initiatives.section,
    events.section,
    flows.section,
    disagreements.section,
    series.section,
)
"""What takes the whole width of a page."""

NARROW: tuple[Make, ...] = (organisations.section, totals.section)
"""What stands beside its like."""

EVERY = (*BESIDE_MAP, *WIDE, *NARROW)


@once(512)
def made(make: Make, brief: Brief, view: View) -> Section:
    """Return a section of a country's brief, as a view tells it."""
    return make(brief, view)
