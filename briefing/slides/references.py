"""The references: the sources that the slides' figures name first, numbered, each once."""

from collections.abc import Sequence

from briefing.slides.grid import SOURCE
from briefing.slides.notes import sources
from briefing.slides.tables import Cell, Table, fitted
from briefing.story import Chapter
from figures.view import View

EACH = 6
"""Sources of a figure that are listed: the newest. Its notes name a few more, its page all."""


def table(view: View, chapters: Sequence[Chapter]) -> Table:
    """Return the references as a table."""
    language, catalog = view.language, view.catalog
    ids = dict.fromkeys(source for chapter in chapters for source in sources(chapter)[:EACH])
    rows = []
    for at, one in enumerate(ids, 1):
        source = catalog.sources[one]
        rows.append(
            (
                Cell(language.number(at)),
                Cell(source.title, link=source.url),
                Cell(source.publisher),
                Cell(language.date(source.published)),
            )
        )
    head = ("#", language.gettext("Source"), language.gettext("Publisher"), language.gettext("Date"))
    return fitted(head, rows, {1: 0.7, 2: 0.3}, SOURCE)


def title(view: View) -> str:
    """Return the finding of the slides of references."""
    return view.language.gettext("Sources of these slides")


def sentence(view: View) -> str:
    """Return which sources are listed."""
    return view.language.gettext(
        "Of each figure, the newest are listed; the notes of its slide name more. A title leads to the publication."
    )
