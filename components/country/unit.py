"""The vetted unit of the country's officers that works with HSI."""

from html import escape

import pandas as pd

from components import view
from components.country.section import Section
from components.language import _
from data.queries.country.brief import Brief, sources_in_order
from figures import labels


def section(brief: Brief) -> Section:
    """Return the section on the vetted unit."""
    here, rows = view.current(), brief.country.tciu
    grades = labels.words(here.language, "grade")
    return Section(
        key="tciu",
        title=_("Vetted unit (TCIU)"),
        columns=(_("Evidence of"), _("Strength"), _("What is told of it")),
        rows=[
            (
                _("undated") if pd.isna(row.year) else str(row.year),
                grades[row.strength] if row.strength else "",
                escape(row.note),
            )
            for row in rows.itertuples()
        ],
        empty=_("Vetted units are of other countries: HSI's own has none.")
        if brief.is_home
        else _("No vetted unit found in the sources read."),
        source_ids=sources_in_order(here.catalog, "tciu_sources", "tciu_id", rows["tciu_id"]),
        printed=(2, 1),
    )
