"""The package in DCAT has what a catalogue asks for, each table as a part with its file."""

from hashlib import sha256

import pytest
from rdflib import DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef

from data.catalog import Catalog
from data.dialects import dcat
from data.packing import table_files
from tests.data.dialects.graphs import PACKAGE, PATHS, here, parsed

DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")

ASKED_FOR = {
    DCAT.Dataset: [
        DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCTERMS.identifier, DCAT.version,
        DCAT.distribution,
    ],
    DCAT.Distribution: [DCTERMS.title, DCTERMS.license, DCAT.accessURL, DCAT.downloadURL, DCAT.mediaType],
    FOAF.Agent: [FOAF.name],
    SPDX.Checksum: [SPDX.algorithm, SPDX.checksumValue],
}  # fmt: skip
"""Type → what each of it must say."""


@pytest.fixture(scope="module")
def files(catalog: Catalog) -> dict[str, str]:
    return table_files(catalog)


@pytest.fixture(scope="module")
def graph(catalog: Catalog, files: dict[str, str]) -> Graph:
    return parsed(dcat.document(catalog.package, files))


@pytest.mark.parametrize("kind", ASKED_FOR, ids=lambda kind: kind.split("/")[-1])
def test_nothing_is_lacking_that_a_catalogue_asks_for(graph: Graph, kind: URIRef) -> None:
    found = [*graph.subjects(RDF.type, kind)]
    assert found
    assert [(one, name) for one in found for name in ASKED_FOR[kind] if not graph.value(one, name, any=True)] == []


def test_it_says_what_the_package_says(graph: Graph) -> None:
    assert graph.value(here(), DCTERMS.title) == Literal(PACKAGE["title"], lang="en")
    assert graph.value(here(), DCAT.version) == Literal(PACKAGE["version"])
    assert graph.value(here(), DCTERMS.issued) == Literal(PACKAGE["created"], datatype=XSD.dateTime)
    assert graph.value(here(), DCTERMS.license) == URIRef(PACKAGE["licenses"][0]["path"])


def test_whoever_publishes_it_is_the_briefings_own_team(graph: Graph) -> None:
    publishers = {*graph.objects(None, DCTERMS.publisher), *graph.objects(None, DCTERMS.creator)}
    assert {str(graph.value(one, FOAF.name)) for one in publishers} == {"The briefing's own team"}


def test_each_table_is_a_part_with_its_file(graph: Graph, files: dict[str, str]) -> None:
    parts = {str(graph.value(part, DCTERMS.identifier)): part for part in graph.objects(here(), DCTERMS.hasPart)}
    assert set(parts) == set(PATHS)
    for name, path in PATHS.items():
        (file,) = graph.objects(parts[name], DCAT.distribution)
        content = files[path].encode()
        assert file == graph.value(file, DCAT.downloadURL) == here(path)
        assert graph.value(file, DCAT.byteSize) == Literal(str(len(content)), datatype=XSD.nonNegativeInteger)
        sum_ = graph.value(file, SPDX.checksum)
        assert str(graph.value(sum_, SPDX.checksumValue)).lower() == sha256(content).hexdigest()
        assert graph.value(sum_, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256


def test_the_whole_is_had_through_its_descriptor(graph: Graph) -> None:
    (file,) = graph.objects(here(), DCAT.distribution)
    assert graph.value(file, DCAT.downloadURL) == here("datapackage.json")
    assert graph.value(file, DCTERMS.conformsTo) == URIRef(PACKAGE["$schema"])
