"""The references: the sources that stand in the feet of slides, each once, by the number that it has there."""

from collections.abc import Mapping, Sequence

from briefing import citing
from briefing.slides.grid import SOURCE
from briefing.slides.page import Page
from briefing.slides.tables import Cell, Table, fitted
from figures.view import View

SLIDES = 2
"""Slides that the list takes at most: where it would take more, each slide cites fewer."""


def numbered(view: View, carried: Sequence[Sequence[str]]) -> tuple[Mapping[str, int], list[Table]]:
    """Return source → its number, in the order in which slides cite them, and the list as the tables of its slides.

    Args:
        carried: of each slide, the sources that carry it, the weightiest first.
    """
    for each in range(citing.EACH, 0, -1):
        ids = dict.fromkeys(source for sources in carried for source in sources[:each])
        numbers = {source: at for at, source in enumerate(ids, 1)}
        first, later = Page.room(title(view), sentence(view), ""), Page.room(title(view), "", "")
        parts = table(view, numbers).parted(first[2], first[3], later[3] - first[3]) if numbers else []
        if len(parts) <= SLIDES:
            break
    return numbers, parts


def table(view: View, numbers: Mapping[str, int]) -> Table:
    """Return the sources as a table."""
    language, catalog = view.language, view.catalog
    rows = []
    for one, at in numbers.items():
        source = catalog.sources[one]
        rows.append(
            (
                Cell(f"[{at}]"),
                Cell(source.title, link=source.url),
                Cell(source.publisher),
                Cell(language.date(source.published)),
            )
        )
    head = ("#", language.gettext("Source"), language.gettext("Publisher"), language.gettext("Date"))
    return fitted(head, rows, {1: 0.56, 2: 0.44}, SOURCE)


def title(view: View) -> str:
    """Return the finding of the slides of references."""
    return view.language.gettext("Sources of these slides")


def sentence(view: View) -> str:
    """Return which sources are listed."""
    return view.language.gettext(
        "Of each slide, those that carry it, official ones first; its notes name more. A title leads to the publication."
    )
