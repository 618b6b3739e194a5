"""How many initiatives act on each commodity, as far as their own wording names it; strategy and context apart."""

import pandas as pd
import plotly.graph_objects as go

from data.catalog import Catalog
from data.queries.flows import COMMODITIES
from data.queries.narrowing import sources_of
from data.queries.objectives import SCOPES
from figures import labels
from figures.charts.template import TOOLS
from figures.figure import Figure
from figures.language import Language
from figures.palette import Palette, Theme, mixed, palette

KEY = "supply-initiatives"

BAR, ROOM = 46, 16
"""Height of a bar with its share of space, and of what stands above and below all bars, in pixels."""

LEGEND = 22
"""Pixels above the bars for the second line of the key, which a phone needs; the first stands beside the tools."""


def figure(ties: pd.DataFrame, catalog: Catalog, language: Language, theme: Theme) -> Figure:
    """Return the initiatives by commodity.

    Args:
        ties: what `data.queries.flows.acting` gives as rows, with at least one.
    """
    counts = by_commodity(ties)
    return Figure(
        key=KEY,
        title=_title(counts, language),
        text=_text(counts, ties, catalog, language),
        rows=_rows(ties, catalog, language),
        columns={
            "what_moves": language.gettext("What moves"),
            "name": language.gettext("Initiative"),
            "scope_is": language.gettext("Scope"),
            "objective_id": language.gettext("Objective"),
            "objective": language.gettext("Heading of the objective"),
            "status_is": language.gettext("Status as published"),
            "basis": language.gettext("Words of the initiative that name it"),
            "how": language.gettext("How the tie was made"),
            "initiative_id": language.gettext("Code"),
        },
        source_ids=tuple(sources_of(catalog, "initiative_sources", "initiative_id", ties["initiative_id"])),
        note=language.gettext(
            "Inferred from the wording: no source ties initiatives to commodities. An initiative is counted where its name or "
            "summary, as this briefing has it, names a precursor, fentanyl or an opioid, a weapon, a firearm or a gun, cash, "
            "currency or laundering, and for each that it names. Words such as drugs, financial crime or cryptocurrency do not count."
        ),
        drawing=_chart(counts, language, palette(theme)),
        height=BAR * len(counts) + LEGEND + ROOM,
        axis_room=8,
        narrowed_by=("objectives", "countries"),
        chosen_by=("supply_commodity",),
    )


def by_commodity(ties: pd.DataFrame) -> pd.DataFrame:
    """Return how many initiatives each commodity has: columns strategy, context, both, indexed by commodity, in order."""
    counted = ties.groupby(["commodity", "scope"]).size().unstack(fill_value=0).reindex(columns=SCOPES, fill_value=0)
    ordered = counted.reindex([code for code in COMMODITIES if code in counted.index])
    return ordered.assign(both=ordered.sum(axis=1)).rename_axis(columns=None)


def _title(counts: pd.DataFrame, language: Language) -> str:
    words = labels.words(language, "commodity")
    ordered = counts.sort_values("both", ascending=False, kind="stable")["both"]
    listed = [f"{words[code]} {language.number(int(n))}" for code, n in ordered.items()]
    return language.gettext("Initiatives whose wording names it: {commodities}").format(
        commodities=language.join(listed)
    )


def _text(counts: pd.DataFrame, ties: pd.DataFrame, catalog: Catalog, language: Language) -> str:
    words = labels.words(language, "commodity")
    # What there is none of is not said.
    patterns = {
        (True, True): language.gettext("{commodity}: {strategy} in the strategy, {context} of context."),
        (True, False): language.gettext("{commodity}: {strategy} in the strategy."),
        (False, True): language.gettext("{commodity}: {context} of context."),
    }
    parts = [
        patterns[row.strategy > 0, row.context > 0].format(
            commodity=words[str(row.Index)],
            strategy=language.number(int(row.strategy)),
            context=language.number(int(row.context)),
        )
        for row in counts.itertuples()
    ]
    several = int((ties["initiative_id"].value_counts() > 1).sum())
    if several:
        parts.append(
            language.ngettext(
                "{n} initiative names more than one of them and counts under each.",
                "{n} initiatives name more than one of them and count under each.",
                several,
            )
        )
    others = len(catalog["initiatives"]) - catalog["initiative_commodities"]["initiative_id"].nunique()
    parts.append(
        language.ngettext(
            "Of all initiatives, {n} names none of these and is left aside.",
            "Of all initiatives, {n} name none of these and are left aside.",
            others,
        )
    )
    return " ".join(parts)


def _rows(ties: pd.DataFrame, catalog: Catalog, language: Language) -> pd.DataFrame:
    return ties.assign(
        what_moves=ties["commodity"].map(labels.words(language, "commodity")),
        scope_is=ties["scope"].map(labels.words(language, "scope")),
        status_is=ties["status"].map(labels.words(language, "status")),
        objective=ties["objective_id"].map(labels.objectives(language, catalog)),
        how=language.gettext("Inferred from the wording"),
    )


def _chart(counts: pd.DataFrame, language: Language, colors: Palette) -> go.Figure:
    words, scopes = labels.words(language, "commodity"), labels.words(language, "scope")
    names = [words[code] for code in counts.index]
    looks = {
        "strategy": {"color": colors.ink, "pattern": {"shape": ""}},
        "context": {
            "color": colors.paper,
            "line": {"color": colors.quiet, "width": 1},
            "pattern": {"shape": "/", "fgcolor": mixed(colors.quiet, colors.paper, 0.4), "size": 7, "solidity": 0.2},
        },
    }
    letters = {
        "strategy": language.pgettext("letter for strategy", "S"),
        "context": language.pgettext("letter for context", "C"),
    }
    bars = BAR * len(counts)
    return go.Figure(
        data=[
            {
                "type": "bar",
                "orientation": "h",
                "name": f"{letters[scope]}: {scopes[scope]}",
                "y": names,
                "x": counts[scope].tolist(),
                "text": [f"{letters[scope]} {n}" if n else "" for n in counts[scope]],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "textfont": {"color": colors.paper if scope == "strategy" else colors.ink, "size": 14},
                "marker": looks[scope],
                "hovertemplate": "%{y}: %{x}<extra>" + scopes[scope] + "</extra>",
            }
            for scope in SCOPES
        ],
        layout={
            "barmode": "stack",
            "bargap": 0.28,
            "xaxis": {"visible": False, "fixedrange": True},
            "yaxis": {
                "autorange": "reversed",
                "domain": [0, bars / (bars + LEGEND)],
                "fixedrange": True,
                "tickfont": {"color": colors.ink, "size": 15},
            },
            "legend": {"traceorder": "normal", "yanchor": "top", "y": 1 + TOOLS / (bars + LEGEND)},
        },
    )
