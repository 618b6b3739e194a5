"""The changes in the order in which they matter to who has quoted this briefing: facts before the structure of the tables."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from data.catalog import Catalog
from data.once import once
from data.queries.records import changes
from figures.language import Language
from figures.records.changes import Group, groups

WEIGHED = (("corrected", "updated"), ("added", "withdrawn"), ("reworded",))
"""Kinds of change that stand together. A reason stands where its weightiest change does."""


class Part(NamedTuple):
    """Changes that stand under one heading.

    Attributes:
        in_sight: whether what stood before and stands now is shown at once, and not one step away.
    """

    title: str
    groups: tuple[Group, ...]
    in_sight: bool = False


@once(64)
def parts(catalog: Catalog, found: pd.DataFrame, language: Language) -> tuple[Part, ...]:
    """Return changes by what was done, what a reader may have quoted first, and by reason within.

    Args:
        found: lines of the ledger, as `data.queries.records.changes.narrowed` returns them.
    """
    facts, structure = changes.apart(found)
    by_reason = groups(catalog, facts, language)
    made = []
    for at, kinds in enumerate(WEIGHED):
        # Of what was done alike, facts stand before remarks on them.
        ours = tuple(sorted((group for group in by_reason if _weight(group) == at), key=lambda group: group.is_remark))
        done = {kind for group in ours for kind in group.kinds if kind in kinds}
        title = language.opening(language.join(words_for(done, language)))
        made.append(Part(title, ours, in_sight=at == 0))
    made.append(Part(language.gettext("Structure of the tables"), groups(catalog, structure, language)))
    return tuple(part for part in made if part.groups)


def first(found: Iterable[Part], most: int) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return the parts with so many reasons in all, and with those that are left."""
    shown, left = [], []
    for part in found:
        ours, others = part.groups[:most], part.groups[most:]
        most -= len(ours)
        shown += [part._replace(groups=ours)] if ours else []
        left += [part._replace(groups=others)] if others else []
    return tuple(shown), tuple(left)


def words_for(kinds: Iterable[str], language: Language) -> list[str]:
    """Return kinds of change as what was done, in their order."""
    words = {
        "corrected": language.gettext("corrected"),
        "updated": language.gettext("updated"),
        "added": language.gettext("added"),
        "withdrawn": language.gettext("withdrawn"),
        "reworded": language.gettext("reworded"),
    }
    ours = set(kinds)
    return [word for kind, word in words.items() if kind in ours]


def _weight(group: Group) -> int:
    return next(at for at, kinds in enumerate(WEIGHED) if not set(kinds).isdisjoint(group.kinds))
