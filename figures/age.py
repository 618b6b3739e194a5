"""How old what a figure says is: the date of its newest source, and the day to which sources were read."""

from collections.abc import Iterable
from datetime import date

from data.catalog import Catalog
from data.once import once
from data.queries.sources.compiled import COMPILED
from data.queries.timeline import span
from figures.language import Language

YEARS = 2
"""A newest source that is older than so many years, on the day to which sources were read, is called old."""


def newest(catalog: Catalog, source_ids: Iterable[str]) -> str:
    """Return the latest date of publication among sources, as exact as it is known; empty where none is dated.

    What compiles others is no newer than they are: it counts only where nothing else is cited. A month may lie after any of its days, and
    comes after them; what is known to the year alone comes before its months, of which it tells none.
    """
    ids = frozenset(source_ids)
    dates = (catalog.sources[source].published for source in ids - COMPILED or ids)
    return max(dates, key=_as_late, default="")


def _as_late(published: str) -> str:
    return f"{published}-99" if len(published) == len("2026-02") else published


def is_old(catalog: Catalog, published: str) -> bool:
    """Say whether a date of publication lies years before the day to which sources were read."""
    read = catalog.facts_as_of
    # A 29 February has no counterpart in most years; the day before is as good.
    limit = date(read.year - YEARS, read.month, min(read.day, 28))
    return span(published)[1] < limit


@once(256)
def said(catalog: Catalog, source_ids: tuple[str, ...], language: Language, is_sought: bool = False) -> str:
    """Return in a sentence how old the sources of a figure are.

    Args:
        is_sought: whether later sources were sought for all that is shown (`Figure.is_sought`): only there nothing newer can be said
            not to have been found. Leave it out where a part of a figure is shown, or no figure.
    """
    published, read = newest(catalog, source_ids), language.date(catalog.facts_as_of.isoformat())
    if not published:
        return language.gettext("Its sources are undated; sources were read to {read}.").format(read=read)
    if is_sought and is_old(catalog, published):
        return language.gettext("Newest source published: {day}; nothing newer on this was found by {read}.").format(
            day=language.date(published), read=read
        )
    return language.gettext("Newest source published: {day}; sources read to {read}.").format(
        day=language.date(published), read=read
    )
