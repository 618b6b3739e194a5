"""A table of plain numbers: how many initiatives a row has, in all and under each objective."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from figures.ink.table import caption
from figures.language import Language
from figures.objectives.markup import unseen
from figures.palette import palette
from figures.view import View

ROWS = 16
"""Rows that a table has at most before those with a single initiative are named in a sentence below it."""


FIRST = 5
"""Names that a sentence ranks."""


@dataclass(frozen=True)
class Row:
    """A row of the table.

    Attributes:
        name: HTML of its name, with a link where it has a record.
        totals: what is counted, in the order of the table's heads.
        under: objective number → initiatives, each once.
        is_part: whether it is part of the row above it and counted there already.
    """

    name: str
    totals: tuple[int, ...]
    under: Mapping[int, int]
    is_part: bool = False


Link = Any
"""A row of what `data.queries.objectives.actors` or `countries` returns, as `itertuples` gives it."""


def each_once(links: Iterable[Link]) -> int:
    """Return how many initiatives links name, each once."""
    return len({link.initiative_id for link in links})


def grouped(links: Iterable[Link], column: str) -> dict[Any, list[Link]]:
    """Return value of a column → its links, in the order in which they come first."""
    found: dict[Any, list[Link]] = {}
    for link in links:
        found.setdefault(getattr(link, column), []).append(link)
    return found


def first(said: Sequence[str], counts: Sequence[int], language: Language) -> list[str]:
    """Return those that rank first, and how many more rank as the last of them: where a list ends within a tie, it says so.

    Args:
        said: a few words for each, the highest count first.
        counts: the count of each.
    """
    shown = list(said[:FIRST])
    if others := sum(count == counts[FIRST - 1] for count in counts[FIRST:]):
        shown.append(language.ngettext("{n} other as often", "{n} others as often", others))
    return shown


def under(links: Iterable[Link]) -> dict[int, int]:
    """Return objective number → initiatives among links, each once."""
    return {int(number): each_once(ours) for number, ours in sorted(grouped(links, "objective_id").items())}


def table(view: View, heads: Sequence[str], rows: Sequence[Row], objectives: Sequence[int], label: str) -> str:
    """Return the table; of one objective alone it counts under that one only.

    Args:
        heads: the heads of the name and of each total.
        objectives: the numbers of those that have a column.
        label: what the table is of, for those to whom it is read.
    """
    numbers = list(objectives) if len(objectives) > 1 else []
    body = "".join(_row(row, numbers, view.language) for row in rows)
    head = _head(view, heads, numbers)
    drawn = f'<table class="numbers">{caption(label)}<thead>{head}</thead><tbody>{body}</tbody></table>'
    return f'<div class="numbers-around">{drawn}</div>'


def _head(view: View, heads: Sequence[str], numbers: Sequence[int]) -> str:
    down = ' rowspan="2"' if numbers else ""
    first = "".join(f'<th scope="col"{down}>{escape(head)}</th>' for head in heads)
    if not numbers:
        return f"<tr>{first}</tr>"
    said, colors = view.language.gettext("Under objective"), palette(view.theme).objectives
    over = f'<th scope="colgroup" colspan="{len(numbers)}">{escape(said)}</th>'
    each = "".join(
        f'<th scope="col" style="--of:{colors[str(number)]}">{unseen(f"{said} ")}{number}</th>' for number in numbers
    )
    return f"<tr>{first}{over}</tr><tr>{each}</tr>"


def _row(row: Row, numbers: Sequence[int], language: Language) -> str:
    counts = [*row.totals, *(row.under.get(number, 0) for number in numbers)]
    none = unseen(language.number(0))
    cells = "".join(f"<td>{language.number(count) if count else none}</td>" for count in counts)
    part = ' class="is-part"' if row.is_part else ""
    return f'<tr{part}><th scope="row">{row.name}</th>{cells}</tr>'
