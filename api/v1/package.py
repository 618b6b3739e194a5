"""The whole data package, in every language, and the events as a calendar: the same files as the pages give."""

import json
from collections.abc import Mapping, Sequence

from api.v1 import keys, rows
from api.v1.operation import Bound, Call, Made, Operation
from api.v1.parameter import Parameter
from data import exports, link, packing
from data.catalog import Catalog
from data.once import once
from data.queries.timeline import events
from figures import files
from figures.labels import N
from figures.language import Language
from figures.timeline import ics

FOLDER = "datapackage/"
"""Where the files lie that the description names, from the description."""


@once(2)
def _files(catalog: Catalog) -> Mapping[str, str]:
    return packing.files(catalog)


@once(2)
def _zip(catalog: Catalog) -> bytes:
    return packing.pack(catalog)


def _described(call: Call) -> Made:
    """Give the description, its tables addressed as they lie here."""
    told = json.loads(_files(call.catalog)["datapackage.json"])
    for resource in told["resources"]:
        resource["path"] = f"{FOLDER}{resource['name']}.csv"
    return Made(packing.written(told).encode(), "datapackage.json")


def _zipped(call: Call) -> Made:
    return Made(_zip(call.catalog), packing.file_name(call.catalog))


def _table(call: Call) -> Made:
    table = call.values["table"]
    return Made(_files(call.catalog)[call.catalog.resource(table)["path"]].encode(), f"{table}.csv")


def _tables(catalog: Catalog, language: Language, _bound: Bound) -> Sequence[Parameter]:
    says = language.gettext("The name of a table.")
    return [Parameter("table", {"type": "string", "enum": list(catalog.tables)}, says, "offices", "path", see="tables")]


def _dated(catalog: Catalog, language: Language, _bound: Bound) -> Sequence[Parameter]:
    shared = [one for key in link.SHARED for one in keys.of_link(key, catalog, language)]
    return [*shared, keys.language(language)]


def _calendar(call: Call) -> Made:
    view = rows.asked(call, "timeline", {})
    kept = events(view.catalog, view.selection).rows
    query = link.stated(view.selection, view.catalog)
    name = exports.file_name(
        files.name("events", call.language),
        {files.key(url, call.language): values for url, values in query.items()},
        view.catalog.facts_as_of,
        "ics",
    )
    return Made(ics.file(view.catalog, kept, call.language), name)


OPERATIONS = (
    Operation(
        "/datapackage.json",
        "readPackage",
        N("The description of the whole data package (Data Package v2), which leads to each of its tables"),
        ("application/json",),
        _described,
        schema=lambda _catalog, _language, _bound: {
            "application/json": {"type": "object", "required": ["name", "version", "resources"]}
        },
        examples=("datapackage.json",),
    ),
    Operation(
        "/datapackage/{table}.csv",
        "readPackageTable",
        N("A table of the data package as it is kept, in every language"),
        ("text/csv",),
        _table,
        _tables,
        examples=("datapackage/offices.csv",),
    ),
    Operation(
        "/datapackage.zip",
        "downloadPackage",
        N("The whole data package as one file"),
        ("application/zip",),
        _zipped,
        examples=("datapackage.zip",),
    ),
    Operation(
        "/events.ics",
        "readCalendar",
        N("The events as a calendar: what the page Timeline gives"),
        ("text/calendar",),
        _calendar,
        _dated,
        examples=("events.ics?country=MEX",),
    ),
)
