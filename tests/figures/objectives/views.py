"""Views of the objectives, for tests."""

from data.catalog import Catalog
from data.link import OBJECTIVES_EVIDENCE, OBJECTIVES_SCOPE
from data.selection import Selection
from figures.language import language
from figures.palette import Theme
from figures.view import View


def view(catalog: Catalog, scope: str = "all", evidence: str = "all", theme: Theme = "light", **chosen: object) -> View:
    stated = {OBJECTIVES_SCOPE.url: scope, OBJECTIVES_EVIDENCE.url: evidence}
    choices = tuple((key, (value,)) for key, value in stated.items() if value != "all")
    return View(catalog, Selection(**chosen), language("en"), theme, "objectives", choices)
