"""Organisations that belong to the country."""

from components import view
from components.citations import escape
from components.country.section import Section
from components.language import _
from data.queries.country.brief import Brief, sources_in_order


def section(brief: Brief) -> Section:
    """Return the section on organisations."""
    rows = brief.organisations
    return Section(
        key="organisations",
        title=_("Organisations"),
        items=[
            f"**{escape(row.name)}**{escape(f' ({row.abbreviation})' if row.abbreviation else '')}: {escape(row.role)}"
            for row in rows[["name", "abbreviation", "role"]].itertuples(index=False)
        ],
        empty=_("No organisation of this country was found in the sources read."),
        source_ids=sources_in_order(view.current().catalog, "organisation_sources", "org_id", rows["org_id"]),
        printed=2,
        in_sight=6,
    )
