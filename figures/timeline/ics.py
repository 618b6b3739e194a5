"""The events of a view as a calendar to take away."""

import pandas as pd

from data import calendars
from data.catalog import Catalog
from data.once import once
from figures import labels
from figures.language import Language
from figures.timeline import dates


@once(32)
def file(catalog: Catalog, rows: pd.DataFrame, language: Language) -> bytes:
    """Return events as an iCalendar file.

    Args:
        rows: what `data.queries.timeline.events` keeps.
    """
    return calendars.as_ics(
        rows.assign(date_precision=dates.precisions(rows)),
        language.gettext("Illicit opioids strategy: events"),
        catalog.facts_as_of,
        dates.precision_notes(language),
        labels.words(language, "category"),
    )
