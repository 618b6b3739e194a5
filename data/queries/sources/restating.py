"""Which sources say again what others said first: nothing is known more lately because they were published late."""

from data.catalog import Catalog
from data.once import once

COMPILED = frozenset({"str-cnx-policytable"})
"""Tables that cite an original for each of their entries, as their note says, and add nothing that is later."""


@once(4)
def restating(catalog: Catalog) -> frozenset[str]:
    """Return the sources that repeat another one, or that compile what others published."""
    return COMPILED.union(catalog["source_derivations"]["source_id"])
