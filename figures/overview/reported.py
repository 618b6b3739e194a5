"""Who reports something, the weightiest source first, each with a link that shows it."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

from data.catalog import Catalog
from data.once import once
from data.queries.linked import linked
from data.queries.records.address import address
from figures.view import View


@once(64)
def weighed(catalog: Catalog, source_ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return sources by weight: official ones first, then those that repeat no other, then the more exactly dated."""
    return tuple(sorted(source_ids, key=_weights(catalog).__getitem__))


@once(4)
def _weights(catalog: Catalog) -> Mapping[str, tuple[bool, bool, int]]:
    rows, repeating = catalog["sources"], linked(catalog, "source_derivations", "source_id", "derived_from_id")
    return {
        one: (not official, one in repeating, -len(published))
        for one, official, published in zip(rows["source_id"], rows["official"], rows["published"], strict=True)
    }


def html(source_id: str, view: View) -> str:
    """Return a source as a link, with its date, and what it is a translation or a repetition of.

    An address that names no page, the front of a blog, shows something else every day: in its place stands the record.
    """
    source, rows = view.catalog.sources[source_id], view.catalog["sources"].set_index("source_id")
    own_page = urlsplit(source.url).path.strip("/")
    to = source.url if own_page else view.address("record", id=[address("source", source_id)])
    said = f'<a href="{escape(to)}">{escape(source.publisher)}</a>, {escape(view.language.date(source.published))}'
    for original in linked(view.catalog, "source_derivations", "source_id", "derived_from_id").get(source_id, ()):
        pattern = (
            view.language.gettext("{source} (a translation of {original})")
            if rows.loc[original, "language"] != rows.loc[source_id, "language"]
            else view.language.gettext("{source} (after {original})")
        )
        said = pattern.format(source=said, original=escape(view.catalog.sources[original].publisher))
    return said
