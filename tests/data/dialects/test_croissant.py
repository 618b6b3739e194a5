"""The package in Croissant has what the format asks for, and speaks of the files and columns that are there."""

from hashlib import sha256
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from data.catalog import Catalog
from data.dialects import croissant
from data.packing import table_files
from tests.data.dialects.graphs import PACKAGE, PATHS, here, parsed

SCHEMA = Namespace("https://schema.org/")
CROISSANT = Namespace("http://mlcommons.org/croissant/")
CONFORMS = URIRef("http://purl.org/dc/terms/conformsTo")

ASKED_FOR = {
    SCHEMA.Dataset: ["name", "description", "license", "url", "creator", "datePublished"],
    CROISSANT.FileObject: ["name", "contentUrl", "encodingFormat", "sha256"],
    CROISSANT.RecordSet: ["name"],
    CROISSANT.Field: ["name"],
}
"""Type → properties of schema.org without which a document is no Croissant 1.0."""

OWN = {CROISSANT.RecordSet: ["field", "key"], CROISSANT.Field: ["source", "dataType"]}


@pytest.fixture(scope="module")
def files(catalog: Catalog) -> dict[str, str]:
    return table_files(catalog)


@pytest.fixture(scope="module")
def document(catalog: Catalog, files: dict[str, str]) -> dict[str, Any]:
    return croissant.document(catalog.package, files)


@pytest.fixture(scope="module")
def graph(document: dict[str, Any]) -> Graph:
    return parsed(document)


@pytest.mark.parametrize("kind", ASKED_FOR, ids=lambda kind: kind.split("/")[-1])
def test_nothing_is_lacking_that_the_format_asks_for(graph: Graph, kind: URIRef) -> None:
    found = [*graph.subjects(RDF.type, kind)]
    assert found
    wanted = [*(SCHEMA[name] for name in ASKED_FOR[kind]), *(CROISSANT[name] for name in OWN.get(kind, []))]
    assert [(one, name) for one in found for name in wanted if not graph.value(one, name, any=True)] == []


def test_it_says_what_the_package_says(graph: Graph) -> None:
    assert graph.value(here(), CONFORMS) == Literal("http://mlcommons.org/croissant/1.0", lang="en")
    for name, value in {
        "name": PACKAGE["title"],
        "description": PACKAGE["description"],
        "version": PACKAGE["version"],
        "license": PACKAGE["licenses"][0]["path"],
        "datePublished": PACKAGE["created"][:10],
    }.items():
        assert str(graph.value(here(), SCHEMA[name])) == value, name


def test_whoever_stands_behind_it_is_the_briefings_own_team(graph: Graph) -> None:
    behind = {*graph.objects(here(), SCHEMA.creator), *graph.objects(here(), SCHEMA.publisher)}
    assert {str(graph.value(one, SCHEMA.name)) for one in behind} == {"The briefing's own team"}


def test_every_file_is_told_with_its_size_and_hash(document: dict[str, Any], files: dict[str, str]) -> None:
    told = {one["contentUrl"]: (one["contentSize"], one["sha256"]) for one in document["distribution"]}
    assert told == {
        path: (f"{len(text.encode())} B", sha256(text.encode()).hexdigest()) for path, text in files.items()
    }


def test_every_column_is_read_from_where_it_is(document: dict[str, Any], files: dict[str, str]) -> None:
    assert [one["name"] for one in document["recordSet"]] == [*PATHS]
    for records in document["recordSet"]:
        path = PATHS[records["name"]]
        assert {field["source"]["fileObject"]["@id"] for field in records["field"]} == {path}
        columns = [field["source"]["extract"]["column"] for field in records["field"]]
        assert columns == files[path].partition("\n")[0].split(","), path
        assert {one["@id"] for one in records["key"]} <= {field["@id"] for field in records["field"]}


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("offices/city", "Text"),
        ("offices/latitude", "Float"),
        ("offices/geonames_id", "Integer"),
        ("office_evidence/date_inferred", "Boolean"),
        ("observations/period_start", "Date"),
    ],
)
def test_a_column_has_its_type(graph: Graph, column: str, kind: str) -> None:
    assert graph.value(here(column), CROISSANT.dataType) == SCHEMA[kind]
