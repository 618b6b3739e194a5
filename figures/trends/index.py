"""Every indicator with its newest value: what there is to pick."""

from typing import Any

import pandas as pd

from data.catalog import Catalog
from data.queries.trends.indicators import drawings, known, of_system, parts, values, whole
from data.selection import Selection
from figures import labels, narrowing
from figures.figure import Figure
from figures.language import Language
from figures.trends import wording as words
from figures.view import View


def figure(catalog: Catalog, selection: Selection, system: str | None, language: Language) -> Figure:
    """Return the list of the indicators of a group, or of all; the years chosen narrow the values counted."""
    groups = labels.words(language, "system")
    rows = pd.DataFrame([_row(catalog, selection, code, groups, language) for code in of_system(catalog, system)])
    return Figure(
        key="trends-list",
        title=_title(rows, selection, language),
        text=language.gettext(
            "Each indicator with its group, unit, kind of period and newest value. Each row of the "
            "table leads to its chart. "
            "Figures of different groups overlap and are never added."
        ),
        rows=rows,
        columns={
            "title": language.gettext("Indicator"),
            "group": language.gettext("Group"),
            "newest": language.gettext("Newest value"),
            "when": language.gettext("Its period"),
            "place": language.gettext("Of which part"),
            "values": language.gettext("Values"),
            "series": language.gettext("Series"),
            "kind": language.gettext("Kind of period"),
            "unit": language.gettext("Unit"),
            "publisher": language.gettext("Publisher"),
            "caveat": language.gettext("Caveat"),
            "indicator_id": language.gettext("Code"),
        },
        source_ids=(),
        narrowed_by=("years",),
        chosen_by=("trends_group",),
        search=narrowing.group(system, language),
        sorted_by={"when": "starts"},
    )


def _title(rows: pd.DataFrame, selection: Selection, language: Language) -> str:
    """Return how many there are, and how many of them have little to show: one value, or none in the years chosen."""
    if not selection.has_years:
        if not (single := int((rows["values"] == 1).sum())):
            return language.ngettext("{n} indicator to pick", "{n} indicators to pick", len(rows))
        return language.ngettext(
            "{n} indicator to pick, {single} with a single value",
            "{n} indicators to pick, {single} with a single value",
            len(rows),
            single=language.number(single),
        )
    if not (some := int((rows["values"] > 0).sum())):
        return language.ngettext(
            "{n} indicator to pick, without a value in the years chosen",
            "{n} indicators to pick, none with a value in the years chosen",
            len(rows),
        )
    return language.ngettext(
        "{n} indicator to pick, {some} with a value in the years chosen",
        "{n} indicators to pick, {some} with a value in the years chosen",
        len(rows),
        some=language.number(some),
    )


def _row(
    catalog: Catalog, selection: Selection, code: str, groups: dict[str, str], language: Language
) -> dict[str, object]:
    indicator = known(catalog)[code]
    every = tuple(part.code for part in parts(catalog, code))
    newest, stated = _newest(catalog, selection, code, language)
    return {
        "indicator_id": code,
        "way": View.address("trends", trends_indicator=[code]),
        "group": groups[indicator.system],
        "title": indicator.title,
        "newest": stated,
        "when": words.period(language, newest, indicator.period_type) if newest else "",
        "starts": newest.period_start if newest else "",
        "place": words.place(language, newest) if newest else "",
        "values": len(values(catalog, selection, code, every)),
        "series": len(every),
        "kind": words.kind(language, indicator.period_type),
        "unit": words.unit(language, indicator.unit),
        "publisher": indicator.publisher,
        "caveat": indicator.caveat,
    }


def _newest(catalog: Catalog, selection: Selection, code: str, language: Language) -> tuple[Any | None, str]:
    """Return the newest value of an indicator, and how it is told: that of the whole where there is one, else of which part it is, too.

    The least part of a country, beside the name of the indicator alone, would be read as the whole.
    """
    contains = whole(catalog, code)
    if contains and (found := values(catalog, selection, code, (contains.code,))):
        return found[-1], words.marked(language, found[-1], known(catalog)[code].unit)
    found = values(catalog, selection, code, drawings(catalog, [code], ())[0][1])
    if not found:
        return None, ""
    # Of parts of one period the first is the largest.
    newest = next(row for row in found if row.period == found[-1].period)
    return newest, f"{words.marked(language, newest, known(catalog)[code].unit)} · {words.place(language, newest)}"
