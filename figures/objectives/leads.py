"""Who leads most of the initiatives in view, in a sentence."""

import pandas as pd

from data.queries.objectives import actors
from figures.language import Language
from figures.objectives.numbers import each_once, grouped
from figures.objectives.scope import is_whole, rows_counted
from figures.view import View

NAMED = 3
"""Leads that are named: of more that lead alike, the table has the others."""


def title(view: View, initiatives: pd.DataFrame) -> str:
    """Return who leads most. A unit counts for its agency, and the title says so.

    Args:
        initiatives: what `data.queries.objectives.initiatives` returns, with at least one row.
    """
    language = view.language
    scope, counted = rows_counted(initiatives)
    links = list(actors(view.catalog, counted).itertuples(index=False))
    led = grouped((link for link in links if link.role == "lead"), "agency")
    if not led:
        return language.gettext("No lead is named for these initiatives")
    tally = {agency: each_once(ours) for agency, ours in led.items()}
    most, total = max(tally.values()), len(counted)
    first = [agency for agency, count in tally.items() if count == most]
    units = len(first) == 1 and any(link.actor != link.agency for link in led[first[0]])
    # Of what is one and the same actor, the name that comes first holds.
    names = {**_abbreviations(view), **{link.actor: link.label for link in reversed(links)}}
    said = [names.get(code, code) for code in first[:NAMED]]
    # A lead that is several bodies holds an "and" of its own.
    named = (
        "; ".join(said) if len(said) > 1 and any(_is_several(name, language) for name in said) else language.join(said)
    )
    if units:
        named = language.gettext("{agency} or a unit of it").format(agency=named)
    what = scope if is_whole(view.catalog, scope, total) else "some"
    number = 2 if len(first) > 1 else int(_is_several(first[0], language))
    message = _message(view, total if most == total else 0, what)[number]
    return language.opening(message.format(names=named, most=language.number(most), total=language.number(total)))


def _message(view: View, whole: int, what: str) -> tuple[str, str, str]:
    """Return the sentence for one that leads, for several bodies that lead together, and for several that lead alike.

    Args:
        whole: how many initiatives there are, if all are led; else 0.
        what: of all in the strategy, of all in context, or of `some`.
    """
    _ = view.language.gettext
    if whole == 1:
        several = _("{names} lead this one initiative")
        return _("{names} leads this one initiative"), several, several
    if whole:
        one, several = {
            "strategy": (
                _("{names} leads or co-leads all {total} initiatives of the strategy"),
                _("{names} lead all {total} initiatives of the strategy"),
            ),
            "context": (
                _("{names} leads or co-leads all {total} initiatives in context"),
                _("{names} lead all {total} initiatives in context"),
            ),
            "some": (
                _("{names} leads or co-leads both of these initiatives"),
                _("{names} lead both of these initiatives"),
            )
            if whole == 2
            else (
                _("{names} leads or co-leads all {total} of these initiatives"),
                _("{names} lead all {total} of these initiatives"),
            ),
        }[what]
        return one, several, several
    return {
        "strategy": (
            _("{names} leads {most} of {total} initiatives of the strategy"),
            _("{names} lead {most} of {total} initiatives of the strategy"),
            _("{names} each lead {most} of {total} initiatives of the strategy"),
        ),
        "context": (
            _("{names} leads {most} of {total} initiatives in context"),
            _("{names} lead {most} of {total} initiatives in context"),
            _("{names} each lead {most} of {total} initiatives in context"),
        ),
        "some": (
            _("{names} leads {most} of these {total} initiatives"),
            _("{names} lead {most} of these {total} initiatives"),
            _("{names} each lead {most} of these {total} initiatives"),
        ),
    }[what]


def _abbreviations(view: View) -> dict[str, str]:
    """Return organisation → what it is called, for an agency that is named through a unit alone."""
    short, full = (view.catalog.names("organisations", "org_id", name) for name in ("abbreviation", "name"))
    return {code: short[code] or full[code] for code in full}


def _is_several(name: str, language: Language) -> bool:
    """Say whether a lead that is no organisation of the table is several bodies: "Mexico and the United States"."""
    joined = language.join(["-", "-"]).strip("-")
    return joined in name
