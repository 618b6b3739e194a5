"""Points on which sources disagree and whose wording names the country."""

from html import escape

from data.queries.country.brief import Brief
from data.queries.records.address import address
from data.queries.sources.contradictions import Contradiction, sources
from figures.country.section import Section
from figures.ink import table
from figures.ink.table import Row
from figures.sources.contradictions import standing
from figures.view import View


def section(brief: Brief, view: View) -> Section:
    """Return the section on what sources disagree on."""
    _ = view.language.gettext
    found = brief.disagreements
    return Section(
        key="disagreements",
        title=_("What sources disagree on"),
        columns=(_("Point"), _("Standing"), _("Who says what")),
        rows=[_told(one, view) for one in found],
        empty=_(
            "None found that bears on its flows or names it. No table ties contradictions to countries: About lists all."
        ),
        source_ids=sources(found),
        note=_("They bear on its flows, or their wording names it; no table ties them to countries."),
        way=("about", _("See all contradictions")),
        printed=(1, 1),
        in_sight=2,
    )


def _told(one: Contradiction, view: View) -> Row:
    _ = view.language.gettext
    sides = (
        _("{who}: {what}").format(who=f"<i>{escape(side.attributed_to)}</i>", what=escape(side.claim))
        for side in one.readings
    )
    return (
        table.linked(one.title, view.address("record", id=[address("contradiction", one.contradiction_id)])),
        escape(standing(one, view.language)),
        "<br>".join(sides),
    )
