"""A series over time as our own SVG: the same marks as the chart on the page, in whatever room there is."""

from collections.abc import Iterator
from html import escape

from figures.ink.lettering import text
from figures.palette import Palette
from figures.trends.bars import paint, rectangle, told
from figures.trends.chart import Chart
from figures.trends.event_lines import FACES, Placed
from figures.trends.labels import Words
from figures.trends.scale import HIGH


def svg(chart: Chart, colors: Palette) -> str:
    """Return the drawing as SVG content, as large as `chart.room`."""
    scale, size = chart.scale, chart.room.size
    grid = "".join(
        _line(scale.left, scale.y(step.value), scale.right, scale.y(step.value), colors.line)
        + text(step.words, scale.left - 6, scale.y(step.value) + size * 0.35, size, colors.quiet, anchor="end")
        for step in chart.steps
    )
    bars = "".join(
        f"<g><title>{escape(told(bar, chart.part))}</title>"
        + rectangle(
            scale.x(bar.first),
            min(scale.y(bar.value), scale.y(0)),
            scale.x(bar.last) - scale.x(bar.first),
            abs(scale.y(bar.value) - scale.y(0)),
            paint(bar.look, colors),
            size,
        )
        + "</g>"
        for bar in chart.bars
    )
    events = "".join(_event(event, chart, colors) for event in chart.events)
    words = "".join(_words(one, chart, colors) for one in chart.words)
    years = "".join(
        text(tick.words, scale.x(tick.day), scale.bottom + size * 1.3, size, colors.quiet, anchor="middle")
        for tick in chart.ticks
    )
    # Lines of events stand behind the bars: dark on dark they would only blur them, and run through their numbers.
    return grid + events + bars + _line(scale.left, scale.y(0), scale.right, scale.y(0), colors.quiet) + words + years


def _line(x0: float, y0: float, x1: float, y1: float, color: str, wide: float = 1) -> str:
    return f'<path d="M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}" stroke="{color}" stroke-width="{wide:g}"/>'


def _words(one: Words, chart: Chart, colors: Palette) -> str:
    size, scale = chart.room.size, chart.scale
    left, top, right, bottom = one.box(scale, size)
    color = colors.quiet if one.quiet else colors.ink
    if one.turned:
        x, y = (left + right) / 2 + size * 0.35, bottom - 2
        written = text(one.lines[0], x, y, size, color)
        return written.replace("<text ", f'<text transform="rotate(-90 {x:g} {y:g})" ', 1)
    x, anchor = ((left + right) / 2, "middle") if one.centred else (left + 2, "start")
    return "".join(
        text(line, x, top + size * (1 + HIGH * at), size, color, anchor=anchor, halo=colors.paper)
        for at, line in enumerate(one.lines)
    )


def _clear(x: float, chart: Chart) -> Iterator[tuple[float, float]]:
    """Yield the parts of an upright line over the plot that run through no words, from the top down."""
    boxes = [one.box(chart.scale, chart.room.size) for one in chart.words]
    begin = chart.scale.top
    for _left, top, _right, bottom in sorted((box for box in boxes if box[0] < x < box[2]), key=lambda box: box[1]):
        if top > begin:
            yield begin, top
        begin = max(begin, bottom)
    if begin < chart.scale.bottom:
        yield begin, chart.scale.bottom


def _event(event: Placed, chart: Chart, colors: Palette) -> str:
    """Return an event's line, or its band as wide as what is known of its time, and what stands above it."""
    size, scale = chart.room.size, chart.scale
    wide = size / 14
    x, top = scale.x(event.start), scale.top
    if event.is_band:
        box = f'x="{x:.1f}" y="{top:.1f}" width="{scale.x(event.end) - x:.1f}" height="{scale.height:.1f}"'
        mark = f'<rect {box} fill="{colors.ink}" opacity="0.16"/>'
    else:
        mark = "".join(_line(x, begin, x, end, colors.ink, wide) for begin, end in _clear(x, chart))
    if not event.number:
        mark += _line(x, top - size * 1.2, x, top, colors.ink, wide)
    elif event.at != x:
        mark += _line(event.at, top - size * 0.4, x, top, colors.ink, wide)
    return mark + text(
        event.words, event.at, top - size * 0.45, size, colors.ink, FACES[event.number > 0], event.anchor, colors.paper
    )
