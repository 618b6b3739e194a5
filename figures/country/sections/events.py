"""Dated events that name the country, the newest first."""

from data.queries.country.brief import Brief, sources_in_order
from figures import labels
from figures.country import nothing
from figures.country.section import Section
from figures.ink import table
from figures.view import View


def section(brief: Brief, view: View) -> Section:
    """Return the section on events."""
    _ = view.language.gettext
    newest, kinds = brief.country.events.iloc[::-1], labels.words(view.language, "category")
    return Section(
        key="events",
        title=_("Events"),
        columns=(_("Event"), _("Type"), _("Date")),
        rows=[
            (
                table.linked(row.title, view.address("timeline", timeline_event=[row.event_id])),
                kinds[row.category],
                view.language.date(row.date),
            )
            for row in newest.itertuples()
        ],
        empty=nothing.no_event(view.selection, view.language),
        source_ids=sources_in_order(view.catalog, "event_sources", "event_id", newest["event_id"]),
        way=(
            "timeline",
            view.language.ngettext(
                "See the {n} event on the timeline", "See all {n} events on the timeline", len(newest)
            ),
        )
        if len(newest)
        else None,
        printed=(5, 2),
        in_sight=5,
    )
