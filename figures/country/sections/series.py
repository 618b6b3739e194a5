"""Statistical series of the country as a whole: the newest value of each."""

from html import escape
from typing import Any

from data.queries.country.brief import Brief, sources_in_order
from data.queries.trends.indicators import known
from figures.country.section import Section, detail
from figures.ink import table
from figures.ink.table import Row
from figures.trends import wording
from figures.view import View


def section(brief: Brief, view: View) -> Section:
    """Return the section on series."""
    _ = view.language.gettext
    rows = brief.series
    return Section(
        key="series",
        title=_("Figures"),
        columns=(_("Series"), _("Newest value"), _("Of")),
        rows=[_told(row, view) for row in rows.itertuples()],
        empty=_("No series of this country as a whole in this collection."),
        source_ids=sources_in_order(view.catalog, "observation_sources", "observation_id", rows["observation_id"]),
        note=_("The newest value of each series. They overlap or count different things: never add them."),
        printed=(2, 1),
        in_sight=2,
    )


def _told(row: Any, view: View) -> Row:
    indicator = known(view.catalog)[row.indicator_id]
    link = view.address("trends", trends_indicator=[row.indicator_id])
    return (
        table.linked(wording.subject(view.language, indicator), link) + detail(indicator.caveat),
        f"<b>{escape(wording.marked(view.language, row, indicator.unit))}</b>",
        escape(wording.period(view.language, row, indicator.period_type)),
    )
