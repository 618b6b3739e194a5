"""What the page of trends finds: whether the series shown went up or down, in a sentence."""

from collections.abc import Sequence

import pandas as pd

from data.catalog import Catalog
from data.queries.offices import dated, reported_totals
from data.queries.trends.indicators import REPORTED, Indicator, change, drawings, full, known, last, series
from data.selection import Selection
from figures.language import Language
from figures.trends import names, title
from figures.trends import wording as words

MOST = 2
"""Series told in a heading at most: of more, the first two."""

LONGEST = 118
"""Characters of a heading at most, so that it stays within two lines on a laptop: a second series is told only within them."""


def finding(
    catalog: Catalog, selection: Selection, codes: Sequence[str], picked: Sequence[str], language: Language
) -> str:
    """Return the finding of the indicators shown; what the years chosen leave of none of them is said.

    Args:
        codes: of the indicators shown, at least one.
        picked: codes of the series picked, where an indicator has several.
    """
    said: list[str] = []
    for code in codes:
        told = _told(catalog, selection, code, picked, language)
        told = names.within(told) if said and told else told
        if told and (not said or len(f"{said[0]}; {told}") <= LONGEST):
            said.append(told)
        if len(said) == MOST:
            break
    return "; ".join(said) or language.gettext("The series shown have no value in the years chosen")


def _told(catalog: Catalog, selection: Selection, code: str, picked: Sequence[str], language: Language) -> str:
    if code == REPORTED:
        return _totals(catalog, selection, language)
    indicator = known(catalog)[code]
    codes = drawings(catalog, [code], picked)[0][1]
    rows = series(catalog, selection, code, codes).rows
    if rows.empty:
        return ""
    name = names.short(language, indicator)
    if part := title.place(catalog, code, codes, last(rows), language):
        name = language.gettext("{name} ({place})").format(name=name, place=part)
    return _changed(indicator, rows, name, language) or language.gettext("{name}: {finding}").format(
        name=name, finding=title.found(indicator, rows, language)
    )


def _changed(indicator: Indicator, rows: pd.DataFrame, name: str, language: Language) -> str:
    """Return a rise or a fall between full years of exact values; empty where there is none to tell."""
    if not indicator.is_consecutive or indicator.period_type == "month" or full(rows).empty:
        return ""
    changed = change(rows)
    if changed is None or changed.share is None or abs(changed.share) < 0.005:
        return ""
    pattern = (
        language.gettext("{name} fell {share} from {from_} to {period}")
        if changed.share < 0
        else language.gettext("{name} rose {share} from {from_} to {period}")
    )
    return pattern.format(
        name=name,
        share=words.share(language, changed.share),
        from_=words.period(language, changed.first, indicator.period_type),
        period=words.period(language, changed.last, indicator.period_type),
    )


def _totals(catalog: Catalog, selection: Selection, language: Language) -> str:
    """Return between what the published totals of offices run in the years chosen."""
    totals = dated(reported_totals(catalog, "offices", selection.only(("years",))))
    if totals.empty:
        return ""
    low, high = (language.number(int(value)) for value in (totals["value"].min(), totals["value"].max()))
    if low == high:
        return language.gettext("Published totals of HSI's offices: {n}").format(n=low)
    return language.gettext("Published totals of HSI's offices run from {low} to {high}").format(low=low, high=high)
