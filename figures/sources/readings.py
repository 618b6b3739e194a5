"""Contradictions for reading, as HTML: a line a point, which opens to what each side says, side by side."""

from html import escape

from data import link
from data.queries.records.address import address
from data.queries.sources.contradictions import PARTS, Contradiction, Reading, contradictions
from figures import cited, labels
from figures.figure import Figure
from figures.ink.table import linked
from figures.language import Language
from figures.sources import contradictions as disagreement
from figures.sources.contradictions import standing
from figures.view import View


def figure(view: View) -> Figure:
    """Return all contradictions for reading, by part: that which the link of the page About names stands open."""
    found, named = contradictions(view.catalog), labels.words(view.language, "part")
    chosen = view.choice(link.ABOUT_PART)
    parts = {part: tuple(one for one in found if one.part == part) for part in PARTS}
    drawn = "".join(
        f'<details class="part"{" open" if part == chosen else ""}><summary>{escape(named[part])} · '
        f"{_points(len(ours), view.language)}</summary>{html(ours, view)}</details>"
        for part, ours in parts.items()
        if ours
    )
    return disagreement.figure(view.catalog, found, view.language, drawn)


def _points(count: int, language: Language) -> str:
    return language.ngettext("{n} point", "{n} points", count)


def html(found: tuple[Contradiction, ...], view: View, source_id: str = "", is_open: bool = False) -> str:
    """Return points below each other.

    Args:
        source_id: where a source is looked at, its name is firm among those cited.
        is_open: whether each stands open.
    """
    return f'<div class="points">{"".join(_point(one, view, source_id, is_open) for one in found)}</div>'


def _point(one: Contradiction, view: View, source_id: str, is_open: bool) -> str:
    sides = "".join(_side(reading, view, source_id) for reading in one.readings)
    record = view.address("record", id=[address("contradiction", one.contradiction_id)])
    return (
        f"<details{' open' if is_open else ''}><summary><b>{escape(one.title)}</b> "
        f"<small>{escape(standing(one, view.language))}</small></summary>"
        f"<ul>{sides}</ul><p>{_outcome(one, view)} {linked(view.language.gettext('Record'), record)}</p></details>"
    )


def _side(reading: Reading, view: View, source_id: str) -> str:
    said = " · ".join(_cited(source, view, source_id) for source in reading.source_ids)
    return f"<li><b>{escape(reading.attributed_to)}</b><br>{escape(reading.claim)}<br><small>{said}</small></li>"


def _cited(source: str, view: View, firm: str) -> str:
    said = cited.html(view.catalog, view.language, source)
    return f"<b>{said}</b>" if source == firm else said


def _outcome(one: Contradiction, view: View) -> str:
    """Say which reading is followed, if any, what else there is to say, and which sources stand behind no one reading."""
    if one.followed:
        parts = [view.language.gettext("The tables follow: {reading}.").format(reading=escape(one.followed))]
    elif one.difference == "contradiction":
        parts = [view.language.gettext("No reading is chosen.")]
    else:
        parts = [view.language.gettext("Not counted as a disagreement.")]
    parts += [escape(one.note)] if one.note else []
    if one.further:
        named = " · ".join(_cited(source, view, "") for source in one.further)
        parts.append(view.language.gettext("Also read: {sources}.").format(sources=named))
    return " ".join(parts)
