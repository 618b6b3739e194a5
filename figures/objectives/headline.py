"""What the page of objectives finds, in one line: how many initiatives the strategy has in this view, and how many are context."""

import pandas as pd

from figures.language import Language


def finding(counts: pd.DataFrame, language: Language) -> str:
    """Return the title of the page.

    Args:
        counts: what `data.queries.objectives.by_objective` returns.
    """
    strategy, context = (int(counts[scope].sum()) for scope in ("strategy", "context"))
    if not strategy + context:
        return language.gettext("No initiative matches this view")
    if not strategy:
        return language.ngettext(
            "No initiative in the strategy; one in context", "No initiative in the strategy; {n} in context", context
        )
    ours = language.ngettext("{n} initiative in the strategy", "{n} initiatives in the strategy", strategy)
    if not context:
        return ours
    more = language.ngettext("one more in context", "{n} more in context", context)
    return language.gettext("{strategy}, {context}").format(strategy=ours, context=more)


def tally(strategy: int, context: int, language: Language) -> str:
    """Return how many initiatives an objective has, without saying 0."""
    said = [
        *([language.gettext("{n} in the strategy").format(n=language.number(strategy))] if strategy else []),
        *([language.gettext("{n} context").format(n=language.number(context))] if context else []),
    ]
    return " · ".join(said) or language.gettext("no initiative")
