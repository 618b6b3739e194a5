"""A figure in a frame of somebody else's page: its drawing for each width, and how high the frame must be at which width."""

import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from itertools import pairwise

from data.ledger import versions
from data.selection import reach
from figures import dress, every, filters, labels
from figures.figure import Figure
from figures.laid import Laid
from figures.room import PHONE, PHONE_ROOM, WIDE_ROOM
from figures.sizes import SAMPLE, SIDES
from figures.view import ROOM, View

ROOMS: Mapping[int, int] = {0: PHONE_ROOM, 480: 640, 900: ROOM}
"""From so many pixels of a frame's width on → the room for which a figure is drawn."""

OPEN: Mapping[int, int] = {0: PHONE_ROOM, PHONE + 1: ROOM}
"""The same of a table or a list: its style sheets lay it out by the window, and fold what a phone has no room for up to here."""

EDGES = 2 * 12
"""Pixels above and below the column of a frame."""

LARGER = 1.3
"""By so much at most a drawing is larger than it was made: its words stay about as large as those around it."""

FILLED = 0.75
"""Part of a frame's width that a drawing takes at least, where a wider one can be had."""

WINDOWS = (300, 320, 340, 360, 390, 421, 480, 544, 640, 769, 864, 960, 1100, 1300)
"""Widths of a frame from which on words are wrapped anew to tell its height: those of phones, and those at which the style sheets lay out anew."""

SPARE = 1.02, 8
"""By how much, and how many pixels, a frame is higher than reckoned: one that is too low hides words, one too high nothing."""

SUBJECTS = {"overview-map": "offices"}
"""Figure of a page whose name does not say what it shows → the page that bears the name of that."""

SIZE = re.compile(r'(<svg class="drawing"[^>]*?) width="([\d.]+)" height="([\d.]+)"')


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
    first = figure_of(replace(view, room=PHONE_ROOM), key)
    if first is None:
        return {}
    if not _sizes(drawn(first)):
        return _unlike({least: figure_of(replace(view, room=room), key) for least, room in OPEN.items()})
    found: dict[int, Figure] = {}
    widest = 0.0
    for least, figure in _unlike({least: _filling(view, key, least, room) for least, room in ROOMS.items()}).items():
        wide, high = max(_sizes(drawn(figure)), default=(0.0, 0.0))
        if not found or (wide > widest and high <= wide):
            found[least], widest = figure, wide
    return found


def _unlike(drawn: Mapping[int, Figure | None]) -> dict[int, Figure]:
    """Return figures without those that show what another one does."""
    found: dict[int, Figure] = {}
    for least, figure in drawn.items():
        if figure and not any(figure.drawing == one.drawing for one in found.values()):
            found[least] = figure
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


def under(view: View, back: str, is_release: bool) -> str:
    """Return the line under all of a figure, as HTML: the name of the briefing, which leads to the view, the state of the facts, and who we are not.

    Args:
        back: the full address of the figure in its view.
        is_release: whether the facts are those of a release; the view has the newest.
    """
    _ = view.language.gettext
    name, independent = _("Illicit opioids strategy briefing"), _("Independent of any government")
    version = view.catalog.package["version"]
    if not is_release:
        known = version in versions()
        told = (_("Version {version}.") if known else _("Version {version}, not yet released.")).format(version=version)
        said = f'<a href="{escape(back)}">{escape(name)}</a>. {escape(told)} {escape(independent)}.'
    else:
        told = _("as of version {version}, {day}").format(
            version=version, day=view.language.date(view.catalog.facts_as_of.isoformat())
        )
        anew = _("See the newest facts")
        said = f'{escape(name)}, {escape(told)}. <a href="{escape(back)}">{escape(anew)}</a>. {escape(independent)}.'
    return f"<footer><p>{said}</p></footer>"


def height(view: View, key: str, is_release: bool = False) -> str:
    """Return how high a frame of a figure must be, as a length of CSS that depends on the width of what holds it.

    It has no script: each `clamp` is huge, and so its limit, in a frame that is narrower than so many pixels, and nothing in any other.
    """
    found = drawings(view, key)
    laid = {least: Laid(_html(figure, view, is_release)) for least, figure in found.items()}
    words = {wide: _words(laid[max(least for least in laid if least <= wide)], wide) for wide in WINDOWS}
    told = [f"{words[WINDOWS[-1]]}px"]
    for narrow, wide in pairwise(WINDOWS):
        if step := words[narrow] - words[wide]:
            told.append(f"{'-' if step < 0 else '+'} clamp(0px, ({wide}px - 100cqw) * 9999, {abs(step)}px)")
    grown = ""
    for least, figure in found.items():
        own = _grown(figure)
        grown = f"clamp({own}, ({least}px - 100cqw) * 9999, max({own}, {grown}))" if grown else own
    return f"calc({' '.join(told)}{f' + {grown}' if grown else ''})"


def _words(laid: Laid, wide: int) -> int:
    part, more = SPARE
    return round(laid.height(wide) * part + EDGES + more)


def _grown(figure: Figure) -> str:
    """Return how high the drawings of a figure are, which grow with the frame."""
    parts = [
        f"min(100cqw - {SIDES}px, {wide * LARGER:.0f}px) * {high / wide:.3f}" for wide, high in _sizes(drawn(figure))
    ]
    return f"({' + '.join(parts)})" if parts else ""


def _html(figure: Figure, view: View, is_release: bool) -> str:
    """Return all that stands in a frame."""
    return over(figure, view) + dress.whole(figure, view) + under(view, "", is_release)


def _sizes(html: str) -> list[tuple[float, float]]:
    """Return width and height of the drawings in HTML that are none of words."""
    return [(float(wide), float(high)) for _before, wide, high in SIZE.findall(html) if float(wide) > SAMPLE]
