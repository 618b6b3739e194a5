"""Dated events that name the country, the newest first."""

from components import navigation, view
from components.country.section import Section
from components.language import _, counted
from data.queries.country.brief import Brief, sources_in_order
from figures import labels
from figures.country import nothing
from figures.ink import table


def section(brief: Brief) -> Section:
    """Return the section on events."""
    here = view.current()
    newest, kinds = brief.country.events.iloc[::-1], labels.words(here.language, "category")
    return Section(
        key="events",
        title=_("Events"),
        columns=(_("Event"), _("Type"), _("Date")),
        rows=[
            (
                table.linked(row.title, navigation.address("timeline", timeline_event=[row.event_id])),
                kinds[row.category],
                here.language.date(row.date),
            )
            for row in newest.itertuples()
        ],
        empty=nothing.no_event(here.selection, here.language),
        source_ids=sources_in_order(here.catalog, "event_sources", "event_id", newest["event_id"]),
        way=(
            "timeline",
            counted("See the {n} event on the timeline", "See all {n} events on the timeline", len(newest)),
        )
        if len(newest)
        else None,
        printed=(5, 2),
        in_sight=5,
    )
