"""When the evidence of a place is of: said by one rule on pages, slides and in documents."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from figures.language import Language


def dated(day: str, is_inferred: bool, language: Language) -> str:
    """Return a partial date as it stands within a sentence; an inferred one is about then."""
    told = language.date(day)
    return language.gettext("about {day}").format(day=told) if day and is_inferred else told


def within(place: Mapping[Any, Any] | pd.Series, language: Language, is_full: bool = True) -> str:
    """Return when the evidence of a place is of, as it stands within a sentence; of an inferred date, that it is about then.

    Args:
        place: the columns `evidence_date` and `date_inferred` of `data.queries.evidence.places`.
        is_full: whether it stands in full, or the year alone.
    """
    return dated(
        place["evidence_date"] if is_full else place["evidence_date"][:4], bool(place["date_inferred"]), language
    )


def day(place: Mapping[Any, Any] | pd.Series, language: Language, is_full: bool = True) -> str:
    """Return the same as it stands by itself."""
    return language.opening(within(place, language, is_full))
