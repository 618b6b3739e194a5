"""What is not known of the country, counted."""

from html import escape

from data.queries.country.brief import Brief
from figures.country import unknown
from figures.country.section import Section
from figures.view import View


def section(brief: Brief, view: View) -> Section:
    """Return the section on what is not known; it never is without an entry."""
    _ = view.language.gettext
    return Section(
        key="unknown",
        title=_("What is not known"),
        columns=(),
        rows=[(escape(gap),) for gap in unknown.gaps(brief, view.language, view.selection.objectives)],
        empty="",
        way=("about", _("All that is not known, and how the facts were gathered")),
        printed=(7, 3),
        in_sight=9,
    )
