"""What stands below a slide: in its foot, which filters narrow it and which sources carry it; and in its notes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from briefing import citing
from briefing import notes as speaker
from briefing.slides.grid import SOURCE, lines_of
from briefing.slides.master import FOOT_BOX
from briefing.story import Chapter
from data.catalog import Catalog
from data.queries.objectives import KEY
from figures import age, cited
from figures.ink.lettering import BOLD, PLAIN
from figures.sources import coverage
from figures.view import View

LINES = 2
"""Lines of a foot: its box holds no more."""

WIDEST = 99
"""A number as wide as any in the list at the end."""

REMARK = re.compile(r" \([^()]*\)$")
"""What is said behind a publisher of how it was read, or whose text it is: the list at the end says it too."""


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

    @property
    def named(self) -> tuple[str, ...]:
        """The first of these, as many as the foot finds room to name: a number without a name would read as if words were lost."""
        first = self.carried[: citing.EACH]
        widest = dict.fromkeys(first, WIDEST)
        return next(
            (
                first[:count]
                for count in range(len(first), 0, -1)
                for way in _ways(self, first[:count], widest, is_least=count <= citing.least(self.chapter))
                if _finds_room(self.chapter.reach, way)
            ),
            (),
        )


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
    """Return which filters narrow a slide, and its sources by number and name with their age, as much as two lines hold."""
    reach, view = shown.chapter.reach, shown.chapter.view
    ids = [source for source in shown.named if source in numbers]
    ways = _ways(shown, ids, numbers, is_least=True) if ids else _of_none(shown.chapter)
    return reach, next((said for said in ways if _finds_room(reach, said)), dated(view))


def _of_none(chapter: Chapter) -> Iterator[str]:
    """Yield what the foot of a slide without a source may say."""
    view = chapter.view
    if chapter.screen.figures and chapter.screen.figures[0].key == coverage.KEY:
        yield " ".join([view.language.gettext("Counted from the tables of this briefing."), dated(view)])
    yield dated(view)
    yield ""


def _ways(shown: Shown, ids: Sequence[str], numbers: Mapping[str, int], *, is_least: bool) -> Iterator[str]:
    """Yield how a foot may name sources, that first which tells most.

    Args:
        is_least: whether it may leave out how old the sources are, where it would else name fewer than it has to.
    """
    chapter, view, language = shown.chapter, shown.chapter.view, shown.chapter.view.language
    every = citing.behind(chapter) if shown.kept is None else shown.carried
    independent = language.gettext("Independent of any government")
    day = language.date(view.catalog.facts_as_of.isoformat())
    is_sought = shown.kept is None and any(figure.is_sought for figure in chapter.screen.figures[:1])
    as_of = language.gettext("Facts as of {day}.").format(day=day)
    # The newest source of a cover would be taken for that of all that follows.
    old = age.said(view.catalog, every, language, is_sought) if chapter.screen.figures else as_of
    for aged in (old, as_of) if is_least else (old,):
        for name in (str, partial(cited.short, view.catalog), partial(_bare, view.catalog)):
            told = [f"[{numbers[one]}] {name(view.catalog.sources[one].publisher)}" for one in ids]
            yield ". ".join([_listed(told, len(every) - len(ids), view), aged.removesuffix("."), independent])


def _bare(catalog: Catalog, publisher: str) -> str:
    """Return a publisher by its abbreviation and without a remark."""
    return REMARK.sub("", cited.short(catalog, publisher))


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
