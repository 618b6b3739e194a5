"""The references: the sources that stand in the feet of slides, each once, by the number that it has there."""

from collections.abc import Iterable, Mapping, Sequence

from briefing import citing
from briefing.slides.grid import SOURCE
from briefing.slides.page import Page
from briefing.slides.tables import Cell, Table, fitted
from figures.view import View

SLIDES = 2
"""Slides that the list takes at most: where it would take more, each slide cites fewer."""


def numbered(view: View, named: Sequence[tuple[Sequence[str], int]]) -> tuple[Mapping[str, int], list[Table]]:
    """Return source → its number, in the order in which slides cite them, and the list as the tables of its slides.

    Args:
        named: of each slide, the sources that its foot has room to name, the weightiest first, and how many are cited before others find
            room.
    """
    first, later = Page.room(title(view), sentence(view), ""), Page.room(title(view), "", "")

    def parted(ids: Iterable[str]) -> tuple[Mapping[str, int], list[Table]]:
        wanted = set(ids)
        cited = dict.fromkeys(one for sources, _least in named for one in sources if one in wanted)
        numbers = {source: at for at, source in enumerate(cited, 1)}
        return numbers, table(view, numbers).parted(first[2], first[3], later[3] - first[3]) if numbers else []

    # What each slide says is cited first, then one more source of each, as many as find room.
    said = dict.fromkeys(one for sources, least in named for one in sources[:least])
    more = (sources[at] for at in range(1, citing.EACH) for sources, _least in named if at < len(sources))
    ids = dict.fromkeys([*said, *more])
    least, most = 0, len(ids)
    while least < most:
        middle = (least + most + 1) // 2
        found = parted([*ids][:middle])
        least, most = (middle, most) if len(found[1]) <= SLIDES else (least, middle - 1)
    return parted([*ids][:least])


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
        "Of each slide, first those that carry what it says, official ones before others; its notes name more. A title leads to the publication."
    )
