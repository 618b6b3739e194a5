"""How the page begins on which the whole briefing is taken away."""

from collections.abc import Mapping

from data.once import once
from figures.screen import Screen
from figures.take_away import offers
from figures.view import View


def screen(view: View) -> Screen:
    """Return what is offered for a view, with the sizes and previews of what was made before."""
    return _screen(view, offers.sizes(view), offers.seen(view))


@once(64)
def _screen(view: View, known: tuple[tuple[str, int], ...], seen: tuple[str, ...]) -> Screen:
    return Screen(_finding(view), offers.narrowed(view), whole=offers.html(view, known, seen))


def of_site(view: View, sizes: Mapping[str, int]) -> Screen:
    """Return what a site of files offers: all is made, and no filter is on.

    Args:
        sizes: kind → how large its file is, in kB.
    """
    said = view.language.gettext("All files tell of the whole strategy, with the facts as of {day}.").format(
        day=view.language.date(view.catalog.facts_as_of.isoformat())
    )
    return Screen(_finding(view), said, whole=offers.html(view, tuple(sizes.items()), is_made=True))


def _finding(view: View) -> str:
    return view.language.gettext("Take the briefing away: as a page, slides, a document or data")
