"""From promise to evidence as a list in HTML: each promise with what its wording names, and beside it what two sides say since."""

from collections.abc import Sequence
from html import escape

from data.queries.objectives import FollowUp, Initiative, Said
from figures.language import Language
from figures.objectives.markup import record, unseen
from figures.palette import palette
from figures.view import View


def html(view: View, promises: Sequence[tuple[Initiative, FollowUp]]) -> str:
    """Return the list, in the order given, under heads that show where there is room for three columns."""
    _ = view.language.gettext
    if not promises:
        return f"<p>{escape(_('There is none.'))}</p>"
    heads = (_("Promise"), *_sides(view.language))
    head = f'<div class="heads" aria-hidden="true">{"".join(f"<b>{escape(name)}</b>" for name in heads)}</div>'
    listed = "".join(_promise(view, *promise) for promise in promises)
    return f'<div class="measured since">{head}<ol class="promises">{listed}</ol></div>'


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


def _promise(view: View, one: Initiative, found: FollowUp) -> str:
    language = view.language
    number = f"{unseen(language.gettext('Objective '))}<b>{one.objective_id}</b>"
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
    color = palette(view.theme).objectives[str(one.objective_id)]
    return (
        f'<li style="--of:{color}"><div>{number} {record(view, "initiative", one.initiative_id, one.name)}'
        f"<small>{escape(wording)}</small></div>{told}{note}</li>"
    )


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
