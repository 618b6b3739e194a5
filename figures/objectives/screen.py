"""How the page of objectives begins: what the strategy plans and what became of it, who leads it, and every initiative by name."""

from data import link
from data.once import once
from data.queries.objectives import in_full, initiatives
from figures.objectives import columns, headline, leads
from figures.screen import Screen
from figures.view import View


@once(256)
def screen(view: View) -> Screen:
    """Return the first screen of a view of the objectives."""
    rows = initiatives(view.catalog, view.selection, view.choice(link.OBJECTIVES_SCOPE)).rows
    known = in_full(view.catalog, rows, view.selection)
    if not known:
        return Screen(headline.finding(view, known))
    return Screen(
        headline.finding(view, known),
        sentence=f"{leads.title(view, rows)}. {_context(view, len(known), int((rows['scope'] == 'context').sum()))}",
        figures=(columns.figure(view, known),),
    )


def _context(view: View, count: int, context: int) -> str:
    """Say what is context, and what the strategy is known from."""
    if not context:
        return view.language.gettext("The strategy is known from accounts of it.")
    if context == count:
        return view.language.gettext("Context is related work, not shown to be in the strategy.")
    return view.language.ngettext(
        "One more is context: related work, not shown to be in the strategy.",
        "{n} more are context: related work, not shown to be in the strategy.",
        context,
    )
