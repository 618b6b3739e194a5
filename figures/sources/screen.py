"""How the page of sources and data begins: on how many sources rows rest, and the bars that show it."""

import pandas as pd

from data.once import once
from data.queries.about import facts
from data.queries.sources.coverage import coverage
from figures.screen import Screen
from figures.sources import coverage as support
from figures.view import View

APART = "observations"
"""The table of statistical values: so many rows of so few sources would drown all others."""


@once(128)
def screen(view: View) -> Screen:
    """Return how the page begins. No filter narrows it, and where one is on, the sentence says so."""
    language, rows = view.language, coverage(view.catalog)
    rows = rows[rows["table"].isin(support.IN_TITLE)]
    others = rows[rows["table"] != APART]
    finding = language.gettext("Of {rest} facts, {few} rest on one source").format(
        few=language.number(int(others["one"].sum())), rest=language.number(int(others["rows"].sum()))
    )
    return Screen(finding=finding, sentence=_sentence(rows, view), figures=(support.figure(view),))


def _sentence(rows: pd.DataFrame, view: View) -> str:
    """Return which facts these are or, where a filter is on, what it narrows here and what not, in about as many words."""
    language, counted = view.language, facts(view.catalog)
    read = language.gettext("Facts as of {day}.").format(day=language.date(view.catalog.facts_as_of.isoformat()))
    if not view.selection.is_empty:
        said = language.gettext(
            "The filters do not narrow this count, its bars or the sources: only the table below, where its rows name an "
            "objective or a country, or are events."
        )
        return f"{said} {read}"
    values = rows[rows["table"] == APART]
    said = language.gettext(
        "Facts are places, presences, initiatives ({ours} in the strategy, {beside} in context), events, flows and published totals. "
        "Statistical values are not among them: of {total}, {alone} rest on one source. {cited} of {listed} sources are cited."
    ).format(
        ours=language.number(counted.scope["strategy"]),
        beside=language.number(counted.scope["context"]),
        total=language.number(int(values["rows"].sum())),
        alone=language.number(int(values["one"].sum())),
        cited=language.number(counted.sources.cited),
        listed=language.number(counted.sources.listed),
    )
    return f"{said} {read}"
