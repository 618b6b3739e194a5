"""The columns of initiatives as HTML: a list an objective, told apart by shape; of one objective alone, more of each."""

from collections.abc import Mapping, Sequence
from html import escape

from data.link import OBJECTIVE
from data.queries.objectives import SCOPES, Initiative
from figures import labels
from figures.ink.fold import fold
from figures.language import Language
from figures.objectives.headline import tally
from figures.objectives.markup import record, unseen
from figures.palette import palette
from figures.room import on_phone
from figures.view import View

SHORT, LONG = 0.85, 1.25
"""Width of a column with the shortest and the longest list, as a share of an even one."""

FEW = 4
"""Countries that are named of an initiative in one line; of more it says how many they are."""


def html(view: View, columns: Mapping[int, Sequence[Initiative]]) -> str:
    """Return the columns under the key to their marks."""
    alone = len(columns) == 1
    drawn = "".join(_column(view, number, ours, alone) for number, ours in columns.items())
    shown = [one for ours in columns.values() for one in ours]
    shares = _shares([len(ours) for ours in columns.values()])
    return (
        f'<div class="measured">{_key(view, shown)}<div class="objective-columns of-{len(columns)}" style="--shares:{shares}">'
        f"{drawn}</div></div>"
    )


def _shares(counts: Sequence[int]) -> str:
    """Return the widths of the columns for a style sheet: a long list is a little wider, so that fewer names are broken."""
    middle = sum(counts) / len(counts)
    return " ".join(f"minmax(0,{min(LONG, max(SHORT, count / middle)):.2f}fr)" for count in counts)


def _key(view: View, shown: Sequence[Initiative]) -> str:
    _ = view.language.gettext
    said = {
        "strategy": _("in the strategy"),
        "context": _("context: related work, not shown to be in it"),
    }
    parts = [
        f'<span class="in-{scope}">{escape(words)}</span>'
        for scope, words in said.items()
        if any(one.scope == scope for one in shown)
    ]
    if any(_year(one) for one in shown):
        words = _("a later source, with its year (not looked for in context)")
        parts.append(f'<span class="later">{escape(words)}</span>')
    return f'<div class="initiatives-key">{" ".join(parts)}</div>'


def _column(view: View, number: int, ours: Sequence[Initiative], alone: bool) -> str:
    title = f"<b>{number}</b> {escape(labels.objectives(view.language, view.catalog)[number])}"
    if not alone:
        title = f'<a href="{escape(view.address("objectives", **{OBJECTIVE.url: [str(number)]}))}">{title}</a>'
    strategy = sum(one.scope == "strategy" for one in ours)
    lists = "".join(
        _list(view, scope, [one for one in ours if one.scope == scope], alone, apart=bool(strategy))
        for scope in SCOPES
        if any(one.scope == scope for one in ours)
    )
    color = palette(view.theme).objectives[str(number)]
    counted = (
        "" if alone else f'<div class="tally">{escape(tally(strategy, len(ours) - strategy, view.language))}</div>'
    )
    return f'<section style="--of:{color}"><div><h3>{title}</h3>{counted}</div><div>{lists}</div></section>'


def _list(view: View, scope: str, ours: Sequence[Initiative], alone: bool, apart: bool) -> str:
    words = labels.words(view.language, "scope")[scope]
    items = "".join(f"<li>{_name(view, one)}{_more(view, one) if alone else ''}</li>" for one in ours)
    listed = f'<ul class="in-{scope}" aria-label="{escape(words)}">{items}</ul>'
    if alone:
        return _heads(view, words) + listed
    if scope != "context" or not apart:
        return listed
    if on_phone(view):
        return fold(words, listed, "apart")
    return f'<div class="apart">{escape(words)}</div>{listed}'


def _name(view: View, one: Initiative) -> str:
    linked = record(view, "initiative", one.initiative_id, one.name)
    year = _year(one)
    if not year:
        return f"<span>{linked}</span>"
    later = unseen(view.language.gettext("later source:"))
    return f'<span>{linked} <small class="later">{later} {year}</small></span>'


def _year(one: Initiative) -> str:
    """Return the year of the latest later source; nothing where none was found, or none was looked for."""
    return one.follow_up.latest.date[:4] if one.follow_up else ""


def _heads(view: View, words: str) -> str:
    """Return what stands over the columns of one objective alone; each cell says it for itself to those who do not see it."""
    _ = view.language.gettext
    told = "".join(f"<span>{escape(name)}</span>" for name in (_("Lead"), _("Status as published"), _("Countries")))
    return f'<div class="heads" aria-hidden="true"><b>{escape(words)}</b>{told}</div>'


def _more(view: View, one: Initiative) -> str:
    language, names = view.language, labels.countries(view.language, view.catalog)
    _ = language.gettext
    told = {
        _("Lead"): escape("; ".join(one.leads) or _("no lead named")),
        _("Status as published"): _status(one, language),
        _("Countries"): escape(_countries(one, view.language, names)),
    }
    return "".join(f"<span>{unseen(f'{name}: ')}{words}</span>" for name, words in told.items())


def _status(one: Initiative, language: Language) -> str:
    """Return the status with its date, which a room has no place for."""
    status, whole = (labels.status(one.status, date, language) for date in ("", one.status_date))
    return f"{escape(status)}<time>{escape(whole[len(status) :])}</time>" if one.status_date else escape(status)


def _countries(one: Initiative, language: Language, names: Mapping[str, str]) -> str:
    if len(one.countries) > FEW:
        return language.ngettext("{n} country", "{n} countries", len(one.countries))
    return ", ".join(names[code] for code in one.countries) or language.gettext("no country named")
