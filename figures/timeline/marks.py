"""The marks and labels of the timeline."""

from collections.abc import Mapping, Sequence

import pandas as pd
from babel import dates

from data.queries import release
from figures.ink.lettering import wrapped
from figures.language import Language
from figures.palette import Theme, palette
from figures.timeline.dates import when
from figures.timeline.placement import DAY, HEADER, KEY_ROW, KeyLabel, Layout

N = str  # marks a message for extraction; it is translated where it is used

KEY_LABELS: Mapping[str, str] = {
    "ev-20230530-sherwood-meeting": N("{day}: López Obrador\nmeets a U.S. adviser"),
    "ev-20230531-mananera": N("{day}: López Obrador\nrejects interference"),
    release.EVENT: N("{day}: HSI releases\nthe strategy"),
    "ev-20230924-riodoce": N("{day}: Ríodoce\nprints its article"),
}
"""Key event → its label on the chart, in two lines of at most 21 letters: they must fit beside their date on a phone."""

DOT, BAR, RING = 8, 6, 18
"""Sizes in pixels: a dot's width, a bar's height, the width of the ring around the chosen event."""


HOVER = 300
"""Pixels of a line of what stands beside the pointer."""

Part = dict[str, object]
"""A trace, shape or annotation as Plotly's schema describes it. Plotly checks all of them at once when the chart is made."""

HIT = {"showlegend": False, "barmode": "overlay", "hovermode": "closest", "hoverdistance": 5}
"""How marks take a click: a dot would draw to itself every click within 20 pixels, those on a bar beside it too."""


def traces(
    layout: Layout, keys: Sequence[str], chosen: str | None, lanes: str, language: Language, theme: Theme
) -> list[Part]:
    """Return the marks: bars, dots, and a ring around the chosen event.

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
            "<br>".join([*wrapped(row.title, 14, HOVER), when(language, row.date, row.date_precision)])
            for row in marks.itertuples()
        ],
    )
    days, spans = marks[marks["date_precision"] == "day"], marks[marks["date_precision"] != "day"]
    ringed = marks[marks["event_id"] == chosen]
    return [_bars(spans, colors.paper), _dots(days, keys, colors.paper), *_ring(ringed, colors.chosen)]


def _dots(days: pd.DataFrame, keys: Sequence[str], edge: str) -> Part:
    sizes = [DOT + 3 if event_id in keys else DOT for event_id in days["event_id"]]
    return {
        "type": "scatter",
        "x": days["start"],
        "y": days["y"],
        "mode": "markers",
        "marker": {"size": sizes, "color": days["color"], "opacity": 1, "line": {"width": 1, "color": edge}},
        "cliponaxis": False,
        **_clickable(days),
    }


def _bars(spans: pd.DataFrame, edge: str) -> Part:
    return {
        "type": "bar",
        "base": spans["start"],
        # A bar on a time axis is as long as its milliseconds.
        "x": [(row.end + DAY - row.start) / pd.Timedelta(milliseconds=1) for row in spans.itertuples()],
        "y": spans["y"],
        "orientation": "h",
        "width": BAR,
        "marker": {"color": spans["color"], "opacity": 1, "line": {"width": 0, "color": edge}},
        **_clickable(spans),
    }


def _clickable(marks: pd.DataFrame) -> Part:
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


def _ring(marks: pd.DataFrame, color: str) -> list[Part]:
    """Return rings around the marks of the chosen event, one a lane; a bar's ring is a frame around it."""
    rings: list[Part] = []
    for row in marks.itertuples():
        if row.date_precision == "day":
            ring = {"size": RING, "symbol": "circle-open", "color": color, "line": {"width": 3}}
            rings.append({"x": [row.start], "y": [row.y], "mode": "markers", "marker": ring})
            continue
        left, right, up, down = row.start, row.end + DAY, row.y - BAR, row.y + BAR
        frame = {"color": color, "width": 3}
        rings.append(
            {"x": [left, right, right, left, left], "y": [up, up, down, down, up], "mode": "lines", "line": frame}
        )
    return [{"type": "scatter", "hoverinfo": "skip", **ring} for ring in rings]


def lane_heads(
    layout: Layout, names: Mapping[str, str], language: Language, theme: Theme
) -> tuple[list[Part], list[Part]]:
    """Return hairlines above the lanes, and each lane's name and count: there is no room beside them on a phone."""
    colors = palette(theme)
    lines = [
        {
            "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": lane.top, "y1": lane.top,
            "line": {"color": colors.line, "width": 1}, "layer": "below",
        }
        for lane in layout.lanes
    ]  # fmt: skip
    heads = [
        {
            "text": f"<b>{names[lane.code]}</b>  {language.ngettext('{n} event', '{n} events', lane.count)}",
            "xref": "paper", "x": 0, "xanchor": "left", "y": lane.top + 1, "yanchor": "top", "height": HEADER - 2,
            "showarrow": False, "font": {"size": 13}, "bgcolor": colors.paper, "borderpad": 0,
        }
        for lane in layout.lanes
    ]  # fmt: skip
    return lines, heads


def key_heads(
    layout: Layout, named: Sequence[KeyLabel], language: Language, theme: Theme
) -> tuple[list[Part], list[Part]]:
    """Return lines from the labels of the key events down to their marks, and the labels in rows above the lanes."""
    lowest = layout.marks.groupby("event_id")["y"].max()
    lines = [
        {
            "type": "line", "x0": label.day, "x1": label.day,
            "y0": label.row * KEY_ROW + 2, "y1": int(lowest[label.event_id]),
            "line": {"color": palette(theme).ink, "width": 1}, "layer": "below",
        }
        for label in named
    ]  # fmt: skip
    return lines, [_key_head(label, language) for label in named]


def _key_head(label: KeyLabel, language: Language) -> Part:
    day = dates.format_skeleton("MMMd", label.day, locale=language.locale)
    words = language.gettext(KEY_LABELS[label.event_id]).format(day=day)
    place = {"y": label.row * KEY_ROW + KEY_ROW // 2, "yanchor": "middle", "x": label.day}
    aside = (
        {"xanchor": "right", "xshift": -3, "align": "right"}
        if label.side == "left"
        else {"xanchor": "left", "xshift": 3, "align": "left"}
    )
    return (
        {"text": words.replace("\n", "<br>"), "showarrow": False, "borderpad": 0, "font": {"size": 13}} | place | aside
    )
