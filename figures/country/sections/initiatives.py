"""Initiatives that name the country, the strategy's apart from context, each with what came later."""

from collections.abc import Iterable
from html import escape

from data.queries.country.brief import Brief, sources_in_order
from data.queries.objectives import Initiative
from data.queries.records.address import address
from figures import labels
from figures.country import nothing
from figures.country.section import Section, detail
from figures.ink import table
from figures.ink.table import Row
from figures.objectives.evidence import dated, told
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
        rows=[_row(one, brief.country.iso3, view) for one in in_order(found)],
        empty=nothing.no_initiative(view.selection, view.language),
        source_ids=list(dict.fromkeys(cited)),
        way=("objectives", _("See them under their objectives")) if found else None,
        printed=(4, 2),
        in_sight=4,
    )


def in_order(initiatives: Iterable[Initiative]) -> list[Initiative]:
    """Return initiatives as their dates tell a reader: those of the strategy first, and of either scope that of the newest evidence first.

    Those without any come last, as they were given: by objective.
    """
    newest = sorted(initiatives, key=_newest, reverse=True)
    return sorted(newest, key=lambda one: one.scope != "strategy")


def _newest(one: Initiative) -> str:
    return max(one.events[-1].date if one.events else "", one.follow_up.latest.date if one.follow_up else "")


def _row(one: Initiative, iso3: str, view: View) -> Row:
    language = view.language
    return (
        table.linked(one.name, view.address("record", id=[address("initiative", one.initiative_id)])),
        language.number(one.objective_id),
        escape(labels.words(language, "scope")[one.scope]),
        *_later(one, iso3, view),
    )


def _later(one: Initiative, iso3: str, view: View) -> tuple[str, str]:
    """Return of when the latest evidence is, and what it says, then what either side says, with its limits; empty for context of which nothing is known.

    Of two of one day the event comes first: it is what happened, and not what was written of it. It leads to the timeline.
    """
    _ = view.language.gettext
    language, found = view.language, one.follow_up
    if one.events and one.events[-1].date == _newest(one):
        event = one.events[-1]
        said = _("{relation} it: {event}").format(
            relation=language.opening(labels.words(language, "relation")[event.relation]),
            event=table.linked(event.title, view.address("timeline", timeline_event=[event.event_id])),
        )
        return language.date(event.date), said + detail(told(found, language) if found else "")
    if not found:
        return "", ""
    if not (latest := found.latest).date:
        return table.NOTHING.format(escape(_("nothing"))), escape(nothing.no_later_source(iso3, view))
    before = [dated(side, language) for side in found.said if side is not latest]
    return language.date(latest.date), escape(latest.what) + detail(" ".join([*before, found.note]).strip())
