"""Statistical series of the country as a whole: the newest value of each."""

from html import escape
from typing import Any

from components import navigation, view
from components.country.section import Section, detail
from components.language import _
from data.queries.country.brief import Brief, sources_in_order
from data.queries.trends.indicators import known
from figures.ink import table
from figures.ink.table import Row
from figures.trends import wording


def section(brief: Brief) -> Section:
    """Return the section on series."""
    rows = brief.series
    return Section(
        key="series",
        title=_("Figures"),
        columns=(_("Series"), _("Newest value"), _("Of")),
        rows=[_told(row) for row in rows.itertuples()],
        empty=_("No series of this country as a whole in this collection."),
        source_ids=sources_in_order(
            view.current().catalog, "observation_sources", "observation_id", rows["observation_id"]
        ),
        note=_("The newest value of each series. They overlap or count different things: never add them."),
        printed=(2, 1),
        in_sight=2,
    )


def _told(row: Any) -> Row:
    here = view.current()
    indicator = known(here.catalog)[row.indicator_id]
    link = navigation.address("trends", trends_indicator=[row.indicator_id])
    return (
        table.linked(wording.subject(here.language, indicator), link) + detail(indicator.caveat),
        f"<b>{escape(wording.marked(here.language, row, indicator.unit))}</b>",
        escape(wording.period(here.language, row, indicator.period_type)),
    )
