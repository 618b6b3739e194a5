"""The tables in another language: a catalog whose prose is translated, read by figures as they read the English one.

What is said in a language lies in `translations/CODE/LC_MESSAGES/`, beside the messages of the interface: `names.po`, the one place
for what has a name, with what each name rests on; and `tables.po`, all other prose, known by table and column
(`events.summary`) and by what it says in English. So a cell that is changed is at once a cell without a translation, and a test
names it.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from babel import Locale
from babel.messages.catalog import Catalog as Messages
from babel.messages.pofile import read_po, write_po

from data.catalog import Catalog, build
from data.once import once

TRANSLATIONS = Path(__file__).parent.parent / "translations"
LOCALES = {"en": "en_GB", "es": "es_MX"}
"""Language code in the URL → CLDR locale. English is en_GB, whose dates read as the tables' prose does (19 September 2023);
Spanish is es_MX: plain `es` would write 27.022,9 for 27,022.9."""

PACKAGE = "datapackage"
"""Context of what the package says of its tables and columns."""

LEDGER = "ledger"
"""The table of changes."""

TRANSLATES = "translates"
"""Names, of a column in a file, the one that it says in another language."""

Cell = tuple[str, str]
"""Context and English text."""


def catalogues() -> Path:
    """Return the folder of message catalogues; a test names another one, with a made-up language, by environment."""
    return Path(os.environ.get("BRIEFING_TRANSLATIONS", TRANSLATIONS))


def messages(code: str, domain: str) -> Messages | None:
    """Return the messages of a domain (`messages`, `names` or `tables`) in a language; nothing where they are not translated."""
    path = catalogues() / code / "LC_MESSAGES" / f"{domain}.po"
    if not path.exists():
        return None
    with path.open("rb") as file:
        return read_po(file, locale=LOCALES[code])


@cache
def names(code: str) -> Mapping[str, str]:
    """Return what the tables name in English → its name in a language, be it one that readers are offered yet or not."""
    return {str(one.id): str(one.string) for one in messages(code, "names") or () if one.id}


@cache
def cells(code: str) -> Mapping[Cell, str]:
    """Return context and English text of each translated cell that is no name → what it says in a language."""
    said = messages(code, "tables") or ()
    return MappingProxyType({(str(one.context), str(one.id)): str(one.string) for one in said if one.id and one.string})


def said(code: str, context: str, text: str) -> str:
    """Return what a text of the tables says in a language; the text itself where that is not known."""
    return cells(code).get((context, text)) or names(code).get(text) or text


def prose(catalog: Catalog) -> Iterator[Cell]:
    """Give context and text of all that is to be translated, each once, in the order of the package, table by table."""
    given = dict.fromkeys(
        [
            *((PACKAGE, text) for text in _told(catalog.package)),
            *(
                (f"{table}.{column}", text)
                for table, columns in _columns(catalog).items()
                for column in columns
                for text in catalog.tables[table][column]
                if any(mark.isalpha() for mark in text)
            ),
            *((context, text) for context, text in _gone(catalog) if any(mark.isalpha() for mark in text)),
        ]
    )
    yield from given


@once(4)
def translated(catalog: Catalog, code: str) -> Catalog:
    """Return the catalog in a language; the given one where it speaks that language already.

    Codes, numbers, dates and the titles of sources stay as they are; so does the order of rows.
    """
    if not cells(code):
        return catalog
    tables = dict(catalog.tables)
    for table, columns in _columns(catalog).items():
        frame = tables[table]
        tables[table] = frame.assign(
            **{column: [said(code, f"{table}.{column}", text) for text in frame[column]] for column in columns}
        )
    territories, countries = Locale.parse(LOCALES[code]).territories, tables["countries"]
    called = [territories.get(iso2, name) for iso2, name in zip(countries["iso2"], countries["name"], strict=True)]
    tables["countries"] = countries.assign(name=called)
    return Catalog(
        MappingProxyType(_in_words(catalog.package, code)),
        MappingProxyType(tables),
        f"{catalog.fingerprint}-{code}",
        catalog,
    )


def _gone(catalog: Catalog) -> Iterator[Cell]:
    """Give what stood in cells of prose that were changed or withdrawn, as the ledger has it."""
    if LEDGER not in catalog.tables:
        return
    columns = _columns(catalog)
    for line in catalog.tables[LEDGER].itertuples(index=False):
        ours = columns.get(str(line.table), [])
        if line.column in ours:
            yield from ((f"{line.table}.{line.column}", text) for text in (str(line.before), str(line.after)))
        elif not line.column:
            for text in (str(line.before), str(line.after)):
                cells_of = json.loads(text) if text.startswith("{") else {}
                yield from ((f"{line.table}.{name}", str(cells_of[name])) for name in ours if cells_of.get(name))


def _columns(catalog: Catalog) -> dict[str, list[str]]:
    """Return table → its columns of prose."""
    found = {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"] if field.get("prose")]
        for resource in catalog.package["resources"]
    }
    return {table: columns for table, columns in found.items() if columns}


def _told(described: Any) -> Iterator[str]:
    """Give every title and description of the package."""
    if isinstance(described, Mapping):
        for key, value in described.items():
            if key in ("title", "description") and isinstance(value, str):
                yield value
            elif key not in _NAMED_AS_THEY_ARE:
                yield from _told(value)
    elif isinstance(described, list):
        for one in described:
            yield from _told(one)


_NAMED_AS_THEY_ARE = frozenset({"licenses", "contributors"})
"""Parts of the package that name what has one name in every language."""


def _in_words(described: Any, code: str) -> Any:
    """Return a part of the package with its titles and descriptions in a language."""
    if isinstance(described, Mapping):
        return {
            key: said(code, PACKAGE, value)
            if key in ("title", "description") and isinstance(value, str)
            else value
            if key in _NAMED_AS_THEY_ARE
            else _in_words(value, code)
            for key, value in described.items()
        }
    return [_in_words(one, code) for one in described] if isinstance(described, list) else described


@once(2)
def in_all(catalog: Catalog) -> Catalog:
    """Return a catalog with its prose in every language, for files: `summary_es` beside `summary`, described in the package, too."""
    columns = _columns(catalog)
    codes = [code for code in LOCALES if cells(code)]
    tables, resources = dict(catalog.tables), list[Any]()
    for resource in catalog.package["resources"]:
        table, fields = resource["name"], list[Any]()
        for field in resource["schema"]["fields"]:
            fields.append(field)
            if field["name"] in columns.get(table, ()):
                fields += [_beside(field, code) for code in codes]
        for code in codes:
            spoken = translated(catalog, code).tables[table]
            beside = {f"{column}_{code}": spoken[column] for column in columns.get(table, ())}
            tables[table] = tables[table].assign(**beside)
        tables[table] = tables[table][[field["name"] for field in fields]]
        resources.append({**resource, "schema": {**resource["schema"], "fields": fields}})
    package = {**catalog.package, "resources": resources}
    return Catalog(MappingProxyType(package), MappingProxyType(tables), f"{catalog.fingerprint}-all")


def _beside(field: Mapping[str, Any], code: str) -> dict[str, Any]:
    """Return the description of a column that says in a language what another says in English."""
    name = Locale.parse("en").languages[code]
    return {
        "name": f"{field['name']}_{code}",
        "title": f"{field['title']} ({name})",
        "description": f"What `{field['name']}` says, in {name}.",
        "type": "string",
        TRANSLATES: field["name"],
    }


def template(catalog: Catalog, *texts: Cell) -> Messages:
    """Return what translators are to translate: all prose but what `names.po` of some language has a name for.

    Args:
        texts: what is to be translated beside the tables.
    """
    known = {name for code in LOCALES for name in names(code)}
    pot = Messages(header_comment="", fuzzy=False)
    for context, text in (*prose(catalog), *texts):
        if text not in known:
            pot.add(text, context=context)
    return pot


if __name__ == "__main__":
    # `make messages`: tables.pot, from which Babel brings the catalogue of each language up to date.
    from data.packing import CONTEXT, README

    with Path(sys.argv[1]).open("wb") as file:
        write_po(file, template(build(), *((CONTEXT, paragraph) for paragraph in README)), omit_header=True, width=0)
