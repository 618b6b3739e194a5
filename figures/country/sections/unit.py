"""The vetted unit of the country's officers that works with HSI."""

from html import escape

import pandas as pd

from data.queries.country.brief import Brief, sources_in_order
from figures import labels
from figures.country.section import Section
from figures.view import View


def section(brief: Brief, view: View) -> Section:
    """Return the section on the vetted unit."""
    _ = view.language.gettext
    rows = brief.country.tciu
    grades, graded = labels.words(view.language, "grade"), bool(rows["strength"].astype(bool).any())
    return Section(
        key="tciu",
        title=_("Vetted unit (TCIU)"),
        # No column without a word in it: most evidence on vetted units is not graded.
        columns=(_("Evidence of"), *([_("Strength")] if graded else []), _("What is told of it")),
        rows=[
            (
                _("undated") if pd.isna(row.year) else str(row.year),
                *([grades[row.strength] if row.strength else ""] if graded else []),
                escape(row.note),
            )
            for row in rows.itertuples()
        ],
        empty=_("Vetted units are of other countries: HSI's own has none.")
        if brief.is_home
        else _("No vetted unit found in the sources read."),
        source_ids=sources_in_order(view.catalog, "tciu_sources", "tciu_id", rows["tciu_id"]),
        printed=(2, 1),
    )
