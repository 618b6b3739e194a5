"""Which indicators a reader sees: those picked, else the first of the group, else the telling ones."""

from collections.abc import Sequence

from data.catalog import Catalog
from data.queries.trends.indicators import ALONGSIDE, REPORTED, TELLING, of_system


def to_pick(catalog: Catalog, group: str | None) -> tuple[str, ...]:
    """Return the codes that a group offers; without one, all. The reported totals stand among them."""
    codes = of_system(catalog, group)
    return (*codes, REPORTED) if group in (None, REPORTED) else codes


def shown(catalog: Catalog, picked: Sequence[str], group: str | None) -> tuple[str, ...]:
    """Return the codes of the indicators to show, in their order; at most `ALONGSIDE`."""
    if picked:
        return tuple(picked)
    return to_pick(catalog, group)[:ALONGSIDE] if group else TELLING
