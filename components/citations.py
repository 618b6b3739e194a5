"""Sources in the reader's language, as Markdown."""

from collections.abc import Iterable

from components import view
from figures import cited
from figures.cited import escape

__all__ = ["brief", "citations", "escape"]


def citations(source_ids: Iterable[str]) -> list[str]:
    """Return sources as Markdown links, each with publisher and date, in the order given."""
    here = view.current()
    return [cited.in_full(here.catalog, here.language, source_id) for source_id in source_ids]


def brief(source_ids: Iterable[str]) -> list[str]:
    """Return sources as short Markdown links, "publisher, date", for a line of small type."""
    here = view.current()
    return [cited.brief(here.catalog, here.language, source_id) for source_id in source_ids]
