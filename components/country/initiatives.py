"""Initiatives that name the country, the strategy's apart from context, each with what came later."""

from html import escape

from components import navigation, view
from components.country.section import Section
from components.language import _
from data.queries.country.brief import Brief, sources_in_order
from data.queries.objectives import Initiative
from data.queries.records.address import address
from figures import labels
from figures.country import nothing
from figures.ink import table
from figures.ink.table import Row


def section(brief: Brief) -> Section:
    """Return the section on initiatives and what came later."""
    here, found = view.current(), brief.initiatives
    ids = [one.initiative_id for one in found]
    cited = [
        *sources_in_order(here.catalog, "initiative_sources", "initiative_id", ids),
        *(source for one in found if one.follow_up for source in one.follow_up.source_ids),
    ]
    return Section(
        key="initiatives",
        title=_("Initiatives, and what came later"),
        columns=(_("Initiative"), _("Objective"), _("Scope"), _("Latest evidence"), _("What it says")),
        rows=[_told(one) for one in found],
        empty=nothing.no_initiative(here.selection, here.language),
        source_ids=list(dict.fromkeys(cited)),
        way=("objectives", _("See them under their objectives")) if found else None,
        printed=(4, 2),
        in_sight=4,
    )


def _told(one: Initiative) -> Row:
    language = view.current().language
    return (
        table.linked(one.name, navigation.record_address(address("initiative", one.initiative_id))),
        language.number(one.objective_id),
        escape(labels.words(language, "scope")[one.scope]),
        *_later(one),
    )


def _later(one: Initiative) -> tuple[str, str]:
    """Return of when the latest evidence is and what it says, or that there is none; empty for context, for which none was sought.

    A later event leads to the timeline.
    """
    language = view.current().language
    if one.events:
        event = one.events[-1]
        said = _("{relation} it: {event}").format(
            relation=language.opening(labels.words(language, "relation")[event.relation]),
            event=table.linked(event.title, navigation.address("timeline", timeline_event=[event.event_id])),
        )
        return language.date(event.date), said
    if not one.follow_up:
        return "", ""
    if not (latest := one.follow_up.latest).date:
        return table.NOTHING.format(escape(_("nothing"))), escape(_("No later source in this collection."))
    return language.date(latest.date), escape(latest.what)
