"""Statistical series of the country as a whole: the newest value of each."""

from typing import Any

from components import view
from components.citations import escape
from components.country.section import Section
from components.language import _, counted
from data.queries.country.brief import Brief, sources_in_order
from data.queries.trends.indicators import known
from figures.trends import wording


def section(brief: Brief) -> Section:
    """Return the section on series."""
    rows = brief.series
    return Section(
        key="series",
        title=_("Figures"),
        items=[_told(row) for row in rows.itertuples()],
        empty=_("No series of this country as a whole in this collection."),
        source_ids=sources_in_order(
            view.current().catalog, "observation_sources", "observation_id", rows["observation_id"]
        ),
        note=_("The newest value of each series. They overlap or count different things: never add them.")
        if len(rows)
        else "",
        printed=1,
        in_sight=5,
    )


def _told(row: Any) -> str:
    here = view.current()
    indicator = known(here.catalog)[row.indicator_id]
    period, subject = wording.period(here.language, row, indicator.period_type), wording.subject(indicator)
    # A series of one stretch of time says it in its title.
    told = subject if period in subject else _("{period} · {subject}").format(period=period, subject=subject)
    newest = f"**{escape(wording.marked(here.language, row, indicator.unit))}** · {escape(told)}"
    many = ""
    if row.values > 1:
        many = " " + counted("({n} value)", "({n} values)", int(row.values))
    return f"{newest}{many}  \n:small[{escape(indicator.caveat)}]"
