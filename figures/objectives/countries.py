"""Which countries the initiatives of each objective name."""

from collections.abc import Sequence

import pandas as pd

from data.collation import collated
from data.queries.narrowing import sources_of
from data.queries.objectives import cells, countries
from data.queries.records.address import address
from figures import labels, narrowing
from figures.figure import Figure
from figures.language import Language
from figures.objectives import numbers
from figures.objectives.markup import record
from figures.objectives.numbers import Link, Row, each_once, grouped
from figures.objectives.scope import apart, is_whole, rows_counted
from figures.view import View

NAMED = 3
"""Countries that a title names; of more it says how many they are."""


def figure(view: View, initiatives: pd.DataFrame) -> Figure:
    """Return the table of countries.

    Args:
        initiatives: what `data.queries.objectives.initiatives` returns, with at least one row.
    """
    catalog, language = view.catalog, view.language
    scope, ours = rows_counted(initiatives)
    found = countries(catalog, ours)
    links, counted = list(found.itertuples(index=False)), cells(found, "iso3", "scope")
    names = labels.countries(language, catalog)
    return Figure(
        key="objectives-countries",
        title=(title := _title(view, links, scope, len(ours))),
        text=_text(view, counted),
        rows=counted.assign(
            iso3=counted["row"],
            record=[address("country", code) for code in counted["row"]],
            country=counted["row"].map(names),
            objective=counted["objective_id"].map(labels.objectives(language, catalog)),
            scope=counted["mark"].map(labels.words(language, "scope")),
        ),
        columns={
            "country": language.gettext("Country"),
            "objective_id": language.gettext("Objective"),
            "objective": language.gettext("Heading of the objective"),
            "scope": language.gettext("Scope"),
            "initiatives": language.gettext("Initiatives"),
            "total": language.gettext("Initiatives in all, each once"),
            "row": language.gettext("Country code"),
        },
        source_ids=tuple(sources_of(catalog, "initiative_sources", "initiative_id", ours["initiative_id"])),
        note=_note(view, links, initiatives, len(ours)),
        drawing=_drawing(view, links, title),
        narrowed_by=("objectives", "countries"),
        chosen_by=("objectives_scope",),
        search=narrowing.scope(view),
    )


def _drawing(view: View, links: Sequence[Link], title: str) -> str | None:
    if not links:
        return None
    _, names = view.language.gettext, labels.countries(view.language, view.catalog)
    rows = [
        Row(record(view, "country", iso3, names[iso3]), (each_once(group),), numbers.under(group))
        for iso3, group in sorted(sorted(grouped(links, "iso3").items()), key=lambda one: collated(names[one[0]]))
    ]
    rows.sort(key=lambda row: -row.totals[0])
    long = len(rows) > numbers.ROWS
    left = [row.name for row in rows if long and row.totals[0] == 1]
    shown = [row for row in rows if row.name not in left]
    heads, objectives = (_("Country"), _("Initiatives")), sorted(numbers.under(links))
    drawn = numbers.table(view, heads, shown, objectives, title) if shown else ""
    if not left:
        return drawn
    once_named = _("Each is named by one: {names}.").format(names="; ".join(left))
    return f'{drawn}<p class="named-once">{once_named}</p>'


def _title(view: View, links: Sequence[Link], scope: str, total: int) -> str:
    language, names = view.language, labels.in_sentences(view.language, view.catalog)
    tally = {iso3: each_once(ours) for iso3, ours in grouped(links, "iso3").items()}
    if not tally:
        return language.gettext("None of these initiatives names a country")
    most = max(tally.values())
    first = [iso3 for iso3, count in tally.items() if count == most]
    named = (
        language.join(names[code] for code in first)
        if len(first) <= NAMED
        else language.ngettext("{n} country", "{n} countries", len(first))
    )
    if total == 1:
        return language.gettext("This one initiative names {countries}").format(countries=named)
    what = scope if is_whole(view.catalog, scope, total) else "some"
    _ = language.gettext
    message = {
        "strategy": (
            _("{most} of {total} initiatives of the strategy name {countries}"),
            _("{most} of {total} initiatives of the strategy name each of {countries}"),
            _("All {total} initiatives of the strategy name {countries}"),
        ),
        "context": (
            _("{most} of {total} initiatives in context name {countries}"),
            _("{most} of {total} initiatives in context name each of {countries}"),
            _("All {total} initiatives in context name {countries}"),
        ),
        "some": (
            _("{most} of these {total} initiatives name {countries}"),
            _("{most} of these {total} initiatives name each of {countries}"),
            _("Both of these initiatives name {countries}")
            if total == 2
            else _("All {total} of these initiatives name {countries}"),
        ),
    }[what][2 if most == total else len(first) > 1]
    return message.format(countries=named, most=language.number(most), total=language.number(total))


def _text(view: View, counted: pd.DataFrame) -> str:
    language, names = view.language, labels.in_sentences(view.language, view.catalog)
    if counted.empty:
        return language.gettext("There is nothing to count: these initiatives name no country.")
    totals = dict(zip(counted["row"], counted["total"], strict=True))
    if len(counts := set(totals.values())) == 1:
        return _all_alike([names[row] for row in totals], counts.pop(), language)
    top = [f"{names[row]} {language.number(total)}" for row, total in totals.items()]
    listed = numbers.first(top, list(totals.values()), language)
    return language.gettext("Most often named, each initiative counted once: {top}.").format(top=language.join(listed))


def _all_alike(names: list[str], count: int, language: Language) -> str:
    """Say that no country is named more often than another; of many, how many they are."""
    if len(names) == 1:
        return language.ngettext(
            "{n} initiative names {country}.", "{n} initiatives name {country}.", count, country=names[0]
        )
    said = (
        language.join(names)
        if len(names) <= numbers.FIRST
        else language.ngettext("{n} country", "{n} countries", len(names))
    )
    return language.ngettext(
        "All are named alike: {n} initiative names each of {countries}.",
        "All are named alike: {n} initiatives name each of {countries}.",
        count,
        countries=said,
    )


def _note(view: View, links: Sequence[Link], initiatives: pd.DataFrame, total: int) -> str:
    none = total - each_once(links)
    parts = [apart(initiatives, view.language)]
    if none:
        parts.append(view.language.ngettext("{n} of them names no country.", "{n} of them name no country.", none))
    parts.append(view.language.gettext("One that names several countries is counted for each."))
    return " ".join(parts)
