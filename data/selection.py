"""What the reader chose, as one immutable value."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

FILTERS = ("objectives", "countries", "years")
"""The names of the filters, in the order of the sidebar."""


@dataclass(frozen=True)
class Selection:
    """The filters that every page shares.

    Within a filter, values are alternatives; between filters, all must hold. An empty filter lets everything through.

    Attributes:
        objectives: objective numbers, 1 to 4.
        countries: ISO 3166 alpha-3 codes.
        first_year: the first calendar year shown, or None.
        last_year: the last calendar year shown, or None.
    """

    objectives: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None

    @property
    def has_years(self) -> bool:
        """Whether the reader narrowed the years."""
        return self.first_year is not None or self.last_year is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is narrowed."""
        return self == Selection()

    def without(self, name: str) -> "Selection":
        """Return the selection with one filter (`objectives`, `countries` or `years`) lifted."""
        match name:
            case "objectives":
                return replace(self, objectives=())
            case "countries":
                return replace(self, countries=())
            case _:
                return replace(self, first_year=None, last_year=None)

    def only(self, names: Iterable[str]) -> "Selection":
        """Return the selection with every filter lifted but these."""
        kept = self
        for name in set(FILTERS) - set(names):
            kept = kept.without(name)
        return kept

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the filters that are on, in the order of the sidebar."""
        on = (bool(self.objectives), bool(self.countries), self.has_years)
        return tuple(name for name, is_on in zip(FILTERS, on, strict=True) if is_on)
