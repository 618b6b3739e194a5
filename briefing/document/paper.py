"""The briefing paper: the story in a few pages, for whatever is selected."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from briefing.document import dates, initiatives, places
from briefing.document.parts import Block, Text, beside, bold, drawing, items, numbers, quiet, section
from briefing.document.references import USUAL, References
from briefing.document.rest import Rest
from briefing.document.statements import dagger, statements
from briefing.story import Chapter, story
from data.queries import carrying, release
from data.queries.flows import flows, routes
from data.queries.offices import headline
from figures import age, labels, screens
from figures.figure import Figure
from figures.view import View


@dataclass(frozen=True)
class Room:
    """What a paper is given room for.

    Attributes:
        evidence, flows: rows of a list that can go on in a file, all of them where it says nothing.
        places_cite: whether places have their sources.
        title: letters of a reference's title at most, where references are shortened and lines stand closer; else 0.
    """

    evidence: int | None = None
    flows: int | None = None
    places_cite: bool = True
    title: int = 0


ALL = Room()

SHORT = Room(title=44)
UNCITED = replace(SHORT, places_cite=False)

LESS = (Room(title=64), SHORT, UNCITED, *(replace(UNCITED, evidence=rows, flows=rows) for rows in (12, 10, 8, 5, 3)))
"""What is tried where even the smallest type has a page too many: references are shortened before anything is left out, and a third of
them are those of places."""

PAGES = 6
"""Pages of a paper at most."""

BOX = (1280, 440)
"""Pixels of the map of what moves: its smallest type, that of the key, is 19.8 of them high, 7.6 points on A4."""


def given_back(room: Room, fits: Callable[[Room], bool]) -> Room:
    """Return room for all of what was left out that finds some after all: pages are full of what cannot be parted, or half bare."""
    parts: tuple[dict[str, Any], ...] = ({"flows": None}, {"evidence": None}, {"places_cite": True})
    for part in parts:
        larger = replace(room, **part)
        if larger != room and fits(larger):
            room = larger
    while room.evidence and fits(larger := replace(room, evidence=room.evidence + 1)):
        room = larger
    return room


def blocks(view: View, cites: References, address: str = "", room: Room = ALL) -> tuple[str, list[Block]]:
    """Return the title of a view's paper, and what stands below it.

    Args:
        address: the full link to the view; empty where it is not served anywhere.
    """
    rest = Rest(view, address)
    chapters = {one.name: one for one in story(view)}
    strategy = chapters["strategy"].screen
    found = [
        numbers(strategy.numbers),
        _summary(view, chapters, cites),
        *places.chapter(chapters["offices"], cites if room.places_cite else None, rest),
        *initiatives.objectives(view, [one for name, one in chapters.items() if name.startswith("objective-")], cites),
        *(initiatives.evidence(one, cites, room.evidence, rest) for one in [chapters.get("evidence")] if one),
        *dates.chapter([one for name in ("dates", "later") if (one := chapters.get(name))], cites),
        *_supply(chapters["supply"], cites, room.flows, rest),
        *_not_found(chapters, view),
        _unknown(chapters["unknown"]),
    ]
    return strategy.finding, found


def references(view: View, cites: References) -> Block:
    """Return the references, and what of a row's sources is not among them."""
    language = view.language
    limits = (
        language.ngettext(
            "One source of a row is cited here, two where it tells two things or sources differ; the data names all of them.",
            "Of the sources of a row, at most {n} are cited here; the data names all of them.",
            cites.most,
        )
        if cites.left
        else ""
    )
    # Of an English paper, that goes without saying. Of many sources no language is recorded.
    usual = (
        language.gettext("A language is named where it is recorded and is not English.")
        if language.code != USUAL
        else ""
    )
    note = " ".join(part for part in (limits, usual) if part)
    return {
        "opening": section(language.gettext("References"), [note] if note else [], []) | {"sticky": True},
        "items": cites.listed(),
        "columns": 3,
    }


