"""A record as JSON-LD: read back as a graph, it says what the tables say, and of each thing no more than is true."""

import json
from collections.abc import Callable

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

from briefing.linked import document
from data.catalog import Catalog
from data.queries.records.address import KINDS
from data.queries.records.record import record
from figures.language import Language
from tests.asgi import Answer
from tests.data.dialects.graphs import parsed

Ask = Callable[..., Answer]

SCHEMA = Namespace("https://schema.org/")
API = "http://briefing.example/api/v1/"
RECORDS = f"{API}records/"

TYPES = {
    "objective": "Thing",
    "initiative": "Thing",
    "office": "Place",
    "country": "Country",
    "unit": "Organization",
    "organisation": "Organization",
    "event": "Event",
    "flow": "Claim",
    "indicator": "Dataset",
    "total": "Observation",
    "oversight": "Claim",
    "contradiction": "Thing",
    "claim": "Claim",
    "term": "DefinedTerm",
    "source": "CreativeWork",
}


def graph(ask: Ask, record_id: str, query: str = "") -> tuple[Graph, URIRef]:
    """Return the graph of a record, and what it is about."""
    answer = ask(f"records/{record_id}{query}")
    assert answer.headers["content-type"] == "application/ld+json"
    found = parsed(json.loads(answer.content))
    (thing,) = found.objects(URIRef(RECORDS + record_id), SCHEMA.about)
    return found, URIRef(str(thing))


def test_a_record_can_be_told_whatever_is_not_known_of_it(catalog: Catalog, language: Language) -> None:
    told = 0
    for kind, (table, key) in KINDS.items():
        rows = catalog[table]
        known = (rows.notna() & (rows != "")).apply(tuple, axis=1)
        for code in rows.loc[~known.duplicated(), key]:
            made = document(catalog, record(catalog, f"{kind}:{code}"), language, "https://here.example/", RECORDS, API)
            json.dumps(made, allow_nan=False)
            assert made["about"]["name"]
            told += 1
    assert told > 2 * len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_is_a_work_of_ours_about_a_thing_with_the_sources_it_rests_on(
    ask: Ask, catalog: Catalog, kind: str
) -> None:
    table, key = KINDS[kind]
    record_id = f"{kind}:{catalog.tables[table][key].iloc[-1]}"
    found, thing = graph(ask, record_id)
    here = URIRef(RECORDS + record_id)
    assert set(found.objects(here, RDF.type)) == {SCHEMA.CreativeWork}
    assert set(found.objects(here, SCHEMA.identifier)) == {Literal(record_id)}
    assert SCHEMA[TYPES[kind]] in set(found.objects(thing, RDF.type))
    cited = {str(one) for one in found.objects(here, SCHEMA.citation)}
    assert cited == {f"{RECORDS}source:{source}#it" for source in record(catalog, record_id).source_ids}
    for source in found.objects(here, SCHEMA.citation):
        assert list(found.objects(source, SCHEMA.name))


def test_the_cells_are_those_of_the_table(ask: Ask, catalog: Catalog) -> None:
    document = json.loads(ask("records/event:ev-20230531-mananera").content)
    rows = catalog["events"].set_index("event_id")
    row = rows.loc["ev-20230531-mananera"]
    assert document["cells"]["date"] == row["date"] == document["about"]["startDate"]
    assert document["cells"]["summary"] == row["summary"] == document["about"]["description"]
    values = json.loads(ask("records/indicator:cbp-fentanyl-seized-fy").content)["beside"]["observations"]
    assert len(values) == (catalog["observations"]["indicator_id"] == "cbp-fentanyl-seized-fy").sum()


def test_whoever_reads_it_can_go_on_to_what_it_names(ask: Ask) -> None:
    document = json.loads(ask("records/event:ev-20230531-mananera?lang=es").content)
    near = [one["@id"] for one in (*document["citation"], *document["mentions"])]
    assert len(near) > 2
    for address in near:
        assert ask(address.removeprefix("http://briefing.example/api/v1/").removesuffix("#it")).status == 200


def test_words_that_are_ours_are_told_where_they_say(ask: Ask) -> None:
    context = json.loads(ask("records/event:ev-20230531-mananera").content)["@context"]
    ours = [word["@id"].partition("#") for name, word in context.items() if not name.startswith("@")]
    assert len(ours) == 2
    for address, _mark, part in ours:
        answer = ask(address.removeprefix(API))
        assert answer.status == 200
        assert f'id="{part}"' in answer.text


def test_only_a_place_known_to_the_town_has_a_point(ask: Ask, catalog: Catalog) -> None:
    offices = catalog["offices"]
    for level, has_point in (("city", True), ("country", False)):
        office = offices.loc[offices["level"] == level, "office_id"].iloc[0]
        found, thing = graph(ask, f"office:{office}")
        assert bool(list(found.objects(thing, SCHEMA.geo))) == has_point, office


def test_what_a_source_says_is_a_claim_that_appears_in_it(ask: Ask, catalog: Catalog) -> None:
    found, thing = graph(ask, "flow:f01")
    note = catalog["flows"].set_index("flow_id").loc["f01", "note"]
    assert list(found.objects(thing, SCHEMA.text)) == [Literal(note)]
    assert set(found.objects(thing, SCHEMA.appearance)) == {
        URIRef(f"{RECORDS}source:{source}#it") for source in record(catalog, "flow:f01").source_ids
    }


def test_a_record_is_told_in_spanish_to_who_asks_for_it(ask: Ask) -> None:
    english, spanish = (json.loads(ask(f"records/country:MEX?lang={code}").content) for code in ("en", "es"))
    assert (english["name"], spanish["name"]) == ("Mexico", "México")
    assert english["@id"] == spanish["@id"]
    assert spanish["inLanguage"] == "es"
