"""What is said to move where: a line for each way, with its sources and the mark of what is disputed."""

from collections.abc import Sequence

import pandas as pd

from briefing.document.parts import Block, Text, quiet, text
from briefing.document.references import References
from data.queries import carrying
from data.queries.flows import disputed
from figures.flows import listing, wording
from figures.view import View


def statements(ways: pd.DataFrame, view: View, cites: References) -> list[Text]:
    """Return each way in words.

    Args:
        ways: as `data.queries.flows.routes` gives them.
    """
    if ways.empty:
        return []
    against = disputed(view.catalog, view.catalog["flows"])
    return [
        [f"{words}{wording.star(way.flow_ids, against)}", cites.cite(*carrying.of_flows(view.catalog, way.flow_ids))]
        for way, words in zip(ways.itertuples(), listing.sentences(ways, view.catalog, view.language), strict=True)
    ]


def dagger(told: Sequence[Text], view: View) -> list[Block]:
    """Return what the mark of what is disputed stands for, where it stands."""
    if not any(listing.DENIED in str(parts[0]) for parts in told):
        return []
    words = view.language.gettext(
        "A dagger (†) marks what another source denies or corrects; a number at it, how many of the statements."
    )
    return [text(quiet(words))]
