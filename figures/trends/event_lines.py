"""Events over a series: a thin line at its day, named or numbered above the plot, and told under the chart.

An event beside a series does not explain it.
"""

from dataclasses import dataclass
from html import escape

import pandas as pd
from babel import dates

from data.queries import release
from data.queries.trends.overlays import Overlay
from figures.ink.lettering import BOLD, PLAIN, width
from figures.language import Language
from figures.trends.scale import DAY, Scale

NEAR = 4
"""Pixels between a line and its name."""


@dataclass(frozen=True)
class Placed:
    """An event over a chart.

    Attributes:
        number: under which it is told below the chart; 0 for one that is named at its line.
        words: what stands at its line: its name, or its number.
        start: its first day, from which `end`, the day after its last, is more than a day away where only the month or year is known.
        at: pixels from the left edge of the chart to where the words start, end, or have their middle.
        anchor: start, end or middle.
    """

    event_id: str
    number: int
    words: str
    start: pd.Timestamp
    end: pd.Timestamp
    at: float
    anchor: str

    @property
    def is_band(self) -> bool:
        """Whether its day is not known."""
        return self.end - self.start > DAY


def head(size: float) -> float:
    """Return the height of the row above the plot in which events are named, in pixels. Every chart has it, so that plots align."""
    return size * 1.6


def place(overlay: Overlay, scale: Scale, size: float, language: Language) -> tuple[Placed, ...]:
    """Return the events, oldest first, with what stands at each: a single one is named where its name has room."""
    rows = list(overlay.rows.itertuples())
    if len(rows) == 1 and (named := _named(rows[0].event_id, rows[0].date, language)):
        x, wide = scale.x(rows[0].start), width(named, size) + NEAR
        for fits, anchor, at in ((x - wide >= 0, "end", x - NEAR), (x + wide <= scale.right, "start", x + NEAR)):
            if fits:
                return (Placed(rows[0].event_id, 0, named, rows[0].start, rows[0].end + DAY, at, anchor),)
    across = _apart([scale.x(row.start) for row in rows], size * 1.7, scale)
    return tuple(
        Placed(row.event_id, number, str(number), row.start, row.end + DAY, at, "middle")
        for number, (row, at) in enumerate(zip(rows, across, strict=True), start=1)
    )


def _named(event_id: str, date: str, language: Language) -> str:
    """Return an event's name: its date, and what the release of the strategy is. Only that one has a name so short."""
    if event_id != release.EVENT:
        return ""
    day = dates.format_skeleton("yMMMd", pd.Timestamp(date), locale=language.locale)
    return language.gettext("Strategy, {day}").format(day=day)


def _apart(wanted: list[float], gap: float, scale: Scale) -> list[float]:
    """Return places in their order, no two nearer than `gap` pixels, none beyond the plot, and each near to where it is wanted."""
    found: list[float] = []
    for x in wanted:
        found.append(max(x, found[-1] + gap) if found else x)
    over = scale.right - gap / 2
    for at in range(len(found) - 1, -1, -1):
        found[at] = min(found[at], over)
        over = found[at] - gap
    return found


def key(overlay: Overlay, placed: tuple[Placed, ...], language: Language) -> str:
    """Return the events in words, as HTML, for the place under a chart; empty without an event."""
    if overlay.rows.empty:
        return ""
    said = caution(overlay, language) + (f" {_left_out(overlay, language)}" if overlay.left_out else "")
    if not placed[0].number:
        return f'<p class="trend-key">{escape(said)}</p>'
    told = "".join(f"<li>{escape(line)}</li>" for line in listed(overlay, language))
    return f'<div class="trend-key"><ol>{told}</ol><p>{escape(said)}</p></div>'


def listed(overlay: Overlay, language: Language) -> list[str]:
    """Return a line for each event: its date and its title."""
    return [
        language.gettext("{day}: {title}").format(day=language.date(row.date), title=row.title)
        for row in overlay.rows.itertuples()
    ]


def caution(overlay: Overlay, language: Language) -> str:
    """Return what events beside a series do not say."""
    return language.ngettext(
        "The line marks the event; it does not explain the numbers.",
        "The lines mark events; they do not explain the numbers.",
        len(overlay.rows),
    )


def _left_out(overlay: Overlay, language: Language) -> str:
    return language.ngettext(
        "{n} more event of this view is on the timeline.", "{n} more events of this view are on the timeline.", overlay.left_out
    )  # fmt: skip


FACES = {True: BOLD, False: PLAIN}
"""Whether an event is numbered → the face of what stands at its line."""
