"""Published totals whose note names the country."""

from components import view
from components.citations import escape
from components.country.section import Section
from components.language import _
from data.queries.country.brief import Brief, sources_in_order
from figures import labels


def section(brief: Brief) -> Section:
    """Return the section on reported totals."""
    language, rows = view.current().language, brief.totals
    units, counts = labels.words(language, "unit_type"), labels.words(language, "counts")
    return Section(
        key="totals",
        title=_("Reported totals that name it"),
        items=[
            _("**{day} · {unit}: {n}** ({counts})").format(
                day=language.date(row.date),
                unit=units[row.unit_type],
                n=language.number(row.value),
                counts=counts[row.counts].lower(),
            )
            + f"  \n:small[{escape(row.note)}]"
            for row in rows.itertuples()
        ],
        empty=_("No published total that names it was found in the sources read."),
        source_ids=sources_in_order(view.current().catalog, "reported_total_sources", "total_id", rows["total_id"]),
        printed=1,
    )
