"""Which countries the initiatives of each objective name."""

from collections.abc import Mapping

import pandas as pd

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from data.queries.objectives import cells, countries
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.objectives import matrix
from figures.palette import Theme

NAMED = 3
"""Countries that a title names; of more it says how many they are."""

DRAWN = 12
"""Most rows drawn: a long tail of countries with one initiative each is named in words."""


def figure(catalog: Catalog, initiatives: pd.DataFrame, language: Language, theme: Theme) -> Figure:
    """Return the matrix of countries by objective, with the strategy and context apart.

    Args:
        initiatives: what `data.queries.objectives.initiatives` returns, with at least one row.
    """
    links = countries(catalog, initiatives)
    counted = cells(links, "iso3", "scope")
    shown = matrix.fullest(counted, DRAWN)
    names, in_sentences = labels.countries(language, catalog), labels.in_sentences(language, catalog)
    scopes = labels.words(language, "scope")
    return Figure(
        key="objectives-countries",
        title=_title(links, initiatives, in_sentences, language),
        text=_text(counted, shown, in_sentences, language),
        rows=counted.assign(
            country=counted["row"].map(names),
            objective=counted["objective_id"].map(labels.objectives(language, catalog)),
            scope=counted["mark"].map(scopes),
        ),
        columns={
            "row": language.gettext("Country code"),
            "country": language.gettext("Country"),
            "objective_id": language.gettext("Objective"),
            "objective": language.gettext("Heading of the objective"),
            "scope": language.gettext("Scope"),
            "initiatives": language.gettext("Initiatives"),
            "total": language.gettext("Initiatives in all, each once"),
        },
        source_ids=tuple(sources_of(catalog, "initiative_sources", "initiative_id", initiatives["initiative_id"])),
        note=_note(links, initiatives, language),
        drawing=matrix.drawing(
            counted,
            shown,
            names,
            {
                "strategy": matrix.Mark(
                    language.pgettext("letter for strategy", "S"), language.pgettext("key", "strategy"), filled=True
                ),
                "context": matrix.Mark(
                    language.pgettext("letter for context", "C"), language.pgettext("key", "context"), filled=False
                ),
            },
            labels.objectives(language, catalog, short=True),
            theme,
        )
        if shown
        else None,
        height=matrix.height(len(shown)),
        axis_room=8,
        narrowed_by=("objectives", "countries"),
        chosen_by=("objectives_scope",),
    )


def _title(links: pd.DataFrame, initiatives: pd.DataFrame, names: Mapping[str, str], language: Language) -> str:
    scope = "strategy" if (links["scope"] == "strategy").any() else "context"
    tally = links[links["scope"] == scope].groupby("iso3", sort=False)["initiative_id"].nunique()
    if tally.empty:
        return language.gettext("None of these initiatives names a country")
    most, total = int(tally.max()), int((initiatives["scope"] == scope).sum())
    first = list(tally.index[tally == most])
    named = (
        language.join(names[code] for code in first)
        if len(first) <= NAMED
        else language.ngettext("{n} country", "{n} countries", len(first))
    )
    if total == 1:
        return language.gettext("The only initiative names {countries}").format(countries=named)
    if most == total:
        message = {
            "strategy": language.gettext("All {total} initiatives of the strategy name {countries}"),
            "context": language.gettext("All {total} initiatives in context name {countries}"),
        }[scope]
    elif len(first) == 1:
        message = {
            "strategy": language.gettext("{most} of {total} initiatives of the strategy name {countries}"),
            "context": language.gettext("{most} of {total} initiatives in context name {countries}"),
        }[scope]
    else:
        message = {
            "strategy": language.gettext("{most} of {total} initiatives of the strategy name each of {countries}"),
            "context": language.gettext("{most} of {total} initiatives in context name each of {countries}"),
        }[scope]
    return message.format(countries=named, most=language.number(most), total=language.number(total))


def _text(counted: pd.DataFrame, shown: list[str], names: Mapping[str, str], language: Language) -> str:
    if not shown:
        return language.gettext("There is nothing to draw: these initiatives name no country.")
    rows = counted.drop_duplicates("row").set_index("row")["total"]
    top = [f"{names[row]} {rows[row]}" for row in rows.index[:3]]
    parts = [
        language.gettext(
            "A square with S counts initiatives in the strategy that name the country, a ring with C those of context. "
            "Most often named, each initiative counted once: {top}."
        ).format(top=language.join(top))
    ]
    left = [names[row] for row in rows.index if row not in shown]
    if left:
        parts.append(language.gettext("In the table only: {countries}.").format(countries=language.join(sorted(left))))
    return " ".join(parts)


def _note(links: pd.DataFrame, initiatives: pd.DataFrame, language: Language) -> str:
    none = len(initiatives) - links["initiative_id"].nunique()
    kept_apart = language.ngettext(
        "{n} initiative names no country and is not counted here.",
        "{n} initiatives name no country and are not counted here.",
        none,
    )
    once = language.gettext("An initiative that names several countries is counted for each.")
    return " ".join([kept_apart, once] if none else [once])
