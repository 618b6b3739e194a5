"""The lanes of the timeline: what they stand for, and their names."""

from data.catalog import Catalog
from data.queries.timeline import UNTIED
from figures import labels
from figures.language import Language

CATEGORIES = ("strategy", "diplomacy", "legislation", "operation", "sanction", "publication", "context")
"""Lanes from top to bottom: what governments set down and agree first, what was published and what surrounds it last."""


def names(catalog: Catalog, lanes: str, language: Language) -> dict[str, str]:
    """Return lane → its name, in the order from top to bottom.

    Args:
        lanes: `category` or `objective`.
    """
    if lanes == "category":
        words = labels.words(language, "category")
        return {code: words[code] for code in CATEGORIES}
    short = labels.objectives(language, catalog, short=True)
    named = {
        str(number): language.gettext("{number} {title}").format(number=number, title=title)
        for number, title in short.items()
    }
    return named | {UNTIED: language.gettext("Not tied to an objective")}
