"""Who reports something, with a link that shows it."""

from html import escape
from urllib.parse import urlsplit

from data.queries.linked import linked
from data.queries.records.address import address
from figures.view import View


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
