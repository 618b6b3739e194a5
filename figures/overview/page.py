"""The first screen as HTML that any dress can use: it lays itself out by components/style/60-overview.css."""

from collections.abc import Sequence
from html import escape

from figures.figure import Figure
from figures.overview import dates, numbers, objectives
from figures.view import View


def first_screen(view: View, drawn: Figure, gaps: Sequence[str]) -> str:
    """Return all that stands under heading and sentence.

    Args:
        drawn: the map.
        gaps: what is not known, the weightiest first.
    """
    note = f'<p class="quiet">{escape(drawn.note)}</p>' if drawn.note else ""
    figure = f'<section class="front-map"><h2>{escape(drawn.title)}</h2>{drawn.drawing}{drawn.legend}{note}</section>'
    return (
        f'<div class="overview"><div class="overview-grid">{numbers.html(view)}{figure}'
        f"<div>{below_the_map(view, gaps)}</div></div></div>"
    )


def below_the_map(view: View, gaps: Sequence[str]) -> str:
    """Return the objectives, and below them the dates beside what is not known."""
    return f'{objectives.html(view)}<div class="front-foot">{dates.html(view)}{_unknown(view, gaps)}</div>'


def _unknown(view: View, gaps: Sequence[str]) -> str:
    """Return the gaps, each with what is missing in front and, where there is room, why."""
    language, items = view.language, []
    for gap in gaps:
        what, parted, why = gap.partition(":")
        items.append(f"<li>{escape(what)}{f'<span>:{escape(why)}</span>' if parted else ''}</li>")
    heading, more = language.gettext("Not known"), language.gettext("All of it")
    return (
        f'<section class="front-gaps"><h2>{escape(heading)} <a href="{escape(view.address("about"))}">{escape(more)}</a></h2>'
        f"<ul>{''.join(items)}</ul></section>"
    )
