"""The description says what is answered: a program that asks whatever it allows, and what it does not, finds nothing else."""

import json
import os
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis.checks import load_all_checks
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.types import ASGIApp

from api.v1 import keys, problem
from api.v1.openapi import address, bindings
from api.v1.routes import OPERATIONS
from data import link
from data.catalog import Catalog
from tests.asgi import Answer

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def described(ask: Ask) -> dict[str, Any]:
    return json.loads(ask("openapi.json").content)


def test_it_is_a_description_by_the_rules_of_openapi(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1")
    assert [error.message for error in OpenAPIV31SpecValidator(described).iter_errors()] == []


def test_every_address_that_is_answered_is_described_and_no_other(described: dict[str, Any], catalog: Catalog) -> None:
    answered = {address(one, bound) for one in OPERATIONS for bound in bindings(one, catalog)}
    assert set(described["paths"]) == answered
    names = [path["get"]["operationId"] for path in described["paths"].values()]
    assert len(names) == len({*names})
    assert {f"/tables/{table}" for table in catalog.tables} <= answered


def test_it_names_the_keys_of_the_dashboard_by_their_own_names(described: dict[str, Any]) -> None:
    shared = {url for key in link.SHARED for url in key.urls}
    named = {one["name"] for one in described["paths"]["/tables/events"]["get"]["parameters"]}
    assert shared <= named
    assert shared | {*link.SOURCES_SEARCH.urls, *link.CHANGES_KIND.urls, *link.CHANGES_SINCE.urls} < {*keys.SAYS}


def test_in_spanish_it_says_the_same(ask: Ask, described: dict[str, Any]) -> None:
    spanish = json.loads(ask("openapi.json?lang=es").content)
    assert spanish["paths"].keys() == described["paths"].keys()
    assert spanish["info"]["title"] != described["info"]["title"]


def test_its_examples_are_answered(ask: Ask, described: dict[str, Any]) -> None:
    for path, item in described["paths"].items():
        example = {one["name"]: one["example"] for one in item["get"]["parameters"] if one["in"] == "path"}
        for one in item["get"]["parameters"]:
            if one["in"] == "query" and "limit" in one["name"] + path.partition("/tables/events")[1]:
                query = "&".join(f"{one['name']}={value}" for value in _several(one["example"]))
                assert ask(f"{path[1:].format(**example)}?{query}").status == 200, (path, query)


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_a_problem_is_as_described(ask: Ask) -> None:
    schema = Draft202012Validator(problem.SCHEMA)
    for wrong in ("tables/none", "tables?x=1", "tables/events?from=2024&to=2023", "none", "records/claim:c03"):
        schema.validate(json.loads(ask(wrong).content))


MOST = int(os.environ.get("API_EXAMPLES", "8"))
"""Requests to each address; `API_EXAMPLES=1000` tries more."""


def only_out_of_range(ctx: object, response: Any, case: Any) -> None:
    """Fail where what the description allows is refused, but for values that together ask for no row."""
    if response.status_code == 400 and case.meta and case.meta.generation.mode.is_positive:
        assert response.json()["type"].endswith("#out-of-range"), response.text


TRIED = (
    "/tables",
    "/tables/sources.{format}",
    "/tables/events",
    "/tables/events.{format}",
    "/records/{id}",
    "/changes",
    "/changes.{format}",
    "/events.ics",
    "/openapi.json",
)
"""The addresses that are tried: of the tables, which differ in their columns alone, one without filters and one with all."""


@pytest.fixture(scope="module")
def schema(app: ASGIApp) -> Any:
    load_all_checks()
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


@pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.value)
@pytest.mark.parametrize("path", TRIED)
def test_whatever_is_asked_is_answered_as_described(schema: Any, path: str, mode: GenerationMode) -> None:
    @given(case=schema[path]["GET"].as_strategy(mode))
    @settings(max_examples=MOST, deadline=None, derandomize=True, database=None, suppress_health_check=[*HealthCheck])
    def asked(case: Any) -> None:
        case.call_and_validate(excluded_checks=[positive_data_acceptance], additional_checks=[only_out_of_range])

    asked()
