"""What stands below a slide: in its foot, which filters narrow it and which sources carry it; and in its notes."""

from collections.abc import Iterator, Mapping

import pandas as pd

from briefing import citing
from briefing import notes as speaker
from briefing.slides.grid import SOURCE, lines
from briefing.slides.master import FOOT_BOX
from briefing.story import Chapter
from figures import age
from figures.ink.lettering import BOLD
from figures.sources import coverage
from figures.view import View

LINES = 2
"""Lines of a foot: its box holds no more."""


def notes(chapter: Chapter, numbers: Mapping[str, int], rows: pd.DataFrame | None = None, is_first: bool = True) -> str:
    """Return the notes of one of a chapter's slides; the arguments are those of `briefing.notes.parts`."""
    return "\n\n".join(
        "\n".join([part.heading, *(f"• {line}" for line in part.lines)])
        for part in speaker.parts(chapter, numbers, rows, is_first)
    )


def footer(chapter: Chapter, numbers: Mapping[str, int]) -> tuple[str, str]:
    """Return which filters narrow a chapter, and its sources by their numbers with their age, as much as two lines hold."""
    said = next(one for one in _ways(chapter, numbers) if _finds_room(chapter.reach, one))
    return chapter.reach, said


def _ways(chapter: Chapter, numbers: Mapping[str, int]) -> Iterator[str]:
    """Yield what a foot may say, that first which tells most: each source with who published it, then by its number alone."""
    view, language = chapter.view, chapter.view.language
    ids = [source for source in citing.carrying(chapter)[: citing.EACH] if source in numbers]
    every = citing.behind(chapter)
    independent = language.gettext("Independent of any government")
    if not ids:
        if chapter.screen.figures and chapter.screen.figures[0].key == coverage.KEY:
            yield " ".join([language.gettext("Counted from the tables of this briefing."), dated(view)])
        yield dated(view)
        yield ""
        return
    old = age.said(view.catalog, every, language).removesuffix(".")
    for count in range(len(ids), -1, -1):
        told = [_named(source, numbers[source], view, at < count) for at, source in enumerate(ids)]
        for rest in dict.fromkeys((len(every) - len(ids), 0)):
            yield ". ".join([_listed(told, rest, view), old, independent])
    yield _listed([f"[{numbers[source]}]" for source in ids], 0, view)


def _named(source: str, number: int, view: View, in_full: bool) -> str:
    return f"[{number}] {view.catalog.sources[source].publisher}" if in_full else f"[{number}]"


def _listed(told: list[str], rest: int, view: View) -> str:
    language, listed = view.language, "; ".join(told)
    if rest > 0:
        return language.ngettext("Sources: {sources}; {n} more", "Sources: {sources}; {n} more", rest, sources=listed)
    return language.gettext("Sources: {sources}").format(sources=listed)


def _finds_room(reach: str, said: str) -> bool:
    # Bold throughout: wider than it is, since what is bold differs from slide to slide.
    return not said or lines(f"{reach} · {said}" if reach else said, SOURCE, FOOT_BOX[2], BOLD) <= LINES


def dated(view: View) -> str:
    """Return the footer of a slide that cites nothing: as of when, and who we are not."""
    _ = view.language.gettext
    day = view.language.date(view.catalog.facts_as_of.isoformat())
    return f"{_('Facts as of {day}.').format(day=day)} {_('Independent of Homeland Security Investigations and of any government.')}"
