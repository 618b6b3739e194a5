"""Where the package comes from, in PROV: which sources the rows of each table are derived from, and which sources repeat others.

Told of tables and sources, not of rows: which row rests on which source stands in the tables themselves.
Format: https://www.w3.org/TR/prov-o/
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from data.catalog import Catalog

CONTEXT: dict[str, Any] = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "Agent": "prov:Agent",
    "Collection": "prov:Collection",
    "Entity": "prov:Entity",
    "generatedAtTime": {"@id": "prov:generatedAtTime", "@type": "xsd:dateTime"},
    "hadMember": {"@id": "prov:hadMember", "@type": "@id"},
    "identifier": "dct:identifier",
    "name": "foaf:name",
    "page": {"@id": "foaf:page", "@type": "@id"},
    "publisher": "dct:publisher",
    "title": "dct:title",
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
}

SOURCES = "sources"
DERIVATIONS = "source_derivations"


def document(catalog: Catalog) -> dict[str, Any]:
    """Return the document."""
    package = catalog.package
    cited = _cited(catalog)
    makers = [
        {"@id": f"#maker-{number}", "@type": "Agent", "name": one["title"]}
        for number, one in enumerate(package["contributors"], 1)
    ]
    whole = {
        "@id": "./",
        "@type": ["Entity", "Collection"],
        "title": package["title"],
        "generatedAtTime": package["created"],
        "wasAttributedTo": [maker["@id"] for maker in makers],
        "hadMember": [resource["path"] for resource in package["resources"]],
    }
    tables = [
        {
            "@id": resource["path"],
            "@type": "Entity",
            "title": resource["title"],
            "wasDerivedFrom": [
                *(_address(source) for source in cited.get(resource["name"], ())),
                *(origin["path"] for origin in resource["sources"] if _is_outside(origin)),
            ],
        }
        for resource in package["resources"]
    ]
    return {"@context": CONTEXT, "@graph": [whole, *makers, *tables, *_origins(package), *_sources(catalog)]}


def _address(source: str) -> str:
    return f"#{source}"


def _is_outside(origin: Mapping[str, str]) -> bool:
    """Say whether what a table is taken from lies outside the package, and is not its own table of sources."""
    return "://" in origin["path"]


def _cited(catalog: Catalog) -> dict[str, list[str]]:
    """Return table → the sources that its rows cite, in the table itself or in the table that links them to it."""
    found: dict[str, dict[str, None]] = {}
    for resource in catalog.package["resources"]:
        for table, column in _citing(resource):
            found.setdefault(table, {}).update(dict.fromkeys(_filled(catalog[resource["name"]][column])))
    return {table: sorted(sources) for table, sources in found.items()}


def _citing(resource: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the tables whose rows a table cites sources for, and the column that names the source.

    Where the source is a part of its key, as in `office_sources`, it links sources to another table; else to its own rows.
    """
    schema = resource["schema"]
    keys = schema.get("foreignKeys", [])
    to_sources = [key["fields"][0] for key in keys if key["reference"]["resource"] == SOURCES]
    for column in to_sources:
        if column not in schema["primaryKey"]:
            yield resource["name"], column
        else:
            linked = (key["reference"]["resource"] for key in keys if set(key["fields"]) <= set(schema["primaryKey"]))
            yield from ((table, column) for table in linked if table != SOURCES)


def _filled(cells: pd.Series) -> list[str]:
    return [cell for cell in cells if cell]


def _origins(package: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what tables are taken from beside the sources that rows cite, such as GeoNames."""
    told = {
        origin["path"]: origin["title"]
        for resource in package["resources"]
        for origin in resource["sources"]
        if _is_outside(origin)
    }
    yield from ({"@id": path, "@type": "Entity", "title": title} for path, title in told.items())


def _sources(catalog: Catalog) -> Iterator[dict[str, Any]]:
    repeats: dict[str, list[str]] = {}
    for row in catalog[DERIVATIONS].itertuples(index=False):
        repeats.setdefault(row.source_id, []).append(_address(row.derived_from_id))
    for code, source in catalog.sources.items():
        yield {
            "@id": _address(code),
            "@type": "Entity",
            "identifier": code,
            "title": source.title,
            "publisher": source.publisher,
            **({"page": source.url} if source.url else {}),
            **({"wasDerivedFrom": repeats[code]} if code in repeats else {}),
        }
