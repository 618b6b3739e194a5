"""The events of a view as a list, with everything that the tables hold on them."""

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.linked import linked
from data.queries.narrowing import Narrowed, sources_of
from data.queries.timeline import KEY_EVENTS
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.timeline.dates import covered
from figures.timeline.wording import collected
from figures.view import View

KEY = "events"


def figure(catalog: Catalog, narrowed: Narrowed, language: Language) -> Figure:
    """Return the list of the events that a selection keeps; at least one. It has no drawing: the table is the figure.

    Args:
        narrowed: what `data.queries.timeline.events` returns.
    """
    rows = told(catalog, narrowed.rows, language)
    exact = int((rows["date_precision"] == "day").sum())
    if len(rows) == 1:
        title = language.gettext("The one event as a list")
    elif exact == len(rows):
        title = language.gettext("{n} events as a list, each known to the day").format(n=language.number(exact))
    else:
        title = language.gettext("{total} events as a list, {n} of them known to the day").format(
            total=language.number(len(rows)), n=language.number(exact)
        )
    return Figure(
        key=KEY,
        title=title,
        text=language.ngettext(
            "The event, of {years}, with its summary, objectives and countries. Its row leads to it. The calendar "
            "file holds the same event; where only its month or year is known, it fills that.",
            "One row an event, {years}, the oldest first, with its summary, objectives and countries. Each row leads "
            "to its event. The calendar file holds the same events; one known only to the month or year fills it.",
            len(rows),
            years=covered(language, rows),
        ),
        note=collected(catalog, language),
        rows=rows.assign(
            way=[f"{View.address('timeline', timeline_event=[event])}#event" for event in rows["event_id"]]
        ),
        columns={
            "title": language.gettext("Event"),
            "when": language.gettext("Date"),
            "precision": language.gettext("Precision"),
            "category_name": language.gettext("Category"),
            "summary": language.gettext("Summary"),
            "objectives": language.gettext("Objectives"),
            "countries": language.gettext("Countries"),
            "date": language.gettext("Date in ISO 8601"),
            "event_id": language.gettext("Code"),
            "sources": language.gettext("Sources"),
        },
        holds=language.ngettext("{n} event, with its summary", "{n} events, with their summaries", len(rows)),
        source_ids=cited(catalog, narrowed.rows),
        sorted_by={"when": "date"},
    )


@once(128)
def told(catalog: Catalog, rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Return events with their codes in the reader's words beside them.

    Returns:
        Columns of `rows` and when, precision, category_name, objectives, countries and sources (each a text, maybe empty).
    """
    names = labels.countries(language, catalog)
    tied = linked(catalog, "event_objectives", "event_id", "objective_id")
    places = linked(catalog, "event_countries", "event_id", "iso3")
    return rows.assign(
        when=rows["date"].map(language.date),
        precision=rows["date_precision"].map(labels.words(language, "precision")),
        category_name=rows["category"].map(labels.words(language, "category")),
        objectives=[", ".join(map(str, tied.get(event, ()))) for event in rows["event_id"]],
        countries=[", ".join(names[code] for code in places.get(event, ())) for event in rows["event_id"]],
        sources=labels.sources_by("event_sources", "event_id", rows["event_id"], language, catalog),
    )


@once(128)
def cited(catalog: Catalog, rows: pd.DataFrame) -> tuple[str, ...]:
    """Return the sources of events, those of the key events first."""
    event_ids = rows["event_id"]
    keys = [event_id for event_id in KEY_EVENTS if event_id in set(event_ids)]
    links = [sources_of(catalog, "event_sources", "event_id", ids) for ids in (keys, event_ids)]
    return tuple(dict.fromkeys([*links[0], *links[1]]))
