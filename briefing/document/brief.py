"""The brief of one country on one page: what is found, five numbers, where it lies, and the weightiest rows of each kind."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from briefing.document import places
from briefing.document.brief_room import Room, moves
from briefing.document.initiatives import later
from briefing.document.parts import (
    Block,
    Text,
    bold,
    columns,
    drawing,
    items,
    joined,
    numbers,
    quiet,
    section,
    text,
)
from briefing.document.references import References
from briefing.document.rest import Rest
from briefing.document.statements import dagger, together
from data.queries import carrying, release
from data.queries.country.brief import Brief
from data.queries.flows import denying
from data.queries.objectives import Initiative
from data.queries.offices import headline
from data.queries.sources.contradictions import Contradiction
from data.queries.timeline import KEY_EVENTS
from data.selection import Selection
from figures import age, labels
from figures.country import nothing, screen, unknown
from figures.language import Language
from figures.offices import unplaced, wording
from figures.sources.contradictions import standing
from figures.view import View

WIDE = 680
"""Pixels of the map's width, half that of the page: its type of 22 of them is 7.6 points on A4."""


def is_one(selection: Selection) -> bool:
    """Return whether a selection is one country and nothing else."""
    return len(selection.countries) == 1 and selection == Selection(countries=selection.countries)


def blocks(view: View, cites: References, room: Room, address: str) -> tuple[str, list[Block]]:
    """Return the title of a country's brief, and what stands below it.

    Args:
        address: the full link to the view, from which those to its pages follow; empty where it is not served anywhere.
    """
    on = replace(view, page="country")
    (one,), begun = screen.of(on), screen.screen(on)
    language, shown = view.language, begun.figures[0]
    rest = Rest(view, address)
    # In this order sources have their numbers: those of statements first.
    moved = _statements(one, view, cites, room, rest)
    mapped = [age.said(view.catalog, shown.source_ids, language), cites.again(shown.source_ids)]
    placed = section(language.gettext("Places named by sources"), [], _places(one, on, cites), level=1)
    # Where room is short, the table beside it tells of each place when its evidence is, and the foot to when sources were read.
    drawn = drawing(shown, WIDE, room.high, mapped if shown.source_ids and not room.is_short else [])
    listed = {
        "flows": [moved],
        "points": _disagreements(one, view, cites, room),
        "initiatives": [
            _listed(
                language.gettext("Initiatives, and what came later"),
                [
                    _initiative(initiative, view, cites, room)
                    for initiative in in_order(one.initiatives[: room.initiatives])
                ],
                rest.of(len(one.initiatives) - room.initiatives, "initiatives", "objectives"),
                nothing.no_initiative(Selection(), language),
            )
        ],
        "events": [_events(one, view, cites, room, rest)],
    }
    left = [placed, *(block for kind in room.left for block in listed[kind])]
    right = [drawn, *(block for kind, blocks in listed.items() if kind not in room.left for block in blocks)]
    made = [
        text(_about(one, view), f" {nothing_more(view) if room.is_short else begun.sentence}"),
        numbers(begun.numbers),
        columns([1.09, 1], left, right),
        section(
            language.gettext("What is not known"),
            [],
            [items([[gap] for gap in unknown.gaps(one, language, view.selection.objectives)], 2)],
        ),
    ]
    return begun.finding, made


def nothing_more(view: View) -> str:
    """Return what does not follow from what is not told."""
    return view.language.gettext("What is missing was not found in the sources read, and may exist all the same.")


def _about(one: Brief, view: View) -> str:
    """Return what the brief is about: who has it in hand may never have seen the briefing."""
    language = view.language
    return language.gettext(
        "What public sources say of {country}, read for a briefing on the Strategy for Combating Illicit Opioids, which Homeland "
        "Security Investigations (HSI) released on {day}."
    ).format(
        country=labels.in_sentences(language, view.catalog)[one.country.iso3],
        day=language.date(headline(view.catalog).date),
    )


def _statements(one: Brief, view: View, cites: References, room: Room, rest: Rest) -> Block:
    """Return the statements of what moves, those that are denied first."""
    shown = moves(one, view)[: room.flows]
    told = together(shown, view, cites)
    unsaid = len(one.flows) - sum(int(ways["statements"].sum()) for ways in shown)
    return _listed(
        view.language.gettext("Statements of what moves"),
        told,
        joined(*dagger(told, view), *rest.of(unsaid, "flows", "supply_chain")),
        view.language.gettext("None found in the sources read."),
    )


def _events(one: Brief, view: View, cites: References, room: Room, rest: Rest) -> Block:
    """Return the newest events and, where not all have room, those in their place on which the strategy's story turns."""
    language, newest = view.language, one.country.events.iloc[::-1]
    shown = turning(newest, room.events)
    is_newest = list(shown["event_id"]) == list(newest["event_id"].head(len(shown)))
    return _listed(
        # From one row to the next, years may be left out: not without a word.
        language.gettext("Events") if is_newest else language.gettext("Events: the newest, and key dates"),
        [
            [
                bold(language.opening(language.date(row.date))),
                f"  {row.title}",
                cites.cite(carrying.of_event(view.catalog, row.event_id).source_ids),
            ]
            for row in shown.itertuples()
        ],
        rest.of(len(newest) - room.events, "events", "timeline"),
        nothing.no_event(Selection(), language),
    )


