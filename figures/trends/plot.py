"""An indicator as a figure: over time where its periods follow one another, else as a list of values or as numbers."""

from collections.abc import Mapping
from functools import partial

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.narrowing import sources_of
from data.queries.trends.indicators import Indicator, known, last, parts, series
from data.queries.trends.overlays import Overlay, overlay
from data.queries.trends.whole import Whole, in_parts, wholes
from data.selection import Selection
from figures.figure import Drawing, Figure
from figures.ink import legend, marks
from figures.ink.legend import Sample
from figures.ink.picture import SMALL, Draw
from figures.language import Language
from figures.palette import Palette, Theme, palette
from figures.trends import bars, chart, event_lines, listed, numbers, scale, sketch, slide, spec, text, title
from figures.trends.scale import Room
from figures.trends.table import columns, table


@once(512)
def figure(
    catalog: Catalog,
    selection: Selection,
    indicator_id: str,
    codes: tuple[str, ...],
    with_events: bool,
    language: Language,
    theme: Theme,
    room: int,
    alone: bool = False,
) -> Figure:
    """Return the figure of an indicator of which the years chosen leave at least one value.

    Args:
        codes: of the series of the indicator to show: one where it is drawn over time, any number where it is listed.
        with_events: whether the events that the filters keep are laid over it, beside the strategy's release.
        room: pixels of the page's column.
        alone: whether the column is its own, and not shared with another figure.
    """
    indicator = known(catalog)[indicator_id]
    narrowed = series(catalog, selection, indicator_id, codes)
    rows = narrowed.rows
    colors = palette(theme)
    of_month = is_part(catalog, indicator_id, codes)
    whole = wholes(catalog, indicator_id) if of_month else {}
    offered = parts(catalog, indicator_id)
    said = text.of_part(indicator, rows, len(offered), whole, language) if of_month else ""
    place = title.place(catalog, indicator_id, codes, last(rows), language)
    heading = title.title(indicator, rows, place, language)
    subtitle = title.subtitle(catalog, indicator, heading, language)
    over_time, printed = is_over_time(indicator, rows), ""
    if over_time:
        laid = overlay(catalog, selection, with_events, rows["start"].min(), rows["end"].max())
        printed = _printed(indicator, rows, whole, laid, language)
        drawing, height, below, picture = _over_time(
            indicator, rows, whole, laid, (subtitle, said), room, language, theme
        )
    elif len(rows) > numbers.MOST:
        drawing, height, below, picture = _listed(indicator, rows, subtitle, (room, alone), language, colors)
    else:
        drawing, height, below, picture = _numbers(indicator, rows, subtitle, language, colors)
    return Figure(
        key=_key(catalog, indicator_id, codes),
        title=heading,
        subtitle=subtitle,
        text=" ".join(part for part in (text.text(indicator, narrowed, language), said) if part),
        note=" ".join(part for part in (said, indicator.caveat) if part),
        rows=table(indicator, narrowed, whole, language),
        columns=columns(language, whole=bool(whole)),
        source_ids=tuple(sources_of(catalog, "observation_sources", "observation_id", rows["observation_id"])),
        drawing=drawing,
        height=height,
        printed=printed,
        legend=below,
        picture=picture,
        sorted_by={"when": "period_start", "stated": "value"},
        narrowed_by=("objectives", "countries", "years") if over_time and with_events else ("years",),
    )


def is_over_time(indicator: Indicator, rows: pd.DataFrame) -> bool:
    """Return whether values are drawn over time: their periods follow one another, and they are more than can be read as numbers."""
    return indicator.is_consecutive and len(rows) > numbers.MOST and bool(rows["end"].notna().all())


def is_part(catalog: Catalog, indicator_id: str, codes: tuple[str, ...]) -> bool:
    """Return whether a series is one of several parts of each month, which no published total joins."""
    return in_parts(catalog, indicator_id) and len(codes) == 1


def _key(catalog: Catalog, indicator_id: str, codes: tuple[str, ...]) -> str:
    """Return a name that stays: the series is told only where it is not the first or not all."""
    offered = tuple(part.code for part in parts(catalog, indicator_id))
    usual = codes in (offered[:1], offered)
    return f"trend-{indicator_id}" if usual else f"trend-{indicator_id}-{'-'.join(codes)}"


