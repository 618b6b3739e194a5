"""The marks and labels of the timeline."""

import textwrap
from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go
from babel import dates

from figures.event_words import when
from figures.language import Language
from figures.palette import Theme, palette
from figures.timeline_layout import DAY, HEADER, KEY_ROW, KeyLabel, Layout

N = str  # marks a message for extraction; it is translated where it is used

KEY_LABELS: Mapping[str, str] = {
    "ev-20230530-sherwood-meeting": N("{day}: López Obrador\nmeets a U.S. adviser"),
    "ev-20230531-mananera": N("{day}: López Obrador\nrejects interference"),
    "ev-20230919-strategy": N("{day}: HSI releases\nthe strategy"),
    "ev-20230924-riodoce": N("{day}: Ríodoce\nprints its article"),
}
"""Key event → its label on the chart, in two lines of at most 21 letters: they must fit beside their date on a phone."""

DOT, BAR, RING = 8, 6, 18
"""Sizes in pixels: a dot's width, a bar's height, the width of the ring around the chosen event."""


def chart(
    layout: Layout, keys: Sequence[str], chosen: str | None, lanes: str, language: Language, theme: Theme
) -> go.Figure:
    """Return the chart with its marks: leader lines, bars, dots, and a ring around the chosen event.

    Args:
        layout: where the marks lie.
        keys: ids of the key events among them, oldest first.
        chosen: id of the event to ring.
        lanes: `category` or `objective`.
    """
    colors = palette(theme)
    marks = layout.marks
    fill = marks["lane"].map(
        lambda lane: colors.objectives.get(lane, colors.quiet) if lanes == "objective" else colors.quiet
    )
    marks = marks.assign(
        color=fill.mask(marks["event_id"].isin(keys), colors.ink),
        hover=[
            "<br>".join([*textwrap.wrap(row.title, 44), when(language, row.date, row.date_precision)])
            for row in marks.itertuples()
        ],
    )
    days, spans = marks[marks["date_precision"] == "day"], marks[marks["date_precision"] != "day"]
    ringed = marks[marks["event_id"] == chosen]
    drawn = go.Figure()
    drawn.add_trace(_bars(spans, spans["color"], 0, colors.paper))
    drawn.add_trace(_dots(days, keys, colors.paper))
    for trace in _ring(ringed, colors.chosen):
        drawn.add_trace(trace)
    # A dot would draw to itself every click within 20 pixels, those on a bar beside it too.
    drawn.update_layout(showlegend=False, barmode="overlay", hovermode="closest", hoverdistance=5)
    return drawn


def _dots(days: pd.DataFrame, keys: Sequence[str], edge: str) -> go.Scatter:
    sizes = [DOT + 3 if event_id in keys else DOT for event_id in days["event_id"]]
    return go.Scatter(
        x=days["start"],
        y=days["y"],
        mode="markers",
        marker={"size": sizes, "color": days["color"], "opacity": 1, "line": {"width": 1, "color": edge}},
        cliponaxis=False,
        **_clickable(days),
    )


def _bars(spans: pd.DataFrame, color: object, line: int, edge: str) -> go.Bar:
    return go.Bar(
        base=spans["start"],
        # A bar on a time axis is as long as its milliseconds.
        x=[(row.end + DAY - row.start) / pd.Timedelta(milliseconds=1) for row in spans.itertuples()],
        y=spans["y"],
        orientation="h",
        width=BAR,
        marker={"color": color, "opacity": 1, "line": {"width": line, "color": edge}},
        **_clickable(spans),
    )


def _clickable(marks: pd.DataFrame) -> dict[str, object]:
    """Return what makes marks tell their event to a click.

    A mark that was clicked stays as it is: the ring is drawn from the link.
    """
    same = {"marker": {"opacity": 1}}
    return {
        "customdata": [[event_id] for event_id in marks["event_id"]],
        "hovertext": marks["hover"],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": same,
        "unselected": same,
    }


def _ring(marks: pd.DataFrame, color: str) -> list[go.Scatter]:
    """Return rings around the marks of the chosen event, one a lane; a bar's ring is a frame around it."""
    traces = []
    for row in marks.itertuples():
        if row.date_precision == "day":
            ring = {"size": RING, "symbol": "circle-open", "color": color, "line": {"width": 3}}
            traces.append(go.Scatter(x=[row.start], y=[row.y], mode="markers", marker=ring, hoverinfo="skip"))
            continue
        left, right, up, down = row.start, row.end + DAY, row.y - BAR, row.y + BAR
        frame = {"color": color, "width": 3}
        traces.append(
            go.Scatter(
                x=[left, right, right, left, left],
                y=[up, up, down, down, up],
                mode="lines",
                line=frame,
                hoverinfo="skip",
            )
        )
    return traces


def name_lanes(chart: go.Figure, layout: Layout, names: Mapping[str, str], language: Language, theme: Theme) -> None:
    """Write each lane's name and count above its marks, over a hairline: there is no room beside them on a phone."""
    colors = palette(theme)
    for lane in layout.lanes:
        count = language.ngettext("{n} event", "{n} events", lane.count)
        chart.add_shape(
            type="line",
            xref="paper",
            x0=0,
            x1=1,
            y0=lane.top,
            y1=lane.top,
            line={"color": colors.line, "width": 1},
            layer="below",
        )
        chart.add_annotation(
            text=f"<b>{names[lane.code]}</b>  {count}",
            xref="paper",
            x=0,
            xanchor="left",
            y=lane.top + 1,
            yanchor="top",
            height=HEADER - 2,
            showarrow=False,
            font={"size": 13},
            bgcolor=colors.paper,
            borderpad=0,
        )


def name_keys(chart: go.Figure, layout: Layout, named: Sequence[KeyLabel], language: Language, theme: Theme) -> None:
    """Write the key events' labels in their rows above the lanes, each with a line down to its marks."""
    ink = palette(theme).ink
    lowest = layout.marks.groupby("event_id")["y"].max()
    for label in named:
        on_left = label.side == "left"
        top = label.row * KEY_ROW
        chart.add_shape(
            type="line",
            x0=label.day,
            x1=label.day,
            y0=top + 2,
            y1=int(lowest[label.event_id]),
            line={"color": ink, "width": 1},
            layer="below",
        )
        chart.add_annotation(
            text=language.gettext(KEY_LABELS[label.event_id])
            .format(day=dates.format_skeleton("MMMd", label.day, locale=language.locale))
            .replace("\n", "<br>"),
            x=label.day,
            xanchor="right" if on_left else "left",
            xshift=-3 if on_left else 3,
            align="right" if on_left else "left",
            y=top + KEY_ROW // 2,
            yanchor="middle",
            showarrow=False,
            borderpad=0,
            font={"size": 13},
        )
