"""What is derived from what is told as the tables have it."""

import pytest
from rdflib import DCTERMS, FOAF, PROV, RDF, Graph, URIRef

from data.catalog import Catalog
from data.dialects import prov
from tests.data.dialects.graphs import PACKAGE, PATHS, here, parsed, rows

CITED = {
    "offices": "office_evidence",
    "reported_totals": "reported_total_sources",
    "tciu": "tciu_sources",
    "initiatives": "initiative_sources",
    "initiative_followup": "followup_sources",
    "event_initiatives": "event_initiative_sources",
    "flows": "flow_sources",
    "claims": "claim_sources",
    "source_derivations": "",
    "event_countries": "",
}
"""Table → the one that links its rows to sources; empty where nothing is cited for it."""


@pytest.fixture(scope="module")
def graph(catalog: Catalog) -> Graph:
    return parsed(prov.document(catalog))


def codes(graph: Graph, entity: URIRef) -> list[str]:
    """Return the codes of the sources that something is derived from."""
    named = (graph.value(one, DCTERMS.identifier) for one in graph.objects(entity, PROV.wasDerivedFrom))
    return sorted(str(code) for code in named if code)


@pytest.mark.parametrize("table", CITED)
def test_a_table_is_derived_from_the_sources_that_its_rows_cite(graph: Graph, table: str) -> None:
    linked = rows(f"tables/{CITED[table]}.csv") if CITED[table] else []
    assert codes(graph, here(PATHS[table])) == sorted({row["source_id"] for row in linked})


def test_a_table_that_names_sources_in_its_own_rows_is_derived_from_them(graph: Graph) -> None:
    told = {row["source_id"] for name in ("observations", "observation_sources") for row in rows(PATHS[name])}
    assert codes(graph, here(PATHS["observations"])) == sorted(told - {""})


def test_no_source_that_a_row_cites_is_forgotten(graph: Graph) -> None:
    cited = {
        row["source_id"]
        for path in PATHS.values()
        if path not in (PATHS["sources"], PATHS["source_derivations"])
        for row in rows(path)
        if row.get("source_id")
    }
    assert {code for path in PATHS.values() for code in codes(graph, here(path))} == cited


def test_a_source_that_repeats_another_is_derived_from_it(graph: Graph) -> None:
    told = {
        (str(graph.value(one, DCTERMS.identifier)), code)
        for one in graph.subjects(DCTERMS.identifier, None)
        for code in codes(graph, one)
    }
    assert told == {(row["source_id"], row["derived_from_id"]) for row in rows(PATHS["source_derivations"])}


def test_what_is_taken_from_elsewhere_is_derived_from_there(graph: Graph) -> None:
    geonames = URIRef("https://www.geonames.org/")
    assert geonames in set(graph.objects(here(PATHS["offices"]), PROV.wasDerivedFrom))
    assert "GeoNames" in str(graph.value(geonames, DCTERMS.title))


def test_whatever_something_is_derived_from_is_told(graph: Graph) -> None:
    origins = set(graph.objects(None, PROV.wasDerivedFrom))
    assert origins <= set(graph.subjects(RDF.type, PROV.Entity))
    assert origins <= set(graph.subjects(DCTERMS.title, None))


def test_a_source_leads_to_its_page(graph: Graph) -> None:
    told = {str(graph.value(page, DCTERMS.identifier)): str(url) for page, url in graph.subject_objects(FOAF.page)}
    assert told == {row["source_id"]: row["url"] for row in rows(PATHS["sources"]) if row["url"]}


def test_the_package_holds_its_tables_and_is_the_briefings_own(graph: Graph) -> None:
    assert set(graph.objects(here(), PROV.hadMember)) == {here(path) for path in PATHS.values()}
    (maker,) = graph.objects(here(), PROV.wasAttributedTo)
    assert str(graph.value(maker, FOAF.name)) == PACKAGE["contributors"][0]["title"] == "The briefing's own team"
