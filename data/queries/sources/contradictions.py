"""Contradictions and doubtful points: what each side says, and how the sides differ."""

from dataclasses import dataclass

from data.catalog import Catalog
from data.once import once
from data.queries.linked import linked

PARTS = ("article", "between_sources", "update_2026")
"""What is held against what: the Ríodoce article against other sources; other sources; what the update of 2026 added."""


DIFFERENCES = ("contradiction", "scope", "wording", "corrected")
"""How the sides differ: one denies what another says; they speak of different things, dates or counts; they tell the same in
other words; a row of ours was wrong, and was corrected. Only the first is a disagreement."""


DENIED = "contradiction"


@dataclass(frozen=True)
class Reading:
    """What one side says of a point, and the sources in which it says so."""

    claim_id: str
    attributed_to: str
    claim: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True)
class Contradiction:
    """A point in question with its readings side by side.

    Attributes:
        part: one of PARTS.
        difference: one of DIFFERENCES.
        followed: the reading that the tables follow; empty when none was chosen.
        resolved: whether one reading is followed.
        further: sources of the point that no single reading cites.
    """

    contradiction_id: str
    part: str
    difference: str
    title: str
    readings: tuple[Reading, ...]
    followed: str
    resolved: bool
    note: str
    further: tuple[str, ...]


@once(4)
def contradictions(catalog: Catalog) -> tuple[Contradiction, ...]:
    """Return every contradiction with its readings, by part, and in each what is a contradiction first. Nothing narrows them.

    The statements of the Ríodoce article that the table of claims holds too (`c01`…) are no side of their own: the side
    of the article says the same.
    """
    readings = _readings(catalog)
    cited = linked(catalog, "contradiction_sources", "contradiction_id")
    rows = catalog["contradictions"].itertuples(index=False)
    found = [
        Contradiction(
            row.contradiction_id,
            row.part,
            row.difference,
            row.title,
            readings[row.contradiction_id],
            row.reading,
            bool(row.resolved),
            row.note,
            _left(cited[row.contradiction_id], readings[row.contradiction_id]),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (PARTS.index(one.part), one.difference != DENIED)))


def disagreements(found: tuple[Contradiction, ...]) -> tuple[Contradiction, ...]:
    """Return the points on which one source denies what another says."""
    return tuple(one for one in found if one.difference == DENIED)


def sources(found: tuple[Contradiction, ...]) -> tuple[str, ...]:
    """Return the sources of contradictions, those of their readings first, each once."""
    in_readings = [source for one in found for reading in one.readings for source in reading.source_ids]
    further = [source for one in found for source in one.further]
    return tuple(dict.fromkeys([*in_readings, *further]))


def with_source(found: tuple[Contradiction, ...], source_id: str) -> tuple[Contradiction, ...]:
    """Return the contradictions for which a source is cited, on any side."""
    return tuple(one for one in found if source_id in sources((one,)))


def _readings(catalog: Catalog) -> dict[str, tuple[Reading, ...]]:
    cited = linked(catalog, "claim_sources", "claim_id")
    claims = catalog["claims"]
    sides = claims[claims["claim_id"].str.startswith("x")]
    return {
        str(contradiction): tuple(
            Reading(row.claim_id, row.attributed_to, row.claim, cited[row.claim_id])
            for row in group.itertuples(index=False)
        )
        for contradiction, group in sides.groupby("contradiction_id", sort=False)
    }


def _left(source_ids: tuple[str, ...], readings: tuple[Reading, ...]) -> tuple[str, ...]:
    known = {source for reading in readings for source in reading.source_ids}
    return tuple(source for source in source_ids if source not in known)
