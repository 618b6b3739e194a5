"""Published totals of offices over time: unjoined points, since they count different things."""

import pandas as pd
import plotly.graph_objects as go

from data.catalog import Catalog
from data.queries.narrowing import sources_of
from data.queries.offices import Headline, dated
from figures import labels
from figures.figure import Figure
from figures.language import Language
from figures.palette import Theme, palette

SYMBOLS = {
    "offices_abroad": "circle",
    "attache_offices": "square",
    "offices_besides_liaisons": "diamond",
    "attache_and_sub_offices": "triangle-up",
    "analyst_count": "x",
}
"""What a total counts → its mark; each also has its colour."""

HEIGHT = 470
MONTHS_APART, OFFICES_APART = 22, 9
"""Two numbers nearer than this would be written over each other on a phone."""


def figure(
    totals: pd.DataFrame,
    reported: Headline,
    catalog: Catalog,
    language: Language,
    theme: Theme,
    narrowed_by: tuple[str, ...] = (),
) -> Figure:
    """Return the totals by date.

    Args:
        totals: published totals of offices, as `data.queries.offices.reported_totals` gives them; at least one is dated.
        reported: the total of the strategy, named in the chart where it is among them.
        narrowed_by: the filters that narrow the totals on this page: `years`, or none.
    """
    rows = _rows(totals, language)
    points = dated(rows)
    low, high = points["value"].min(), points["value"].max()
    return Figure(
        key="offices-reported-totals",
        title=_title(len(points), int(low), int(high), language),
        text=_text(rows, points, reported, language),
        rows=rows,
        columns={
            "day": language.gettext("Date"),
            "stated": language.gettext("Offices"),
            "countries": language.gettext("Countries"),
            "counted": language.gettext("What it counts"),
            "date_note": language.gettext("Note on the date"),
            "note": language.gettext("Note"),
        },
        source_ids=_sources(catalog, rows, reported),
        note=language.gettext(
            "The points are not joined: they come from different bodies and count different things, so they are not one "
            "series."
        )
        + " "
        + (
            language.gettext("Undated totals are left aside where years are chosen.")
            if narrowed_by
            else language.gettext("No filter narrows them.")
        ),
        drawing=_chart(points, reported, language, theme),
        height=HEIGHT,
        narrowed_by=narrowed_by,
    )


def _title(points: int, low: int, high: int, language: Language) -> str:
    if points == 1:
        return language.gettext("One published total: {n} offices").format(n=language.number(low))
    if low == high:
        return language.gettext("{points} published totals, each of {n} offices").format(
            points=language.number(points), n=language.number(low)
        )
    return language.gettext(
        "Published totals run from {low} to {high} offices, and they count different things"
    ).format(low=language.number(low), high=language.number(high))


def _rows(totals: pd.DataFrame, language: Language) -> pd.DataFrame:
    qualified = {"exact": "{n}", "over": language.gettext("over {n}"), "about": language.gettext("about {n}")}
    stated = [
        "" if pd.isna(value) else qualified[qualifier].format(n=language.number(int(value)))
        for value, qualifier in zip(totals["value"], totals["qualifier"], strict=True)
    ]
    return totals.assign(
        stated=stated,
        day=[language.date(date) for date in totals["date"]],
        counted=totals["counts"].map(labels.words(language, "counts")),
    )


def _sources(catalog: Catalog, rows: pd.DataFrame, reported: Headline) -> tuple[str, ...]:
    others = sources_of(catalog, "reported_total_sources", "total_id", rows["total_id"])
    ours = reported.source_ids if (rows["date"] == reported.date).any() else ()
    return tuple(dict.fromkeys([*ours, *others]))


def _text(rows: pd.DataFrame, points: pd.DataFrame, reported: Headline, language: Language) -> str:
    groups = ", ".join(
        f"{name}: {language.number(int(n))}" for name, n in points["counted"].value_counts(sort=True).items()
    )
    newest = points.sort_values("start", kind="stable").iloc[-1]  # a total of "2026" may be older than one of February
    sentences = [
        language.gettext("{points} on the chart, by what they count: {groups}.").format(
            points=language.ngettext("{n} dated total", "{n} dated totals", len(points)), groups=groups
        ),
        *_strategy(points, reported, language),
        language.gettext("The newest dated total is {stated}, {newest}.").format(
            stated=newest["stated"], newest=newest["day"]
        ),
        language.gettext("A line through a mark spans the month or year that its source gives."),
    ]
    undated = rows[(rows["date"] == "") & rows["value"].notna()]
    if len(undated):
        left = language.ngettext("{n} undated total", "{n} undated totals", len(undated))
        sentences.append(
            language.gettext("Not on the chart, but in the table: {undated} ({values}).").format(
                undated=left, values=language.join(undated["stated"])
            )
        )
    if len(only := rows[rows["value"].isna()]):
        sentences.append(
            language.ngettext(
                "{n} source gives a number of countries and none of offices.",
                "{n} sources give a number of countries and none of offices.",
                len(only),
            )
        )
    return " ".join(sentences)


