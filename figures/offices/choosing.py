"""Choosing a country by a link: a click sets the filter, and the map is drawn from the filter."""

from data import link
from data.queries.regions import of_regions
from figures.view import View


def address(view: View, iso3: str) -> str:
    """Return the address of the page of offices with a country chosen; of the only one that is chosen already, with none.

    A region in which the country does not lie is lifted: both together would leave nothing.
    """
    after: list[str] = [] if view.selection.countries == (iso3,) else [iso3]
    regions = view.selection.regions
    changes = {link.COUNTRY.url: after}
    if regions and iso3 not in of_regions(view.catalog, regions):
        changes[link.REGION.url] = []
    return view.address("offices", **changes)
