"""What is said to move where: a line for each way, or for all ways of a kind, with its sources and the mark of what is disputed."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from briefing.document.parts import Block, Part, Text, quiet, text
from briefing.document.references import References
from data.collation import collated
from data.queries import carrying
from data.queries.flows import disputed, until
from figures.flows import listing, wording
from figures.view import View

MARK = re.compile(rf"{listing.DENIED}(\d*)")
"""The mark of what is disputed, and of how many of several statements it holds."""

HERE = "\N{INVISIBLE SEPARATOR}"
"""Stands behind each end of several in a sentence, where the sources of that way belong."""


def statements(ways: pd.DataFrame, view: View, cites: References) -> list[Text]:
    """Return each way in words.

    Args:
        ways: as `data.queries.flows.routes` gives them.
    """
    if ways.empty:
        return []
    against = disputed(view.catalog, view.catalog["flows"])
    return [
        _behind(words, way, against, view, cites)
        for way, words in zip(ways.itertuples(), listing.sentences(ways, view.catalog, view.language), strict=True)
    ]


def together(lines: Sequence[pd.DataFrame], view: View, cites: References) -> list[Text]:
    """Return ways in words, those of a line in one sentence: "Precursors go from China [5] and India [6] to Mexico".

    Args:
        lines: each of one commodity, and of one start or one end.
    """
    return [_together(ways, view, cites) if len(ways) > 1 else statements(ways, view, cites)[0] for ways in lines]


def _together(ways: pd.DataFrame, view: View, cites: References) -> Text:
    """Return ways as one sentence, each of the ends in which they differ with its own sources, by name: none comes first."""
    language, against = view.language, disputed(view.catalog, view.catalog["flows"])
    names = listing.ends(ways, view.catalog, language, in_sentence=True)
    side = "to_end" if ways["from_end"].nunique() == 1 else "from_end"
    ways = ways.sort_values(side, key=lambda ends: ends.map(names).map(collated), kind="stable")
    ends = {"from_end": ways["from_end"].iloc[0], "to_end": ways["to_end"].iloc[0], side: HERE}
    told = listing.moves(
        ways["commodity"].iloc[0],
        ends["from_end"],
        ends["to_end"],
        {**names, HERE: language.join(f"{names[end]}{HERE}" for end in ways[side])},
        language,
        until(ways["flow_ids"].iloc[0]),
    )
    *said, last = language.opening(told).split(HERE)
    parts = [
        part
        for words, way in zip(said, ways.itertuples(), strict=True)
        for part in _behind(words, way, against, view, cites)
    ]
    return [*parts, *([last] if last else [])]


def _behind(words: str, way: Any, against: Mapping[str, tuple[str, ...]], view: View, cites: References) -> list[Part]:
    """Return words with what stands behind them of a way: its mark, how many statements say it, its sources."""
    return [
        f"{words}{wording.star(way.flow_ids, against)}",
        *([quiet(f" ({_counted(way.statements, view)})")] if way.statements > 1 else []),
        cites.cite(*carrying.of_flows(view.catalog, way.flow_ids)),
    ]


def _counted(count: int, view: View) -> str:
    """Return how many statements one line stands for: the lines of a list add up to what its heading counts."""
    return view.language.ngettext("{n} statement", "{n} statements", count)


def dagger(told: Sequence[Text], view: View) -> list[Block]:
    """Return what the mark of what is disputed stands for, where it stands."""
    marked = [found for parts in told for part in parts if isinstance(part, str) and (found := MARK.search(part))]
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
