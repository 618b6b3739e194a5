"""How the page begins on which the whole briefing is taken away."""

from data.once import once
from figures.screen import Screen
from figures.take_away import offers
from figures.view import View


@once(64)
def screen(view: View) -> Screen:
    """Return what is offered for a view."""
    return Screen(
        view.language.gettext("Take the briefing away: as slides, a document, a page or data"),
        offers.narrowed(view),
        whole=offers.html(view),
    )
