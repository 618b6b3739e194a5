"""Initiatives that name the country, the strategy's apart from context, each with what came later."""

from components import navigation, view
from components.citations import escape
from components.country.section import Section, detail
from components.language import _
from data.queries.country.brief import Brief, sources_in_order
from data.queries.objectives import Initiative
from figures import labels


def section(brief: Brief) -> Section:
    """Return the section on initiatives and what came later."""
    here, found = view.current(), brief.initiatives
    ids = [one.initiative_id for one in found]
    return Section(
        key="initiatives",
        title=_("Initiatives, and what came later"),
        items=[_told(one) for one in found],
        empty=_("No initiative that names it was found in the sources read.")
        if here.selection.only(["objectives", "years"]).is_empty
        else _("No initiative with these filters names this country."),
        source_ids=list(
            dict.fromkeys(
                [
                    *sources_in_order(here.catalog, "initiative_sources", "initiative_id", ids),
                    *sources_in_order(here.catalog, "followup_sources", "initiative_id", ids),
                ]
            )
        ),
        way=("objectives", _("See them under their objectives")) if found else None,
        printed=3,
        in_sight=6,
    )


def _told(one: Initiative) -> str:
    language = view.current().language
    standing = _("{scope}, objective {n}").format(
        scope=labels.words(language, "scope")[one.scope], n=language.number(one.objective_id)
    )
    event, evidence = _newest_event(one), _evidence(one)
    later = f"  \n{event}{detail(evidence)}" if event else f"  \n{evidence}" if evidence else ""
    return f"**{escape(one.name)}** · {standing}{later}"


def _newest_event(one: Initiative) -> str:
    """Say what the newest later event is to an initiative, with a link; empty without one."""
    if not one.events:
        return ""
    language, event = view.current().language, one.events[-1]
    return _("{day}, {relation} it: {event}").format(
        day=language.date(event.date),
        relation=labels.words(language, "relation")[event.relation],
        event=f"[{escape(event.title)}]({navigation.address('timeline', timeline_event=[event.event_id])})",
    )


def _evidence(one: Initiative) -> str:
    """Say what the latest evidence is, or that there is none; empty for context, for which none was looked for."""
    if not one.follow_up:
        return ""
    if not one.follow_up.latest.date:
        return _("No later source in this collection.")
    return _("Latest evidence, {day}: {what}").format(
        day=view.current().language.date(one.follow_up.latest.date), what=escape(one.follow_up.latest.what)
    )
