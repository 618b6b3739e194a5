"""Which initiatives are counted: those of the strategy, and those of context only where there are none. The two are never summed."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.objectives import Initiative
from figures.language import Language


class Counted(NamedTuple):
    """A scope, and its initiatives among those given."""

    scope: str
    initiatives: list[Initiative]


def counted(initiatives: Sequence[Initiative]) -> Counted:
    """Return the initiatives that are counted."""
    scope = "strategy" if any(one.scope == "strategy" for one in initiatives) else "context"
    return Counted(scope, [one for one in initiatives if one.scope == scope])


@once(256)
def rows_counted(rows: pd.DataFrame) -> tuple[str, pd.DataFrame]:
    """Return the scope that is counted, and its rows among those of `initiatives`."""
    scope = "strategy" if (rows["scope"] == "strategy").any() else "context"
    return scope, rows[rows["scope"] == scope]


def is_whole(catalog: Catalog, scope: str, count: int) -> bool:
    """Say whether so many are all that a scope has: of fewer, nothing may be said as if they were the strategy."""
    return count == int((catalog["initiatives"]["scope"] == scope).sum())


def apart(rows: pd.DataFrame, language: Language) -> str:
    """Say which of the initiatives given are counted, and which are not."""
    context = int((rows["scope"] == "context").sum())
    if context == len(rows):
        return language.gettext("Context alone is counted: related work, not shown to be in the strategy.")
    if not context:
        return language.gettext("The strategy alone is counted.")
    return language.ngettext(
        "The strategy alone is counted; the choice “Context” above counts the {n} in context.",
        "The strategy alone is counted; the choice “Context” above counts the {n} in context.",
        context,
    )
