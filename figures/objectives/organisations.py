"""Which organisations lead and join the initiatives of each objective, ranked by how many they lead."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from data.queries.narrowing import sources_of
from data.queries.objectives import actors, cells
from data.queries.records.address import address
from figures import labels, narrowing
from figures.figure import Figure
from figures.ink.fold import fold
from figures.language import Language
from figures.objectives import leads, numbers
from figures.objectives.markup import record
from figures.objectives.numbers import Link, Row, each_once, grouped
from figures.objectives.scope import apart, rows_counted
from figures.room import on_phone
from figures.view import View

FEW = 4
"""Rows from which a phone folds those that lead none."""


def figure(view: View, initiatives: pd.DataFrame) -> Figure:
    """Return the table of organisations.

    Args:
        initiatives: what `data.queries.objectives.initiatives` returns, with at least one row.
    """
    catalog, language = view.catalog, view.language
    _scope, ours = rows_counted(initiatives)
    found = actors(catalog, ours)
    links = list(found.itertuples(index=False))
    rows = _ranked(view, links)
    # Of a long list, those that join a single initiative are named below the table.
    long = len(rows) > numbers.ROWS
    shown = [row for row in rows if not long or row.is_part or row.totals[0] or row.totals[1] > 1]
    left = [row.name for row in rows if row not in shown]
    return Figure(
        key="objectives-organisations",
        title=(title := leads.title(view, initiatives)),
        text=_text(view, links),
        rows=_rows(view, found),
        columns={
            "organisation": language.gettext("Organisation, or actor as the sources name it"),
            "objective_id": language.gettext("Objective"),
            "objective": language.gettext("Heading of the objective"),
            "role": language.gettext("Role"),
            "initiatives": language.gettext("Initiatives"),
            "total": language.gettext("Initiatives in all, each once"),
        },
        source_ids=tuple(sources_of(catalog, "initiative_sources", "initiative_id", ours["initiative_id"])),
        note=_note(view, initiatives),
        drawing=_drawing(view, shown, left, links, title),
        narrowed_by=("objectives", "countries"),
        chosen_by=("objectives_scope",),
        search=narrowing.scope(view),
    )


def _drawing(view: View, shown: Sequence[Row], left: Sequence[str], links: Sequence[Link], title: str) -> str:
    _ = view.language.gettext
    heads = (_("Organisation"), _("Leads"), _("Takes part"))
    drawn = _tables(view, heads, shown, sorted(numbers.under(links)), title)
    if not left:
        return drawn
    message = _("Each takes part in one: {names}.")
    return f'{drawn}<p class="named-once">{message.format(names="; ".join(left))}</p>'


def _tables(view: View, heads: Sequence[str], shown: Sequence[Row], objectives: Sequence[int], title: str) -> str:
    """Return the table; on a phone those that lead none are in one of their own, which opens."""
    # Who leads most comes first, and a unit stands below its agency.
    first = next((at for at, row in enumerate(shown) if not row.is_part and not row.totals[0]), len(shown))
    leading, joining = shown[:first], shown[first:]
    if not on_phone(view) or not leading or len(joining) < FEW:
        return numbers.table(view, heads, shown, objectives, title)
    words = view.language.ngettext("{n} that leads none", "{n} that lead none", len(joining))
    return numbers.table(view, heads, leading, objectives, title) + fold(
        words, numbers.table(view, heads, joining, objectives, words)
    )


def _ranked(view: View, links: Sequence[Link]) -> list[Row]:
    """Return a row an agency, who leads most first; below one that has units, a row for each of them."""
    rows = []
    for group in sorted(grouped(links, "agency").values(), key=_rank):
        bodies = sorted(grouped(group, "actor").values(), key=_rank)
        if len(bodies) == 1 and bodies[0][0].actor == bodies[0][0].agency:
            rows.append(_row(bodies[0], _name(view, bodies[0])))
            continue
        rows.append(_row(group, _of_agency(view, group[0].agency)))
        rows += [_row(body, _name(view, body), is_part=True) for body in bodies]
    return rows


def _rank(group: Sequence[Link]) -> tuple[int, int, str]:
    led, joined = _totals(group)
    return -led, -joined, group[0].label.casefold()


def _row(group: Sequence[Link], name: str, is_part: bool = False) -> Row:
    return Row(name, _totals(group), numbers.under(group), is_part)


def _totals(group: Sequence[Link]) -> tuple[int, int]:
    """Return how many initiatives are led and how many joined, each once."""
    led, joined = (each_once(one for one in group if one.role == role) for role in ("lead", "partner"))
    return led, joined


def _name(view: View, group: Sequence[Link]) -> str:
    one = group[0]
    if not one.org_id:
        return escape(view.language.opening(one.label))
    whole = (
        "" if one.organisation == one.label else f" <small>{escape(labels.full(one.organisation, one.label))}</small>"
    )
    return record(view, "organisation", one.org_id, one.label) + whole


def _of_agency(view: View, agency: str) -> str:
    short, full = (view.catalog.names("organisations", "org_id", name)[agency] for name in ("abbreviation", "name"))
    return escape(view.language.gettext("{agency} or a unit of it").format(agency=short or full))


def _text(view: View, links: Sequence[Link]) -> str:
    language = view.language
    said = []
    for role, message in (
        ("lead", language.gettext("Leads: {counted}.")),
        ("partner", language.gettext("Take part most often: {counted}.")),
    ):
        by_label = grouped((one for one in links if one.role == role), "label")
        tally = sorted(((label, each_once(ours)) for label, ours in by_label.items()), key=lambda one: -one[1])
        if role == "partner" and len({count for _label, count in tally}) == 1:
            said.append(_all_alike(tally, language))
        elif tally:
            # Some bodies are named in one breath, with commas and an "and" of their own.
            counted = [f"{label} {language.number(count)}" for label, count in tally]
            listed = numbers.first(counted, [count for _label, count in tally], language)
            said.append(message.format(counted="; ".join(listed)))
    return " ".join(said)


def _all_alike(tally: Sequence[tuple[str, int]], language: Language) -> str:
    """Say that none takes part more often than another: the first by name, and how many others."""
    names, counts = [label for label, _count in tally], [count for _label, count in tally]
    if len(tally) == 1:
        return language.ngettext(
            "Takes part in {n} initiative: {name}.", "Takes part in {n} initiatives: {name}.", counts[0], name=names[0]
        )
    return language.ngettext(
        "Take part in {n} initiative each: {names}.",
        "Take part in {n} initiatives each: {names}.",
        counts[0],
        names="; ".join(numbers.first(names, counts, language)),
    )


def _note(view: View, initiatives: pd.DataFrame) -> str:
    as_named = view.language.gettext(
        "Actors named in one breath (“Mexico and the United States”) and groups without a name stay as the sources have them, in rows of "
        "their own."
    )
    return f"{apart(initiatives, view.language)} {as_named}"


def _rows(view: View, links: pd.DataFrame) -> pd.DataFrame:
    counted = cells(links, "actor", "role")
    named = links.drop_duplicates("actor").set_index("actor")
    return counted.assign(
        organisation=counted["row"].map(named["organisation"]),
        record=[address("organisation", code) if code else "" for code in counted["row"].map(named["org_id"])],
        objective=counted["objective_id"].map(labels.objectives(view.language, view.catalog)),
        role=counted["mark"].map(labels.words(view.language, "role")),
    )
