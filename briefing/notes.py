"""What a speaker reads to a chapter, in three parts: what to say, what may be asked, and what carries it. Never inside what is handed out."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

import pandas as pd

from briefing import asking, citing, saying
from briefing.story import Chapter
from data.queries.objectives import KEY
from figures import imprint
from figures.figure import Figure
from figures.view import View

SOURCES = 8
"""Sources that the notes to a chapter name; they say how many more there are."""


class Part(NamedTuple):
    """A part of the notes: its heading, and what stands under it, each a line."""

    heading: str
    lines: tuple[str, ...]


def parts(
    chapter: Chapter, numbers: Mapping[str, int] | None = None, rows: pd.DataFrame | None = None, is_first: bool = True
) -> tuple[Part, ...]:
    """Return the notes to a chapter.

    Args:
        numbers: source → its number, where sources are listed by number.
        rows: those of its figure that a slide holds, where a chapter takes several.
        is_first: whether it is the first slide of its chapter.
    """
    language, said = chapter.view.language, tuple(saying.said(chapter, rows, is_first))
    spoken = [source for one in said for source in one.source_ids]
    told = (
        Part(language.gettext("What to say"), tuple(one.words for one in said)),
        Part(language.gettext("What may be asked"), asking.asked(chapter, rows, is_first)),
        Part(language.gettext("Sources"), _sources(chapter, numbers or {}, rows, spoken)),
    )
    return tuple(part for part in told if part.lines)


def html(chapter: Chapter) -> str:
    """Return the notes to a chapter as HTML."""
    return "".join(
        f"<h2>{escape(part.heading)}</h2><ul>{''.join(f'<li>{escape(line)}</li>' for line in part.lines)}</ul>"
        for part in parts(chapter)
    )


def sources(figure: Figure | None, view: View) -> tuple[str, ...]:
    """Return the sources of a figure as plain text with their addresses, the first of them; then how many more there are."""
    if figure is None:
        return ()
    named = [_in_full(source, view) for source in figure.source_ids[:SOURCES]]
    return (*named, *_more(view, len(figure.source_ids) - len(named)))


def _sources(
    chapter: Chapter, numbers: Mapping[str, int], rows: pd.DataFrame | None, spoken: Sequence[str]
) -> tuple[str, ...]:
    """Return sources in full, and how many more a chapter rests on.

    First those with a number, then those of what there is to say, then others that carry the chapter.

    Args:
        spoken: the sources of what there is to say.
    """
    view, first = chapter.view, citing.carrying(chapter, None if rows is None else rows[KEY])
    if not first:
        return (imprint.below(view),)
    listed = [source for source in first[: citing.EACH] if source in numbers]
    said = dict.fromkeys([*listed, *spoken])
    told = dict.fromkeys([*said, *first])
    shown = sorted([*told][: max(SOURCES, len(said))], key=lambda source: numbers.get(source, len(numbers) + 1))
    lines = [
        f"[{numbers[source]}] {words}" if source in numbers else words
        for source, words in ((source, _in_full(source, view)) for source in shown)
    ]
    every = dict.fromkeys([*told, *citing.behind(chapter)]) if rows is None else told
    return (*lines, *_more(view, len(every) - len(shown)))


def _in_full(source_id: str, view: View) -> str:
    source = view.catalog.sources[source_id]
    told = (source.title, source.publisher, view.language.date(source.published), source.url)
    return ", ".join(part for part in told if part)


def _more(view: View, rest: int) -> Sequence[str]:
    return [view.language.ngettext("{n} more source", "{n} more sources", rest)] if rest > 0 else []
