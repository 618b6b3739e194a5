"""Which organisations lead and join the initiatives of each objective."""

import pandas as pd

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from data.queries.objectives import actors, cells
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.objectives import matrix
from figures.palette import Theme

MOST_NAMED = 3

DRAWN = 25
"""Most rows drawn; the table holds all."""


def figure(catalog: Catalog, initiatives: pd.DataFrame, language: Language, theme: Theme) -> Figure:
    """Return the matrix of organisations by objective, told apart by lead and partner.

    Args:
        initiatives: what `data.queries.objectives.initiatives` returns, with at least one row.
    """
    links = actors(catalog, initiatives)
    counted = cells(links, "actor", "role")
    shown = matrix.fullest(counted, DRAWN)
    names = links.drop_duplicates("actor").set_index("actor")["label"]
    return Figure(
        key="objectives-organisations",
        title=_title(links, initiatives, language),
        text=_text(counted, shown, names, language),
        rows=_rows(counted, links, catalog, language),
        columns={
            "organisation": language.gettext("Organisation, or actor as the sources name it"),
            "objective_id": language.gettext("Objective"),
            "objective": language.gettext("Heading of the objective"),
            "role": language.gettext("Role"),
            "initiatives": language.gettext("Initiatives"),
            "strategy": language.gettext("In the strategy"),
            "context": language.gettext("Context"),
            "total": language.gettext("Initiatives in all, each once"),
        },
        source_ids=tuple(sources_of(catalog, "initiative_sources", "initiative_id", initiatives["initiative_id"])),
        note=_note(initiatives, language),
        drawing=matrix.drawing(
            counted,
            shown,
            names,
            {
                "lead": matrix.Mark(
                    language.pgettext("letter for lead", "L"), language.pgettext("key", "leads"), filled=True
                ),
                "partner": matrix.Mark(
                    language.pgettext("letter for partner", "P"), language.pgettext("key", "takes part"), filled=False
                ),
            },
            labels.objectives(language, catalog, short=True),
            theme,
        ),
        height=matrix.height(len(shown)),
        axis_room=8,
        narrowed_by=("objectives", "countries"),
        chosen_by=("objectives_scope",),
    )


def _title(links: pd.DataFrame, initiatives: pd.DataFrame, language: Language) -> str:
    """Return who leads most. A unit counts for its agency, and the title says so."""
    scope = "strategy" if (initiatives["scope"] == "strategy").any() else "context"
    ours = links[(links["role"] == "lead") & (links["scope"] == scope)]
    led = ours.groupby("agency", sort=False)["initiative_id"].nunique()
    if led.empty:
        return language.gettext("No lead is named for these initiatives")
    most, total = int(led.max()), int((initiatives["scope"] == scope).sum())
    first = list(led.index[led == most])
    theirs = ours[ours["agency"].isin(first)]
    units = (theirs["actor"] != theirs["agency"]).any() and len(first) == 1
    names = links.drop_duplicates("actor").set_index("actor")["label"]
    # Three names at most: of more that lead alike, the table has the others.
    named = language.join(names.get(code, code) for code in first[:MOST_NAMED])
    if units:
        named = language.gettext("{agency} or a unit of it").format(agency=named)
    _ = language.gettext
    whole = total == 1, most == total
    plural = len(first) > 1 or _is_several(first[0])
    message = {
        ((True, True), False): (_("{names} leads the only initiative"),) * 2,
        ((True, True), True): (_("{names} lead the only initiative"),) * 2,
        ((False, True), False): (
            _("{names} leads or co-leads all {total} initiatives of the strategy"),
            _("{names} leads or co-leads all {total} initiatives in context"),
        ),
        ((False, True), True): (
            _("{names} lead all {total} initiatives of the strategy"),
            _("{names} lead all {total} initiatives in context"),
        ),
        ((False, False), False): (
            _("{names} leads {most} of {total} initiatives of the strategy"),
            _("{names} leads {most} of {total} initiatives in context"),
        ),
        ((False, False), True): (
            _("{names} lead {most} each of {total} initiatives of the strategy"),
            _("{names} lead {most} each of {total} initiatives in context"),
        ),
    }[whole, plural][("strategy", "context").index(scope)]
    return language.opening(message.format(names=named, most=language.number(most), total=language.number(total)))


def _is_several(name: str) -> bool:
    """Say whether a lead that is no organisation of the table is several bodies: "Mexico and the United States"."""
    return " and " in name


def _text(counted: pd.DataFrame, shown: list[str], names: pd.Series, language: Language) -> str:
    rows = counted.drop_duplicates("row")
    top = [f"{names[row]} {total}" for row, total in zip(rows["row"][:5], rows["total"][:5], strict=True)]
    parts = [
        language.gettext(
            "A square with L counts the initiatives an organisation leads, a ring with P those it takes part in. Most "
            "often named, each initiative counted once: {top}."
        ).format(top=language.join(top))
    ]
    left = rows[~rows["row"].isin(shown)]
    if len(left) and left["total"].max() == 1:
        parts.append(
            language.ngettext(
                "{n} more, in one initiative, is in the table only.",
                "{n} more, in one initiative each, are in the table only.",
                len(left),
            )
        )
    elif len(left):
        parts.append(language.ngettext("{n} more is in the table only.", "{n} more are in the table only.", len(left)))
    return " ".join(parts)


def _note(initiatives: pd.DataFrame, language: Language) -> str:
    as_named = language.gettext(
        "Actors named in one breath (“Mexico and the United States”) and groups without a name stay as the sources have them, in rows of "
        "their own."
    )
    both = language.gettext(
        "Counts hold initiatives of the strategy and of context together; the table has them apart, and the choice of "
        "scope above shows one alone."
    )
    return f"{both} {as_named}" if initiatives["scope"].nunique() > 1 else as_named


def _rows(counted: pd.DataFrame, links: pd.DataFrame, catalog: Catalog, language: Language) -> pd.DataFrame:
    full = links.drop_duplicates("actor").set_index("actor")["organisation"]
    return counted.assign(
        organisation=counted["row"].map(full),
        objective=counted["objective_id"].map(labels.objectives(language, catalog)),
        role=counted["mark"].map(labels.words(language, "role")),
    )
