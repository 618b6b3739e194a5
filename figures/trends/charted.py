"""Which charts a page of trends has: those of which the years chosen leave a value, and the titles of the others."""

from collections.abc import Sequence
from typing import NamedTuple

from data import link
from data.queries.offices import dated, reported_totals
from data.queries.trends.indicators import REPORTED, drawings, known, series
from data.selection import Selection
from figures import labels
from figures.view import View


class Charted(NamedTuple):
    """What a chart is of: an indicator and the codes of its series; for the published totals, their code and nothing else."""

    code: str
    indicator_id: str = ""
    parts: tuple[str, ...] = ()


def charted(view: View, codes: Sequence[str]) -> tuple[list[Charted], list[str]]:
    """Return what charts of indicators are drawn, in their order, and the titles of those of which the years leave nothing."""
    found: list[Charted] = []
    empty: list[str] = []
    for code in codes:
        if code == REPORTED:
            if dated(reported_totals(view.catalog, "offices", view.selection.only(("years",)))).empty:
                empty.append(labels.words(view.language, "system")[code])
            else:
                found.append(Charted(code))
            continue
        for indicator_id, parts in drawings(view.catalog, [code], view.choice(link.TRENDS_SERIES)):
            if series(view.catalog, view.selection, indicator_id, parts).rows.empty:
                empty.append(known(view.catalog)[indicator_id].title)
            else:
                found.append(Charted(code, indicator_id, parts))
    return found, list(dict.fromkeys(empty))


def narrowing(view: View) -> Selection:
    """Return what narrows a chart. Filters that do not are lifted: readers who differ in them alone share the chart."""
    return view.selection if view.choice(link.TRENDS_EVENTS) else view.selection.only(("years",))
