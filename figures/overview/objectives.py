"""The four objectives side by side: number, name, a square for each initiative, and a link that sets the filter."""

from html import escape
from typing import NamedTuple

import pandas as pd

from data.once import once
from data.queries.objectives import SCOPES, by_objective, examples, initiatives
from data.selection import EVERYTHING
from figures import labels
from figures.ink import marks
from figures.language import Language
from figures.overview.numbers import narrows_initiatives
from figures.palette import palette
from figures.view import View

SQUARE, STEP = 9.0, 11.0
"""Pixels of a square, and from one to the next."""

DIM = 0.22
"""Opacity of a square whose initiative the filters leave out; the counts below say the same."""


class Tally(NamedTuple):
    """How many initiatives of an objective and a scope the filters keep, of how many."""

    kept: int
    total: int


@once(256)
def html(view: View) -> str:
    """Return the objectives with all their initiatives; those that the filters leave out are dimmed and counted, and one chosen is marked."""
    language = view.language
    kept, every = (initiatives(view.catalog, chosen).rows for chosen in (view.selection, EVERYTHING))
    short, counts, named = (
        labels.objectives(language, view.catalog, short=True),
        _counts(view, kept, every),
        examples(kept),
    )
    most = max(sum(tally.total for tally in both) for both in counts.values())
    items = []
    for number, both in counts.items():
        color = palette(view.theme).objectives[str(number)]
        chosen = ' aria-current="true"' if number in view.selection.objectives else ""
        items.append(
            f'<li style="border-color:{color}"><a href="{escape(view.address("objectives", objective=[str(number)]))}"'
            f"{chosen}><b>{number} {escape(short[number])}</b>{_squares(both, most, color)}"
            f"{_tally(both, color, language, narrows_initiatives(view))}</a>"
            f"<small>{escape('; '.join(named.get(number, ())))}</small></li>"
        )
    heading = escape(language.gettext("Four objectives"))
    return f'<section class="front-objectives"><h2>{heading}</h2><ol>{"".join(items)}</ol></section>'


def _counts(view: View, kept: pd.DataFrame, every: pd.DataFrame) -> dict[int, tuple[Tally, ...]]:
    """Return objective → how many initiatives the strategy has under it, and how many are context."""
    ours, total = (by_objective(view.catalog, rows).set_index("objective_id") for rows in (kept, every))
    return {
        int(number): tuple(Tally(int(ours.at[number, scope]), int(total.at[number, scope])) for scope in SCOPES)
        for number in total.index
    }


def _squares(both: tuple[Tally, ...], most: int, color: str) -> str:
    """Return a square for each initiative, as wide as `most` of them in every objective: lengths can be compared."""
    drawn, at = "", 0
    for is_hatched, tally in enumerate(both):
        drawn += _marked(range(at, at + tally.kept), color, bool(is_hatched))
        if left := _marked(range(at + tally.kept, at + tally.total), color, bool(is_hatched)):
            drawn += f'<g opacity="{DIM}">{left}</g>'
        at += tally.total
    return marks.drawing(drawn, most * STEP - (STEP - SQUARE), SQUARE)


def _marked(places: range, color: str, is_hatched: bool) -> str:
    """Return squares, side by side; those of context are hatched, so that nothing rests on colour."""
    if not places:
        return ""
    if not is_hatched:
        drawn = "".join(f"M{at * STEP:g} 0h{SQUARE:g}v{SQUARE:g}h-{SQUARE:g}z" for at in places)
        return f'<path d="{drawn}" fill="{color}"/>'
    drawn = "".join(f"M{at * STEP + 0.5:g} .5h8v8h-8zm0 4l4-4m-4 8l8-8m-4 8l4-4" for at in places)
    return f'<path d="{drawn}" fill="none" stroke="{color}"/>'


def _tally(both: tuple[Tally, ...], color: str, language: Language, is_narrowed: bool) -> str:
    """Return both counts, each behind the mark that stands for it."""
    patterns = (
        (language.gettext("{n} in the strategy"), language.gettext("{n} of {total} in the strategy"),
         language.gettext("none of {total} in the strategy")),
        (language.gettext("{n} in context"), language.gettext("{n} of {total} in context"),
         language.gettext("none of {total} in context")),
    )  # fmt: skip
    said = []
    for is_hatched, (tally, (whole, some, none)) in enumerate(zip(both, patterns, strict=True)):
        if tally.total:
            mark = marks.drawing(_marked(range(1), color, bool(is_hatched)), SQUARE, SQUARE)
            pattern = (some if tally.kept else none) if is_narrowed else whole
            counted = pattern.format(n=language.number(tally.kept), total=language.number(tally.total))
            said.append(f"<span>{mark}{escape(counted)}</span> ")
    return "".join(said)
