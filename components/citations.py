"""Sources as a reader can follow them: title, publisher, date, link."""

from collections.abc import Iterable

from components import view
from components.language import _
from data.catalog import Catalog, Source
from data.once import once
from figures.language import Language


def citations(source_ids: Iterable[str]) -> list[str]:
    """Return sources as Markdown links, each with publisher and date, in the order given."""
    here = view.current()
    return [_full(here.catalog, here.language, source_id) for source_id in source_ids]


def brief(source_ids: Iterable[str]) -> list[str]:
    """Return sources as short Markdown links, "publisher, date", for a line of small type."""
    here = view.current()
    return [_brief(here.catalog, here.language, source_id) for source_id in source_ids]


def plain_citations(source_ids: Iterable[str]) -> list[str]:
    """Return sources as plain text, for files that a reader takes away."""
    return [
        ", ".join(part for part in (title, publisher, published or _("undated"), url) if part)
        for title, publisher, published, url in _cited(source_ids)
    ]


def publishers(source_ids: Iterable[str]) -> list[str]:
    """Return the publishers of sources, each once."""
    return list(dict.fromkeys(publisher for _title, publisher, _published, _url in _cited(source_ids)))


@once(2048)
def _full(catalog: Catalog, language: Language, source_id: str) -> str:
    source = catalog.sources[source_id]
    title = _linked(escape(source.title), source.url)
    return f"{title}, {escape(source.publisher)}, {language.date(source.published)}"


@once(2048)
def _brief(catalog: Catalog, language: Language, source_id: str) -> str:
    source = catalog.sources[source_id]
    return _linked(escape(f"{source.publisher}, {language.date(source.published)}"), source.url)


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
