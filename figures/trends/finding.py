"""What an indicator shows, in one line and in a few sentences."""

from typing import Any

import pandas as pd

from data.queries.narrowing import Narrowed
from data.queries.trends.indicators import Change, Indicator, change, full, highest, last, lowest, missing_years
from figures.language import Language
from figures.trends import wording as words


def finding(indicator: Indicator, rows: pd.DataFrame, place: str, language: Language) -> str:
    """Return the finding of an indicator's values; at least one.

    Args:
        rows: what `data.queries.trends.indicators.series` returns.
        place: where the values apply and whom they count, where the indicator has several series; else empty.
    """
    subject = words.subject(indicator)
    if place:
        subject = language.gettext("{subject} ({place})").format(subject=subject, place=place)
    return language.gettext("{subject}: {finding}").format(subject=subject, finding=_found(indicator, rows, language))


def _found(indicator: Indicator, rows: pd.DataFrame, language: Language) -> str:
    newest = last(rows)
    fields = {
        "value": words.marked(language, newest, indicator.unit),
        "period": words.period(language, newest, indicator.period_type),
    }
    if len(rows) == 1:
        return language.gettext("{value}, {period}, the only value here").format(**fields)
    if not indicator.is_consecutive:
        if rows["period"].nunique() == 1:
            top = highest(rows)
            return language.gettext("{value}, {period}; {place}").format(
                value=words.marked(language, top, indicator.unit),
                period=fields["period"],
                place=words.place(language, top),
            )
        if rows[["region", "component"]].drop_duplicates().shape[0] > 1:
            return language.gettext("{value}, {period} ({place}), the newest of {n} that are not a series").format(
                **fields, place=words.place(language, newest), n=language.number(len(rows))
            )
        return language.gettext("{value}, {period}, the newest of {n} that are not a series").format(
            **fields, n=language.number(len(rows))
        )
    if full(rows).empty:
        return language.gettext("{value}, {period}; every value covers part of a year").format(**fields)
    if indicator.period_type == "month":
        return _of_months(indicator, rows, fields, language)
    changed = change(rows)
    if changed is None:
        whole = last(full(rows))
        return language.gettext("{value} in {period}, the only full year here").format(
            value=words.marked(language, whole, indicator.unit),
            period=words.period(language, whole, indicator.period_type),
        )
    return _changed(indicator, changed, full(rows), language)


def _of_months(indicator: Indicator, rows: pd.DataFrame, fields: dict[str, str], language: Language) -> str:
    top = highest(rows)
    if top.value == last(rows).value:
        return language.gettext("{value} in {period}, no month higher").format(**fields)
    return language.gettext("{value} in {period}; the highest month is {peak}, {most}").format(
        **fields,
        peak=words.period(language, top, indicator.period_type),
        most=words.value(language, top, indicator.unit),
    )


def _changed(indicator: Indicator, changed: Change, whole: pd.DataFrame, language: Language) -> str:
    fields = {
        "first": words.marked(language, changed.first, indicator.unit),
        "from_": words.period(language, changed.first, indicator.period_type),
        "value": words.marked(language, changed.last, indicator.unit),
        "period": words.period(language, changed.last, indicator.period_type),
    }
    if changed.share is None:
        # "Over" and "nearly" give no exact share, and zero has none.
        return language.gettext("{first} in {from_}, {value} in {period}").format(**fields)
    fields["share"] = words.share(language, changed.share)
    if abs(changed.share) < 0.005:
        return language.gettext("{value} in {period}, as much as in {from_}").format(**fields)
    if changed.share > 0:
        return language.gettext("up {share} from {from_}, to {value} in {period}, the highest shown").format(**fields)
    if len(whole) > 2:
        return language.gettext("down {share} from {from_}, the highest shown, to {value} in {period}").format(**fields)
    return language.gettext("down {share} from {from_}, to {value} in {period}").format(**fields)


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
    if indicator.period_type in ("fiscal_year", "calendar_year") and (missing := missing_years(rows)):
        form = "FY{}" if indicator.period_type == "fiscal_year" else "{}"
        sentences.append(
            language.gettext("None found in the sources read for {years}.").format(
                years=language.join([form.format(year) for year in missing])
            )
        )
    if aside := narrowed.total - len(rows):
        sentences.append(
            language.ngettext(
                "{n} value lies outside the years chosen; a period counts by the year in which it ends.",
                "{n} values lie outside the years chosen; a period counts by the year in which it ends.",
                aside,
            )
        )
    return " ".join([*sentences, _extent(indicator, rows, language)])


def _extent(indicator: Indicator, rows: pd.DataFrame, language: Language) -> str:
    places = list(dict.fromkeys(words.place(language, row) for row in rows.itertuples()))
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

    def periods(which: pd.Series) -> str:
        named = list(dict.fromkeys(words.period(language, r, indicator.period_type) for r in rows[which].itertuples()))
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
            for row in rows[which].itertuples()
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
