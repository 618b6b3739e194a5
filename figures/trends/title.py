"""The heading of an indicator's figure, and the line under it that says what exactly is measured."""

import re
from dataclasses import replace
from typing import Any

import pandas as pd

from data.catalog import Catalog
from data.queries.trends.indicators import Indicator, Part, change, full, highest, known, last, part_of, parts
from data.queries.trends.whole import in_parts
from figures import labels
from figures.language import Language
from figures.trends import names
from figures.trends import wording as words

NAMED_UNITS = ("lb", "kg", "usd", "per_100000", "percent")
"""Units that are named; what is counted else, the title of the indicator says."""


FAMILIAR = ("CBP", "DHS", "HSI", "ICE")
"""Agencies that the sentence under the page's heading explains, or its name."""

LONGEST = 84
"""Characters of a heading that two lines of a column hold."""


def title(indicator: Indicator, rows: pd.DataFrame, place: str, language: Language) -> str:
    """Return the finding of an indicator's values, short enough for two lines of a column; at least one value.

    Args:
        rows: what `data.queries.trends.indicators.series` returns.
        place: where the values apply and whom they count, where they do not stand for the whole; else empty.
    """
    name = names.short(language, indicator)
    if place:
        name = language.gettext("{name} ({place})").format(name=name, place=place)
    titled = language.gettext("{name}: {finding}")
    told = titled.format(name=name, finding=found(indicator, rows, language))
    # What stands on the mark or under the number anyway gives way to a heading of two lines.
    return (
        told if len(told) <= LONGEST else titled.format(name=name, finding=found(indicator, rows, language, brief=True))
    )


def place(catalog: Catalog, indicator_id: str, codes: tuple[str, ...], row: Any, language: Language) -> str:
    """Return what part of an indicator a series is, for its heading; empty where it stands for the whole.

    Args:
        codes: of the series shown.
        row: one of their values.
    """
    offered = parts(catalog, indicator_id)
    if len(offered) == 1 or len(codes) > 1 or (codes == (offered[0].code,) and offered[0].is_everywhere):
        return ""
    name = names.short(language, known(catalog)[indicator_id])
    told = words.place(language, _apart(offered, part_of(catalog, row), name))
    return language.gettext("{place} only").format(place=told) if told and in_parts(catalog, indicator_id) else told


def _apart(offered: tuple[Part, ...], one: Part, name: str) -> Part:
    """Return of a series what tells it from the others of its indicator, and what the name does not say already.

    Components together are the agency that the name names.
    """
    region = one.region if len({part.region for part in offered}) > 1 else ""
    component = one.component if len({part.component for part in offered}) > 1 else ""
    said = component in name or (region and (one.is_together or one.is_own))
    return replace(one, region=region, component="" if said else component)


def found(indicator: Indicator, rows: pd.DataFrame, language: Language, brief: bool = False) -> str:
    """Return what the values show, without saying of what: "down 55% from FY2023 to FY2025"; "12,027 lb in FY2025".

    Args:
        brief: whether standing, the year in which a change ends, and the period of a value that is no year's or month's, are
            left to the drawing.
    """
    write = words.value if brief else words.in_part if names.says_standing(indicator) else words.marked
    newest = last(rows)
    if not indicator.is_consecutive:
        return _beside(indicator, rows, language, brief)
    in_period = language.gettext("{value} in {period}")
    if indicator.period_type == "month" or full(rows).empty:
        return in_period.format(
            value=write(language, newest, indicator.unit),
            period=words.period(language, newest, indicator.period_type),
        )
    changed = change(rows)
    if changed is None:
        whole = last(full(rows))
        return in_period.format(
            value=write(language, whole, indicator.unit),
            period=words.period(language, whole, indicator.period_type),
        )
    fields = {
        "first": words.value(language, changed.first, indicator.unit),
        "from_": words.period(language, changed.first, indicator.period_type),
        "value": words.value(language, changed.last, indicator.unit),
        "period": words.period(language, changed.last, indicator.period_type),
    }
    if changed.share is None:
        # "Over" and "nearly" give no exact share, and zero has none.
        return language.gettext("{first} in {from_}, {value} in {period}").format(**fields)
    if abs(changed.share) < 0.005:
        return language.gettext("{value} in {period}, as much as in {from_}").format(**fields)
    # "Since" reaches to today: where there is room, the year is named in which the change ends.
    ends_unsaid = brief and changed.last.period == newest.period
    if changed.share > 0:
        since = language.gettext("up {share} since {from_}")
        between = language.gettext("up {share} from {from_} to {period}")
    else:
        since = language.gettext("down {share} since {from_}")
        between = language.gettext("down {share} from {from_} to {period}")
    told = since if ends_unsaid else between
    return told.format(share=words.share(language, changed.share), **fields)


def _beside(indicator: Indicator, rows: pd.DataFrame, language: Language, brief: bool) -> str:
    """Return the newest of values that are no series; of several places in one time the highest, with its place unless it is the whole."""
    one = highest(rows) if rows["period"].nunique() == 1 else last(rows)
    if brief:
        return words.value(language, one, indicator.unit)
    several = rows["period"].nunique() == 1 and len(rows) > 1 and not one.everywhere
    told = words.period(language, one, indicator.period_type) if not several else words.place(language, one)
    return language.gettext("{value}, {period}").format(value=words.firm(language, one, indicator.unit), period=told)


def subtitle(catalog: Catalog, indicator: Indicator, heading: str, language: Language) -> str:
    """Return what is measured, in which unit and over which kind of period, in one line or two.

    Args:
        heading: what stands above it; an agency that it names by letters which are not said in full is told.
    """
    said = [words.subject(language, indicator)]
    if indicator.unit in NAMED_UNITS:
        said.append(words.unit(language, indicator.unit))
    said.append(words.kind(language, indicator.period_type))
    return " · ".join([*said, *in_full(catalog, heading, language)])


def in_full(catalog: Catalog, heading: str, language: Language) -> list[str]:
    """Return what letters in a heading stand for, but for the few known everywhere: "OFO: Office of Field Operations"."""
    known_as = catalog.names("glossary", "term", "expansion")
    found = [one for one in re.findall(r"\b[A-Z]{3,}\b", heading) if one not in FAMILIAR]
    pattern = language.gettext("{short}: {full}")
    return [
        pattern.format(short=one, full=labels.full(known_as[one], one))
        for one in dict.fromkeys(found)
        if known_as.get(one)
    ]
