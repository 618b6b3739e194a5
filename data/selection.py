"""What the reader chose, as one immutable value."""

from dataclasses import dataclass, replace


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

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the filters that are on, in the order of the sidebar."""
        on = {"objectives": bool(self.objectives), "countries": bool(self.countries), "years": self.has_years}
        return tuple(name for name, is_on in on.items() if is_on)
