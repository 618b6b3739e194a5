"""Where a place or a country lies: a small map beside what is said of it."""

from components import figure, screen, view
from data.queries.offices import documented
from data.queries.records.record import Record
from data.selection import Selection
from figures.offices import locator
from figures.room import PHONE_ROOM

ON = ("office", "country")
"""Kinds of record that lie somewhere."""

SIZE_PHONE = (PHONE_ROOM, 240)


def show(record: Record) -> None:
    """Show the country with its places; of a place, which one it is, and no sources: those of the place stand beside it."""
    here, is_place = view.current(), record.kind == "office"
    iso3 = str(record.row["iso3"])
    rows = documented(here.catalog, Selection(countries=(iso3,))).rows
    figure.show(
        figure.drawn(
            locator.figure,
            rows,
            iso3,
            here.catalog,
            here.language,
            here.theme,
            SIZE_PHONE if screen.is_phone() else locator.OF_RECORD,
            record.code if is_place else "",
        ),
        cited=0 if is_place else figure.SOURCES_IN_LINE,
    )
