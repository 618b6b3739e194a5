"""The catalog, read once a process and shared by every reader."""

from functools import cache

from data.catalog import Catalog
from data.library import Library


@cache
def library() -> Library:
    """Return the process's library: it keeps the last good catalog when a file breaks."""
    return Library(patience=1)


def catalog() -> Catalog:
    """Return the newest good catalog.

    Raises:
        DataError: the data package is broken and was never good in this process.
    """
    return library().current()
