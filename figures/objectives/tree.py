"""The initiatives of each objective, by kind: a treemap with one tile an initiative."""

import textwrap
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from data.queries.objectives import by_objective
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.objectives.tiling import Tile, tiles
from figures.palette import Palette, Theme, mixed, palette

WIDTH = 862
"""Pixels that the page gives the drawing on a laptop of 1366; labels are broken for it."""

RATIOS = (1.0, 1.2, 1.4, 1.618, 1.9, 2.3, 2.8, 3.5)
"""Shapes of tile to try: the one in which the most names can be read is drawn."""

FONT = 12
LETTER, LINE = 6.3, 15.6
"""Pixels that a letter and a line of the labels take, on average and with some room."""

HEAD, EDGE = 22, 2
ROOT = "all"


@dataclass(frozen=True)
class Node:
    """A block of the treemap. Leaves weigh 1; `hatched` ones are context."""

    name: str
    parent: str
    label: str
    color: str
    ink: str
    line: str
    leaf: bool = False
    hatched: bool = False


def figure(catalog: Catalog, initiatives: pd.DataFrame, language: Language, theme: Theme) -> Figure:
    """Return the treemap objective → kind → initiative.

    Args:
        initiatives: what `data.queries.objectives.initiatives` returns, with at least one row.
    """
    counts = by_objective(catalog, initiatives)
    counts = counts[counts["strategy"] + counts["context"] > 0]
    height = min(820, 260 + 12 * len(initiatives))
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
        },
        source_ids=tuple(sources_of(catalog, "initiative_sources", "initiative_id", initiatives["initiative_id"])),
        note=language.gettext(
            "Every tile counts as one initiative: its size says nothing of money, staff or weight. A name that finds no "
            "room on its tile is on the cards below and in the table."
        ),
        drawing=_drawing(_nodes(initiatives, catalog, language, palette(theme)), height, palette(theme)),
        height=height,
        axis_room=4,
        narrowed_by=("objectives", "countries"),
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
    return initiatives.assign(objective=initiatives["objective_id"].map(labels.objectives(language, catalog)), **worded)


def _nodes(initiatives: pd.DataFrame, catalog: Catalog, language: Language, colors: Palette) -> list[Node]:
    nodes = [Node(ROOT, "", _key(initiatives, language), colors.paper, colors.ink, colors.paper)]
    short = labels.objectives(language, catalog, short=True)
    rows = list(initiatives.itertuples())
    for number in sorted({row.objective_id for row in rows}):
        color = colors.objectives[str(number)]
        heading = f"<b>{number} {short[number]}</b>"
        nodes.append(Node(f"{number}", ROOT, heading, mixed(color, colors.paper, 0.2), colors.ink, colors.paper))
        ours = [row for row in rows if row.objective_id == number]
        for kind, _count in Counter(row.kind for row in ours).most_common():
            nodes += _of_kind([row for row in ours if row.kind == kind], f"{number}", color, language, colors)
    return nodes


def _key(initiatives: pd.DataFrame, language: Language) -> str:
    counts = initiatives["scope"].value_counts()
    said = {
        "strategy": language.gettext("{n} in the strategy, filled"),
        "context": language.gettext("{n} context, hatched"),
    }
    return " · ".join(message.format(n=counts[scope]) for scope, message in said.items() if scope in counts)


def _of_kind(rows: Sequence[Any], parent: str, color: str, language: Language, colors: Palette) -> list[Node]:
    """Return the tiles of one kind under their heading; a single one says its kind itself."""
    kind = labels.words(language, "kind")[rows[0].kind]
    alone = len(rows) == 1
    nodes = []
    if not alone:
        group = f"{parent}-{rows[0].kind}"
        fill = mixed(color, colors.paper, 0.32)
        nodes.append(Node(group, parent, f"{kind} {len(rows)}", fill, colors.ink, colors.paper))
        parent = group
    for row in rows:
        label = f"{kind}: {row.name}" if alone else row.name
        context = row.scope == "context"
        fill, ink = (mixed(color, colors.paper, 0.06), colors.ink) if context else (color, colors.paper)
        # Pale tiles need a line in their own colour: in the dark theme paper would not part them.
        line = mixed(color, colors.paper, 0.45) if context else colors.paper
        nodes.append(Node(row.initiative_id, parent, label, fill, ink, line, leaf=True, hatched=context))
    return nodes


def _drawing(nodes: list[Node], height: int, colors: Palette) -> go.Figure:
    children: dict[str, list[str]] = {node.parent: [] for node in nodes if node.parent}
    for node in nodes[1:]:
        children[node.parent].append(node.name)
    leaves = [node for node in nodes if node.leaf]
    layouts = {ratio: tiles(children, ROOT, Tile(0, 0, WIDTH, height), HEAD, EDGE, ratio) for ratio in RATIOS}
    ratio = max(RATIOS, key=lambda tried: sum(_fits(node.label, layouts[tried][node.name]) for node in leaves))
    placed = layouts[ratio]
    hatches = [mixed(colors.ink, node.color, 0.16) for node in nodes]
    return go.Figure(
        {
            "type": "treemap",
            "ids": [node.name for node in nodes],
            "parents": [node.parent for node in nodes],
            "labels": [
                "<br>".join(_lines(node.label, placed[node.name])) if node.leaf else node.label for node in nodes
            ],
            "values": [int(node.leaf) for node in nodes],
            "marker": {
                "colors": [node.color for node in nodes],
                "line": {"color": [node.line for node in nodes], "width": 1},
                "pad": {"t": HEAD, "l": EDGE, "r": EDGE, "b": EDGE},
                "pattern": {
                    "shape": ["/" if node.hatched else "" for node in nodes],
                    "fillmode": "replace",
                    "bgcolor": [node.color for node in nodes],
                    "fgcolor": hatches,
                    "solidity": 0.12,
                    "size": 9,
                },
            },
            "textfont": {"color": [node.ink for node in nodes], "size": FONT},
            "textinfo": "label",
            "textposition": "middle center",
            "hoverinfo": "label",
            "sort": False,
            "tiling": {"packing": "squarify", "squarifyratio": ratio, "pad": 2},
            "pathbar": {"visible": False},
        },
        # On a phone a name that does not fit is left out rather than shrunk: the blocks, their kinds and counts stay.
        layout={"uniformtext": {"minsize": FONT - 1, "mode": "hide"}},
    )


def _lines(label: str, tile: Tile) -> tuple[str, ...]:
    """Break a label: as narrow as leaves it half of the tile's height, so that it also fits a tile turned upright."""
    widest = max(8, int((tile.width - 8) / LETTER))
    longest = min(widest, max(map(len, label.split())))
    widths = range(longest, widest + 1)
    # A wider label never has more lines: the narrowest that is low enough can be searched by halves.
    at = bisect_left(widths, True, key=lambda width: len(_wrapped(label, width)) * LINE <= tile.height / 2)
    return _wrapped(label, widths[at] if at < len(widths) else widest)


@lru_cache(maxsize=8192)
def _wrapped(label: str, width: int) -> tuple[str, ...]:
    return tuple(textwrap.wrap(label, width, break_long_words=False))


def _fits(label: str, tile: Tile) -> bool:
    lines = _lines(label, tile)
    return max(map(len, lines)) * LETTER <= tile.width - 8 and len(lines) * LINE <= tile.height - 8