Made = tuple[Drawing, int, str, Draw]
"""The drawing for the page, its height in pixels, what stands below it as HTML, and the picture."""


def _over_time(
    indicator: Indicator,
    rows: pd.DataFrame,
    whole: Mapping[str, Whole],
    laid: Overlay,
    said: tuple[str, str],
    room: int,
    language: Language,
    theme: Theme,
) -> Made:
    """Return a series over time. `said`: what its picture says under its title, and what it must say at its foot."""
    colors = palette(theme)
    on_page = chart.prepare(indicator, rows, whole, laid, scale.on_page(room), language)
    samples = bars.key(bars.looks(rows), colors, language)
    below = legend.html(samples) + event_lines.key(laid, on_page.events, language)
    drawn = partial(_sketched, indicator, rows, whole, laid, language, colors)
    subtitle, remark = said
    under = (remark,) if remark else ()
    if on_page.events:
        numbered = [f"{number} · {line}" for number, line in enumerate(event_lines.listed(laid, language), start=1)]
        under += (*(numbered if len(numbered) > 1 else ()), event_lines.caution(laid, language))
    picture = _framed(drawn, subtitle, tuple(samples), under, colors)
    return spec.plotly(on_page, theme, language), round(on_page.room.height), below, picture


def _printed(
    indicator: Indicator, rows: pd.DataFrame, whole: Mapping[str, Whole], laid: Overlay, language: Language
) -> str:
    """Return the chart as a drawing for paper, which is white whatever the screen was."""
    drawn = sketch.svg(chart.prepare(indicator, rows, whole, laid, scale.PAPER, language), palette("light"))
    return marks.drawing(drawn, scale.PAPER.width, scale.PAPER.height)


def _sketched(
    indicator: Indicator,
    rows: pd.DataFrame,
    whole: Mapping[str, Whole],
    laid: Overlay,
    language: Language,
    colors: Palette,
    wide: float,
    tall: float,
) -> str:
    """Draw a series over time in the room of a picture, with its words placed anew for it."""
    return sketch.svg(chart.prepare(indicator, rows, whole, laid, Room(wide, tall, SMALL), language), colors)


def _listed(
    indicator: Indicator,
    rows: pd.DataFrame,
    subtitle: str,
    column: tuple[int, bool],
    language: Language,
    colors: Palette,
) -> Made:
    """Return values below each other. `column`: the pixels of the page's, and whether the list has it to itself."""
    values = listed.entries(indicator, rows, language)
    samples = bars.key(bars.looks(rows), colors, language)
    room, alone = column
    at = scale.alone(room) if alone else scale.on_page(room)
    tall = listed.height(values, at.width, at.size)
    drawing = marks.drawing(listed.svg(values, colors, at.width, tall, at.size), at.width, tall)
    picture = _framed(
        partial(listed.svg, values, colors, size=SMALL), subtitle, tuple(samples), (_overlap(language),), colors
    )  # fmt: skip
    return drawing, round(tall), legend.html(samples) + f'<p class="trend-key">{_overlap(language)}</p>', picture


def _numbers(indicator: Indicator, rows: pd.DataFrame, subtitle: str, language: Language, colors: Palette) -> Made:
    values = numbers.told(indicator, rows, language)
    remark = text.without_value(indicator, rows, language)
    if len(values) > 1 and not indicator.is_consecutive:
        remark = _overlap(language)
    drawn = partial(numbers.svg, values, remark, colors)
    return numbers.html(values, remark), 0, "", _framed(drawn, subtitle, (), (), colors)


def _overlap(language: Language) -> str:
    return language.gettext("These values overlap or stand for different places: they are not added.")


def _framed(
    draw: Draw,
    subtitle: str,
    samples: tuple[Sample, ...],
    below: tuple[str, ...],
    colors: Palette,
) -> Draw:
    return slide.framed(draw, subtitle, samples, below, colors.ink, colors.quiet)
