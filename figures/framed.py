"""A figure in a frame of somebody else's page: its drawing for each width, and how high the frame must be at which width."""

import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape, unescape

from data.selection import reach
from figures import dress, every, filters, labels
from figures.figure import Figure
from figures.ink.lettering import PLAIN, TITLE, wrapped
from figures.room import PHONE_ROOM, WIDE_ROOM
from figures.view import ROOM, View

ROOMS: Mapping[int, int] = {0: PHONE_ROOM, 480: 640, 900: ROOM}
"""From so many pixels of a frame's width on → the room for which a figure is drawn."""

NARROWEST = 300
"""Pixels of the narrowest frame of which the height is told."""

LARGER = 1.3
"""By so much at most a drawing is larger than it was made: its words stay about as large as those around it."""

FILLED = 0.75
"""Part of a frame's width that a drawing takes at least, where a wider one can be had."""

PADDING = 32
"""Pixels of a frame's width that no figure takes."""

HIGHEST = 900
"""Pixels that words take at most: what is longer is scrolled within its frame."""

AROUND = 210
"""Pixels of what stands under every figure: its folded table, and the way back in two lines."""

SAMPLE = 40
"""Pixels up to which a drawing stands in a line of words."""

SUBJECTS = {"overview-map": "offices"}
"""Figure of a page whose name does not say what it shows → the page that bears the name of that."""

SIZE = re.compile(r'(<svg class="drawing"[^>]*?) width="([\d.]+)" height="([\d.]+)"')
DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
BLOCK = re.compile(r"<(h2|h3|p|li|dt|dd|figcaption|summary)\b[^>]*>(.*?)</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")

LINE = {"h2": (21.6, 26, TITLE), "h3": (19, 24, TITLE), "figcaption": (14, 22.4, PLAIN)}
"""Element → size of its type, height of its line, and its face; of all others, `TEXT`."""
TEXT = (15, 24, PLAIN)


def figure_of(view: View, key: str) -> Figure | None:
    """Return the figure of a view's page that has a key; None where the view shows none of that key."""
    return next((one for one in every.of(view) if one.key == key), None)


def over(figure: Figure, view: View) -> str:
    """Return the line over a figure's heading, as HTML: what it is a figure of, and what narrows it. Nothing else stands in the frame that says so."""
    page = labels.words(view.language, "page")[SUBJECTS.get(figure.key, view.page)]
    told = view.language.gettext("{page}: briefing on HSI's Strategy for Combating Illicit Opioids").format(page=page)
    narrowed = filters.in_words(view.selection.only(reach(figure.narrowed_by)), view.catalog, view.language)
    return f'<p class="over">{escape(" · ".join(filter(None, (told, narrowed))))}</p>'


def drawings(view: View, key: str) -> dict[int, Figure]:
    """Return width from which on it is shown → the figure drawn for that width; but none that is no wider than another, or high and wide."""
    found: dict[int, Figure] = {}
    widest = 0.0
    for least, room in ROOMS.items():
        figure = _filling(view, key, least, room)
        if figure is None or any(figure.drawing == one.drawing for one in found.values()):
            continue
        wide, high = max(_sizes(drawn(figure)), default=(0.0, 0.0))
        if not found or (wide > widest and high <= wide):
            found[least], widest = figure, wide
    return found


def _filling(view: View, key: str, least: int, room: int) -> Figure | None:
    """Return the figure as drawn for a room; for a wider one, where that leaves much of the frame empty: on a page something stands beside it."""
    figure = figure_of(replace(view, room=room), key)
    if figure is None or room != ROOM or _wide(figure) >= FILLED * least:
        return figure
    wider = figure_of(replace(view, room=WIDE_ROOM), key)
    return wider if wider and _wide(figure) < _wide(wider) <= least else figure


def _wide(figure: Figure) -> float:
    return max((wide for wide, _high in _sizes(drawn(figure))), default=0.0)


def drawn(figure: Figure) -> str:
    """Return what a figure shows, and the key to it, as HTML; nothing where it is a table."""
    if not isinstance(figure.drawing, str):
        return ""
    return dress.inlined(figure.drawing) + dress.inlined(figure.legend)


def capped(html: str) -> str:
    """Return HTML whose drawings grow with their column, but not much beyond the size for which they were made."""
    return SIZE.sub(lambda found: f'{found[1]} style="max-width:{float(found[2]) * LARGER:.0f}px"', html)


def height(view: View, key: str) -> str:
    """Return how high a frame of a figure must be, as a length of CSS that depends on the width of what holds it.

    From `clamp` it has no script: in a frame that is narrower than so many pixels its middle is huge, in any other it is none.
    """
    told = ""
    for least, figure in drawings(view, key).items():
        wide = _height(figure, view, max(least, NARROWEST))
        told = f"clamp({wide}, ({least}px - 100cqw) * 9999, max({wide}, {told}))" if told else wide
    return told


def _height(figure: Figure, view: View, width: int) -> str:
    """Return the height from a width on: words as they wrap there, and drawings as they grow."""
    html = over(figure, view) + dress.figure(figure, view)
    words = sum(_lines(tag, TAG.sub("", said), width - PADDING) for tag, said in BLOCK.findall(DRAWING.sub("", html)))
    grown = [f"min(100cqw - {PADDING}px, {wide * LARGER:.0f}px) * {high / wide:.3f}" for wide, high in _sizes(html)]
    return f"calc({' + '.join([f'{min(HIGHEST, round(words)) + AROUND}px', *grown])})"


def _lines(tag: str, said: str, room: float) -> float:
    """Return how high words stand in an element so wide."""
    size, high, face = LINE.get(tag, TEXT)
    return len(wrapped(unescape(said), size, room, face)) * high + 6


def _sizes(html: str) -> list[tuple[float, float]]:
    """Return width and height of the drawings in HTML that are none of words."""
    return [(float(wide), float(high)) for _before, wide, high in SIZE.findall(html) if float(wide) > SAMPLE]
