"""What is dated last of all that a brief holds on a country."""

from typing import NamedTuple

from data.catalog import Catalog
from data.queries.country.brief import Brief
from data.queries.evidence import PRESENCE
from data.queries.records.address import address
from figures import telling
from figures.language import Language


class Latest(NamedTuple):
    """A day, as exactly as it is known, what is dated so, and whether the day is inferred."""

    day: str
    words: str
    is_inferred: bool = False


def newest_event(brief: Brief) -> Latest | None:
    """Return the newest event: of what a brief dates, it alone is narrowed by objectives and years."""
    events = [Latest(row.date, row.title) for row in brief.country.events.itertuples()]
    return max(events, key=lambda one: one.day, default=None)


def latest(brief: Brief, catalog: Catalog, language: Language) -> Latest | None:
    """Return the newest event, evidence of a place, or later evidence on an initiative; None where nothing has a date.

    Of two that are dated alike, an event comes first: it is what happened, and not what was written of it.
    """
    country = brief.country
    event = newest_event(brief)
    followed = [
        Latest(one.follow_up.latest.date, f"{one.name}: {one.follow_up.latest.what}")
        for one in brief.initiatives
        if one.follow_up
    ]
    places = [
        Latest(row.evidence_date, _evidence(row.office_id, catalog, language), bool(row.date_inferred))
        for rows in (country.offices, country.presences)
        for row in rows.itertuples()
        if row.standing != PRESENCE or row.evidence_date
    ]
    return max(
        (one for one in (*([event] if event else []), *followed, *places) if one.day),
        key=lambda one: one.day,
        default=None,
    )


def _evidence(office_id: str, catalog: Catalog, language: Language) -> str:
    return language.gettext("evidence of HSI in {place}").format(
        place=telling.words(address("office", office_id), catalog, language).partition(" (")[0]
    )
