"""Published statements that something moves from or to the country, each with who says it."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from data.queries.country.brief import Brief, sources_in_order
from data.queries.flows import said_by
from data.queries.records.address import address
from figures import cited, labels
from figures.country.section import Section, detail
from figures.flows import listing
from figures.ink import table
from figures.ink.table import Row
from figures.view import View

CITED = 2


def section(brief: Brief, view: View) -> Section:
    """Return the section on flows: those out of the country first."""
    _ = view.language.gettext
    rows = brief.flows
    ways = {"out": _("Out"), "in": _("In"), "inside": _("Within"), "unrouted": _("No route named")}
    said = said_by(view.catalog, rows)
    names = listing.ends(rows, view.catalog, view.language, in_sentence=True)
    return Section(
        key="flows",
        title=_("Statements of what moves"),
        columns=(_("What, from where to where"), _("Way"), _("Standing"), _("Said by")),
        rows=[_told(row, ways[row.way], names, said[row.flow_id], view) for row in rows.itertuples()],
        empty=_("None found in the sources read."),
        source_ids=sources_in_order(view.catalog, "flow_sources", "flow_id", rows["flow_id"]),
        note=_("Statements, not measurements. Those that name a region and no country stand under none."),
        printed=(2, 1),
        in_sight=3,
    )


def _told(row: Any, way: str, names: Mapping[str, str], source_ids: Sequence[str], view: View) -> Row:
    _ = view.language.gettext
    pattern = _("{commodity}: {origin}") if row.way == "unrouted" else _("{commodity}: {origin} to {destination}")
    flow = pattern.format(
        commodity=labels.words(view.language, "commodity")[row.commodity],
        origin=names[row.from_end],
        destination=names[row.to_end],
    )
    by = (cited.html(view.catalog, view.language, source) for source in source_ids[:CITED])
    return (
        table.linked(flow, view.address("record", id=[address("flow", row.flow_id)])) + detail(row.note),
        escape(way),
        escape(_("disputed")) if row.disputed else "",
        " · ".join(by),
    )
