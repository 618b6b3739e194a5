"""An indicator as a figure: over time where its periods follow one another, else as a list of values or one number."""

import pandas as pd
import plotly.graph_objects as go

from data.catalog import Catalog
from data.queries.narrowing import Narrowed, sources_of
from data.queries.trends.indicators import WHOLE, Indicator, known, parts, series
from data.queries.trends.overlays import Overlay, overlay
from data.selection import Selection
from figures.figure import Figure
from figures.language import Language
from figures.palette import Palette, Theme, palette
from figures.trends import axis, event_lines, finding, marks, number, value_bars
from figures.trends import wording as words

HEIGHT = 300
"""Height of the values over time, in pixels, with the axis."""

KEY_ROW = 20
"""Height of a line of the key to the bars, which stands above everything else, in pixels."""


def figure(
    catalog: Catalog,
    selection: Selection,
    indicator_id: str,
    codes: tuple[str, ...],
    with_events: bool,
    language: Language,
    theme: Theme,
) -> Figure:
    """Return the figure of an indicator of which the years chosen leave at least one value.

    Args:
        codes: of the series of the indicator to show: one where it is drawn over time, any number where it is listed.
        with_events: whether the key events and those of the filters are laid over it, beside the strategy's release.
    """
    indicator = known(catalog)[indicator_id]
    narrowed = series(catalog, selection, indicator_id, codes)
    rows = narrowed.rows
    colors = palette(theme)
    legend, height, room, picture = "", 0, axis.ROOM, None
    over_time = indicator.is_consecutive and len(rows) > 1 and rows["end"].notna().all()
    if over_time:
        first, last = axis.window(rows)
        events = overlay(catalog, selection, with_events, first, last - axis.DAY)
        drawing, height = _over_time(indicator, rows, events, language, colors)
        legend = event_lines.key(events, language)
    elif len(rows) > 1:
        drawing, height = value_bars.chart(indicator, rows, language, colors)
        room = value_bars.ROOM
    else:
        drawing = number.html(indicator, rows, language)
        picture = number.picture(indicator, rows, language, colors)
    offered = parts(catalog, indicator_id)
    usual = codes == (offered[0].code,) and offered[0].region in WHOLE
    place = words.place(language, rows.iloc[0]) if len(offered) > 1 and len(codes) == 1 and not usual else ""
    return Figure(
        key=_key(catalog, indicator_id, codes),
        title=finding.finding(indicator, rows, place, language),
        text=finding.text(indicator, narrowed, language),
        note=indicator.caveat,
        rows=_table(indicator, narrowed, language),
        columns=columns(language),
        source_ids=tuple(sources_of(catalog, "observation_sources", "observation_id", rows["observation_id"])),
        drawing=drawing,
        height=height,
        legend=legend,
        picture=picture,
        narrowed_by=("objectives", "countries", "years") if over_time and with_events else ("years",),
        axis_room=room,
    )


def _key(catalog: Catalog, indicator_id: str, codes: tuple[str, ...]) -> str:
    """Return a name that stays: the series is told only where it is not the first or not all."""
    offered = tuple(part.code for part in parts(catalog, indicator_id))
    usual = codes in (offered[:1], offered)
    return f"trend-{indicator_id}" if usual else f"trend-{indicator_id}-{'-'.join(codes)}"


def _over_time(
    indicator: Indicator, rows: pd.DataFrame, events: Overlay, language: Language, colors: Palette
) -> tuple[go.Figure, int]:
    """Return the chart of a series over time, and its height in pixels."""
    first, last = axis.window(rows)
    plot = HEIGHT - axis.ROOM - 8
    reach = max(rows["value"].max(), 0) * 1.22 - min(rows["value"].min(), 0) * 1.16
    scale = marks.Scale(first, last - first, float(reach) or 1.0, plot)
    placed = event_lines.place(events, scale, language)
    bars = marks.bars(rows, language, colors, indicator)
    keyed = KEY_ROW * sum(bool(bar["showlegend"]) for bar in bars)
    above = keyed + event_lines.rows_of(placed) * event_lines.ROW + (4 if placed else 0)
    lines, heads = event_lines.drawn(placed, plot + above, keyed, colors)
    chart = go.Figure(
        data=bars,
        layout={
            "barmode": "overlay",
            "shapes": lines,
            "annotations": [
                *heads,
                *marks.labels(rows, indicator, scale, language, colors),
                *marks.gaps(rows, indicator, scale, language, colors),
            ],
            "legend": {
                "orientation": "v", "x": 0, "xanchor": "left", "y": 1, "yanchor": "top", "font": {"size": 12},
                "itemclick": False, "itemdoubleclick": False, "bgcolor": colors.paper, "tracegroupgap": 0,
            },
            "xaxis": axis.time(indicator, rows, language, max(event_lines.air(placed, scale), marks.air(rows, scale, language))),
            "yaxis": axis.values(rows, language, plot / (plot + above)),
        },
    )  # fmt: skip
    return chart, HEIGHT + above


def _table(indicator: Indicator, narrowed: Narrowed, language: Language) -> pd.DataFrame:
    rows = narrowed.rows
    listed = list(rows.itertuples())
    return rows.assign(
        when=[words.period(language, row, indicator.period_type) for row in listed],
        stated=[words.value(language, row, indicator.unit, exact=True) for row in listed],
        number=rows["value"],
        unit=words.unit(language, indicator.unit),
        standing=[words.standing(language, row.status) for row in listed],
        covers=[language.gettext("part of a year") if row.partial else "" for row in listed],
        indicator=indicator.title,
    )


def columns(language: Language) -> dict[str, str]:
    """Return the columns of a figure's table."""
    return {
        "when": language.gettext("Period"),
        "stated": language.gettext("Value as stated"),
        "number": language.gettext("Number"),
        "unit": language.gettext("Unit"),
        "standing": language.gettext("Standing"),
        "covers": language.gettext("Covers only"),
        "region": language.gettext("Region"),
        "component": language.gettext("Component"),
        "period_start": language.gettext("First day"),
        "period_end": language.gettext("Last day"),
        "note": language.gettext("Note"),
        "indicator": language.gettext("Indicator"),
        "observation_id": language.gettext("Code"),
    }
