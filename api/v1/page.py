"""The readable page of the API: what can be asked, with an example of each that can be followed, made of the same declarations."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from api.v1 import keys, problem, tables
from api.v1.openapi import bindings
from api.v1.operation import PATH, Call, Made, Operation
from api.v1.parameter import NAMED, Parameter
from briefing import content
from briefing.linked import OWN
from data import exports, link, pages
from data.catalog import Catalog
from data.once import once
from data.translation import translated
from figures import dress, imprint
from figures.ink import table
from figures.labels import N
from figures.language import Language, available
from figures.view import View

UP = "../../"
"""From this page to the first."""

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
"""What the browser may load for it: fonts and an icon."""

STYLE = (
    f"#{content.ELEMENT}{{position:static!important;padding:0!important}}"
    f"#{content.ELEMENT} main{{max-width:76rem;padding-top:32px}}"
    f"#{content.ELEMENT} :is(pre,code){{font:0.875rem/1.5 ui-monospace,monospace;overflow-wrap:anywhere}}"
    f"#{content.ELEMENT} pre{{background:var(--panel);padding:1rem;margin:0 0 1rem;white-space:pre-wrap}}"
    f"#{content.ELEMENT} .rows code{{overflow-wrap:normal}}"
    # Links below each other that a finger can tell apart.
    f"#{content.ELEMENT} .rows a{{display:inline-block;min-width:24px;min-height:24px;line-height:24px}}"
)
"""What differs where no page of Streamlit will take its place."""

FORMATS = {
    "application/json": "JSON",
    "application/ld+json": "JSON-LD",
    "application/zip": "ZIP",
    "text/calendar": "iCalendar",
    "text/html": "HTML",
    **{media: name.upper() for name, (media, _make) in exports.FORMATS.items()},
    exports.FORMATS["parquet"][0]: "Parquet",
}
"""Type of an answer → what people call it."""

MARK = re.compile(r"&amp;|[/._?=-]")
"""After which a word may break."""

SEARCHED = link.SOURCES_SEARCH.urls

CALLS = (
    'curl "{base}tables/offices.csv?country=MEX"',
    'curl "{base}tables/events?objective=3&from=2023&limit=10"',
    'curl --head "{base}datapackage.zip"',
)


def operation(operations: Sequence[Operation]) -> Operation:
    """Return the operation that shows the others to people."""

    def make(call: Call) -> Made:
        body = html(tuple(operations), call.catalog, call.language, call.site)
        return Made(body, headers={"content-security-policy": POLICY})

    return Operation(
        "/",
        "readAboutApi",
        N("This API, described for people"),
        ("text/html",),
        make,
        lambda _catalog, language, _bound: [keys.language(language)],
    )


@once(8)
def html(operations: Sequence[Operation], catalog: Catalog, language: Language, site: str) -> bytes:
    """Return the page."""
    _ = language.gettext
    view = View(translated(catalog, language.code), keys.selection({}, catalog, language), language, "light")
    title = _("Open data: an API that anyone may read")
    sections = (
        ("start", _("Begin here"), _begun(language, site)),
        ("addresses", _("What can be asked"), _addresses(operations, catalog, language)),
        ("keys", _("Keys"), _keys(operations, catalog, language)),
        ("tables", _("Tables"), _tables(catalog, language)),
        ("answers", _("Answers"), _answers(language)),
        ("problems", _("When something is wrong"), _problems(language)),
    )
    told = "".join(f'<section><h2 id="{name}">{escape(head)}</h2>{held}</section>' for name, head, held in sections)
    sentence = _(
        "Every table, record and change of this briefing for programs: the same rows, words and sources as on the pages. "
        "Nobody has to sign up. Name where it is from: CC BY 4.0."
    )
    body = (
        f'<div id="{content.ELEMENT}"><main>{_head(language)}<h1>{escape(title)}</h1>'
        f'<p class="sentence">{escape(sentence)}</p>{told}<footer><p>{escape(imprint.below(view))}</p></footer></main></div>'
    )
    sheet = content.sheet().replace("./app/static/", f"{UP}app/static/")
    head = (
        f'<meta name="description" content="{escape(sentence)}"><link rel="icon" href="{UP}app/static/icon.png">'
        f'<link rel="service-desc" type="application/json" href="openapi.json"><style>{content.colors()}{sheet}{STYLE}</style>'
    )
    page = _("{page} · Illicit opioids strategy briefing").format(page=title)
    return content.document(language, page, head, body).encode()


def _head(language: Language) -> str:
    """Return the way back to the briefing, and this page in other languages."""
    home, lang = language.gettext("Illicit opioids strategy briefing"), {"lang": [language.code]}
    others = [
        f'<a href="./?lang={code}" hreflang="{code}" lang="{code}">{dress.OWN_NAMES[code]}</a>'
        for code in available()
        if code != language.code
    ]
    back = f'<a href="{UP}?{pages.query_of(lang)}">{escape(home)}</a>'
    return f"<header><p>{' · '.join([back, *others])}</p></header>"


def _begun(language: Language, site: str) -> str:
    calls = "\n".join(CALLS).format(base=f"{site}{PATH}")
    said = language.gettext("Ask from the shell, or follow any example below: each is an answer.")
    return f"<p>{escape(said)}</p><pre>{escape(calls)}</pre>"


def _spoken(example: str, operation: Operation, catalog: Catalog, language: Language) -> str:
    """Return an example as asked in the language of the page, where it is told in one."""
    takes = any(one.name == "lang" for one in _parameters(operation, catalog, language))
    if not takes or language.code == "en":
        return example
    return f"{example}{'&' if '?' in example else '?'}{pages.query_of({'lang': [language.code]})}"


def _parameters(operation: Operation, catalog: Catalog, language: Language) -> Iterator[Parameter]:
    """Give what an operation takes, in whatever form of its path, each once."""
    seen = set()
    for bound in bindings(operation, catalog):
        for one in operation.parameters(catalog, language, bound):
            if one.name not in seen:
                seen.add(one.name)
                yield one


def _addresses(operations: Sequence[Operation], catalog: Catalog, language: Language) -> str:
    head = [language.gettext(one) for one in (N("Address"), N("What it gives"), N("Keys"), N("Formats"), N("Examples"))]
    rows = [
        (
            _code(one.path),
            escape(language.gettext(one.summary)),
            ", ".join(_code(key.name) for key in _parameters(one, catalog, language)),
            escape(", ".join(FORMATS[media] for media in one.media)),
            "<br>".join(
                f'<a href="{escape(_spoken(example, one, catalog, language))}">{_broken(example)}</a>'
                for example in one.examples
            ),
        )
        for one in operations
    ]
    return table.html(head, rows, label=language.gettext("What can be asked"))


def _code(text: str) -> str:
    return f"<code>{_broken(text)}</code>"


def _broken(text: str) -> str:
    """Return a text without blanks as HTML that may break after its marks."""
    return MARK.sub(r"\g<0><wbr>", escape(text))


def _keys(operations: Sequence[Operation], catalog: Catalog, language: Language) -> str:
    """Return every key with its values. The same key is the same wherever it is taken."""
    known = {one.name: one for operation in operations for one in _parameters(operation, catalog, language)}
    head = [language.gettext(one) for one in (N("Key"), N("What it does"), N("Values"), N("Example"))]
    rows = [
        (
            _code(one.name),
            escape(one.says),
            _values(one, language),
            _code(pages.query_of(keys.stated({one.name: one.example})) if one.place == "query" else str(one.example)),
        )
        for one in sorted(known.values(), key=lambda one: one.place)
    ]
    strict = language.gettext(
        "A key that an address does not take, and a value that a key does not know, is refused: nothing is left out silently. "
        "Within a key values are alternatives; between keys all must hold."
    )
    return f"<p>{escape(strict)}</p>{table.html(head, rows, label=language.gettext('Keys'))}"


def _values(one: Parameter, language: Language) -> str:
    said = escape(one.range(language))
    if len(one.allowed) <= NAMED:
        return said
    return f"<details><summary>{said}</summary>{escape(', '.join(map(str, one.allowed)))}</details>"


def _tables(catalog: Catalog, language: Language) -> str:
    stated = "" if language.code == "en" else f"?{pages.query_of({'lang': [language.code]})}"
    head = [language.gettext(one) for one in (N("Table"), N("What it holds"), N("Rows"), N("Keys"), N("Files"))]
    rows = [
        (
            table.linked(one["name"], f"tables/{one['name']}{stated}"),
            f"<b>{escape(one['title'])}.</b> {escape(one['description'])}",
            language.number(one["rows"]),
            ", ".join(_code(url) for url in one["takes"] if url not in SEARCHED),
            " ".join(
                f'<a href="tables/{one["name"]}.{extension}{stated}" aria-label="{one["name"]}.{extension}">{extension}</a>'
                for extension in exports.FORMATS
            ),
        )
        for one in tables.listed(catalog, language, "")
    ]
    said = language.gettext("Each takes “sources_search”, “lang”, “limit” and “offset”, and those keys that narrow it:")
    return f"<p>{escape(said)}</p>{table.html(head, rows, label=language.gettext('Tables'), numbers=(2,))}"


def _answers(language: Language) -> str:
    told = (
        language.gettext(
            "Rows come whole, or in parts of “limit” rows from “offset” on. The header Link names the first, previous, next and last "
            "part, and “about” in the file says how many rows there are in all. A cell that is not known is empty, in JSON null."
        ),
        language.gettext(
            "An answer has a mark (ETag): who sends it back in If-None-Match is told 304 as long as facts and program are the same. "
            "HEAD says the same as GET without the rows. Pages of any origin may read."
        ),
        language.gettext(
            "The same question gives the same bytes as the download on the page. In CSV and XLSX a text that a spreadsheet would run "
            "begins with an apostrophe; JSON and Parquet hold every text as it is."
        ),
        language.gettext(
            "What lies below /api/v1/ stays. Columns, keys and tables may be added, and rows are corrected: the changes say "
            "which, when, why and on which source."
        ),
    )
    words = {
        "cells": language.gettext("“cells”, in a record, is its row of the table as it is kept."),
        "beside": language.gettext(
            "“beside”, in a record, holds the rows of other tables that belong to it, by table."
        ),
    }
    meant = "".join(f'<p id="{word}">{escape(words[word])}</p>' for word in OWN)
    return "".join(f"<p>{escape(one)}</p>" for one in told) + meant


def _problems(language: Language) -> str:
    said = language.gettext(
        "What cannot be answered is told as a problem document (RFC 9457): what is wrong with which key and value, and what is allowed."
    )
    head = [language.gettext(one) for one in (N("Kind"), N("Status"), N("What it means"))]
    rows = [
        (f'<code id="{name}">{name}</code>', str(kind.status), escape(language.gettext(kind.title)))
        for name, kind in problem.KINDS.items()
    ]
    return f"<p>{escape(said)}</p>{table.html(head, rows, label=language.gettext('When something is wrong'), numbers=(1,))}"
