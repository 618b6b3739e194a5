"""A chapter as HTML: for a room, and, where the window is a phone's, for the hand."""

import re
from dataclasses import replace
from html import escape

from briefing import citing, notes
from briefing.dated import dated
from briefing.story import NOTHING, Chapter
from data.selection import Selection
from figures import dress, filters, imprint
from figures.figure import Figure
from figures.ink.lettering import PLAIN, TITLE, Face, wrapped
from figures.objectives import columns
from figures.plain_table import plain_table
from figures.view import View

WIDE, HIGH = 1488, 810
"""Pixels that a slide of 1,600 has between its margins and above the controls (show.css)."""

LEAST = 400
"""Pixels that are left to a drawing, however much is said above it."""

HEADING, TEXT, HEAD, FOOT, LINE = (48.8, 57.6), (24.8, 34.7), 59, (18.4, 24.0), 24
"""Size of type and height of a line in pixels, as show.css has them in its units of 16; of a figure's heading and of the filters, the
height alone."""

APART = 20
"""Pixels between what is said and the drawing, and between it and the foot."""

SUMMARY = 300
"""Pixels at the end of the foot for what opens the rows."""

IN_HAND = (562, 900)
"""Pixels of a picture that is shown on a phone, at about two thirds of its size: its type is then as large as that of the text."""

WITH_CONTROLS = ("timeline",)
"""Figures whose drawing on the page is also what chooses its lanes and years: a phone is given their picture instead."""

IN_WORDS = (columns.KEY,)
"""Figures that are text: the same HTML serves room and hand, in the largest type for which the window has room (show.js)."""

TOLD = (*IN_WORDS, "offices-map", "timeline")
"""Figures whose heading says again what stands above it."""

CODES = frozenset(
    {"iso3", "latitude", "longitude", "period", "region", "source_kind", "date", "event_id", "flow_id"}
    | {f"{end}_{what}" for end in ("from", "to") for what in ("name", "iso3", "is")}
)
"""Columns that a room does not need to read a table: codes, and what another column says in words."""

IN_FILES = {
    columns.KEY: frozenset({"objective_id", "kind", "partners", "countries", "summary", "sources"}),
}
"""Figure → columns for which a window has no room beside the others: the screen names the objective, the list below the sources."""

KEPT = '<p class="kept" hidden></p>'
"""Where the filters stand: a chapter that they do not narrow is the same under each of them, and so stands once in a file."""

LINK = re.compile(r"<(/?)a\b[^>]*>")
DRAWN = re.compile(r"<svg.*?</svg>", re.DOTALL)
ROWS = 60
"""Rows that a table shows at most; it says how many more there are."""


def html(chapter: Chapter) -> str:
    """Return a chapter as a section, in the colours of its view's theme; `KEPT` stands for the filters that narrow it."""
    screen, name = chapter.screen, chapter.name
    figure = screen.figures[0] if screen.figures else None
    sentence = f"<p>{escape(screen.sentence)}</p>" if screen.sentence else ""
    head = f'<header>{KEPT}<h2 id="{name}-title">{escape(screen.finding)}</h2>{sentence}</header>'
    return (
        f'<section class="chapter" id="{name}" tabindex="-1" aria-labelledby="{name}-title">{head}{_numbers(chapter)}'
        f"{_figure(figure, chapter) if figure else ''}{_unknown(chapter)}{_foot(figure, chapter)}</section>"
    )


def narrowed(html: str, kept: str) -> str:
    """Return a chapter's HTML with the filters that narrow it, where there are any."""
    return html.replace(KEPT, KEPT.replace(" hidden>", f">{escape(kept)}"), 1) if kept else html


def kept(chapter: Chapter, asked: Selection) -> str:
    """Return which filters narrow a chapter, as one line; none that its finding names: of an objective, the others.

    Args:
        asked: what the whole story is narrowed to.
    """
    if chapter.name == NOTHING:
        return ""
    if asked.is_empty or not chapter.name.startswith("objective-"):
        return "" if asked.is_empty else chapter.reach
    catalog, language = chapter.view.catalog, chapter.view.language
    return filters.in_words(chapter.view.selection.only(("countries",)), catalog, language)


def _numbers(chapter: Chapter) -> str:
    numbers = chapter.screen.numbers
    if not numbers:
        return ""
    return f'<div class="fits"><div class="numbers-large">{"".join(map(dress.number, numbers))}</div></div>'


