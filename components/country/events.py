"""Dated events that name the country, the newest first."""

from components import navigation, view
from components.citations import escape
from components.country.section import Section
from components.language import _, counted
from data.queries.country.brief import Brief, sources_in_order


def section(brief: Brief) -> Section:
    """Return the section on events."""
    here = view.current()
    newest = brief.country.events.iloc[::-1]
    return Section(
        key="events",
        title=_("Events"),
        items=[
            f"{here.language.date(row.date)}: "
            f"[{escape(row.title)}]({navigation.address('timeline', timeline_event=[row.event_id])})"
            for row in newest.itertuples()
        ],
        empty=_("No event that names it was found in the sources read.")
        if here.selection.only(["objectives", "years"]).is_empty
        else _("No event with these filters names this country."),
        source_ids=sources_in_order(here.catalog, "event_sources", "event_id", newest["event_id"]),
        way=(
            "timeline",
            counted("See the {n} event on the timeline", "See all {n} events on the timeline", len(newest)),
        )
        if len(newest)
        else None,
        printed=4,
        in_sight=10,
    )
