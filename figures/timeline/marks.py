"""The marks of the timeline as SVG: a dot is a day, a bar the month or the year that is all the sources say."""

from collections.abc import Mapping
from functools import lru_cache
from html import escape

from figures.ink.lettering import BOLD, SANS, width, wrapped
from figures.palette import Palette
from figures.timeline.placement import DOT, LINE, SIZE, Label, Mark, Words

BAR = 6.0
"""Height of a bar, in pixels."""

KEY = 1.0
"""Pixels that the dot of a key event is wider."""

RING = 7.0
"""Radius in pixels of the ring around the chosen event."""


@lru_cache(maxsize=8192)
def written(day: str, title: str, rooms: tuple[float, ...]) -> tuple[Words, ...]:
    """Return how a label may be written: broken to each width, the same lines once.

    Args:
        day: stands first, and bold.
        rooms: pixels that a line may be wide, the best first.
    """
    bold = width(day, SIZE, BOLD) - width(day, SIZE)
    found: dict[tuple[str, ...], Words] = {}
    for room in rooms:
        lines = tuple(wrapped(f"{day} {title}", SIZE, room - bold))
        found.setdefault(lines, Words(lines, round(max(width(line, SIZE) for line in lines) + bold, 1)))
    return tuple(found.values())


def group(content: str, colors: Palette) -> str:
    """Return marks with what all of them share: labels have a rim of paper, dots a rim that only a pointer feels.

    Its class tells components/static/marks.js to walk them along time, whatever their lanes.
    """
    return (
        f'<g class="along" font-family="{SANS}" font-size="{SIZE:g}" fill="{colors.ink}" stroke="{colors.paper}" stroke-width="3" '
        f'stroke-linejoin="round" paint-order="stroke">{content}</g>'
    )


def mark(
    one: Mark, top: float, color: str, day: str, told: str, href: str, colors: Palette, is_key: bool, is_chosen: bool
) -> str:
    """Return an event: its mark, its label and, where it is the chosen one, a ring around it.

    Args:
        top: pixels from the top to its lane.
        day: what its label begins with.
        told: what a pointer that rests on it is told; nothing in a picture.
        href: where a click leads; without one it is a picture.
    """
    y = top + one.y
    drawn = _bar(one, y, color) if one.left < one.right else _dot(one, y, color, is_key)
    if is_chosen:
        drawn += _ring(one, y, colors.chosen)
    if one.label:
        drawn += _label(one.label, top, day, colors.chosen if is_chosen else "")
    if not href:
        return f"<g><title>{escape(told)}</title>{drawn}</g>" if told else drawn
    current = ' aria-current="true"' if is_chosen else ""
    return f'<a href="{escape(href)}"{current}><title>{escape(told)}</title>{drawn}</a>'


def _dot(one: Mark, y: float, color: str, is_key: bool) -> str:
    radius = (DOT + KEY) / 2 if is_key else DOT / 2
    return f'<circle cx="{one.left:g}" cy="{y:g}" r="{radius:g}" fill="{color}"/>'


def _bar(one: Mark, y: float, color: str) -> str:
    wide = one.right - one.left
    return f'<rect x="{one.left:g}" y="{y - BAR / 2:g}" width="{wide:g}" height="{BAR:g}" fill="{color}"/>'


def _ring(one: Mark, y: float, color: str) -> str:
    firm = f'fill="none" stroke="{color}" stroke-width="3"'
    if one.left == one.right:
        return f'<circle cx="{one.left:g}" cy="{y:g}" r="{RING:g}" {firm}/>'
    return f'<rect x="{one.left - 3:g}" y="{y - 6:g}" width="{one.right - one.left + 6:g}" height="12" {firm}/>'


def _label(label: Label, top: float, day: str, color: str) -> str:
    """Return a label, its date bold; `color` is that of the chosen event, or nothing."""
    style = (' text-anchor="end"' if label.anchor == "end" else "") + (f' fill="{color}"' if color else "")
    lines = []
    for at, line in enumerate(label.words.lines):
        said = escape(line)
        if at == 0 and line.startswith(day):
            said = f'<tspan font-weight="700">{escape(day)}</tspan>{escape(line.removeprefix(day))}'
        lines.append(f'<text x="{label.x:g}" y="{top + label.y + LINE * at:g}"{style}>{said}</text>')
    return "".join(lines)


def colored(lane: str, is_key: bool, colors: Palette, by_objective: bool) -> str:
    """Return the colour of a mark: ink for a key event, that of its objective on such a lane, else a quiet one."""
    if is_key:
        return colors.ink
    objectives: Mapping[str, str] = colors.objectives
    return objectives.get(lane, colors.quiet) if by_objective else colors.quiet
