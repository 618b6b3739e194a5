"""Initiatives: under their objectives, and what became of them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from briefing.document.parts import Block, Part, Text, beside, bold, drawing, items, quiet, section, table, text
from briefing.document.references import References
from briefing.document.rest import Rest
from briefing.story import Chapter
from data.queries import carrying, release
from data.queries.follow_up import FollowUp
from data.queries.objectives import Initiative, in_full
from data.queries.objectives import initiatives as described
from figures import age, labels, screens
from figures.objectives import listing, promises, strip
from figures.objectives.evidence import dated
from figures.palette import LIGHT
from figures.view import View

FULL = 20
"""Initiatives up to so many are told with what each is; of more, their names are."""

WIDE = 1150
"""Pixels of the drawing of evidence: its smallest type is 18 of them high, 7.6 points on A4."""


def objectives(view: View, chapters: Sequence[Chapter], cites: References) -> list[Block]:
    """Return the objectives with their initiatives, under a heading of their own where there are several."""
    kicker = labels.words(view.language, "page")["objectives"]
    known = {
        one.name: in_full(view.catalog, described(view.catalog, one.view.selection).rows, one.view.selection)
        for one in chapters
    }
    is_full = sum(map(len, known.values())) <= FULL
    several = len(chapters) > 1
    told = [
        section(
            one.screen.finding,
            [one.screen.sentence] if one.screen.sentence else [],
            _initiatives(known[one.name], one.view, cites, is_full),
            "" if several else kicker,
            level=2 if several else 1,
            color=LIGHT.objectives[str(one.view.selection.objectives[0])] if known[one.name] else "",
        )
        for one in chapters
    ]
    if not several:
        return told
    begun = screens.of(replace(view, page="objectives"))
    return [section(begun.finding, [begun.sentence], [], kicker) | {"sticky": True}, *told]


def evidence(chapter: Chapter, cites: References, most: int | None, rest: Rest) -> Block:
    """Return what became of initiatives: by objective as a drawing, and the latest evidence of each in words.

    Args:
        most: rows at most, the newest first; all of them, where it says nothing.
    """
    view, screen = chapter.view, chapter.screen
    language, figure = view.language, screen.figures[0]
    titles = listing.columns(language)
    ours = [
        (one, one.follow_up)
        for one in in_full(view.catalog, described(view.catalog, view.selection, "strategy").rows, view.selection)
        if one.follow_up
    ]
    told = sorted((pair for pair in ours if pair[1].latest.date), key=lambda pair: pair[1].latest.date, reverse=True)
    missing = [one for one, found in ours if not found.latest.date]
    rows: list[list[Text]] = [
        [[one.name], [language.opening(language.date(found.latest.date))], later(found, view, cites, is_dated=True)]
        for one, found in told[:most]
    ]
    # What came last stands in the table below: the drawing does not say it, too.
    low = replace(figure, picture=partial(strip.svg, figure.rows, language, LIGHT))
    shown = [
        drawing(
            low,
            WIDE,
            0,
            [
                f"{promises.rule(language)} ",
                age.said(view.catalog, figure.source_ids, language, figure.is_sought),
                cites.again(figure.source_ids),
            ],
        ),
        *(
            [table([titles[name] for name in ("initiative", "evidence_date", "evidence")], [1.4, 0.75, 3.6], rows)]
            if rows
            else []
        ),
        *rest.of(len(told) - len(rows), "initiative_followup", "objectives"),
    ]
    if missing:
        without = language.ngettext("{n} without a later source", "{n} without a later source", len(missing))
        shown.append(text(bold(f"{without}: "), "; ".join(one.name for one in missing), "."))
    return section(
        screen.finding,
        beside(screen.sentence, figure.narrowed_by, view),
        shown,
        language.gettext("From promise to evidence"),
    )


def later(found: FollowUp, view: View, cites: References, is_dated: bool = False) -> Text:
    """Return what either side says since, each with its day and its sources, and how far that goes.

    Args:
        is_dated: whether the day stands beside it already, where one side alone says something.
    """
    language, parts = view.language, list[Part]()
    for one in found.said:
        parts += [
            "  " if parts else "",
            one.what if is_dated and len(found.said) == 1 else dated(one, language),
            cites.cite(carrying.weighed(view.catalog, one.source_ids, one.date)),
        ]
    return [*parts, quiet(f"  {found.note}")] if found.note else parts


def _initiatives(known: Sequence[Initiative], view: View, cites: References, is_full: bool) -> list[Block]:
    """Return the initiatives of an objective, those of the strategy first."""
    scopes = labels.words(view.language, "scope")
    strategy, context = ([one for one in known if one.scope == scope] for scope in ("strategy", "context"))
    if is_full:
        return [
            block
            for scope, ours in (("strategy", strategy), ("context", context))
            if ours
            for block in (
                text(bold(scopes[scope])),
                items([_in_full(one, view, cites) for one in ours]),
            )
        ]
    listed = items([_named(one, view, cites) for one in strategy], 2) if strategy else None
    related: Text = [part for one in context for part in (one.name, _cited(one, view, cites), "; ")][:-1]
    return [
        *([listed] if listed else []),
        *([text(bold(f"{scopes['context']}: "), *related, ".")] if context else []),
    ]


def _named(one: Initiative, view: View, cites: References) -> Text:
    return [one.name, quiet(_status(one, view)), _cited(one, view, cites)]


def _in_full(one: Initiative, view: View, cites: References) -> Text:
    return [
        bold(one.name),
        quiet(f"{_status(one, view)}. "),
        one.summary,
        cites.cite(*carrying.of_initiative(view.catalog, one.initiative_id)),
    ]


def _cited(one: Initiative, view: View, cites: References) -> Part:
    """Return the source of the status, where no more than that is told."""
    return cites.cite(carrying.of_initiative(view.catalog, one.initiative_id).source_ids)


def _status(one: Initiative, view: View) -> str:
    """Return the status as published, after a comma; its day only where it is not that of the release, which the paper is about.

    Of context, a status that nothing dates says so: it would be read as today's.
    """
    day = carrying.status_day(view.catalog, one.initiative_id)
    told = labels.status(one.status, "" if day == release.DAY else day, view.language, within=True)
    if one.scope == "context" and not day:
        told = view.language.gettext("{status} (undated)").format(status=told)
    return f", {told}"
