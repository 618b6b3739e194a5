"""Counts over everything: what a selection leaves of each table, and which filter empties a view."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from data.catalog import Catalog
from data.once import once
from data.queries.narrowing import Narrowed
from data.queries.objectives import initiatives
from data.queries.offices import documented
from data.queries.timeline import events
from data.selection import Selection

Question = Callable[[Catalog, Selection], Narrowed]

SUBJECTS: Mapping[str, Question] = {"offices": documented, "initiatives": initiatives, "events": events}


@dataclass(frozen=True)
class Count:
    """How many rows a selection keeps, of how many."""

    shown: int
    total: int


@once(512)
def counts(catalog: Catalog, selection: Selection) -> Mapping[str, Count]:
    """Return what a selection keeps of offices, initiatives and events."""
    narrowed = {name: question(catalog, selection) for name, question in SUBJECTS.items()}
    return MappingProxyType({name: Count(len(result.rows), result.total) for name, result in narrowed.items()})


def culprits(question: Question, catalog: Catalog, selection: Selection) -> tuple[str, ...]:
    """Return the filters each of which, lifted alone, would bring rows back into an empty view.

    Where no single filter does, every active filter is to blame and all are returned.
    """
    alone = tuple(n for n in selection.active if len(question(catalog, selection.without(n)).rows))
    return alone or selection.active
