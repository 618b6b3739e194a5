"""The values of an indicator as a table: as stated and as numbers, with their period, place and standing."""

from collections.abc import Mapping

import pandas as pd

from data.queries.narrowing import Narrowed
from data.queries.trends.indicators import Indicator, each
from data.queries.trends.whole import Whole
from figures.language import Language
from figures.trends import wording as words


def table(indicator: Indicator, narrowed: Narrowed, wholes: Mapping[str, Whole], language: Language) -> pd.DataFrame:
    """Return the values with the columns that `columns` names.

    Args:
        wholes: month → the sum of its parts, where the values are of one of several parts.
    """
    rows = narrowed.rows
    values = each(rows)
    made = rows.assign(
        when=[words.period(language, row, indicator.period_type) for row in values],
        stated=[words.value(language, row, indicator.unit, exact=True) for row in values],
        number=rows["value"],
        unit=words.unit(language, indicator.unit),
        standing=[words.standing(language, row.status) for row in values],
        covers=[language.gettext("part of a year") if row.partial else "" for row in values],
        indicator=indicator.title,
    )
    return made.assign(whole=[wholes[month].value for month in rows["period"]]) if wholes else made


def columns(language: Language, whole: bool) -> dict[str, str]:
    """Return column → its name. `whole`: whether what all parts of a month come to stands beside each."""
    place = {"region": language.gettext("Region"), "component": language.gettext("Component")}
    added = {"whole": language.gettext("All parts of the month, added here")} if whole else {}
    return {
        "when": language.gettext("Period"),
        "stated": language.gettext("Value as stated"),
        # What a value is a part of stands right beside it.
        **(place | added if whole else {}),
        "number": language.gettext("Number"),
        "unit": language.gettext("Unit"),
        "standing": language.gettext("Standing"),
        "covers": language.gettext("Covers only"),
        **place,
        "period_start": language.gettext("First day"),
        "period_end": language.gettext("Last day"),
        "note": language.gettext("Note"),
        "indicator": language.gettext("Indicator"),
        "observation_id": language.gettext("Code"),
    }