def _strategy(points: pd.DataFrame, reported: Headline, language: Language) -> list[str]:
    """Say what the strategy's total is, where the years chosen keep it."""
    if not (points["date"] == reported.date).any():
        return []
    return [
        language.gettext("The strategy's total is {offices}, on {day}.").format(
            offices=language.number(reported.offices), day=language.date(reported.date)
        )
    ]


def _chart(points: pd.DataFrame, reported: Headline, language: Language, theme: Theme) -> go.Figure:
    colors = palette(theme)
    chart = go.Figure()
    placed = points.assign(middle=points["start"] + (points["end"] - points["start"]) / 2)
    placed = placed.assign(written=_written(placed, reported))
    for at, (code, symbol) in enumerate(SYMBOLS.items()):
        rows = placed[placed["counts"] == code]
        if rows.empty:
            continue
        half = (rows["end"] - rows["start"]).dt.total_seconds() * 500  # milliseconds, half of the span
        chart.add_scatter(
            x=rows["middle"],
            y=rows["value"],
            name=rows["counted"].iloc[0],
            mode="markers+text",
            marker={
                "symbol": symbol,
                "size": 11,
                "color": colors.series[at],
                "line": {"width": 1, "color": colors.paper},
            },
            error_x={"type": "data", "array": half, "thickness": 2, "width": 3, "color": colors.series[at]},
            text=rows["stated"].where(rows["written"], ""),
            textposition=["bottom center" if about else "top center" for about in rows["qualifier"] == "about"],
            textfont={"size": 14, "color": colors.series[at]},
            customdata=rows[["day", "stated"]],
            hovertemplate="%{customdata[0]}: %{customdata[1]}<extra>%{fullData.name}</extra>",
            cliponaxis=False,
        )
    if (points["date"] == reported.date).any():
        chart.add_annotation(
            x=reported.date,
            y=reported.offices,
            text=f"<b>{language.gettext('{n}, the strategy').format(n=language.number(reported.offices))}</b>",
            showarrow=False,
            xanchor="right",
            xshift=-12,
            font={"size": 15, "color": colors.ink},
        )
    # The corner that the years before 2015 leave free holds the key, on a phone too.
    chart.update_layout(
        legend={
            "orientation": "v",
            "x": 0,
            "y": 1.0,
            "xanchor": "left",
            "yanchor": "top",
            "bgcolor": colors.paper,
            "itemclick": False,
            "itemdoubleclick": False,
            "font": {"size": 14},
        },
        xaxis={"range": ["2000-03-01", "2029-06-01"], "dtick": "M60", "tickformat": "%Y", "tick0": "2005-01-01"},
        yaxis={"range": [0, 132], "tickvals": [0, 25, 50, 75, 100], "showgrid": True},
    )
    return chart


def _written(points: pd.DataFrame, reported: Headline) -> list[bool]:
    """Say which points have room for their number: the extremes and the newest first, then any that stand free."""
    value = points["value"].astype(int)
    rank = (
        (points["qualifier"] != "exact") * 4
        + value.isin([value.min(), value.max()]) * 2
        + points["counts"].eq("analyst_count")
    )
    months = points["middle"].dt.year * 12 + points["middle"].dt.month
    strategy = points.index[(points["date"] == reported.date)]
    kept: list[int] = list(strategy)
    for at in rank.sort_values(ascending=False, kind="stable").index:
        free = all(
            abs(months[at] - months[other]) >= MONTHS_APART or abs(value[at] - value[other]) >= OFFICES_APART
            for other in kept
        )
        near = (months - months[at]).abs() < MONTHS_APART
        covered = (near & (value - value[at]).between(1, OFFICES_APART)).any()
        free = free and not covered
        if free or rank[at] >= 4:
            kept.append(at)
    return [at in kept and at not in strategy for at in points.index]
