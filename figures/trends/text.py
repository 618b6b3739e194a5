"""What an indicator shows, in a few sentences."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.queries.narrowing import Narrowed
from data.queries.trends.indicators import Indicator, each, full, highest, last, lowest, missing_years
from data.queries.trends.whole import Whole
from figures import labels
from figures.language import Language
from figures.trends import wording as words


def text(indicator: Indicator, narrowed: Narrowed, language: Language) -> str:
    """Return the values of an indicator in a few sentences: extent, last value, extremes, and what they are not."""
    rows = narrowed.rows
    sentences = [_last(indicator, rows, language)]
    whole = rows if full(rows).empty else full(rows)
    if len(whole) > 2 and indicator.is_consecutive:
        top, low = highest(whole), lowest(whole)
        sentences.append(
            language.gettext("The highest is {most} ({peak}), the lowest {least} ({dip}).").format(
                most=words.value(language, top, indicator.unit, exact=True),
                peak=words.period(language, top, indicator.period_type),
                least=words.value(language, low, indicator.unit, exact=True),
                dip=words.period(language, low, indicator.period_type),
            )
        )
    sentences += _not_so_firm(indicator, rows, language)
    if missing := without_value(indicator, rows, language):
        sentences.append(missing)
    if aside := narrowed.total - len(rows):
        sentences.append(
            language.ngettext(
                "{n} value lies outside the years chosen; a period counts by the year in which it ends.",
                "{n} values lie outside the years chosen; a period counts by the year in which it ends.",
                aside,
            )
        )
    return " ".join([*sentences, _extent(indicator, rows, language)])


def without_value(indicator: Indicator, rows: pd.DataFrame, language: Language) -> str:
    """Say for which years between the first and the last nothing was found; empty where none is missing."""
    if indicator.period_type not in ("fiscal_year", "calendar_year") or not (missing := missing_years(rows)):
        return ""
    form = "FY{}" if indicator.period_type == "fiscal_year" else "{}"
    return language.gettext("None found in the sources read for {years}.").format(
        years=language.join([labels.fiscal_year(language, form.format(year)) for year in missing])
    )


def of_part(
    indicator: Indicator, rows: pd.DataFrame, offered: int, wholes: Mapping[str, Whole], language: Language
) -> str:
    """Say of what the values are a part, and what all parts come to; the sum is ours.

    Args:
        offered: how many parts there are.
        wholes: month → the sum of its parts; empty where they are not shown to cover the whole.
    """
    newest = last(rows)
    said = language.gettext("{part} is one of {n} parts; no total of a month was published.").format(
        part=words.place(language, newest), n=language.number(offered)
    )
    if newest.period not in wholes:
        return said
    added = language.gettext(
        "Added by us, all parts of {month} come to {value}; so added, full fiscal years come to the totals that were published."
    )
    return f"{said} " + added.format(
        month=words.period(language, newest, indicator.period_type),
        value=words.exact(language, wholes[newest.period].value, indicator.unit),
    )


def _extent(indicator: Indicator, rows: pd.DataFrame, language: Language) -> str:
    places = list(dict.fromkeys(words.place(language, row) for row in each(rows)))
    fields = {
        "unit": words.unit(language, indicator.unit),
        "kind": words.kind(language, indicator.period_type),
        "place": places[0] if len(places) == 1 else language.ngettext("{n} series", "{n} series", len(places)),
        "publisher": indicator.publisher,
    }
    return language.ngettext(
        "{n} value. Unit: {unit}. Period: {kind}. Covers: {place}. Publisher: {publisher}.",
        "{n} values. Unit: {unit}. Period: {kind}. Covers: {place}. Publisher: {publisher}.",
        len(rows), **fields,
    )  # fmt: skip


def _last(indicator: Indicator, rows: pd.DataFrame, language: Language) -> str:
    several = rows[["region", "component"]].drop_duplicates().shape[0] > 1
    if several and rows["period"].nunique() == 1:
        top = highest(rows)
        return language.gettext("The highest is {value}: {place}, {period}.").format(
            value=words.marked(language, top, indicator.unit, exact=True),
            place=words.place(language, top),
            period=words.period(language, top, indicator.period_type),
        )
    newest: Any = last(rows)
    return language.gettext("Last value: {value}, {period}.").format(
        value=words.marked(language, newest, indicator.unit, exact=True),
        period=words.period(language, newest, indicator.period_type),
    )


def _not_so_firm(indicator: Indicator, rows: pd.DataFrame, language: Language) -> list[str]:
    """Say which values are not exact, not final, or not of a whole period."""

    def chosen(which: pd.Series) -> list[Any]:
        return [row for row, such in zip(each(rows), which, strict=True) if such]

    def periods(which: pd.Series) -> str:
        named = list(dict.fromkeys(words.period(language, row, indicator.period_type) for row in chosen(which)))
        if len(named) > 4:
            return language.gettext("{first} to {last}").format(first=named[0], last=named[-1])
        return language.join(named)

    def values(which: pd.Series) -> str:
        if which.sum() > 4:
            return periods(which)
        return language.join(
            language.gettext("{value} ({period})").format(
                value=words.value(language, row, indicator.unit),
                period=words.period(language, row, indicator.period_type),
            )
            for row in chosen(which)
        )

    said = []
    if indicator.is_consecutive and len(rows) > 1 and (rounded := rows["qualifier"] != "exact").any():
        said.append(language.gettext("Not exact in the source: {values}.").format(values=values(rounded)))
    for status in ("provisional", "reported", "compiled", "press_internal"):
        if (such := rows["status"] == status).any():
            standing = words.standing(language, status)
            pattern = language.gettext("{standing}: {periods}.")
            said.append(pattern.format(standing=standing[0].upper() + standing[1:], periods=periods(such)))
    if (partial := rows["partial"].astype(bool)).any() and indicator.is_consecutive:
        said.append(language.gettext("Part of a year: {periods}.").format(periods=periods(partial)))
    return said
