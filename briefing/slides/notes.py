"""What stands below a slide: in its foot, which filters narrow it and which sources carry it; and in its notes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd

from briefing import citing
from briefing import notes as speaker
from briefing.slides.grid import SOURCE, lines_of
from briefing.slides.master import FOOT_BOX
from briefing.story import Chapter
from data.queries.objectives import KEY
from figures import age, cited
from figures.ink.lettering import BOLD, PLAIN
from figures.sources import coverage
from figures.view import View

LINES = 2
"""Lines of a foot: its box holds no more."""


@dataclass(frozen=True)
class Shown:
    """What a slide shows: its chapter; of a chapter that takes several, the initiatives on this one, and whether it is the first."""

    chapter: Chapter
    kept: pd.DataFrame | None = None
    is_first: bool = True

    @property
    def carried(self) -> tuple[str, ...]:
        """The sources that carry it, the weightiest first."""
        return citing.carrying(self.chapter, None if self.kept is None else self.kept[KEY])


def notes(shown: Shown, numbers: Mapping[str, int]) -> str:
    """Return the notes of a slide.

    Args:
        numbers: source → its number in the list at the end.
    """
    return "\n\n".join(
        "\n".join([part.heading, *(f"• {line}" for line in part.lines)])
        for part in speaker.parts(shown.chapter, numbers, shown.kept, shown.is_first)
    )


def footer(shown: Shown, numbers: Mapping[str, int]) -> tuple[str, str]:
    """Return which filters narrow a slide, and its sources by their numbers with their age, as much as two lines hold."""
    reach = shown.chapter.reach
    return reach, next(said for said in _ways(shown, numbers) if _finds_room(reach, said))


def _ways(shown: Shown, numbers: Mapping[str, int]) -> Iterator[str]:
    """Yield what a foot may say, that first which tells most: each source with who published it, then by its number alone."""
    chapter, view, language = shown.chapter, shown.chapter.view, shown.chapter.view.language
    ids = [source for source in shown.carried[: citing.EACH] if source in numbers]
    every = citing.behind(chapter) if shown.kept is None else shown.carried
    independent = language.gettext("Independent of any government")
    if not ids:
        if chapter.screen.figures and chapter.screen.figures[0].key == coverage.KEY:
            yield " ".join([language.gettext("Counted from the tables of this briefing."), dated(view)])
        yield dated(view)
        yield ""
        return
    day = language.date(view.catalog.facts_as_of.isoformat())
    is_sought = shown.kept is None and any(figure.is_sought for figure in chapter.screen.figures[:1])
    old = (
        age.said(view.catalog, every, language, is_sought)
        if chapter.screen.figures
        # The newest source of a cover would be taken for that of all that follows.
        else language.gettext("Facts as of {day}.").format(day=day)
    ).removesuffix(".")
    for count in range(len(ids), -1, -1):
        for name in (str, partial(cited.short, view.catalog)):
            told = [
                _named(source, numbers[source], view, name if at < count else None) for at, source in enumerate(ids)
            ]
            yield ". ".join([_listed(told, len(every) - len(ids), view), old, independent])
    alone = _listed([f"[{numbers[source]}]" for source in ids], len(every) - len(ids), view)
    yield ". ".join([alone, dated(view)])
    yield alone


def _named(source: str, number: int, view: View, name: Callable[[str], str] | None) -> str:
    """Return a source by its number and, where it is said how that is named, its publisher."""
    return f"[{number}] {name(view.catalog.sources[source].publisher)}" if name else f"[{number}]"


def _listed(told: list[str], rest: int, view: View) -> str:
    language, listed = view.language, "; ".join(told)
    if rest > 0:
        return language.ngettext("Sources: {sources}; {n} more", "Sources: {sources}; {n} more", rest, sources=listed)
    return language.gettext("Sources: {sources}").format(sources=listed)


def _finds_room(reach: str, said: str) -> bool:
    return not said or lines_of([(f"{reach} ·" if reach else "", BOLD), (said, PLAIN)], SOURCE, FOOT_BOX[2]) <= LINES


def dated(view: View) -> str:
    """Return the footer of a slide that cites nothing: as of when, and who we are not."""
    _ = view.language.gettext
    day = view.language.date(view.catalog.facts_as_of.isoformat())
    return f"{_('Facts as of {day}.').format(day=day)} {_('Independent of Homeland Security Investigations and of any government.')}"
