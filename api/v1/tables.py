"""The tables of the data package: what there is, and the rows of each, as the page Sources and data shows them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from api.v1 import keys, rows
from api.v1.operation import PATH, Bound, Call, Made, Operation
from api.v1.parameter import Parameter
from data import exports, link
from data.catalog import Catalog
from data.once import once
from data.queries.sources.tables import narrowed, narrowed_by
from data.selection import Selection, reach
from data.translation import translated
from figures.figure import Figure
from figures.imprint import FILTER_OF
from figures.labels import N
from figures.language import Language
from figures.sources import listing


def narrowing(catalog: Catalog, table: str) -> tuple[link.Key, ...]:
    """Return the keys that narrow a table, and that which searches it."""
    filters = reach(narrowed_by(catalog, table))
    return (*(key for key in link.SHARED if FILTER_OF[key] in filters), link.SOURCES_SEARCH)


def _names(catalog: Catalog) -> tuple[str, ...]:
    return tuple(catalog.tables)


def _parameters(catalog: Catalog, language: Language, bound: Bound) -> Sequence[Parameter]:
    says = language.gettext("The name of a table.")
    table = Parameter("table", {"type": "string", "enum": list(_names(catalog))}, says, "offices", "path", see="tables")
    if "table" not in bound:
        return [table]
    shared = [one for key in narrowing(catalog, bound["table"]) for one in keys.of_link(key, catalog, language)]
    return [table, *shared, keys.language(language), *keys.paging(language)]


def _with_format(catalog: Catalog, language: Language, bound: Bound) -> Sequence[Parameter]:
    return [*_parameters(catalog, language, bound), rows.format_part(language)]


@once(64)
def _figure(catalog: Catalog, selection: Selection, table: str, search: str, language: Language) -> Figure:
    return listing.figure(catalog, table, narrowed(catalog, selection, table), search, language)


def _rows(call: Call) -> Made:
    table, search = call.values["table"], call.values.get(link.SOURCES_SEARCH.url, "")
    query = keys.stated({link.SOURCES_SEARCH.url: search})
    searched = link.SOURCES_SEARCH.read(query, call.catalog)
    view = rows.asked(call, "sources", {link.SOURCES_TABLE: table, link.SOURCES_SEARCH: searched})
    return rows.answer(call, _figure(view.catalog, view.selection, table, searched, call.language), view)


def _schema(catalog: Catalog, language: Language, bound: Bound) -> Mapping[str, Any]:
    spoken = translated(catalog, language.code)
    figure = _figure(spoken, Selection(), bound["table"], "", language)
    says = {field["name"]: field["description"] for field in spoken.resource(bound["table"])["schema"]["fields"]}
    return {exports.FORMATS["json"][0]: rows.schema(figure, says)}


def listed(catalog: Catalog, language: Language, site: str) -> list[dict[str, Any]]:
    """Return what there is to say of each table."""
    spoken = translated(catalog, language.code)
    return [
        {
            "name": (name := resource["name"]),
            "title": resource["title"],
            "description": resource["description"],
            "rows": len(catalog.tables[name]),
            "key": list(resource["schema"]["primaryKey"]),
            "takes": [url for key in narrowing(catalog, name) for url in key.urls],
            "columns": [
                {part: field[part] for part in ("name", "title", "description", "type", "unit") if part in field}
                for field in resource["schema"]["fields"]
            ],
            "address": f"{site}{PATH}tables/{name}",
            "files": {extension: f"{site}{PATH}tables/{name}.{extension}" for extension in exports.FORMATS},
        }
        for resource in spoken.package["resources"]
    ]


def _listed(call: Call) -> Made:
    told = {"tables": listed(call.catalog, call.language, call.site)}
    return Made(json.dumps(told, ensure_ascii=False, indent=2).encode())


TEXT = {"type": "string"}
LISTED: Mapping[str, Any] = {
    "type": "object",
    "required": ["tables"],
    "properties": {
        "tables": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name", "title", "description", "rows", "key", "takes", "columns", "address", "files"],
                "properties": {
                    **dict.fromkeys(("name", "title", "description"), TEXT),
                    "rows": {"type": "integer"},
                    "key": {"type": "array", "items": TEXT},
                    "takes": {"type": "array", "items": TEXT},
                    "columns": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["name", "title", "description", "type"],
                            "properties": dict.fromkeys(("name", "title", "description", "type", "unit"), TEXT),
                        },
                    },
                    "address": {"type": "string", "format": "uri"},
                    "files": {"type": "object", "additionalProperties": {"type": "string", "format": "uri"}},
                },
            },
        }
    },
}

OPERATIONS = (
    Operation(
        "/tables",
        "listTables",
        N("The tables, with their columns and the keys that each takes"),
        ("application/json",),
        _listed,
        lambda _catalog, language, _bound: [keys.language(language)],
        schema=lambda _catalog, _language, _bound: {"application/json": LISTED},
        examples=("tables",),
    ),
    Operation(
        "/tables/{table}.{format}",
        "downloadTable",
        N("The rows of a table as a file: what the page Sources and data gives"),
        rows.MEDIA,
        _rows,
        _with_format,
        _names,
        _schema,
        ("tables/offices.csv?country=MEX", "tables/observations.parquet", "tables/claims.xlsx?sources_search=fentanyl"),
    ),
    Operation(
        "/tables/{table}",
        "readTable",
        N("The rows of a table, in the format that the request accepts"),
        rows.MEDIA,
        _rows,
        _parameters,
        _names,
        _schema,
        ("tables/events?objective=3&from=2023&limit=10",),
    ),
)
