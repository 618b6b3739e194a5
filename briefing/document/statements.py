"""What is said to move where: a line for each way, with its sources and the mark of what is disputed."""

import re
from collections.abc import Sequence

import pandas as pd

from briefing.document.parts import Block, Text, quiet, text
from briefing.document.references import References
from data.queries import carrying
from data.queries.flows import disputed
from figures.flows import listing, wording
from figures.view import View

MARK = re.compile(rf"{listing.DENIED}(\d*)")
"""The mark of what is disputed, and of how many of several statements it holds."""


def statements(ways: pd.DataFrame, view: View, cites: References) -> list[Text]:
    """Return each way in words.

    Args:
        ways: as `data.queries.flows.routes` gives them.
    """
    if ways.empty:
        return []
    against = disputed(view.catalog, view.catalog["flows"])
    return [
        [
            f"{words}{wording.star(way.flow_ids, against)}",
            *([quiet(f" ({_counted(way.statements, view)})")] if way.statements > 1 else []),
            cites.cite(*carrying.of_flows(view.catalog, way.flow_ids)),
        ]
        for way, words in zip(ways.itertuples(), listing.sentences(ways, view.catalog, view.language), strict=True)
    ]


def _counted(count: int, view: View) -> str:
    """Return how many statements one line stands for: the lines of a list add up to what its heading counts."""
    return view.language.ngettext("{n} statement", "{n} statements", count)


def dagger(told: Sequence[Text], view: View) -> list[Block]:
    """Return what the mark of what is disputed stands for, where it stands."""
    marked = [found for parts in told if (found := MARK.search(str(parts[0])))]
    if not marked:
        return []
    words = (
        view.language.gettext(
            "A dagger (†) marks what another source denies or corrects; a number at it, how many of the statements."
        )
        if any(found[1] for found in marked)
        else view.language.gettext("A dagger (†) marks what another source denies or corrects.")
    )
    return [text(quiet(words))]
