"""What a speaker may say to a chapter: a page of its own, which is never inside what is handed out."""

from html import escape

from briefing.story import Chapter
from figures import cited
from figures.figure import Figure
from figures.view import View

SOURCES = 8
"""Sources that the notes to a chapter name; they say how many more there are."""


def told(chapter: Chapter) -> tuple[str, ...]:
    """Return the notes to a chapter, a paragraph each: what its figure shows, what to say with it, and what is not known."""
    figure = chapter.screen.figures[0] if chapter.screen.figures else None
    shown = [figure.text, figure.note] if figure else []
    gaps = chapter.screen.unknown if figure else ()
    return tuple(paragraph for paragraph in (*shown, *gaps) if paragraph)


def sources(figure: Figure | None, view: View) -> tuple[str, ...]:
    """Return the sources of a figure as plain text with their addresses, the first of them; then how many more there are."""
    if figure is None:
        return ()
    named = cited.plain(view.catalog, view.language, figure.source_ids[:SOURCES])
    rest = len(figure.source_ids) - len(named)
    more = [view.language.ngettext("{n} more source", "{n} more sources", rest)] if rest else []
    return (*named, *more)


def html(chapter: Chapter) -> str:
    """Return the notes to a chapter as HTML."""
    figure = chapter.screen.figures[0] if chapter.screen.figures else None
    said = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in told(chapter))
    listed = "".join(f"<li>{escape(source)}</li>" for source in sources(figure, chapter.view))
    heading = escape(chapter.view.language.gettext("Sources"))
    return said + (f"<h2>{heading}</h2><ul>{listed}</ul>" if listed else "")
