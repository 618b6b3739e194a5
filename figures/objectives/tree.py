"""The initiatives of each objective, by kind: a treemap with one tile an initiative."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from data.queries.objectives import by_objective
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.objectives import treemap
from figures.objectives.tiling import Block
from figures.palette import Palette, Theme, mixed, palette


def figure(catalog: Catalog, initiatives: pd.DataFrame, language: Language, theme: Theme, wide: int = 862) -> Figure:
    """Return the treemap objective → kind → initiative.

    Args:
        initiatives: what `data.queries.objectives.initiatives` returns, with at least one row.
        wide: of the drawing in pixels, about; the shape of the tiles is chosen for it.
    """
    counts = by_objective(catalog, initiatives)
    counts = counts[counts["strategy"] + counts["context"] > 0]
    size = wide, min(820, 260 + 12 * len(initiatives))
    root = blocks(initiatives, catalog, language, palette(theme))
    return Figure(
        key="objectives-tree",
        title=_title(counts, catalog, language),
        text=_text(counts, initiatives, catalog, language),
        rows=_rows(initiatives, catalog, language),
        columns={
            "objective_id": language.gettext("Objective"),
            "objective": language.gettext("Heading of the objective"),
            "kind": language.gettext("Kind"),
            "name": language.gettext("Initiative"),
            "scope": language.gettext("Scope"),
            "status": language.gettext("Status as published"),
            "sources": language.gettext("Sources"),
        },
        source_ids=tuple(sources_of(catalog, "initiative_sources", "initiative_id", initiatives["initiative_id"])),
        note=language.gettext(
            "Every tile counts as one initiative: its size says nothing of money, staff or weight. A name that finds no "
            "room on its tile is on the cards below and in the table."
        ),
        drawing=treemap.html(root, size),
        picture=partial(treemap.svg, root),
        narrowed_by=("objectives", "countries"),
        chosen_by=("objectives_scope",),
    )


def _title(counts: pd.DataFrame, catalog: Catalog, language: Language) -> str:
    if len(counts) == 1:
        only = counts.iloc[0]
        return language.gettext("Objective {number}: {counted}").format(
            number=only["objective_id"], counted=_counted(only["strategy"], only["context"], language)
        )
    scope = "strategy" if counts["strategy"].any() else "context"
    most, total = int(counts[scope].max()), int(counts[scope].sum())
    short = labels.objectives(language, catalog, short=True)
    first = [short[number] for number in counts.loc[counts[scope] == most, "objective_id"]]
    message = {
        ("strategy", True): language.gettext("{names} has the most initiatives of the strategy: {most} of {total}"),
        ("strategy", False): language.gettext(
            "{names} have the most initiatives of the strategy: {most} of {total} each"
        ),
        ("context", True): language.gettext("{names} has the most initiatives in context: {most} of {total}"),
        ("context", False): language.gettext("{names} have the most initiatives in context: {most} of {total} each"),
    }[scope, len(first) == 1]
    return message.format(names=language.join(first), most=most, total=total)


def _counted(strategy: int, context: int, language: Language) -> str:
    """Say how many are shown of each scope. One that is not shown goes unsaid: it may only be filtered out."""
    message = {
        (True, True): language.gettext("{strategy} in the strategy, {context} in context"),
        (True, False): language.gettext("{strategy} in the strategy"),
        (False, True): language.gettext("{context} in context"),
        (False, False): "",
    }[bool(strategy), bool(context)]
    return message.format(strategy=language.number(strategy), context=language.number(context))


def _text(counts: pd.DataFrame, initiatives: pd.DataFrame, catalog: Catalog, language: Language) -> str:
    short = labels.objectives(language, catalog, short=True)
    by_number = [
        language.gettext("{number} {title}: {counted}").format(
            number=row.objective_id,
            title=short[row.objective_id],
            counted=_counted(row.strategy, row.context, language),
        )
        for row in counts.itertuples()
    ]
    names = labels.words(language, "kind")
    kinds = [f"{names[kind]} {number}" for kind, number in initiatives["kind"].value_counts().items()]
    return language.gettext(
        "One tile is one initiative: filled where accounts of the strategy describe it, hatched for context: related "
        "work, not shown to be in the strategy. By objective: {objectives}. By kind: {kinds}."
    ).format(objectives="; ".join(by_number), kinds=language.join(kinds))


def _rows(initiatives: pd.DataFrame, catalog: Catalog, language: Language) -> pd.DataFrame:
    worded = {column: initiatives[column].map(labels.words(language, column)) for column in ("kind", "scope", "status")}
    return initiatives.assign(
        objective=initiatives["objective_id"].map(labels.objectives(language, catalog)),
        sources=labels.sources_by(
            "initiative_sources", "initiative_id", initiatives["initiative_id"], language, catalog
        ),
        **worded,
    )


def blocks(initiatives: pd.DataFrame, catalog: Catalog, language: Language, colors: Palette) -> Block:
    """Return everything that is drawn, with the key as the heading over all."""
    short, rows = labels.objectives(language, catalog, short=True), list(initiatives.itertuples())
    objectives = []
    for number in sorted({row.objective_id for row in rows}):
        color, ours = colors.objectives[str(number)], [row for row in rows if row.objective_id == number]
        kinds = Counter(row.kind for row in ours).most_common()
        within = tuple(_kind([row for row in ours if row.kind == kind], color, language, colors) for kind, _ in kinds)
        fill = mixed(color, colors.paper, 0.2)
        objectives.append(Block(f"{number} {short[number]}", fill, colors.ink, colors.paper, bold=True, within=within))
    return Block(_key(initiatives, language), colors.paper, colors.ink, colors.paper, within=tuple(objectives))


def _key(initiatives: pd.DataFrame, language: Language) -> str:
    counts = initiatives["scope"].value_counts()
    said = {
        "strategy": language.gettext("{n} in the strategy, filled"),
        "context": language.gettext("{n} context, hatched"),
    }
    return " · ".join(message.format(n=counts[scope]) for scope, message in said.items() if scope in counts)


def _kind(rows: Sequence[Any], color: str, language: Language, colors: Palette) -> Block:
    """Return the tiles of one kind under their heading; a single one says its kind itself."""
    kind = labels.words(language, "kind")[rows[0].kind]
    if len(rows) == 1:
        return _tile(rows[0], f"{kind}: {rows[0].name}", color, colors)
    within = tuple(_tile(row, row.name, color, colors) for row in rows)
    return Block(f"{kind} {len(rows)}", mixed(color, colors.paper, 0.32), colors.ink, colors.paper, within=within)


def _tile(row: Any, label: str, color: str, colors: Palette) -> Block:
    if row.scope == "strategy":
        return Block(label, color, colors.paper, colors.paper)
    # Pale tiles need a line in their own colour: in the dark theme paper would not part them.
    pale, line = mixed(color, colors.paper, 0.06), mixed(color, colors.paper, 0.45)
    return Block(label, pale, colors.ink, line, hatched=True)
