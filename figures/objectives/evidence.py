"""From promise to evidence at a glance: by objective, a square for each initiative of the strategy, and the newest later source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from data.queries.follow_up import FollowUp, Said
from data.queries.narrowing import newest_first
from data.queries.objectives import Initiative
from figures import labels
from figures.figure import Figure
from figures.ink.lettering import BOLD, PLAIN, text, width, wrapped
from figures.ink.marks import drawing
from figures.language import Language
from figures.objectives import promises
from figures.palette import Palette, palette
from figures.room import on_phone
from figures.view import View

LINE, AIR = 1.3, 0.9
"""Height of a line, and room between objectives, in sizes of type."""

ON_PAGE, ON_SLIDE = 15.0, 40.0
"""Sizes of type in pixels: of a drawing on a page, and of the largest on a slide, whose smallest is `LEAST`."""

LEAST = 18.0

BESIDE = 0.42
"""Part of the width that names and squares take where the newest source stands beside them."""

MOST, UNCUT = 9, 99
"""Lines that the newest source takes at most: on a page and where a slide has no room for more, and else."""


@dataclass(frozen=True)
class Kept:
    """An objective with its initiatives of the strategy.

    Attributes:
        found, missing: initiatives with and without a later source.
        newest: what the newest of these sources says, with its day; empty where there is none.
    """

    number: int
    title: str
    found: int
    missing: int
    newest: str


def figure(view: View, initiatives: Sequence[Initiative]) -> Figure:
    """Return the figure of initiatives of the strategy, one at least.

    Args:
        initiatives: what `data.queries.objectives.in_full` returns; those of context are left out, since no later sources were
            looked for on them.
    """
    language = view.language
    ours = [(one, one.follow_up) for one in initiatives if one.follow_up]
    kept = _kept(view, initiatives)
    measured = promises.figure(view, initiatives)
    later = [source for _one, found in ours for source in found.source_ids]
    planned = [source for one, _found in ours for source in one.source_ids]
    content, high = _svg(kept, palette(view.theme), language, view.room, ON_PAGE, MOST, on_phone(view))
    return Figure(
        key="objectives-evidence",
        title=measured.title,
        text=measured.text,
        rows=_rows(kept),
        columns={
            "objective": language.gettext("Objective"),
            "title": language.gettext("Title"),
            "found": language.gettext("With a later source"),
            "missing": language.gettext("Without one"),
            "newest": language.gettext("Newest later source"),
        },
        source_ids=tuple(newest_first(view.catalog, later or planned)),
        note=measured.note,
        drawing=drawing(content, view.room, high),
        picture=partial(_picture, kept, view),
        is_sought=True,
        narrowed_by=("objectives", "countries"),
    )


def dated(said: Said, language: Language) -> str:
    """Return what a side says of an initiative, with its day."""
    pattern = language.gettext("{day}: {what}")
    return language.opening(pattern.format(day=language.date(said.date), what=said.what))


def told(found: FollowUp, language: Language) -> str:
    """Return what either side says of an initiative since, each with its day, and how far that goes; empty where neither says anything."""
    said = [dated(one, language) for one in found.said]
    return " ".join([*said, found.note] if said else []).strip()


def _kept(view: View, initiatives: Sequence[Initiative]) -> list[Kept]:
    titles: Mapping[int, str] = labels.objectives(view.language, view.catalog, short=True)
    kept = []
    for number in sorted({one.objective_id for one in initiatives if one.follow_up}):
        under = [(one, one.follow_up) for one in initiatives if one.objective_id == number and one.follow_up]
        found = [(one, follow) for one, follow in under if follow.latest.date]
        newest = max(found, key=lambda pair: pair[1].latest.date, default=None)
        kept.append(
            Kept(
                number,
                titles[number],
                len(found),
                len(under) - len(found),
                view.language.gettext("{initiative}. {what}").format(
                    initiative=newest[0].name, what=told(newest[1], view.language)
                )
                if newest
                else "",
            )
        )
    return kept


def _rows(kept: Sequence[Kept]) -> pd.DataFrame:
    columns = ["objective", "title", "found", "missing", "newest"]
    return pd.DataFrame([(one.number, one.title, one.found, one.missing, one.newest) for one in kept], columns=columns)


def _picture(kept: Sequence[Kept], view: View, wide: float, high: float) -> str:
    """Return the drawing of a slide, in the largest type in which all of it finds room; in the smallest, what is long is cut."""

    def drawn(size: float, most: int) -> tuple[str, float]:
        return _svg(kept, palette(view.theme), view.language, wide, size, most, is_narrow=False)

    size = ON_SLIDE
    while size > LEAST:
        content, needed = drawn(size, UNCUT)
        if needed <= high:
            return content
        size -= 1
    return drawn(LEAST, MOST)[0]


def _svg(
    kept: Sequence[Kept], colors: Palette, language: Language, wide: float, size: float, most: int, is_narrow: bool
) -> tuple[str, float]:
    """Return the drawing as SVG content, and its height in pixels."""
    parts, top = [], 0.0
    left = wide if is_narrow else wide * BESIDE
    beside = 0.0 if is_narrow else left + 1.6 * size
    heading = language.gettext("Newest later source")
    if not is_narrow and any(one.newest for one in kept):
        parts.append(text(heading, beside, size, size, colors.quiet))
        top = (LINE + AIR) * size
    for one in kept:
        color = colors.objectives[str(one.number)]
        if top:
            parts.append(f'<path d="M0 {top - AIR * size / 2:.1f}H{wide:g}" stroke="{colors.line}"/>')
        base = top + size
        for line in wrapped(f"{one.number}  {one.title}", size, left, BOLD):
            parts.append(text(line, 0, base, size, colors.ink, BOLD))
            base += LINE * size
        count = counted(one.found, one.missing, language)
        parts.append(squares(one.found, one.missing, color, size, base - 0.75 * size, count))
        behind = _wide(one, size)
        if behind + width(count, size) > left:
            behind, base = 0.0, base + LINE * size
        parts.append(text(count, behind, base, size, colors.quiet))
        bottom = base + 0.4 * size
        if one.newest:
            start = top + size
            if is_narrow:
                base = bottom + LINE * size
                parts.append(text(heading, 0, base, size, colors.quiet))
                start = base + LINE * size
            lines = wrapped(one.newest, size, wide - beside, PLAIN, most)
            parts += [text(line, beside, start + LINE * size * at, size, colors.ink) for at, line in enumerate(lines)]
            bottom = max(bottom, start + LINE * size * (len(lines) - 1) + 0.4 * size)
        top = bottom + AIR * size
    return "".join(parts), top - AIR * size / 2


def _wide(one: Kept, size: float) -> float:
    return (one.found + one.missing) * size + 0.5 * size


def squares(found: int, missing: int, color: str, size: float, top: float, told: str) -> str:
    """Return a square for each initiative: filled where a later source was found, an outline where none was."""
    side = 0.76 * size
    drawn = "".join(
        f'<rect x="{at * size + 0.75:.2f}" y="{top:.1f}" width="{side:.1f}" height="{side:.1f}" '
        f'fill="{color if at < found else "none"}" stroke="{color}" stroke-width="1.5"/>'
        for at in range(found + missing)
    )
    return f"<g><title>{told}</title>{drawn}</g>"


def counted(found: int, missing: int, language: Language) -> str:
    """Say how many initiatives have a later source, of how many."""
    total = language.number(found + missing)
    if not found:
        return language.gettext("none of {total} with a later source").format(total=total)
    return language.gettext("{n} of {total} with a later source").format(n=language.number(found), total=total)
