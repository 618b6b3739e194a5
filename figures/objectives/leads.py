"""Who leads most of the initiatives in view, in a sentence."""

import pandas as pd

from data.queries.objectives import actors
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
    links = actors(view.catalog, counted)
    ours = links[links["role"] == "lead"]
    led = ours.groupby("agency", sort=False)["initiative_id"].nunique()
    if led.empty:
        return language.gettext("No lead is named for these initiatives")
    most, total = int(led.max()), len(counted)
    first = list(led.index[led == most])
    theirs = ours[ours["agency"].isin(first)]
    units = (theirs["actor"] != theirs["agency"]).any() and len(first) == 1
    names = {**_abbreviations(view), **links.drop_duplicates("actor").set_index("actor")["label"]}
    named = language.join(names.get(code, code) for code in first[:NAMED])
    if units:
        named = language.gettext("{agency} or a unit of it").format(agency=named)
    what = scope if is_whole(view.catalog, scope, total) else "some"
    plural = len(first) > 1 or _is_several(first[0])
    message = _message(view, (total == 1, most == total), what)[plural]
    return language.opening(message.format(names=named, most=language.number(most), total=language.number(total)))


def _message(view: View, whole: tuple[bool, bool], what: str) -> tuple[str, str]:
    """Return the sentence for one that leads and for several.

    Args:
        whole: whether there is a single initiative, and whether all are led.
        what: of all in the strategy, of all in context, or of `some`.
    """
    _ = view.language.gettext
    if whole == (True, True):
        return _("{names} leads this one initiative"), _("{names} lead this one initiative")
    if whole[1]:
        return {
            "strategy": (
                _("{names} leads or co-leads all {total} initiatives of the strategy"),
                _("{names} lead all {total} initiatives of the strategy"),
            ),
            "context": (
                _("{names} leads or co-leads all {total} initiatives in context"),
                _("{names} lead all {total} initiatives in context"),
            ),
            "some": (
                _("{names} leads or co-leads all of these {total} initiatives"),
                _("{names} lead all of these {total} initiatives"),
            ),
        }[what]
    return {
        "strategy": (
            _("{names} leads {most} of {total} initiatives of the strategy"),
            _("{names} lead {most} each of {total} initiatives of the strategy"),
        ),
        "context": (
            _("{names} leads {most} of {total} initiatives in context"),
            _("{names} lead {most} each of {total} initiatives in context"),
        ),
        "some": (
            _("{names} leads {most} of these {total} initiatives"),
            _("{names} lead {most} each of these {total} initiatives"),
        ),
    }[what]


def _abbreviations(view: View) -> dict[str, str]:
    """Return organisation → what it is called, for an agency that is named through a unit alone."""
    rows = view.catalog["organisations"]
    return dict(zip(rows["org_id"], rows["abbreviation"].where(rows["abbreviation"] != "", rows["name"]), strict=True))


def _is_several(name: str) -> bool:
    """Say whether a lead that is no organisation of the table is several bodies: "Mexico and the United States"."""
    return " and " in name
