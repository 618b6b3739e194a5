"""Sources as a reader can follow them: title, publisher, date, link."""

from collections.abc import Iterable

from components import view
from components.language import _
from data.catalog import Source


def citations(source_ids: Iterable[str]) -> list[str]:
    """Return sources as Markdown links, each with publisher and date, in the order given."""
    language = view.current().language
    return [
        f"{_linked(escape(title), url)}, {escape(publisher)}, {language.date(published)}"
        for title, publisher, published, url in _cited(source_ids)
    ]


def brief(source_ids: Iterable[str]) -> list[str]:
    """Return sources as short Markdown links, "publisher, date", for a line of small type."""
    language = view.current().language
    return [
        _linked(escape(f"{publisher}, {language.date(published)}"), url)
        for _title, publisher, published, url in _cited(source_ids)
    ]


def plain_citations(source_ids: Iterable[str]) -> list[str]:
    """Return sources as plain text, for files that a reader takes away."""
    return [
        ", ".join(part for part in (title, publisher, published or _("undated"), url) if part)
        for title, publisher, published, url in _cited(source_ids)
    ]


def publishers(source_ids: Iterable[str]) -> list[str]:
    """Return the publishers of sources, each once."""
    return list(dict.fromkeys(publisher for _title, publisher, _published, _url in _cited(source_ids)))


def _cited(source_ids: Iterable[str]) -> Iterable[Source]:
    sources = view.current().catalog.sources
    return (sources[source] for source in source_ids)


def _linked(title: str, url: str) -> str:
    """Return a Markdown link; a source that is not to be linked has no address and stays plain."""
    return f"[{title}](<{url}>)" if url else title


def escape(text: str) -> str:
    """Keep Markdown from reading prose of the data as markup."""
    for mark in "\\[]*_`$~:":
        text = text.replace(mark, f"\\{mark}")
    return text
