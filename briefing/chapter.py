"""A chapter as HTML: for a room, and, where the window is a phone's, for the hand."""

import re
from html import escape

from briefing import notes
from briefing.story import Chapter
from figures import dress, imprint
from figures.figure import Figure
from figures.plain_table import plain_table
from figures.view import View

BOX = (1488, 575)
"""Pixels of a drawing on a slide of 1,600: what heading, sentence and foot leave of it."""

IN_HAND = (562, 900)
"""Pixels of a picture that is shown on a phone, at about two thirds of its size: its type is then as large as that of the text."""

WITH_CONTROLS = ("timeline",)
"""Figures whose drawing on the page is also what chooses its lanes and years: a phone is given their picture instead."""

LINK = re.compile(r"<(/?)a\b[^>]*>")
DRAWN = re.compile(r"<svg.*?</svg>", re.DOTALL)
NAMED = re.compile(r"""(\bid=["']|url\(#)([\w-]+)""")

ROWS = 60
"""Rows that a table shows at most; it says how many more there are."""


def html(chapter: Chapter) -> str:
    """Return a chapter as a section, in the colours of its view's theme."""
    screen, name = chapter.screen, chapter.name
    sentence = f"<p>{escape(screen.sentence)}</p>" if screen.sentence else ""
    head = f'<header><h2 id="{name}-title">{escape(screen.finding)}</h2>{sentence}</header>'
    figure = screen.figures[0] if screen.figures else None
    return (
        f'<section class="chapter" id="{name}" tabindex="-1" aria-labelledby="{name}-title">{head}{_numbers(chapter)}'
        f"{_figure(figure, chapter) if figure else ''}{_unknown(chapter)}{_foot(figure, chapter)}</section>"
    )


def _numbers(chapter: Chapter) -> str:
    numbers = chapter.screen.numbers
    return f'<div class="numbers-large">{"".join(map(dress.number, numbers))}</div>' if numbers else ""


def _unknown(chapter: Chapter) -> str:
    """Return what is not known, where that is all the chapter says."""
    if chapter.screen.figures or not chapter.screen.unknown:
        return ""
    return f"<ul>{''.join(f'<li>{escape(gap)}</li>' for gap in chapter.screen.unknown)}</ul>"


def _figure(figure: Figure, chapter: Chapter) -> str:
    title = "" if chapter.screen.says_first else f"<h3>{escape(figure.title)}</h3>"
    drawn = f'<div role="img" aria-label="{escape(figure.text)}">{_drawn(figure, chapter.name)}</div>'
    return f"<figure>{title}{drawn}{_read(figure, chapter.view)}</figure>"


def _drawn(figure: Figure, name: str) -> str:
    """Return the drawing for a room and the one for the hand."""
    if not figure.picture:
        return ""
    room = _svg(figure.picture(*BOX), *BOX)
    if isinstance(figure.drawing, str) and figure.key not in WITH_CONTROLS:
        hand = dress.inlined(figure.drawing) + dress.inlined(figure.legend)
    else:
        hand = _svg(figure.picture(*IN_HAND), *IN_HAND)
    both = (("room", room), ("hand", hand))
    return "".join(
        f'<div class="in-{where}">{_apart(_unlinked(drawn), f"{name}-{where}-")}</div>' for where, drawn in both
    )


def _svg(content: str, wide: float, high: float) -> str:
    return f'<svg class="drawing" viewBox="0 0 {wide:g} {high:g}">{content}</svg>'


def _unlinked(html: str) -> str:
    """Return HTML whose links are none: they lead to pages that a file does not have."""
    drawn = DRAWN.sub(lambda found: LINK.sub(r"<\1g>", found[0]), html)
    return LINK.sub(r"<\1span>", drawn)


def _apart(drawn: str, prefix: str) -> str:
    """Return a drawing whose patterns are its own: one that is not shown paints nothing in another."""
    return NAMED.sub(lambda found: f"{found[1]}{prefix}{found[2]}", drawn)


def _read(figure: Figure, view: View) -> str:
    """Return what the drawing shows in words, its rows, and its sources, one step away."""
    language, count = view.language, len(figure.rows)
    more = count - ROWS
    told = (
        language.ngettext("{n} more row is in the files.", "{n} more rows are in the files.", more) if more > 0 else ""
    )
    words = "".join(f"<p>{escape(words)}</p>" for words in (figure.text, figure.note) if words)
    rows = plain_table(figure, range(min(ROWS, count)), frozenset(), language)
    summary = language.gettext("In words, as rows, sources")
    listed = "".join(f"<li>{escape(source)}</li>" for source in notes.sources(figure, view))
    return (
        f"<details><summary>{escape(summary)}</summary><div>{words}"
        f"{_unlinked(rows)}<p>{escape(told)}</p><ul>{listed}</ul></div></details>"
    )


def _foot(figure: Figure | None, chapter: Chapter) -> str:
    narrowed = f"<b>{escape(chapter.reach)}</b> · " if chapter.reach else ""
    source = imprint.foot(figure.source_ids if figure else (), chapter.view)
    return f"<footer>{narrowed}{escape(source)}</footer>"
