"""Sources as a reader can follow them: title, publisher, date, link; as HTML, as Markdown, as plain text."""

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape as html_escape

from data.catalog import Catalog
from data.once import once
from data.queries.narrowing import weightiest_first
from figures.language import Language


@once(2048)
def in_full(catalog: Catalog, language: Language, source_id: str) -> str:
    """Return a source as HTML with publisher and date; one in another language than the reader's says in which."""
    source = catalog.sources[source_id]
    title = titled(catalog, language, source_id)
    cited = f"{title}, {html_escape(source.publisher)}, {language.date(source.published)}"
    if not source.language or source.language == language.code:
        return cited
    return language.gettext("{source}, in {language}").format(source=cited, language=language.name_of(source.language))


def titled(catalog: Catalog, language: Language, source_id: str) -> str:
    """Return the title of a source as HTML, a link where it has an address; it is read out in the language that it is in."""
    source = catalog.sources[source_id]
    told = {"lang": source.language if source.language != language.code else "", "href": source.url}
    attributes = "".join(f' {name}="{html_escape(value)}"' for name, value in told.items() if value)
    tag = "a" if source.url else "span"
    return f"<{tag}{attributes}>{html_escape(source.title)}</{tag}>"


@once(2048)
def brief(catalog: Catalog, language: Language, source_id: str) -> str:
    """Return a source as a short Markdown link, "publisher, date", for a line of small type."""
    source = catalog.sources[source_id]
    return _linked(escape(f"{source.publisher}, {language.date(source.published)}"), source.url)


@once(2048)
def html(catalog: Catalog, language: Language, source_id: str) -> str:
    """Return a source as a short HTML link, "publisher, date"."""
    source = catalog.sources[source_id]
    said = html_escape(f"{source.publisher}, {language.date(source.published)}")
    return f'<a href="{html_escape(source.url)}">{said}</a>' if source.url else said


def plain(catalog: Catalog, language: Language, source_ids: Iterable[str]) -> list[str]:
    """Return sources as plain text, for files that a reader takes away."""
    cited = (catalog.sources[source] for source in source_ids)
    return [
        ", ".join(part for part in (title, publisher, published or language.gettext("undated"), url) if part)
        for title, publisher, published, url, _language in cited
    ]


def weightiest(catalog: Catalog, source_ids: Iterable[str]) -> list[str]:
    """Return which sources a line names that has no room for all, whatever it stands under: the weightiest of each publisher."""
    first: dict[str, str] = {}
    for source in weightiest_first(catalog, source_ids):
        first.setdefault(catalog.sources[source].publisher, source)
    return list(first.values())


def publishers(catalog: Catalog, source_ids: Iterable[str]) -> list[str]:
    """Return the publishers of sources, each once, in the order of `weightiest`."""
    return [catalog.sources[source].publisher for source in weightiest(catalog, source_ids)]


@once(512)
def line(catalog: Catalog, language: Language, source_ids: tuple[str, ...], most: int) -> str:
    """Return a few sources as HTML for a line of small type, and how many more there are."""
    named = [html(catalog, language, source) for source in weightiest(catalog, source_ids)[:most]]
    if left := len(source_ids) - len(named):
        named.append(html_escape(language.ngettext("and {n} more", "and {n} more", left)))
    return " · ".join(named)


ABBREVIATED = re.compile(r".+? \((?P<short>[A-Z]{2,})\)")
"""A publisher with its abbreviation behind it, as of most agencies in Spanish."""


def short(catalog: Catalog, publisher: str) -> str:
    """Return a publisher by the abbreviation of the organisation that it is: of "Servicio de Aduanas (ICE), archivo" it is "ICE, archivo"."""
    known = set(catalog["organisations"]["abbreviation"])
    found = ABBREVIATED.match(publisher)
    return publisher.replace(found[0], found["short"]) if found and found["short"] in known else publisher


MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\[]*_`$~<>&|"})
"""What Markdown, as Streamlit reads it, takes for markup wherever it stands."""

COLON = re.compile(r":(?!\s)")
"""What begins a word of Streamlit's own, such as `:red[`, where no blank follows."""

BEGUN = re.compile(r"[#+=-]|\d+(?=[.)])")
"""What it takes for markup where a text begins: a heading, a list."""

MADE = re.compile(r"(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=@)(?=\w)|(?<=:)(?=[\w+/-]+\\:)", re.IGNORECASE)
"""Where Streamlit makes links of addresses and pictures of `:words:`, though their marks be escaped: it looks at what is left
once Markdown has been read."""

JOINER = "\N{WORD JOINER}"
"""Seen by nobody, and no part of an address."""


@lru_cache(maxsize=4096)
def escape(text: str) -> str:
    """Keep Markdown from reading prose of the data, or of a reader, as markup: everything is shown as it is written."""
    escaped = COLON.sub(r"\:", text.translate(MARKS))
    if begun := BEGUN.match(escaped):
        # A mark itself, or what follows a number.
        at = begun.end() if begun[0].isdigit() else 0
        escaped = f"{escaped[:at]}\\{escaped[at:]}"
    return MADE.sub(JOINER, escaped)


def _linked(title: str, url: str) -> str:
    """Return a Markdown link; a source that is not to be linked has no address and stays plain."""
    return f"[{title}](<{url}>)" if url else title
