"""What changed in the facts, out of the ledger, as the page Changes shows it."""

from collections.abc import Mapping, Sequence
from typing import Any

from api.v1 import keys, rows
from api.v1.operation import Bound, Call, Made, Operation
from api.v1.parameter import Parameter
from data import exports, link
from data.catalog import Catalog
from data.once import once
from data.queries.records.changes import narrowed
from data.selection import Selection
from data.translation import translated
from figures.figure import Figure
from figures.labels import N
from figures.language import Language
from figures.records import changes

TAKES = (link.CHANGES_SINCE, link.CHANGES_KIND, link.OBJECTIVE, link.COUNTRY, link.REGION)


def _parameters(catalog: Catalog, language: Language, _bound: Bound) -> Sequence[Parameter]:
    shared = [one for key in TAKES for one in keys.of_link(key, catalog, language)]
    return [*shared, keys.language(language), *keys.paging(language)]


def _with_format(catalog: Catalog, language: Language, bound: Bound) -> Sequence[Parameter]:
    return [*_parameters(catalog, language, bound), rows.format_part(language)]


@once(32)
def _figure(catalog: Catalog, selection: Selection, kind: str, since: str, language: Language) -> Figure:
    return changes.figure(catalog, narrowed(catalog, selection, kind, since), language, kind, since)


def _rows(call: Call) -> Made:
    kind, since = (call.values.get(key.url, "") for key in (link.CHANGES_KIND, link.CHANGES_SINCE))
    day = link.CHANGES_SINCE.read({link.CHANGES_SINCE.url: [since]}, call.catalog)
    view = rows.asked(call, "changes", {link.CHANGES_KIND: kind, link.CHANGES_SINCE: day})
    return rows.answer(
        call, _figure(view.catalog, view.selection, "" if kind == "all" else kind, since, call.language), view
    )


def _schema(catalog: Catalog, language: Language, _bound: Bound) -> Mapping[str, Any]:
    figure = _figure(translated(catalog, language.code), Selection(), "", "", language)
    return {exports.FORMATS["json"][0]: rows.schema(figure, {})}


OPERATIONS = (
    Operation(
        "/changes.{format}",
        "downloadChanges",
        N("What changed in the facts since a day, as a file: what the page Changes gives"),
        rows.MEDIA,
        _rows,
        _with_format,
        schema=_schema,
        examples=("changes.csv?changes_kind=corrected",),
    ),
    Operation(
        "/changes",
        "readChanges",
        N("What changed in the facts since a day: what stood before, what stands now, why, on which source"),
        rows.MEDIA,
        _rows,
        _parameters,
        schema=_schema,
        examples=("changes?since=2026-11-28&limit=10",),
    ),
)
