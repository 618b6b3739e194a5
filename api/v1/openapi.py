"""The description of the API (OpenAPI 3.1), made of the declarations by which it is answered."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from api.v1 import keys, problem, rows
from api.v1.operation import PATH, Bound, Call, Made, Operation
from api.v1.parameter import Parameter
from data.catalog import Catalog
from data.once import once
from data.translation import translated
from figures.labels import N
from figures.language import Language

VERSION = "1.0.0"
"""Of the API: what was added moves the second number. What takes something away lies at another address."""

HEADERS: Mapping[str, Any] = {
    "ETag": {"schema": {"type": "string"}},
    "Cache-Control": {"schema": {"type": "string"}},
}
LINK: Mapping[str, Any] = {"Link": {"schema": {"type": "string"}}}


@once(8)
def document(operations: Sequence[Operation], catalog: Catalog, language: Language, site: str) -> bytes:
    """Return the description as JSON."""
    package, schemas = catalog.package, _Schemas()
    paths: dict[str, Any] = {}
    for operation in operations:
        for bound in bindings(operation, catalog):
            paths[address(operation, bound)] = {"get": _operation(operation, catalog, language, bound, schemas)}
    told = {
        "openapi": "3.1.0",
        "info": {
            "title": language.gettext("Open data of the illicit opioids strategy briefing"),
            "summary": language.gettext(
                "What the pages show, for machines: the same rows, the same words, the same sources."
            ),
            "version": VERSION,
            "license": {"name": "CC BY 4.0", "url": package["licenses"][0]["path"]},
        },
        "servers": [{"url": f"{site}{PATH}".rstrip("/")}],
        "paths": paths,
        "components": {
            "schemas": {"About": rows.ABOUT, "Problem": problem.SCHEMA, **schemas.held},
            "responses": {name: _problem(kind, language) for name, kind in problem.KINDS.items()}
            | {"not-modified": {"description": language.gettext("What you have is the newest.")}},
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


class _Schemas:
    """Schemas that are named, so that each stands once."""

    def __init__(self) -> None:
        self.held: dict[str, Any] = {}

    def named(self, name: str, schema: Mapping[str, Any]) -> dict[str, str]:
        self.held[name] = schema
        return {"$ref": f"#/components/schemas/{name}"}


def bindings(operation: Operation, catalog: Catalog) -> Iterator[Bound]:
    """Give the parts of the path that are told apart: nothing, or each value of the first."""
    if operation.each is None:
        yield {}
    else:
        yield from ({operation.parts[0]: value} for value in operation.each(catalog))


def address(operation: Operation, bound: Bound) -> str:
    """Return the path of an operation with the parts that are known filled in: `/tables/offices.{format}`."""
    path = operation.path
    for name, value in bound.items():
        path = path.replace(f"{{{name}}}", value)
    return path


def _operation(
    operation: Operation, catalog: Catalog, language: Language, bound: Bound, schemas: _Schemas
) -> dict[str, Any]:
    value = next(iter(bound.values()), "")
    title = f": {translated(catalog, language.code).resource(value)['title']}" if value else ""
    takes = [one for one in operation.parameters(catalog, language, bound) if one.name not in bound]
    name = f"{operation.name}_{value}" if value else operation.name
    known = operation.schema(catalog, language, bound)
    content = {
        media: {"schema": schemas.named(f"{value or operation.name}_rows" if value else operation.name, known[media])}
        if media in known
        else {}
        for media in operation.media
    }
    has_parts = any(one.name == "limit" for one in takes)
    answers = {
        "200": {
            "description": language.gettext(operation.summary) + title,
            "headers": {**HEADERS, **(LINK if has_parts else {})},
            "content": content,
        },
        "304": {"$ref": "#/components/responses/not-modified"},
        "400": {"$ref": "#/components/responses/unknown-value"},
        "503": {"$ref": "#/components/responses/no-data"},
    }
    if any(one.place == "path" for one in takes):
        answers["404"] = {"$ref": "#/components/responses/not-found"}
    if not operation.has_format:
        answers["406"] = {"$ref": "#/components/responses/not-acceptable"}
    if operation.gone:
        answers["410"] = {"$ref": "#/components/responses/withdrawn"}
    return {
        "operationId": name,
        "summary": language.gettext(operation.summary) + title,
        "parameters": [_parameter(one) for one in takes],
        "responses": dict(sorted(answers.items())),
    }


def _parameter(one: Parameter) -> dict[str, Any]:
    return {
        "name": one.name,
        "in": one.place,
        "required": one.place == "path",
        "description": one.says,
        "schema": one.schema,
        "example": one.example,
    }


def _problem(kind: problem.Kind, language: Language) -> dict[str, Any]:
    return {
        "description": language.gettext(kind.title),
        "content": {problem.TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def operation(others: Sequence[Operation]) -> Operation:
    """Return the operation that gives the description of the others, and of itself."""
    operations: list[Operation] = [*others]

    def make(call: Call) -> Made:
        return Made(document(tuple(operations), call.catalog, call.language, call.site))

    here = Operation(
        "/openapi.json",
        "describeApi",
        N("This API, described for programs (OpenAPI 3.1)"),
        ("application/json",),
        make,
        lambda _catalog, language, _bound: [keys.language(language)],
        schema=lambda _catalog, _language, _bound: {"application/json": {"type": "object", "required": ["openapi"]}},
        examples=("openapi.json",),
    )
    operations.append(here)
    return here
