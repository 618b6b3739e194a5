"""Published statements that something moves from or to the country, each with who says it."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from components import navigation, view
from components.country.section import Section, detail
from components.language import _
from data.queries.country.brief import Brief, sources_in_order
from data.queries.flows import said_by
from data.queries.records.address import address
from figures import cited, labels
from figures.flows import listing
from figures.ink import table
from figures.ink.table import Row

CITED = 2


def section(brief: Brief) -> Section:
    """Return the section on flows: those out of the country first."""
    here, rows = view.current(), brief.flows
    ways = {"out": _("Out"), "in": _("In"), "inside": _("Within"), "unrouted": _("No route named")}
    said = said_by(here.catalog, rows)
    names = listing.ends(rows, here.catalog, here.language, in_sentence=True)
    return Section(
        key="flows",
        title=_("Statements of what moves"),
        columns=(_("What, from where to where"), _("Way"), _("Standing"), _("Said by")),
        rows=[_told(row, ways[row.way], names, said[row.flow_id]) for row in rows.itertuples()],
        empty=_("None found in the sources read."),
        source_ids=sources_in_order(here.catalog, "flow_sources", "flow_id", rows["flow_id"]),
        note=_("Statements, not measurements. Those that name a region and no country stand under none."),
        printed=(2, 1),
        in_sight=3,
    )


def _told(row: Any, way: str, names: Mapping[str, str], source_ids: Sequence[str]) -> Row:
    here = view.current()
    pattern = _("{commodity}: {origin}") if row.way == "unrouted" else _("{commodity}: {origin} to {destination}")
    flow = pattern.format(
        commodity=labels.words(here.language, "commodity")[row.commodity],
        origin=names[row.from_end],
        destination=names[row.to_end],
    )
    by = (cited.html(here.catalog, here.language, source) for source in source_ids[:CITED])
    return (
        table.linked(flow, navigation.record_address(address("flow", row.flow_id))) + detail(row.note),
        escape(way),
        escape(_("disputed")) if row.disputed else "",
        " · ".join(by),
    )
