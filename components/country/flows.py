"""Published statements that something moves from or to the country, each with who says it."""

from collections.abc import Mapping, Sequence
from typing import Any

from components import view
from components.citations import brief as cite
from components.citations import escape
from components.country.section import Section
from components.language import _
from data.queries.country.brief import Brief, sources_in_order
from data.queries.flows import said_by
from figures import labels
from figures.flows import listing

CITED = 2


def section(brief: Brief) -> Section:
    """Return the section on flows: those out of the country first."""
    here, rows = view.current(), brief.flows
    ways = {"out": _("Out"), "in": _("In"), "inside": _("Within")}
    said = said_by(here.catalog, rows)
    names = listing.ends(rows, here.catalog, here.language, in_sentence=True)
    return Section(
        key="flows",
        title=_("Flows said to leave or reach it"),
        items=[_told(row, ways[row.way], names, said[row.flow_id]) for row in rows.itertuples()],
        empty=_("None found in the sources read."),
        source_ids=sources_in_order(here.catalog, "flow_sources", "flow_id", rows["flow_id"]),
        note=_("Statements, not measurements. Those that name only a region stand under no country."),
        printed=2,
        in_sight=6,
    )


def _told(row: Any, way: str, names: Mapping[str, str], source_ids: Sequence[str]) -> str:
    words = labels.words(view.current().language, "commodity")
    flow = _("**{commodity}: {origin} to {destination}**").format(
        commodity=words[row.commodity], origin=escape(names[row.from_end]), destination=escape(names[row.to_end])
    )
    head = " · ".join([way, flow, *([_("disputed")] if row.disputed else [])])
    by = _("Said by {sources}").format(sources=" · ".join(cite(source_ids[:CITED])))
    return f"{head}  \n{escape(row.note)} :small[{by}]"
