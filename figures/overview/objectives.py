"""The four objectives side by side: number, name, a square for each initiative, and a link that sets the filter."""

from html import escape

from data.once import once
from data.queries.objectives import by_objective, examples, initiatives
from data.selection import EVERYTHING
from figures import labels
from figures.ink import marks
from figures.language import Language
from figures.palette import palette
from figures.view import View

SQUARE, STEP = 9.0, 11.0
"""Pixels of a square, and from one to the next."""


@once(256)
def html(view: View) -> str:
    """Return the objectives with all their initiatives, whatever the view narrows; one that is chosen is marked."""
    language, every = view.language, initiatives(view.catalog, EVERYTHING).rows
    short, counts, named = labels.objectives(language, view.catalog, short=True), _counts(view), examples(every)
    most = max(strategy + context for strategy, context in counts.values())
    items = []
    for number, (strategy, context) in counts.items():
        color = palette(view.theme).objectives[str(number)]
        chosen = ' aria-current="true"' if number in view.selection.objectives else ""
        items.append(
            f'<li style="border-color:{color}"><a href="{escape(view.address("objectives", objective=[str(number)]))}"'
            f"{chosen}><b>{number} {escape(short[number])}</b>{_squares(strategy, context, most, color)}"
            f"{_tally(strategy, context, color, language)}</a>"
            f"<small>{escape('; '.join(named.get(number, ())))}</small></li>"
        )
    heading = escape(language.gettext("Four objectives"))
    return f'<section class="front-objectives"><h2>{heading}</h2><ol>{"".join(items)}</ol></section>'


def _counts(view: View) -> dict[int, tuple[int, int]]:
    """Return objective → how many initiatives the strategy has under it, and how many are context."""
    counted = by_objective(view.catalog, initiatives(view.catalog, EVERYTHING).rows)
    rows = counted[["objective_id", "strategy", "context"]].itertuples(index=False, name=None)
    return {int(number): (int(strategy), int(context)) for number, strategy, context in rows}


def _squares(strategy: int, context: int, most: int, color: str) -> str:
    """Return a square for each initiative, as wide as `most` of them in every objective: lengths can be compared."""
    drawn = _marked(range(strategy), color, False) + _marked(range(strategy, strategy + context), color, True)
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


def _tally(strategy: int, context: int, color: str, language: Language) -> str:
    """Return both counts, each behind the mark that stands for it."""
    said = [
        (strategy, False, language.gettext("{n} in the strategy")),
        (context, True, language.gettext("{n} in context")),
    ]
    return "".join(
        f"<span>{marks.drawing(_marked(range(1), color, is_hatched), SQUARE, SQUARE)}"
        f"{escape(pattern.format(n=language.number(count)))}</span> "
        for count, is_hatched, pattern in said
        if count
    )