def turning(newest: pd.DataFrame, count: int) -> pd.DataFrame:
    """Return so many events, newest first: a half of them, where there are so many, of the dates on which the strategy turns.

    Args:
        newest: events, newest first.
    """
    key = newest[newest["event_id"].isin(KEY_EVENTS)]
    # The release itself before all that led to it or followed.
    key = key.sort_values("event_id", key=lambda ids: ids != release.EVENT, kind="stable").head(count // 2)
    others = newest[~newest["event_id"].isin(key["event_id"])].head(count - len(key))
    return newest[newest["event_id"].isin([*key["event_id"], *others["event_id"]])]


def _places(one: Brief, view: View, cites: References) -> list[Block]:
    """Return the country's places as a table."""
    shown = screen.drawn(one, view)
    if shown.rows.empty:
        return [text(_no_place(one, view.language))]
    language, below = view.language, wording.older_is_stronger(shown.rows, view.catalog, view.language)
    return [
        places.table_of(shown, view, cites, ("place", "type", "evidence_date", "grade"), is_full=False),
        text(
            quiet(
                " ".join(
                    [*(below or [wording.strength(language)]), *unplaced.newer(view.catalog, shown.rows, language)]
                )
            )
        ),
    ]


def _no_place(one: Brief, language: Language) -> str:
    if one.is_home:
        return language.gettext("The table of offices holds places abroad: HSI's own country is not in it.")
    return language.gettext("No office found in the sources read.")


def _listed(title: str, entries: Sequence[Text], below: Sequence[Block], empty: str) -> Block:
    """Return a section of entries with what is said below them, or that there is none."""
    if not entries:
        return section(title, [], [text(empty)])
    return section(title, [], [items(entries), *below])


def in_order(initiatives: Iterable[Initiative]) -> list[Initiative]:
    """Return initiatives by objective, those of the strategy first; of an objective, that of the newest later source first."""

    def newest(one: Initiative) -> str:
        return one.follow_up.latest.date if one.follow_up else ""

    ordered = sorted(initiatives, key=newest, reverse=True)
    return sorted(ordered, key=lambda one: (one.objective_id, one.scope != "strategy"))


def _initiative(one: Initiative, view: View, cites: References, room: Room) -> Text:
    """Return an initiative with its objective and what came later, or that nothing did; for context, nothing was sought."""
    language, catalog = view.language, view.catalog
    objective = (
        language.gettext("Objective {numbers}").format(numbers=one.objective_id).replace(" ", "\N{NO-BREAK SPACE}")
    )
    # What is not shown to be in the strategy stands among what is: it says so.
    scope = "" if one.scope == "strategy" else f" · {labels.words(language, 'scope')[one.scope]}"
    published = cites.cite(carrying.of_initiative(catalog, one.initiative_id).source_ids)
    head: Text = [bold(one.name), quiet(f"  {objective}{scope}"), published]
    if not one.follow_up:
        return head
    if not one.follow_up.said:
        return [*head, "  ", nothing.no_later_source(view.selection.countries[0], view)]
    if not room.later:
        newest = one.follow_up.latest
        said = language.gettext("Later source: {day}").format(day=language.date(newest.date))
        return [*head, f"  {said}", cites.cite(carrying.weighed(catalog, newest.source_ids, newest.date))]
    return [*head, "  ", *later(one.follow_up, view, cites)]


def _disagreements(one: Brief, view: View, cites: References, room: Room) -> list[Block]:
    """Return the points on which sources disagree, with what two sides say; nothing where none was found.

    Those for which there is no room are named: the file of such points is not narrowed, and would not lead to them.
    """
    found = one.disagreements
    if not found:
        return []
    entries: list[Text] = [
        [
            bold(point.title),
            quiet(f"  {standing(point, view.language)}"),
            *([f"  {_sides(point, view.language)}"] if at < room.sides else []),
            cites.cite(*carrying.of_disagreement(view.catalog, point)),
        ]
        for at, point in enumerate(found[: room.points])
    ]
    unsaid = found[room.points :]
    below = (
        [
            text(
                quiet(
                    view.language.gettext("Not told here: {points}.").format(points="; ".join(p.title for p in unsaid))
                )
            )
        ]
        if unsaid
        else []
    )
    return [_listed(view.language.gettext("What sources disagree on"), entries, below, "")]


def _sides(point: Contradiction, language: Language) -> str:
    """Return what one side says of a point, and who denies it: those that are cited."""
    denies = denying(point)
    said = next((one for one in point.readings if one.claim_id != denies.claim_id), denies)
    pattern = language.gettext("{who}: {claim}")
    return " ".join(pattern.format(who=one.attributed_to, claim=one.claim) for one in dict.fromkeys((said, denies)))
