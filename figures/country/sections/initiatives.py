"""Initiatives that name the country, the strategy's apart from context, each with what came later."""

from html import escape

from data.queries.country.brief import Brief, sources_in_order
from data.queries.objectives import Initiative
from data.queries.records.address import address
from figures import labels
from figures.country import nothing
from figures.country.section import Section, detail
from figures.ink import table
from figures.ink.table import Row
from figures.objectives.evidence import dated
from figures.view import View


def section(brief: Brief, view: View) -> Section:
    """Return the section on initiatives and what came later."""
    _ = view.language.gettext
    found = brief.initiatives
    ids = [one.initiative_id for one in found]
    cited = [
        *sources_in_order(view.catalog, "initiative_sources", "initiative_id", ids),
        *(source for one in found if one.follow_up for source in one.follow_up.source_ids),
    ]
    return Section(
        key="initiatives",
        title=_("Initiatives, and what came later"),
        columns=(_("Initiative"), _("Objective"), _("Scope"), _("Latest evidence"), _("What it says")),
        rows=[_told(one, brief.country.iso3, view) for one in found],
        empty=nothing.no_initiative(view.selection, view.language),
        source_ids=list(dict.fromkeys(cited)),
        way=("objectives", _("See them under their objectives")) if found else None,
        printed=(4, 2),
        in_sight=4,
    )


def _told(one: Initiative, iso3: str, view: View) -> Row:
    language = view.language
    return (
        table.linked(one.name, view.address("record", id=[address("initiative", one.initiative_id)])),
        language.number(one.objective_id),
        escape(labels.words(language, "scope")[one.scope]),
        *_later(one, iso3, view),
    )


def _later(one: Initiative, iso3: str, view: View) -> tuple[str, str]:
    """Return of when the latest evidence is and what either side says, with its limits; empty for context, for which none was sought.

    A later event leads to the timeline.
    """
    _ = view.language.gettext
    language = view.language
    if one.events:
        event = one.events[-1]
        said = _("{relation} it: {event}").format(
            relation=language.opening(labels.words(language, "relation")[event.relation]),
            event=table.linked(event.title, view.address("timeline", timeline_event=[event.event_id])),
        )
        return language.date(event.date), said
    if not one.follow_up:
        return "", ""
    if not (latest := one.follow_up.latest).date:
        return table.NOTHING.format(escape(_("nothing"))), escape(nothing.no_later_source(iso3, view))
    before = [dated(side, language) for side in one.follow_up.said if side is not latest]
    return language.date(latest.date), escape(latest.what) + detail(" ".join([*before, one.follow_up.note]).strip())
