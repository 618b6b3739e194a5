"""When the evidence of a place is of: said by one rule in slides and documents."""

from collections.abc import Mapping
from typing import Any

from figures.language import Language


def day(place: Mapping[Any, Any], language: Language, is_full: bool = True) -> str:
    """Return when the evidence of a place is of; of a source that bears no date of its own, that it is about then.

    Args:
        is_full: whether it stands in full, or the year alone.
    """
    told = language.date(place["evidence_date"] if is_full else place["evidence_date"][:4])
    if place["evidence_date"] and place["date_inferred"]:
        return language.gettext("about {day}").format(day=told)
    return language.opening(told)
