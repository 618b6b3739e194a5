"""From promise to evidence as a list in HTML: each initiative with what its wording names, and beside it what two sides say since.

On a phone each opens from its name and the day of the latest source.
"""

from collections.abc import Sequence
from html import escape

from data.queries.objectives import FollowUp, Initiative, Said
from figures.ink.fold import fold
from figures.language import Language
from figures.objectives.markup import record, unseen
from figures.palette import palette
from figures.room import on_phone
from figures.view import View

Promise = tuple[Initiative, FollowUp]


def html(view: View, promises: Sequence[Promise]) -> str:
    """Return the list, in the order given, under heads that show where there is room for three columns."""
    _ = view.language.gettext
    if not promises:
        none = _("There is none.")
        return f"<p>{escape(none)}</p>"
    heads = (_("Initiative"), *_sides(view.language))
    head = f'<div class="heads" aria-hidden="true">{"".join(f"<b>{escape(name)}</b>" for name in heads)}</div>'
    if on_phone(view):
        return f'<div class="since">{_folded(view, promises)}</div>'
    return f'<div class="measured since">{head}{_list(view, promises)}</div>'


def named(found: FollowUp, language: Language) -> str:
    """Return what the wording of a promise names that could be measured."""
    words = {
        "number": language.gettext("a number"),
        "date": language.gettext("a date"),
        "body": language.gettext("a body that answers"),
    }
    return language.join(words[name] for name in found.names) or language.gettext("none of the three")


def _sides(language: Language) -> tuple[str, str]:
    return language.gettext("The agency since"), language.gettext("Others since")


def _list(view: View, promises: Sequence[Promise]) -> str:
    return f'<ol class="promises">{"".join(_promise(view, *promise) for promise in promises)}</ol>'


def _folded(view: View, promises: Sequence[Promise]) -> str:
    """Return a line for each that a later source mentions, which opens to the whole, and one line for all others."""
    told = [promise for promise in promises if promise[1].latest.date]
    rest = [promise for promise in promises if not promise[1].latest.date]
    if not told:
        return _list(view, rest)
    lines = "".join(_line(view, *promise) for promise in told)
    drawn = f'<ol class="promise-lines">{lines}</ol>'
    if not rest:
        return drawn
    words = view.language.ngettext("{n} without a later source", "{n} without a later source", len(rest))
    return drawn + fold(words, f'<div class="measured">{_list(view, rest)}</div>', "without")


def _line(view: View, one: Initiative, found: FollowUp) -> str:
    day = view.language.date(found.latest.date)
    lead = record(view, "initiative", one.initiative_id, view.language.gettext("Record"))
    return (
        f"<li {_color(view, one)}><details><summary>{_number(one, view.language)} {escape(one.name)} "
        f'<small>{escape(day)}</small></summary><div class="one">{_told(view, found, lead)}</div></details></li>'
    )


def _promise(view: View, one: Initiative, found: FollowUp) -> str:
    name = f"{_number(one, view.language)} {record(view, 'initiative', one.initiative_id, one.name)}"
    return f"<li {_color(view, one)}>{_told(view, found, name)}</li>"


def _color(view: View, one: Initiative) -> str:
    return f'style="--of:{palette(view.theme).objectives[str(one.objective_id)]}"'


def _number(one: Initiative, language: Language) -> str:
    word = unseen(language.gettext("Objective"))
    return f"{word} <b>{one.objective_id}</b>"


def _told(view: View, found: FollowUp, lead: str) -> str:
    """Return what is said of a promise, under what leads to it."""
    language = view.language
    wording = language.gettext("Names {what}").format(what=named(found, language))
    told = (
        "".join(
            f"<div><b>{escape(side)}</b>{_said(view, said)}</div>"
            for side, said in zip(_sides(language), (found.agency, found.others), strict=True)
        )
        if found.latest.date
        else _nothing(found, language)
    )
    # A source without a date says nothing of its own: the note tells what it is.
    undated = [source for said in (found.agency, found.others) if not said.date for source in said.source_ids]
    limits = " ".join(part for part in (escape(found.note), _cited(view, undated)) if part)
    note = f'<small class="limits">{limits}</small>' if limits else ""
    return f"<div>{lead}<small>{escape(wording)}</small></div>{told}{note}"


def _nothing(found: FollowUp, language: Language) -> str:
    if not found.searched_to:
        return f'<div class="neither nothing">{escape(language.gettext("Not searched"))}</div>'
    words = language.gettext("No later source found (searched to {day})").format(day=language.date(found.searched_to))
    return f'<div class="neither nothing">{escape(words)}</div>'


def _said(view: View, said: Said) -> str:
    language = view.language
    if not said.date:
        return f'<span class="nothing">{escape(language.gettext("Nothing found"))}</span>'
    cited = _cited(view, said.source_ids)
    return f"<span><time>{escape(language.date(said.date))}</time> {escape(said.what)} <small>{cited}</small></span>"


def _cited(view: View, source_ids: Sequence[str]) -> str:
    return " · ".join(_source(view, source) for source in source_ids)


def _source(view: View, source_id: str) -> str:
    source = view.catalog.sources[source_id]
    # One that is not to be linked has no address.
    return f'<a href="{escape(source.url)}">{escape(source.publisher)}</a>' if source.url else escape(source.publisher)
