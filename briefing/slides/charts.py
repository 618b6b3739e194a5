"""Charts of a slide: bars that PowerPoint draws from rows of its own, which can be edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN_TYPE, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Pt

from briefing.slides.grid import LEAST, OTHER_BOLD, pixels
from briefing.slides.master import SPACES
from briefing.slides.tables import needed
from figures.ink.lettering import BOLD, width

CHART = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'

AIR = 4.0
"""Pixels around a number at least."""


@dataclass(frozen=True)
class Series:
    """A part of each bar: what it stands for, its values, its colour and that of its numbers.

    Attributes:
        colors: of each bar, where they differ.
        outline: the colour of its edge; `hatched`: strokes in this colour lie on it.
    """

    name: str
    values: Sequence[int]
    color: str
    ink: str
    colors: Sequence[str] = ()
    outline: str = ""
    hatched: str = ""


def bars(
    holder: Any,
    categories: Sequence[str],
    series: Sequence[Series],
    wide: float,
    is_share: bool = False,
    gap: int = 45,
) -> Any:
    """Fill a placeholder with stacked bars that lie, the first above, and return it.

    A part too narrow for its number has none: it would run into that of the next. The bar's name then says the numbers of all its parts.

    Args:
        wide: pixels that the chart is wide.
        is_share: whether all bars have one length.
        gap: between two bars, as a part of one in hundredths.
    """
    narrow = _narrow(categories, series, wide, is_share)
    unsaid = {at for left_out in narrow for at in left_out}
    data = CategoryChartData(number_format="#,##0")
    data.categories = [
        f"{name} ({' + '.join(f'{one.values[at]:,}' for one in series)})" if at in unsaid else name
        for at, name in enumerate(categories)
    ]
    for one in series:
        # A part that a bar has not is left empty: a nought would be written on the edge of the next.
        data.add_series(one.name, [value or None for value in one.values])
    frame = holder.insert_chart(XL_CHART_TYPE.BAR_STACKED_100 if is_share else XL_CHART_TYPE.BAR_STACKED, data)
    chart = frame.chart
    chart.font.size = Pt(LEAST)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.has_title = False
    chart.has_legend = len(series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(LEAST)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = gap, 100
    _axes(chart)
    for drawn, one, left_out in zip(plot.series, series, narrow, strict=True):
        _paint(drawn, one)
        for at in reversed(left_out):
            drawn.data_labels._element.insert(
                0, parse_xml(f'<c:dLbl {CHART}><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>')
            )
    return frame


def _narrow(categories: Sequence[str], series: Sequence[Series], wide: float, is_share: bool) -> list[list[int]]:
    """Return by series the bars whose part of it is narrower than its number, as far as the names leave bars room."""
    totals = [sum(values) for values in zip(*(one.values for one in series), strict=True)]
    names = max(needed(name, (), LEAST) for name in categories)
    room = max(wide - names, 0.0)
    return [
        [
            at
            for at, value in enumerate(one.values)
            if value
            and value / (totals[at] if is_share else max(totals)) * room
            < width(f"{value:,}", pixels(LEAST), BOLD) * OTHER_BOLD + AIR
        ]
        for one in series
    ]


def _axes(chart: Any) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.format.line.fill.background()
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.has_major_gridlines = values.has_major_gridlines = False
    values.visible = False


def _paint(drawn: Any, one: Series) -> None:
    drawn.invert_if_negative = False
    _fill(drawn.format, one.color, one)
    for at, color in enumerate(one.colors):
        _fill(drawn.points[at].format, color, one)
    labels = drawn.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = "#,##0", False
    labels.position = XL_LABEL_POSITION.CENTER
    labels.font.size = Pt(LEAST)
    labels.font.bold = True
    labels.font.color.rgb = _rgb(one.ink)
    if one.hatched:
        # On strokes a number stands on the plain colour, or it is lost among them.
        properties = labels._element.get_or_add_txPr().getprevious()
        back = parse_xml(
            f'<c:spPr {CHART} {SPACES}><a:solidFill><a:srgbClr val="{_rgb(one.color)}"/></a:solidFill></c:spPr>'
        )
        properties.addnext(back)


def _fill(look: Any, color: str, one: Series) -> None:
    if one.hatched:
        look.fill.patterned()
        look.fill.pattern = MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL
        look.fill.fore_color.rgb, look.fill.back_color.rgb = _rgb(one.hatched), _rgb(color)
    else:
        look.fill.solid()
        look.fill.fore_color.rgb = _rgb(color)
    if one.outline:
        look.line.color.rgb = _rgb(one.outline)
        look.line.width = Pt(1)


def _rgb(color: str) -> RGBColor:
    return RGBColor.from_string(color[1:].upper())
