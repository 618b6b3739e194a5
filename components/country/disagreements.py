"""Points on which sources disagree and whose wording names the country."""

from components import view
from components.citations import escape
from components.country.section import Section
from components.language import _
from data.queries.country.brief import Brief
from data.queries.sources.contradictions import Contradiction, sources
from figures.sources.contradictions import standing


def section(brief: Brief) -> Section:
    """Return the section on what sources disagree on."""
    found = brief.disagreements
    return Section(
        key="disagreements",
        title=_("What sources disagree on"),
        items=[_told(one) for one in found],
        empty=_(
            "None found that bears on its flows or names it. No table ties contradictions to countries: About lists all."
        ),
        source_ids=sources(found),
        note=_("They bear on its flows, or their wording names it; no table ties them to countries.") if found else "",
        way=("about", _("See all contradictions")),
        printed=1,
        in_sight=5,
    )


def _told(one: Contradiction) -> str:
    sides = [
        _("*{who}*: {what}").format(who=escape(side.attributed_to), what=escape(side.claim)) for side in one.readings
    ]
    return "  \n".join([f"**{escape(one.title)}** · {standing(one, view.current().language)}", *sides])
