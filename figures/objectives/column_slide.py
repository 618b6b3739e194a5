"""The columns of initiatives on a slide: every name whole, in the largest type that leaves room for all."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from data.queries.objectives import SCOPES, Initiative
from figures import labels
from figures.ink.lettering import BOLD, PLAIN, Face, text, width, wrapped
from figures.language import Language
from figures.palette import Palette, palette
from figures.view import View

SIZES = tuple(size / 2 for size in range(48, 19, -1))
"""Sizes of type to try, the largest first, in pixels."""

LINE, AIR, MARK, INDENT, GAP = 1.22, 0.34, 0.72, 1.2, 1.6
"""Height of a line, room between names, side of a mark, room for it, and room between columns, in sizes of type."""

RULE = 5
"""Pixels of the line in an objective's colour."""


class Line(NamedTuple):
    """A line of a column: its words, what they are written in, and how far its foot lies below the top of the column."""

    words: str
    face: Face
    foot: float
    mark: str = ""
    later: str = ""
    quiet: bool = False


def svg(view: View, columns: Mapping[int, Sequence[Initiative]], wide: float, high: float) -> str:
    """Return the columns, with the key below them, in `wide` × `high` pixels."""
    for size in SIZES:
        across = (wide - GAP * size * (len(columns) - 1)) / len(columns)
        laid = {number: _lines(view, number, ours, size, across) for number, ours in columns.items()}
        key = high - 0.3 * size
        if max(lines[-1].foot for lines in laid.values()) <= key - 1.6 * size:
            break
    colors = palette(view.theme)
    drawn = [
        _drawn(lines, at * (across + GAP * size), across, size, colors.objectives[str(number)], colors)
        for at, (number, lines) in enumerate(laid.items())
    ]
    shown = [one for ours in columns.values() for one in ours]
    return "".join([*_patterns(columns, colors), *drawn, _key(view.language, shown, key, size, colors)])


def _lines(view: View, number: int, ours: Sequence[Initiative], size: float, across: float) -> list[Line]:
    title = f"{number}  {labels.objectives(view.language, view.catalog)[number]}"
    lines, foot = [], RULE + 0.3 * size
    for words in wrapped(title, size * 1.1, across, BOLD):
        lines.append(Line(words, BOLD, foot := foot + LINE * size * 1.1))
    for scope in SCOPES:
        named = [one for one in ours if one.scope == scope]
        if not named:
            continue
        foot += 2 * AIR * size
        if scope == "context":
            words = labels.words(view.language, "scope")[scope]
            lines.append(Line(words, PLAIN, foot := foot + LINE * size, quiet=True))
        for one in named:
            foot += AIR * size
            year = one.follow_up.latest.date[:4] if one.follow_up else ""
            # The year is part of what is broken into lines, so that it always finds room behind the last word.
            broken = wrapped(f"{one.name} ●{year}" if year else one.name, size, across - INDENT * size)
            for at, words in enumerate(broken):
                kept, _dot, later = words.partition("●")
                lines.append(
                    Line(kept.rstrip(), PLAIN, foot := foot + LINE * size, "" if at else scope, later, bool(not kept))
                )
    return lines


def _drawn(lines: Sequence[Line], left: float, across: float, size: float, color: str, colors: Palette) -> str:
    parts = [f'<rect x="{left:.1f}" width="{across:.1f}" height="{RULE}" fill="{color}"/>']
    for line in lines:
        indent = 0 if line.face is BOLD or (line.quiet and line.words) else INDENT * size
        written = size * 1.1 if line.face is BOLD else size
        base = line.foot - 0.28 * written
        if line.mark:
            parts.append(_mark(line.mark, left, base, size, color))
        if line.words:
            ink = colors.quiet if line.quiet else colors.ink
            parts.append(text(line.words, left + indent, base, written, ink, line.face))
        if line.later:
            before = width(f"{line.words} ", size) if line.words else 0
            parts.append(_later(line.later, left + indent + before, base, size, color, colors))
    return "".join(parts)


def _mark(scope: str, left: float, base: float, size: float, color: str) -> str:
    side, top = MARK * size, base - MARK * size
    fill = color if scope == "strategy" else f"url(#hatched-{color[1:]})"
    return (
        f'<rect x="{left + 0.5:.1f}" y="{top:.1f}" width="{side:.1f}" height="{side:.1f}" fill="{fill}" stroke="{color}"/>'
    )


def _later(words: str, left: float, base: float, size: float, color: str, colors: Palette) -> str:
    dot = f'<circle cx="{left + 0.3 * size:.1f}" cy="{base - 0.34 * size:.1f}" r="{0.24 * size:.1f}" fill="{color}"/>'
    return dot + text(words, left + 0.72 * size, base, size, colors.quiet)


def _patterns(columns: Mapping[int, object], colors: Palette) -> list[str]:
    used = [*(colors.objectives[str(number)] for number in columns), colors.ink]
    return [
        f'<pattern id="hatched-{color[1:]}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<path d="M0 0V5" stroke="{color}" stroke-width="2.4"/></pattern>'
        for color in used
    ]


def _key(language: Language, shown: Sequence[Initiative], base: float, size: float, colors: Palette) -> str:
    said = {
        "strategy": language.gettext("in the strategy"),
        "context": language.gettext("context: related work, not shown to be in it"),
    }
    parts, left = [], 0.0
    for scope, words in said.items():
        if any(one.scope == scope for one in shown):
            parts += [
                _mark(scope, left, base, size, colors.ink),
                text(words, left + INDENT * size, base, size, colors.ink),
            ]
            left += (INDENT + GAP) * size + width(words, size)
    if any(one.follow_up for one in shown):
        words = language.gettext("a later source, with its year; sought only for the strategy")
        parts.append(_later(words, left, base, size, colors.ink, colors))
    return "".join(parts)
