"""The briefing paper: the story in a few pages, for whatever is selected."""

from dataclasses import replace

from briefing.document import dates, initiatives, places
from briefing.document.parts import Block, Text, bold, drawing, items, numbers, section
from briefing.document.references import USUAL, References
from briefing.story import Chapter, story
from data.queries.flows import disputed, flows, said_by
from data.queries.offices import headline
from figures import age, labels, screens
from figures.figure import Figure
from figures.flows import listing
from figures.view import View

PAGES = 6
"""Pages of a paper at most."""

BOX = (1280, 490)
"""Pixels of the map of what moves: its smallest type, that of the key, is 19.8 of them high, 7.6 points on A4."""


def blocks(view: View, cites: References) -> tuple[str, list[Block]]:
    """Return the title of a view's paper, and what stands below it."""
    chapters = {one.name: one for one in story(view)}
    strategy = chapters["strategy"].screen
    found = [
        numbers(strategy.numbers),
        _summary(view, chapters, cites),
        places.on_map(chapters["offices"], cites),
        _unknown(chapters["unknown"]),
        *initiatives.objectives(view, [one for name, one in chapters.items() if name.startswith("objective")], cites),
        *(initiatives.evidence(one, cites) for one in [chapters.get("evidence")] if one),
        *(dates.release(one, cites) for one in [chapters.get("dates")] if one),
        *places.in_rows(chapters["offices"], cites),
        _supply(chapters["supply"], cites),
        *(dates.later(one, cites) for one in [chapters.get("later")] if one),
    ]
    return strategy.finding, found


def references(view: View, cites: References) -> Block:
    """Return the references, and what of a row's sources is not among them."""
    language = view.language
    limits = (
        language.ngettext(
            "Of the sources of a row, at most {n} is cited here; the data names all of them.",
            "Of the sources of a row, at most {n} are cited here; the data names all of them.",
            cites.most,
        )
        if cites.left
        else ""
    )
    # Of an English paper, that goes without saying.
    usual = language.gettext("A source is in English where no language is named.") if language.code != USUAL else ""
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
    return [*found, age.said(view.catalog, figure.source_ids, view.language), cites.again(figure.source_ids)]


def _summary(view: View, chapters: dict[str, Chapter], cites: References) -> Block:
    """Return the strategy in a paragraph, and what each part of the paper finds."""
    pages, language = labels.words(view.language, "page"), view.language
    total = cites.cite(headline(view.catalog).source_ids)
    told = [
        (pages["offices"], chapters["offices"].screen.finding),
        (pages["objectives"], screens.of(replace(view, page="objectives")).finding),
        *((pages["timeline"], one.screen.finding) for one in [chapters.get("dates")] if one),
        (pages["supply_chain"], chapters["supply"].screen.finding),
        *(
            (language.gettext("From promise to evidence"), one.screen.finding)
            for one in [chapters.get("evidence")]
            if one
        ),
    ]
    return section(
        language.gettext("Summary"),
        [chapters["strategy"].screen.sentence, total],
        [items([[bold(name), f"  {finding}"] for name, finding in told])],
    )


def _supply(chapter: Chapter, cites: References) -> Block:
    """Return the map of what is said to move, and each statement in words."""
    view, screen = chapter.view, chapter.screen
    rows = flows(view.catalog, view.selection).rows
    cited, against = said_by(view.catalog, rows), disputed(view.catalog, rows)
    told: list[Text] = [
        [f"{words}{listing.DENIED if flow in against else ''}", cites.cite(cited[flow])]
        for flow, words in zip(
            rows["flow_id"], listing.sentences(rows, view.catalog, view.language) if len(rows) else [], strict=True
        )
    ]
    drawn = [drawing(one, *BOX, caption(one, view, cites, screen.says_first)) for one in screen.figures if one.picture]
    return section(
        screen.finding,
        [screen.sentence],
        [*drawn[:1], *([items(told, 3)] if told else [])],
        labels.words(view.language, "page")["supply_chain"],
    )


def _unknown(chapter: Chapter) -> Block:
    screen = chapter.screen
    return section(screen.finding, [screen.sentence], [items([[gap] for gap in screen.unknown], 2)])
