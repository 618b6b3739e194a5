"""How the page Supply chain begins: where what moves is said to come from, who denies it, and the map of what is said."""

from data.link import SUPPLY_COMMODITY
from data.once import once
from data.queries.flows import between_places, flows, regional_beside
from figures.figure import Figure
from figures.flows import finding, flow_map, statements
from figures.screen import Screen
from figures.view import View


@once(256)
def screen(view: View) -> Screen:
    """Return the beginning of the page, and what it shows: the map, and every statement as a table; none where there is none."""
    commodity = view.choice(SUPPLY_COMMODITY)
    rows = flows(view.catalog, view.selection, commodity).rows
    shown: list[Figure] = []
    if len(between_places(rows)):
        shown.append(flow_map.figure(rows, view))
    if len(rows):
        aside = len(regional_beside(view.catalog, view.selection, commodity))
        shown.append(statements.figure(rows, aside, view))
    return Screen(
        finding=finding.finding(rows, view.selection, commodity, view.catalog, view.language),
        sentence=finding.sentence(rows, view.catalog, view.language),
        figures=tuple(shown),
    )
