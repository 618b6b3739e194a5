"""What the reader chose, as one immutable value."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

FILTERS = ("objectives", "countries", "regions", "years")
"""The names of the filters, in the order of the sidebar."""


def reach(names: Iterable[str]) -> tuple[str, ...]:
    """Return the filters that act on what these act on: regions go wherever countries go, for they stand for those in them."""
    wanted = set(names)
    return tuple(name for name in FILTERS if name in wanted or (name == "regions" and "countries" in wanted))


@dataclass(frozen=True)
class Selection:
    """The filters that every page shares.

    Within a filter, values are alternatives; between filters, all must hold. An empty filter lets everything through.

    Attributes:
        objectives: objective numbers, 1 to 4.
        countries: ISO 3166 alpha-3 codes of what was chosen singly. What countries and regions together allow, and so which
            rows are kept, `data.queries.regions.allowed` says.
        first_year: the first calendar year shown, or None.
        last_year: the last calendar year shown, or None.
        regions: codes of UN M49.
    """

    objectives: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    regions: tuple[str, ...] = ()

    @property
    def has_years(self) -> bool:
        """Whether the reader narrowed the years."""
        return self.first_year is not None or self.last_year is not None

    @property
    def has_places(self) -> bool:
        """Whether the reader narrowed countries, singly or by region."""
        return bool(self.countries or self.regions)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is narrowed."""
        return self == Selection()

    def without(self, name: str) -> "Selection":
        """Return the selection with one filter (`objectives`, `countries`, `regions` or `years`) lifted."""
        match name:
            case "objectives":
                return replace(self, objectives=())
            case "countries":
                return replace(self, countries=())
            case "regions":
                return replace(self, regions=())
            case _:
                return replace(self, first_year=None, last_year=None)

    def only(self, names: Iterable[str]) -> "Selection":
        """Return the selection with every filter lifted but these; where `countries` are kept, `regions` are, too."""
        kept = self
        for name in set(FILTERS) - set(reach(names)):
            kept = kept.without(name)
        return kept

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the filters that are on, in the order of the sidebar."""
        on = (bool(self.objectives), bool(self.countries), bool(self.regions), self.has_years)
        return tuple(name for name, is_on in zip(FILTERS, on, strict=True) if is_on)


EVERYTHING = Selection()
"""The selection of a reader who narrows nothing."""
