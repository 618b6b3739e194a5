"""Organisations that belong to the country."""

from html import escape

from data.queries.country.brief import Brief, sources_in_order
from data.queries.records.address import address
from figures import labels
from figures.country.section import Section
from figures.ink import table
from figures.view import View


def section(brief: Brief, view: View) -> Section:
    """Return the section on organisations."""
    _ = view.language.gettext
    rows = brief.organisations
    return Section(
        key="organisations",
        title=_("Organisations"),
        columns=(_("Organisation"), _("Role")),
        rows=[
            (
                table.linked(
                    f"{labels.full(row.name, row.abbreviation)} ({row.abbreviation})" if row.abbreviation else row.name,
                    view.address("record", id=[address("organisation", row.org_id)]),
                ),
                escape(row.role),
            )
            for row in rows.itertuples(index=False)
        ],
        empty=_("No organisation of this country was found in the sources read."),
        source_ids=sources_in_order(view.catalog, "organisation_sources", "org_id", rows["org_id"]),
        printed=(2, 1),
        in_sight=4,
    )