def _unknown(chapter: Chapter) -> str:
    """Return what is not known, where that is all the chapter says."""
    if chapter.screen.figures or not chapter.screen.unknown:
        return ""
    return f'<div class="fits"><ul>{"".join(f"<li>{escape(gap)}</li>" for gap in chapter.screen.unknown)}</ul></div>'


def _figure(figure: Figure, chapter: Chapter) -> str:
    said = ' class="unseen"' if chapter.screen.says_first or figure.key in TOLD else ""
    title = f"<h3{said}>{escape(figure.title)}</h3>"
    if figure.key in IN_WORDS and isinstance(figure.drawing, str):
        drawn = f'<div class="fits in-words">{_unlinked(dress.inlined(figure.drawing))}</div>'
    else:
        high = _high(figure, chapter, is_headed=not said)
        drawn = f'<div role="img" aria-label="{escape(figure.text)}">{_drawn(figure, chapter.name, high)}</div>'
    return f"<figure>{title}{drawn}</figure>"


def _high(figure: Figure, chapter: Chapter, is_headed: bool) -> float:
    """Return how many pixels of a slide its words leave to the drawing."""
    screen = chapter.screen
    taken = _lines(screen.finding, HEADING, TITLE) + _lines(screen.sentence, TEXT) + LINE * bool(chapter.reach)
    foot = _lines(_source(chapter), FOOT, room=WIDE - SUMMARY)
    return max(HIGH - taken - HEAD * is_headed - foot - 2 * APART, LEAST)


def _lines(words: str, size: tuple[float, float], face: Face = PLAIN, room: float = WIDE) -> float:
    """Return the pixels that words take, a little more than they would in lines that are broken as late as can be."""
    return len(wrapped(words, size[0], room * 0.97, face)) * size[1] if words else 0


def _drawn(figure: Figure, name: str, high: float) -> str:
    """Return the drawing for a room and the one for the hand."""
    if not figure.picture:
        return ""
    room = _svg(figure.picture(WIDE, high), WIDE, high)
    if isinstance(figure.drawing, str) and figure.key not in WITH_CONTROLS:
        hand = dress.inlined(figure.drawing) + dress.inlined(figure.legend)
    else:
        hand = _svg(figure.picture(*IN_HAND), *IN_HAND)
    both = (("room", room), ("hand", hand))
    return "".join(
        f'<div class="in-{where}">{dress.apart(_unlinked(drawn), f"{name}-{where}-")}</div>' for where, drawn in both
    )


def _svg(content: str, wide: float, high: float) -> str:
    return f'<svg class="drawing" viewBox="0 0 {wide:g} {high:g}">{content}</svg>'


def _unlinked(html: str) -> str:
    """Return HTML whose links are none: they lead to pages that a file does not have."""
    drawn = DRAWN.sub(lambda found: LINK.sub(r"<\1g>", found[0]), html)
    return LINK.sub(r"<\1span>", drawn)


def _read(figure: Figure, view: View) -> str:
    """Return what the drawing shows in words, its rows, and its sources, one step away."""
    language, count = view.language, len(figure.rows)
    more = count - ROWS
    told = (
        language.ngettext("{n} more row is in the files.", "{n} more rows are in the files.", more) if more > 0 else ""
    )
    words = "".join(f"<p>{escape(words)}</p>" for words in (figure.text, figure.note) if words)
    rows = dated(plain_table(_in_room(figure), range(min(ROWS, count)), frozenset(), language), language)
    summary = language.gettext("In words, as rows, sources")
    listed = "".join(f"<li>{escape(source)}</li>" for source in notes.sources(figure, view))
    return (
        f"<details><summary>{escape(summary)}</summary><div>{words}"
        f"{_unlinked(rows)}<p>{escape(told)}</p><ul>{listed}</ul></div></details>"
    )


def _in_room(figure: Figure) -> Figure:
    """Return a figure whose table has the columns that a room needs: none of codes, and none in which nothing stands."""
    shown = figure.rows.iloc[:ROWS]
    empty = {name for name in figure.shown if (shown[name].isna() | shown[name].eq("")).all()}
    return replace(figure, aside=figure.aside | CODES | IN_FILES.get(figure.key, frozenset()) | empty)


def _foot(figure: Figure | None, chapter: Chapter) -> str:
    return f"<footer><p>{escape(_source(chapter))}</p>{_read(figure, chapter.view) if figure else ''}</footer>"


def _source(chapter: Chapter) -> str:
    """Return the sources of a chapter; it names none where it counts our own rows."""
    return imprint.foot(citing.behind(chapter) if citing.carrying(chapter) else (), chapter.view)
