"""The views that every dress of the story is tried with."""

from collections.abc import Mapping

from data.catalog import Catalog
from data.selection import Selection
from data.translation import translated
from figures.language import language
from figures.view import View

SELECTIONS: Mapping[str, Selection] = {
    "no filter": Selection(),
    "one objective": Selection(objectives=(3,)),
    "one country": Selection(countries=("MEX",)),
    "a country with one row": Selection(countries=("KEN",)),
    "an empty selection": Selection(objectives=(4,), countries=("NGA",)),
}
"""What it is called → the selection."""


def asked(catalog: Catalog, name: str, code: str = "en") -> View:
    """Return a view by the name of its selection, in a language."""
    return View(translated(catalog, code), SELECTIONS[name], language(code), "light")
