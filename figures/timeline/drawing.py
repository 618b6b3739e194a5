"""The timeline as SVG: the years, the months of those in view, lanes with what happened on them, and a key."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from data.link import EVERY_YEAR, TIMELINE_EVENT, TIMELINE_LANES, TIMELINE_SPAN
from data.queries import release
from data.queries.timeline import EXAMPLE, KEY_EVENTS
from figures.ink import legend
from figures.ink.legend import Sample
from figures.ink.lettering import BOLD, PLAIN, text, width
from figures.palette import Palette, palette
from figures.timeline import layout, marks, naming, strip
from figures.timeline.dates import when
from figures.timeline.layout import Layout
from figures.timeline.placement import DOT, LINE, SIZE
from figures.timeline.span import span
from figures.view import View

SPARE = 4
"""Pixels kept free at the right edge: a browser draws bold words a little wider than the face of pictures, which is measured."""


OTHER_FACE = 1.13
"""How much wider labels come out where a computer puts another typeface in the place of ours, as it does in a file of slides."""


def svg(view: View, wide: float, high: float, linked: bool = True, apart: bool = False) -> tuple[str, float]:
    """Return the drawing as SVG content, and its height in pixels.

    Args:
        wide: pixels of width.
        high: pixels of height that it may take; it takes more only where its marks need them.
        linked: whether its marks lead anywhere; those of a picture do not.
        apart: whether marks that do not are parts of their own all the same, each with its name.
    """
    laid, chosen = _laid(view, wide, high, apart), view.choice(TIMELINE_EVENT)
    if chosen in laid.words:
        named = naming.named(laid.lanes, chosen, laid.words[chosen], laid.edges)
        laid = replace(laid, lanes=named)
    colors = palette(view.theme)
    key, bottom = _key(view, laid, colors, linked)
    parts = (
        _years(view, laid, colors, linked),
        laid.axis.svg(laid.above, laid.bottom, colors, view.language),
        _lanes(laid, colors),
        _bracket(view, laid, colors),
        _marks(view, laid, colors, linked, apart),
        key,
    )
    return "".join(parts), bottom


def unnamed(view: View, wide: float, high: float, apart: bool) -> int:
    """Return for how many of the key events that are drawn there is no room for a label.

    Args:
        wide, high, apart: as of `svg`.
    """
    laid = _laid(view, wide, high, apart)
    labelled = {mark.event_id for lane in laid.lanes for mark in lane.marks if mark.label}
    return len({*KEY_EVENTS, EXAMPLE, release.EVENT} & set(laid.rows["event_id"]) - labelled)


def _laid(view: View, wide: float, high: float, apart: bool) -> Layout:
    lanes, wider = view.choice(TIMELINE_LANES), OTHER_FACE if apart else 1.0
    return layout.layout(view.catalog, view.selection, lanes, span(view), view.language, wide, high, wider)


def _years(view: View, laid: Layout, colors: Palette, linked: bool) -> str:
    if not laid.above:
        return ""

    def lead(years: str) -> str:
        # The event that is chosen may fall in another year, and would draw the view to it.
        let_go = {} if years == EVERY_YEAR else {TIMELINE_EVENT.url: list[str]()}
        return view.address("timeline", **{TIMELINE_SPAN.url: [years]}, **let_go) if linked else ""

    return strip.svg(laid.everything, laid.span, laid.years, laid.axis.left, colors, view.language, lead)


def _lanes(laid: Layout, colors: Palette) -> str:
    """Return a hairline above each lane, and its name beside or above it."""
    lines = "".join(f"M0 {top:g}H{laid.wide:g}" for top in laid.tops)
    drawn = [f'<path d="{lines}" stroke="{colors.line}" fill="none"/>']
    for lane, top in zip(laid.lanes, laid.tops, strict=True):
        for at, line in enumerate(laid.names[lane.code]):
            drawn.append(text(line, 0, top + SIZE + LINE * at, SIZE, colors.ink, BOLD, halo=colors.paper))
    return "".join(drawn)


def _bracket(view: View, laid: Layout, colors: Palette) -> str:
    """Return the days between the rejection and the release, as a line from the one to the other and down to their marks."""
    if laid.bracket is None:
        return ""
    ends = []
    for event_id in (EXAMPLE, release.EVENT):
        x, y = next(
            (mark.left, top + mark.y)
            for lane, top in zip(laid.lanes, laid.tops, strict=True)
            for mark in lane.marks
            if mark.event_id == event_id
        )
        ends.append((x, y))
    (begin, low), (end, deep) = ends
    y = laid.bracket + 9
    words, middle = layout.apart(laid.rows, view.language), (begin + end) / 2
    aside = width(words, SIZE, BOLD) / 2 + 10
    line = f"M{begin:g} {y:g}H{middle - aside:g}M{middle + aside:g} {y:g}H{end:g}"
    line += _down(laid, begin, y, low) + _down(laid, end, y, deep)
    return f'<path d="{line}" stroke="{colors.ink}" fill="none"/>' + text(
        words, middle, y + 5, SIZE, colors.ink, BOLD, "middle"
    )


def _down(laid: Layout, x: float, top: float, bottom: float) -> str:
    """Return a line straight down, as SVG path, that makes way for the labels it meets."""
    met = sorted(
        (above + box[1], above + box[3])
        for lane, above in zip(laid.lanes, laid.tops, strict=True)
        for box in (mark.label.box for mark in lane.marks if mark.label)
        if box[0] < x < box[2] and top < above + box[1] and above + box[3] < bottom
    )
    drawn = ""
    for begin, end in [*met, (bottom, bottom)]:
        drawn += f"M{x:g} {top:g}V{begin:g}" if begin > top else ""
        top = max(top, end)
    return drawn


def _marks(view: View, laid: Layout, colors: Palette, linked: bool, apart: bool) -> str:
    """Return the marks, those of days last: they lie on no bar, but a ring around a bar must not lie on them."""
    language, chosen = view.language, view.choice(TIMELINE_EVENT)
    by_objective = view.choice(TIMELINE_LANES) == "objective"
    known = laid.rows.drop_duplicates("event_id").set_index("event_id")[["date", "date_precision", "title"]]
    told = {row.Index: (layout.day(row.date, laid.span, language), row) for row in known.itertuples()}
    address = view.address("timeline", timeline_event=["EVENT"]) if linked else ""
    drawn = []
    for lane, top in zip(laid.lanes, laid.tops, strict=True):
        for one in lane.marks:
            day, row = told[one.event_id]
            # A firmer dot without words would ask what it is.
            is_key = one.event_id in KEY_EVENTS and bool(one.label)
            drawn.append(
                marks.mark(
                    one,
                    top,
                    marks.colored(lane.code, is_key, colors, by_objective),
                    day,
                    f"{when(language, row.date, row.date_precision)}: {row.title}" if linked or apart else "",
                    address.replace("EVENT", one.event_id),
                    colors,
                    is_key,
                    one.event_id == chosen,
                )
            )
    return marks.group("".join(drawn), colors)


def _key(view: View, laid: Layout, colors: Palette, linked: bool) -> tuple[str, float]:
    """Return what dots and bars mean, beside it what the lanes may stand for, and where that ends."""
    language = view.language
    dot = f'<circle cx="7" cy="7" r="{DOT / 2:g}" fill="{colors.quiet}"/>'
    samples = [Sample(dot, language.gettext("Day known"))]
    if not (laid.rows["date_precision"] == "day").all():
        bar = f'<rect x="0" y="4" width="26" height="{marks.BAR:g}" fill="{colors.quiet}"/>'
        samples.append(Sample(bar, language.gettext("Only the month or year known"), 26))
    drawn, wide, high = legend.svg(samples, colors.quiet, laid.wide, SIZE)
    top = laid.bottom + 6
    parts = [f'<g transform="translate(0 {top:g})">{drawn}</g>']
    if linked:
        switch, room = _switch(view, colors)
        below = wide + room + SPARE + 24 > laid.wide
        high += LINE + 6 if below else 0
        x, y = (0.0, top + high - 6) if below else (laid.wide - room - SPARE, top + SIZE + 1)
        parts.append(f'<g class="on-screen" transform="translate({x:g} {y:g})">{switch}</g>')
    return "".join(parts), top + high + 2


def _switch(view: View, colors: Palette) -> tuple[str, float]:
    """Return the two ways to make lanes, the one that is not on as a link, and their width."""
    language, on = view.language, view.choice(TIMELINE_LANES)
    ways: Sequence[tuple[str, str]] = (
        ("category", language.gettext("By category")),
        ("objective", language.gettext("By objective")),
    )
    words, x, drawn = language.gettext("Lanes:"), 0.0, []
    drawn.append(text(words, 0, 0, SIZE, colors.quiet))
    x += width(words, SIZE) + 8
    for code, name in ways:
        is_on = code == on
        said = text(name, x, 0, SIZE, colors.ink if is_on else colors.accent, BOLD if is_on else PLAIN)
        if not is_on:
            said = f'<a href="{escape(view.address("timeline", timeline_lanes=[code]))}" text-decoration="underline"><title>{escape(f"{words} {name}")}</title>{said}</a>'
        drawn.append(said)
        x += width(name, SIZE, BOLD) + 12
    return "".join(drawn), x - 12