def caption(figure: Figure, view: View, cites: References, is_said: bool = False) -> Text:
    """Return what stands below a drawing: what it finds, how old that is, and its sources.

    Args:
        is_said: whether a heading says already what it finds.
    """
    found: Text = [] if is_said else [bold(figure.title), ". "]
    return [
        *found,
        age.said(view.catalog, figure.source_ids, view.language, figure.is_sought),
        cites.again(figure.source_ids),
    ]


def _summary(view: View, chapters: dict[str, Chapter], cites: References) -> Block:
    """Return the strategy in a paragraph, and what each part of the paper finds."""
    pages, language = labels.words(view.language, "page"), view.language
    # It tells two things, the release and the total that accounts of it report: each has its source.
    released, total = carrying.of_event(view.catalog, release.EVENT), headline(view.catalog).source_ids
    missing = [one for _name, one in _empty(chapters, view)]  # told under a heading of their own
    told = [
        (pages["offices"], chapters["offices"].screen.finding),
        *(
            []
            if "objectives" in chapters
            else [(pages["objectives"], screens.of(replace(view, page="objectives")).finding)]
        ),
        *((pages["timeline"], one.screen.finding) for one in [chapters.get("dates")] if one and one not in missing),
        *((pages["supply_chain"], one.screen.finding) for one in [chapters["supply"]] if one not in missing),
        *(
            (language.gettext("From promise to evidence"), one.screen.finding)
            for one in [chapters.get("evidence")]
            if one
        ),
    ]
    return section(
        language.gettext("Summary"),
        [
            chapters["strategy"].screen.sentence,
            cites.cite([released.source_ids[0], *total, *released.source_ids[1:]], 2),
        ],
        [items([[bold(name), f"  {finding}"] for name, finding in told])],
    )


def _supply(chapter: Chapter, cites: References, most: int | None, rest: Rest) -> list[Block]:
    """Return the map of what is said to move, and each way in words; nothing where no statement is left."""
    view, screen = chapter.view, chapter.screen
    rows = flows(view.catalog, view.selection).rows
    if rows.empty:
        return []
    known = routes(rows)
    told = statements(known.head(most or len(known)), view, cites)
    below = rest.of(len(rows) - int(known["statements"].head(len(told)).sum()), "flows", "supply_chain")
    drawn = [drawing(one, *BOX, caption(one, view, cites, screen.says_first)) for one in screen.figures if one.picture]
    return [
        section(
            screen.finding,
            beside(screen.sentence, ("countries",), view),
            [*drawn[:1], items(told, 3), *below, *dagger(told, view)],
            labels.words(view.language, "page")["supply_chain"],
        )
    ]


def _empty(chapters: dict[str, Chapter], view: View) -> list[tuple[str, Chapter]]:
    """Return the chapters that the filters leave nothing, each with what it is about."""
    pages = labels.words(view.language, "page")
    return [
        *((pages["objectives"], one) for one in [chapters.get("objectives")] if one),
        *((pages["timeline"], one) for one in [chapters.get("dates")] if one and dates.is_empty(one)),
        *((pages["supply_chain"], one) for one in [chapters["supply"]] if not one.screen.figures),
    ]


def _not_found(chapters: dict[str, Chapter], view: View) -> list[Block]:
    """Return in one section what the filters leave nothing of: a heading for each would stand over nothing."""
    empty = _empty(chapters, view)
    if not empty:
        return []
    return [
        section(
            view.language.gettext("What was not found"),
            [view.language.gettext("What is missing was not found in the sources read, and may exist all the same.")],
            [items([[bold(name), f"  {one.screen.finding}"] for name, one in empty])],
        )
    ]


def _unknown(chapter: Chapter) -> Block:
    """Return what is not known, and what of it the filters narrow."""
    screen = chapter.screen
    said = [
        *([f"{screen.sentence} "] if screen.sentence else []),
        *([quiet(f"{chapter.reach}.")] if chapter.reach else []),
    ]
    return section(screen.finding, said, [items([[gap] for gap in screen.unknown], 2)])
