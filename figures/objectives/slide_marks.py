"""The marks of initiatives on a slide, by shape, and the key to them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from data.queries.objectives import Initiative
from figures.ink.lettering import text, width
from figures.language import Language
from figures.palette import Palette

MARK, INDENT = 0.72, 1.2
"""Side of a mark, and room for it before a name, in sizes of type."""


class Ink(NamedTuple):
    """The colours of a slide and its size of type, in pixels."""

    colors: Palette
    size: float


def mark(scope: str, left: float, base: float, color: str, ink: Ink) -> str:
    """Return the square before a name that stands on the line `base`: filled in the strategy, hatched in context."""
    side = MARK * ink.size
    fill = color if scope == "strategy" else f"url(#{_hatch(color, ink)})"
    return (
        f'<rect x="{left + 0.5:.1f}" y="{base - side:.1f}" width="{side:.1f}" height="{side:.1f}" fill="{fill}" '
        f'stroke="{color}"/>'
    )


def later(words: str, left: float, base: float, color: str, ink: Ink) -> str:
    """Return the dot of a later source, and words behind it."""
    size = ink.size
    dot = f'<circle cx="{left + 0.36 * size:.1f}" cy="{base - 0.34 * size:.1f}" r="{0.27 * size:.1f}" fill="{color}"/>'
    return dot + text(words, left + 0.82 * size, base, size, ink.colors.quiet)


def patterns(numbers: Iterable[int], ink: Ink) -> list[str]:
    """Return the hatches that `mark` fills with: of each objective, and of the key."""
    used = [*(ink.colors.objectives[str(number)] for number in numbers), ink.colors.ink]
    return [
        f'<pattern id="{_hatch(color, ink)}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<path d="M0 0V5" stroke="{color}" stroke-width="2.4"/></pattern>'
        for color in used
    ]


def _hatch(color: str, ink: Ink) -> str:
    """Return the name of the hatch in a colour: the same in every theme, so that a drawing differs in its colours alone."""
    number = next((number for number, known in ink.colors.objectives.items() if known == color), "key")
    return f"hatched-{number}"


def key(language: Language, shown: Sequence[Initiative], base: float, gap: float, ink: Ink) -> tuple[str, float]:
    """Return the key to the marks that are shown, on the line `base`, its parts `gap` sizes of type from each other, and its width."""
    said = {
        "strategy": language.gettext("in the strategy"),
        "context": language.gettext("context: related work, not shown to be in it"),
    }
    parts, left, color = [], 0.0, ink.colors.ink
    for scope, words in said.items():
        if any(one.scope == scope for one in shown):
            parts += [
                mark(scope, left, base, color, ink),
                text(words, left + INDENT * ink.size, base, ink.size, color),
            ]
            left += (INDENT + gap) * ink.size + width(words, ink.size)
    if any(one.follow_up for one in shown):
        words = language.gettext("a later source, with its year (not looked for in context)")
        parts.append(later(words, left, base, color, ink))
        left += ink.size + width(words, ink.size)
    return "".join(parts), left
