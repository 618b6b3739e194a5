"""What is not known of the country, counted."""

from html import escape

from components import view
from components.country.section import Section
from components.language import _
from data.queries.country.brief import Brief
from figures.country import unknown


def section(brief: Brief) -> Section:
    """Return the section on what is not known; it never is without an entry."""
    here = view.current()
    return Section(
        key="unknown",
        title=_("What is not known"),
        columns=(),
        rows=[(escape(gap),) for gap in unknown.gaps(brief, here.language, here.selection.objectives)],
        empty="",
        way=("about", _("All that is not known, and how the facts were gathered")),
        printed=(7, 3),
        in_sight=9,
    )
