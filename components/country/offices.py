"""Documented offices, with the date and the strength of what documents them."""

from components import view
from components.citations import escape
from components.country.section import Section, detail
from components.language import _
from components.offices.panel import facts
from data.queries.country.brief import Brief, sources_in_order
from figures import labels


def section(brief: Brief) -> Section:
    """Return the section on offices."""
    here, rows = view.current(), brief.country.offices
    types = labels.words(here.language, "office_type")
    places = [
        escape(row.city) if row.level == "city" else _("No city named, only the country") for row in rows.itertuples()
    ]
    return Section(
        key="offices",
        title=_("Documented offices"),
        items=[
            f"**{place}** · {types[row['office_type']]} · {facts(row)}{detail(escape(row['note']))}"
            for place, row in zip(places, rows.to_dict("records"), strict=True)
        ],
        empty=_("The table of offices holds places abroad: HSI's own country is not in it.")
        if brief.is_home
        else _("No office found in the sources read."),
        source_ids=sources_in_order(here.catalog, "office_evidence", "office_id", rows["office_id"]),
        way=("offices", _("See the map of offices")),
        printed=5,
    )
