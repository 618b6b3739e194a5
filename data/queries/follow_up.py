"""What became of a promise of the strategy: the latest that either side says of it, of the countries that a reader asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from data.catalog import Catalog
from data.once import once
from data.queries.linked import by_key
from data.queries.regions import allowed
from data.selection import Selection

NAMED = ("number", "date", "body")
"""What the wording of a promise must name to be measured: a number, a date, a body that answers for it."""

ELSEWHERE: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType({("offices-asia-pacific", "agency"): ("KOR",)})
"""Initiative and side → the countries of which alone that side speaks, where the initiative itself names others: read by us from the
wording of both. It is a later source on the initiative, and none on a country that it does not speak of."""


@dataclass(frozen=True)
class Said:
    """The latest thing that one side says of an initiative after the release; all empty where none was found."""

    date: str = ""
    what: str = ""
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class FollowUp:
    """What became of a promise of the strategy, each answer for itself.

    Attributes:
        names: what its wording names that could be measured, of `NAMED`.
        agency: what HSI, ICE or their department say since.
        others: what anybody else shows since.
        searched_to: the day to which later sources were sought; empty where they were not.
    """

    names: tuple[str, ...]
    agency: Said
    others: Said
    note: str
    searched_to: str

    @property
    def latest(self) -> Said:
        """The later of both; the agency's where both are of one day."""
        return max(self.agency, self.others, key=lambda said: said.date)

    @property
    def said(self) -> tuple[Said, ...]:
        """What either side says, the agency first: what others say later does not take the place of what it says itself."""
        return tuple(one for one in (self.agency, self.others) if one.date)

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The sources of both sides."""
        return (*self.agency.source_ids, *self.others.source_ids)


@once(64, by=("countries",))
def follow_ups(catalog: Catalog, selection: Selection) -> Mapping[str, FollowUp]:
    """Return initiative → what became of it; a side that speaks of no country chosen, but of others alone, says nothing here."""
    cited = by_key(catalog["followup_sources"], ("initiative_id", "says"), "source_id")
    chosen = allowed(catalog, selection)

    def speaks_elsewhere(initiative_id: str, side: str) -> bool:
        spoken_of = ELSEWHERE.get((initiative_id, side))
        return bool(spoken_of and chosen is not None and set(spoken_of).isdisjoint(chosen))

    def said(initiative_id: str, side: str, day: str, what: str) -> Said:
        if speaks_elsewhere(initiative_id, side):
            return Said()
        return Said(day, what, cited.get((initiative_id, side), ()))

    return MappingProxyType(
        {
            row.initiative_id: FollowUp(
                names=tuple(name for name in NAMED if getattr(row, f"names_{name}")),
                agency=said(row.initiative_id, "agency", row.agency_date, row.agency_says),
                others=said(row.initiative_id, "others", row.others_date, row.others_say),
                # How far a source goes that is not told here is not told either.
                note=""
                if any(speaks_elsewhere(row.initiative_id, side) for side in ("agency", "others"))
                else row.note,
                searched_to=row.searched_to,
            )
            for row in catalog["initiative_followup"].itertuples(index=False)
        }
    )
