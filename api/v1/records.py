"""Single records, as JSON-LD."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from api.v1 import keys
from api.v1.operation import PATH, Bound, Call, Made, Operation
from api.v1.parameter import Parameter
from api.v1.problem import ProblemError, Wrong
from briefing.linked import document
from data.catalog import Catalog
from data.ledger import TABLE as LEDGER
from data.queries.records.address import KINDS, known, withdrawn
from data.queries.records.record import record
from data.translation import translated
from figures.labels import N
from figures.language import Language

EXAMPLE = "office:mex-tijuana"

MEDIA = ("application/ld+json", "application/json")


def _parameters(_catalog: Catalog, language: Language, _bound: Bound) -> Sequence[Parameter]:
    says = language.gettext("The address of a record: its kind, a colon, and its code.")
    schema = {"type": "string", "pattern": rf"^({'|'.join(KINDS)}):[A-Za-z0-9-]+$", "maxLength": 120}
    return [Parameter("id", schema, says, EXAMPLE, "path", see="tables"), keys.language(language)]


def _record(call: Call) -> Made:
    record_id, language = call.values["id"], call.language
    catalog = translated(call.catalog, language.code)
    if record_id in (gone := withdrawn(catalog)):
        line = catalog.tables[LEDGER].iloc[gone[record_id]]
        said = language.gettext("Withdrawn on {day}: {reason}").format(
            day=language.date(str(line["date"])), reason=line["reason"]
        )
        raise ProblemError("withdrawn", Wrong(said, "id", record_id, see=f"changes?since={line['date']}"))
    if record_id not in set(known(catalog)):
        said = language.gettext("There is no record “{id}”.").format(id=record_id)
        raise ProblemError("not-found", Wrong(said, "id", record_id, see="tables"))
    api = f"{call.site}{PATH}"
    told = document(catalog, record(catalog, record_id), language, call.site, f"{api}records/", api)
    return Made(json.dumps(told, ensure_ascii=False, indent=2).encode())


NODE = {"type": "object", "required": ["@id", "@type", "name"]}

SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "required": ["@context", "@id", "@type", "identifier", "name", "about", "citation", "mentions", "cells", "beside"],
    "properties": {
        "@context": {"type": "object"},
        "@id": {"type": "string", "format": "uri"},
        "@type": {"const": "CreativeWork"},
        "identifier": {"type": "string"},
        "name": {"type": "string"},
        "about": NODE,
        "citation": {"type": "array", "items": NODE},
        "mentions": {"type": "array", "items": {"type": "object", "required": ["@id", "name"]}},
        "cells": {"type": "object"},
        "beside": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "object"}}},
    },
}

OPERATIONS = (
    Operation(
        "/records/{id}",
        "readRecord",
        N("A record with its sources and what it is tied to, as JSON-LD in the words of schema.org"),
        MEDIA,
        _record,
        _parameters,
        schema=lambda _catalog, _language, _bound: dict.fromkeys(MEDIA, SCHEMA),
        examples=("records/office:mex-tijuana", "records/event:ev-20230531-mananera"),
        gone=True,
    ),
)
