"""What the page of trends finds: whether the series shown went up or down, in a sentence.

On a phone it tells of the first series alone, and leaves to the drawing what stands there anyway where it would be long.
"""

from collections.abc import Sequence

import pandas as pd

from data.catalog import Catalog
from data.queries.offices import dated, reported_totals
from data.queries.trends.indicators import REPORTED, Indicator, change, drawings, full, known, last, series
from data.selection import Selection
from figures import labels, qualified
from figures.language import Language
from figures.trends import names, title
from figures.trends import wording as words

MOST = 2
"""Series told in a heading at most: of more, the first two."""

LONGEST = 118
"""Characters of a heading at most, so that it stays within two lines on a laptop: a second series is told only within them."""

LONGEST_ON_PHONE = 72
"""Characters that three lines of a phone hold."""


def finding(
    catalog: Catalog,
    selection: Selection,
    codes: Sequence[str],
    picked: Sequence[str],
    language: Language,
    is_phone: bool = False,
) -> str:
    """Return the finding of the indicators shown; what the years chosen leave of none of them is said.

    Args:
        codes: of the indicators shown, at least one.
        picked: codes of the series picked, where an indicator has several.
        is_phone: whether it stands over a narrow page.
    """
    said = _said(catalog, selection, codes, picked, language, is_phone)
    return "; ".join(said.values()) or language.gettext("The series shown have no value in the years chosen")


def tells(
    catalog: Catalog,
    selection: Selection,
    codes: Sequence[str],
    picked: Sequence[str],
    language: Language,
    is_phone: bool = False,
) -> tuple[str, ...]:
    """Return the codes of the indicators of which `finding` tells all that is shown: the headings of their charts would repeat it."""
    said = _said(catalog, selection, codes, picked, language, is_phone)
    return tuple(code for code in said if code == REPORTED or len(drawings(catalog, [code], picked)) == 1)


def _said(
    catalog: Catalog,
    selection: Selection,
    codes: Sequence[str],
    picked: Sequence[str],
    language: Language,
    is_phone: bool,
) -> dict[str, str]:
    """Return code of an indicator → what is told of it."""
    longest, said = LONGEST_ON_PHONE if is_phone else LONGEST, dict[str, str]()
    for code in codes:
        told = _told(catalog, selection, code, picked, language, longest)
        told = labels.within(told) if said and told else told
        if told and (not said or len("; ".join([*said.values(), told])) <= longest):
            said[code] = told
        if len(said) == MOST:
            break
    return said


def _told(
    catalog: Catalog, selection: Selection, code: str, picked: Sequence[str], language: Language, longest: int
) -> str:
    """Return what one indicator shows, in the fullest words that are short enough; the shortest where none is."""
    if code == REPORTED:
        return _totals(catalog, selection, language)
    indicator = known(catalog)[code]
    codes = drawings(catalog, [code], picked)[0][1]
    rows = series(catalog, selection, code, codes).rows
    if rows.empty:
        return ""
    short = names.short(language, indicator)
    part, name = title.place(catalog, code, codes, last(rows), language), short
    if part:
        name = language.gettext("{name} ({place})").format(name=short, place=part)
    told = (
        language.gettext("{name}: {finding}").format(
            name=name, finding=title.found(indicator, rows, language, brief=brief)
        )
        for brief in (False, True)
    )
    ways = _changed(indicator, rows, name, language) or tuple(told)
    return next((way for way in ways if len(way) <= longest), ways[-1] if longest < LONGEST else ways[0])


def _changed(indicator: Indicator, rows: pd.DataFrame, name: str, language: Language) -> tuple[str, ...]:
    """Return a rise or a fall between full years of exact values, in full and short; nothing where there is none to tell."""
    if not indicator.is_consecutive or indicator.period_type == "month" or full(rows).empty:
        return ()
    changed = change(rows)
    if changed is None or changed.share is None or abs(changed.share) < 0.005:
        return ()
    patterns = (
        (
            language.gettext("{name} fell {share} from {from_} to {period}"),
            language.gettext("{name}: down {share}, {from_}–{period}"),
        )
        if changed.share < 0
        else (
            language.gettext("{name} rose {share} from {from_} to {period}"),
            language.gettext("{name}: up {share}, {from_}–{period}"),
        )
    )
    said = {
        "name": name,
        "share": words.share(language, changed.share),
        "from_": words.period(language, changed.first, indicator.period_type),
        "period": words.period(language, changed.last, indicator.period_type),
    }
    return tuple(pattern.format(**said) for pattern in patterns)


def _totals(catalog: Catalog, selection: Selection, language: Language) -> str:
    """Return between what the published totals of offices run in the years chosen."""
    totals = dated(reported_totals(catalog, "offices", selection.only(("years",))))
    if totals.empty:
        return ""
    low, high = qualified.ends(totals, language)
    if low == high:
        return language.gettext("Published totals of HSI's offices: {n}").format(n=low)
    return language.gettext("Published totals of HSI's offices run from {low} to {high}").format(low=low, high=high)
