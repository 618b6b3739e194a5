"""A series over time as a Plotly chart: the marks of `figures.trends.chart`, and nothing that Plotly does by itself anyway."""

from typing import Any

from figures.charts.template import Finished, as_written, template
from figures.language import Language
from figures.palette import Palette, Theme, mixed, palette
from figures.trends.bars import Bar, Look, paint
from figures.trends.chart import EDGE, Chart
from figures.trends.event_lines import Placed
from figures.trends.labels import Words

Piece = dict[str, Any]
"""A trace, shape or annotation as Plotly's schema describes it."""

MOMENT = "%Y-%m-%d %H:%M"

HALO = 2
"""Pixels around a number that no line crosses."""


def plotly(chart: Chart, theme: Theme, language: Language) -> Finished:
    """Return the chart. Its margins are those of `chart.scale`: what is placed in pixels stands where it was placed."""
    colors, scale, room = palette(theme), chart.scale, chart.room
    shapes, heads = _events(chart, colors)
    return Finished(
        data=[
            _trace([bar for bar in chart.bars if bar.look == look], look, chart.part, colors, language)
            for look in dict.fromkeys(bar.look for bar in chart.bars)
        ],
        layout={
            "template": template(theme),
            "barmode": "overlay",
            "showlegend": False,
            "height": room.height,
            "margin": {
                "l": round(scale.left),
                "r": EDGE,
                "t": round(scale.top),
                "b": round(room.height - scale.bottom),
                "autoexpand": False,
            },
            "font": {"size": room.size},
            "shapes": shapes,
            "annotations": [*heads, *(_words(one, chart, colors) for one in chart.words)],
            "xaxis": {
                "type": "date",
                "range": [scale.first.strftime(MOMENT), scale.last.strftime(MOMENT)],
                "tickvals": [tick.day.strftime("%Y-%m-%d") for tick in chart.ticks],
                "ticktext": [tick.words for tick in chart.ticks],
                "tickangle": 0,
                "tickfont": {"size": room.size},
                "ticklabeloverflow": "allow",
            },
            "yaxis": {
                "range": [round(scale.low, 4), round(scale.high, 4)],
                "tickvals": [step.value for step in chart.steps],
                "ticktext": [as_written(step.words) for step in chart.steps],
                "tickfont": {"size": room.size},
                "showgrid": True,
                "zeroline": True,
                "zerolinecolor": colors.quiet,
            },
        },
    )


def _trace(bars: list[Bar], look: Look, part: str, colors: Palette, language: Language) -> Piece:
    """Return the bars of one look; what is only a part of a month names itself, and what all parts come to."""
    told = [[*map(as_written, (bar.period, bar.stated, bar.whole)[: 3 if part else 2])] for bar in bars]
    template = "%{customdata[0]}: %{customdata[1]}"
    if part:
        added = language.gettext("all parts added by us: {value}").format(value="%{customdata[2]}")
        only = language.gettext("{part} only").format(part=as_written(part))
        template += f"<br>{only}<br>{added}"
    return {
        "type": "bar",
        "x": [(bar.first + (bar.last - bar.first) / 2).strftime(MOMENT) for bar in bars],
        "y": [bar.value for bar in bars],
        "width": [round((bar.last - bar.first).total_seconds() * 1000) for bar in bars],
        "marker": _marker(look, colors),
        "customdata": told,
        "hovertemplate": template + "<extra></extra>",
    }


def _marker(look: Look, colors: Palette) -> Piece:
    painted = paint(look, colors)
    marker: Piece = {"color": painted.ground, "line": {"color": painted.edge, "width": painted.edge_width}}
    if painted.pattern:
        marker["pattern"] = {
            "shape": painted.pattern,
            "bgcolor": painted.ground,
            "fgcolor": painted.line,
            "size": 7,
            "solidity": 0.3,
        }
    return marker


def _words(one: Words, chart: Chart, colors: Palette) -> Piece:
    piece: Piece = {
        "x": one.day.strftime(MOMENT),
        "y": one.value,
        # With a space, so that what is copied or read aloud is not run together.
        "text": " <br>".join(map(as_written, one.lines)),
        "xanchor": "center" if one.centred else "left",
        "yanchor": "bottom" if one.above else "top",
    }
    if not one.quiet:
        piece["borderpad"] = HALO
    if not one.centred:
        piece["align"] = "left"
    if one.turned:
        piece["textangle"] = -90
    if one.quiet:
        piece["font"] = {"color": colors.quiet}
    return piece


def _events(chart: Chart, colors: Palette) -> tuple[list[Piece], list[Piece]]:
    """Return the lines of events, or bands as wide as what is known of their time, and what stands above them."""
    scale, size = chart.scale, chart.room.size

    def up(pixels: float) -> float:
        """Pixels above the plot, as Plotly counts them: in plots."""
        return round(1 + pixels / scale.height, 4)

    lines: list[Piece] = []
    heads: list[Piece] = []
    for event in chart.events:
        start, at = event.start.strftime(MOMENT), scale.day(event.at).strftime(MOMENT)
        # Behind the bars: dark on dark a line would only blur them, and run through their numbers.
        pen = {"yref": "paper", "layer": "below", "line": {"color": colors.ink, "width": 1}}
        if event.is_band:
            grey = mixed(colors.ink, colors.paper, 0.5)
            band = {"x0": start, "x1": event.end.strftime(MOMENT), "y0": 0, "y1": 1, "fillcolor": grey, "opacity": 0.3}
            lines.append({"type": "rect", "yref": "paper", "layer": "below", "line": {"width": 0}, **band})
        else:
            top = 1 if event.number else up(size * 1.2)
            lines.append({**pen, "type": "line", "x0": start, "x1": start, "y0": 0, "y1": top})
        if event.number and at != start:
            lines.append({**pen, "type": "line", "x0": start, "x1": at, "y0": 1, "y1": up(size * 0.4)})
        heads.append(_head(event, at, up(size * 0.35)))
    return lines, heads


def _head(event: Placed, at: str, up: float) -> Piece:
    return {
        "x": at,
        "y": up,
        "yref": "paper",
        "text": f"<b>{as_written(event.words)}</b>" if event.number else as_written(event.words),
        "xanchor": {"start": "left", "middle": "center", "end": "right"}[event.anchor],
        "yanchor": "bottom",
    }
