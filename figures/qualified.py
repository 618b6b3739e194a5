"""Numbers as exactly as their sources give them: "over 93"."""

from collections.abc import Mapping

import pandas as pd

from figures.labels import N
from figures.language import Language

QUALIFIED: Mapping[str, str] = {
    "exact": "{n}",
    "over": N("over {n}"),
    "about": N("about {n}"),
    "nearly": N("nearly {n}"),
    "fewer_than": N("fewer than {n}"),
}
"""How exact a source is → how its number is written."""


def said(number: str, qualifier: str, language: Language) -> str:
    """Return a number, written with its unit, as exactly as its source gives it."""
    return number if qualifier == "exact" else language.gettext(QUALIFIED[qualifier]).format(n=number)


def ends(totals: pd.DataFrame, language: Language) -> tuple[str, str]:
    """Return the lowest and the highest of several totals; where sources differ on the highest, that which goes beyond it.

    Args:
        totals: columns value (no cell empty) and qualifier; at least one row.
    """
    by_value = {value: {*rows["qualifier"]} for value, rows in totals.groupby("value")}
    (low, at_low), (high, at_high) = min(by_value.items()), max(by_value.items())
    return (
        said(language.number(int(low)), _first(at_low, "exact", "about", "over"), language),
        said(language.number(int(high)), _first(at_high, "over", "exact", "about"), language),
    )


def _first(found: set[str], *order: str) -> str:
    return next((one for one in order if one in found), min(found))
