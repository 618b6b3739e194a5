"""How the page of sources and data begins: on how many sources rows rest, and the bars that show it."""

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
    """Return how the page begins. Nothing narrows it."""
    language = view.language
    known, rows = facts(view.catalog).sources, coverage(view.catalog)
    rows = rows[rows["table"].isin(support.IN_TITLE)]
    others = rows[rows["table"] != APART]
    alone, total = int(rows["one"].sum()), int(rows["rows"].sum())
    finding = (
        language.gettext("Most rows rest on a single source")
        if alone * 2 > total
        else language.gettext("Most rows rest on more than one source")
    )
    sentence = language.gettext(
        "Of {total} rows of facts, {alone} cite one independent source; without the values of statistical series, {few} of {rest}. "
        "In all, {cited} of {listed} sources listed are cited. Facts as of {day}."
    ).format(
        total=language.number(total),
        alone=language.number(alone),
        few=language.number(int(others["one"].sum())),
        rest=language.number(int(others["rows"].sum())),
        cited=language.number(known.cited),
        listed=language.number(known.listed),
        day=language.date(view.catalog.facts_as_of.isoformat()),
    )
    return Screen(finding=finding, sentence=sentence, figures=(support.figure(view),))
