"""From promise to evidence as a list in HTML: each initiative with what its wording names, and beside it what two sides say since.

On a phone each opens from its name and the day of the latest source.
"""

from collections.abc import Sequence
from html import escape

from data.queries.follow_up import NAMED, FollowUp, Said
from data.queries.objectives import Initiative
from figures.ink.fold import fold
from figures.language import Language
from figures.objectives.markup import record, unseen
from figures.palette import palette
from figures.room import on_phone
from figures.view import View

Promise = tuple[Initiative, FollowUp]

SEVERAL = 2
"""Of so many promises and more, what all of them name is said once."""


def html(view: View, promises: Sequence[Promise]) -> str:
    """Return the list, in the order given, under heads that show where there is room for three columns."""
    _ = view.language.gettext
    if not promises:
        none = _("There is none.")
        return f"<p>{escape(none)}</p>"
    heads, alike = (_("Initiative"), *_sides(view.language)), shared(promises)
    once = f'<p class="alike">{escape(_alike(alike, view.language))}</p>' if alike else ""
    head = f'<div class="heads" aria-hidden="true">{"".join(f"<b>{escape(name)}</b>" for name in heads)}</div>'
    if on_phone(view):
        return f'<div class="since">{once}{_folded(view, promises, alike)}</div>'
    # The heads have a row of their own, which paper repeats on each sheet: components/style/.
    return f'<div class="measured since">{once}<div class="headed"><div>{head}</div>{_list(view, promises, alike)}</div></div>'


def shared(promises: Sequence[Promise]) -> tuple[str, ...]:
    """Return what the wording of each of several promises names: it is said once, and not on every row."""
    if len(promises) < SEVERAL:
        return ()
    return tuple(name for name in NAMED if all(name in found.names for _one, found in promises))


def named(found: FollowUp, language: Language) -> str:
    """Return what the wording of a promise names that could be measured."""
    return _joined(found.names, language) or language.gettext("none of the three")


def _joined(names: Sequence[str], language: Language) -> str:
    words = {
        "number": language.gettext("a number"),
        "date": language.gettext("a date"),
        "body": language.gettext("a body that answers"),
    }
    return language.join(words[name] for name in names)


def _alike(names: Sequence[str], language: Language) -> str:
    """Return what all of them name, and where to look for what only some do."""
    if len(names) == len(NAMED):
        return language.gettext("Each names {what}.").format(what=_joined(names, language))
    return language.gettext("Each names {what}. What else a wording names stands under its name.").format(
        what=_joined(names, language)
    )


def _sides(language: Language) -> tuple[str, str]:
    return language.gettext("The agency since"), language.gettext("Others since")


def _list(view: View, promises: Sequence[Promise], alike: Sequence[str]) -> str:
    return f'<ol class="promises">{"".join(_promise(view, *promise, alike) for promise in promises)}</ol>'


def _folded(view: View, promises: Sequence[Promise], alike: Sequence[str]) -> str:
    """Return a line for each that a later source mentions, which opens to the whole, and one line for all others."""
    told = [promise for promise in promises if promise[1].latest.date]
    rest = [promise for promise in promises if not promise[1].latest.date]
    if not told:
        return _list(view, rest, alike)
    lines = "".join(_line(view, *promise, alike) for promise in told)
    drawn = f'<ol class="promise-lines">{lines}</ol>'
    if not rest:
        return drawn
    words = view.language.ngettext("{n} without a later source", "{n} without a later source", len(rest))
    return drawn + fold(words, f'<div class="measured">{_list(view, rest, alike)}</div>', "without")


def _line(view: View, one: Initiative, found: FollowUp, alike: Sequence[str]) -> str:
    day = view.language.date(found.latest.date)
    lead = record(view, "initiative", one.initiative_id, view.language.gettext("Record"))
    return (
        f"<li {_color(view, one)}><details><summary>{_number(one, view.language)} {escape(one.name)} "
        f'<small>{escape(day)}</small></summary><div class="one">{_told(view, found, lead, alike)}</div></details></li>'
    )


def _promise(view: View, one: Initiative, found: FollowUp, alike: Sequence[str]) -> str:
    name = f"{_number(one, view.language)} {record(view, 'initiative', one.initiative_id, one.name)}"
    return f"<li {_color(view, one)}>{_told(view, found, name, alike)}</li>"


def _color(view: View, one: Initiative) -> str:
    return f'style="--of:{palette(view.theme).objectives[str(one.objective_id)]}"'


def _number(one: Initiative, language: Language) -> str:
    word = unseen(language.gettext("Objective"))
    return f"{word} <b>{one.objective_id}</b>"


def _told(view: View, found: FollowUp, lead: str, alike: Sequence[str]) -> str:
    """Return what is said of a promise, under what leads to it."""
    language = view.language
    wording = _wording(found, alike, language)
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
    measured = f"<small>{escape(wording)}</small>" if wording else ""
    return f"<div>{lead}{measured}</div>{told}{note}"


def _wording(found: FollowUp, alike: Sequence[str], language: Language) -> str:
    """Return what a wording names beside what all of them do; nothing where that is all."""
    if not alike:
        return language.gettext("Names {what}").format(what=named(found, language))
    others = [name for name in found.names if name not in alike]
    return language.gettext("Names {what}, too").format(what=_joined(others, language)) if others else ""


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
