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
    )


def _title(links: pd.DataFrame, initiatives: pd.DataFrame, language: Language) -> str:
    scope = "strategy" if (initiatives["scope"] == "strategy").any() else "context"
    ours = links[(links["role"] == "lead") & (links["scope"] == scope)]
    led = ours.groupby("label", sort=False)["initiative_id"].nunique()
    if led.empty:
        return language.gettext("No lead is named for these initiatives")
    most, total = int(led.max()), int((initiatives["scope"] == scope).sum())
    first = language.join(led.index[led == most][:3])
    if total == 1:
        return language.gettext("{names} leads the one initiative").format(names=first)
    message = {
        ("strategy", True): language.gettext("{names} leads {most} of the {total} initiatives of the strategy"),
        ("strategy", False): language.gettext("{names} lead {most} each of the {total} initiatives of the strategy"),
        ("context", True): language.gettext("{names} leads {most} of the {total} initiatives in context"),
        ("context", False): language.gettext("{names} lead {most} each of the {total} initiatives in context"),
    }[scope, int((led == most).sum()) == 1]
    return message.format(names=first, most=most, total=total)


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
        "Actors named in one breath (“HSI and CBP”) and groups without a name stay as the sources have them, in rows of "
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
