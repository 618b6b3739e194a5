"""The vetted unit of the country's officers that works with HSI."""

from components import view
from components.citations import escape
from components.country.section import Section
from components.language import _
from components.offices.panel import dated
from data.queries.country.brief import Brief, sources_in_order
from figures import labels


def section(brief: Brief) -> Section:
    """Return the section on the vetted unit."""
    here, rows = view.current(), brief.country.tciu
    strengths = labels.words(here.language, "strength")
    return Section(
        key="tciu",
        title=_("Vetted unit (TCIU)"),
        items=[
            " · ".join([f"**{dated(row.year)}**", *([strengths[row.strength]] if row.strength else [])])
            + f" · {escape(row.note)}"
            for row in rows.itertuples()
        ],
        empty=_("Vetted units are of other countries: HSI's own has none.")
        if brief.is_home
        else _("No vetted unit found in the sources read."),
        source_ids=sources_in_order(here.catalog, "tciu_sources", "tciu_id", rows["tciu_id"]),
    )
