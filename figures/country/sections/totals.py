"""Published totals whose note names the country."""

from data.queries.country.brief import Brief, sources_in_order
from data.queries.records.address import address
from figures import labels
from figures.country.section import Section, detail
from figures.ink import table
from figures.view import View


def section(brief: Brief, view: View) -> Section:
    """Return the section on reported totals."""
    _ = view.language.gettext
    language, rows = view.language, brief.totals
    units, counts = labels.words(language, "unit_type"), labels.words(language, "counts")
    return Section(
        key="totals",
        title=_("Reported totals that name it"),
        columns=(_("What is counted"), _("Number"), _("Date")),
        rows=[
            (
                table.linked(
                    _("{unit}: {kind}").format(unit=units[row.unit_type], kind=counts[row.counts].lower()),
                    view.address("record", id=[address("total", row.total_id)]),
                )
                + detail(row.note),
                language.number(row.value),
                language.date(row.date),
            )
            for row in rows.itertuples()
        ],
        empty=_("No published total that names it was found in the sources read."),
        source_ids=sources_in_order(view.catalog, "reported_total_sources", "total_id", rows["total_id"]),
        printed=(1, 1),
        in_sight=3,
    )
