"""What cannot be answered is told, and how: what is wrong with which key and value, and what is allowed."""

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest

from api.v1 import problem
from data.catalog import Catalog
from data.problem import DataError, Problem
from tests.api.v1.conftest import serving
from tests.asgi import Answer, get

Ask = Callable[..., Answer]


def told(answer: Answer) -> dict[str, Any]:
    """Return a problem document, after a look at what each has."""
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["access-control-allow-origin"] == "*"
    document = json.loads(answer.content)
    assert document["status"] == answer.status
    assert {"type", "title", "detail", "instance"} < document.keys()
    assert problem.KINDS[document["type"].partition("#")[2]].status == answer.status
    return document


WRONG = [
    ("tables/offices?country=XXX", 400, "unknown-value", "country", "XXX", "MEX"),
    ("tables/offices?country=", 400, "unknown-value", "country", "", "MEX"),
    ("tables/offices?country=mex", 400, "unknown-value", "country", "mex", "MEX"),
    ("tables/events?objective=5", 400, "unknown-value", "objective", "5", 4),
    ("tables/events?objective=%EF%BC%91", 400, "unknown-value", "objective", "１", 1),
    ("tables/events?from=twenty", 400, "unknown-value", "from", "twenty", None),
    ("tables/events?from=1066", 400, "unknown-value", "from", "1066", None),
    ("tables/events?from=2024&to=2023", 400, "out-of-range", "from", "2024", None),
    ("tables/events?lang=fr", 400, "unknown-value", "lang", "fr", "es"),
    ("tables/events?limit=0", 400, "unknown-value", "limit", "0", None),
    ("tables/events?limit=-1", 400, "unknown-value", "limit", "-1", None),
    ("tables/events?limit=1e2", 400, "unknown-value", "limit", "1e2", None),
    ("tables/events?offset=9999", 400, "out-of-range", "offset", "9999", None),
    ("tables/events?find=fentanyl", 400, "unknown-key", "find", "fentanyl", "sources_search"),
    ("tables/offices?objective=3", 400, "unknown-key", "objective", "3", "country"),
    ("tables/events?sources_search=" + "x" * 81, 400, "unknown-value", "sources_search", "x" * 80, None),
    ("changes?since=2026-13-01", 400, "unknown-value", "since", "2026-13-01", None),
    ("changes?since=yesterday", 400, "unknown-value", "since", "yesterday", None),
    ("changes?changes_kind=mended", 400, "unknown-value", "changes_kind", "mended", "corrected"),
    ("datapackage.zip?country=MEX", 400, "unknown-key", "country", "MEX", None),
    ("tables/nothing", 404, "not-found", "table", "nothing", "offices"),
    ("tables/nothing.csv", 404, "not-found", "table", "nothing", "offices"),
    ("tables/offices.xml", 404, "not-found", "format", "xml", "csv"),
    ("tables/../app.py", 404, "not-found", None, None, None),
    ("records/office:nowhere", 404, "not-found", "id", "office:nowhere", None),
    ("records/mex-tijuana", 404, "not-found", "id", "mex-tijuana", None),
    ("records/claim:c03", 410, "withdrawn", "id", "claim:c03", None),
    ("tables%0A", 404, "not-found", None, None, None),
    ("changes.%0Acsv", 404, "not-found", None, None, None),
    ("nothing/at/all", 404, "not-found", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("address", "status", "kind", "key", "value", "allowed"), WRONG)
def test_a_request_that_is_wrong_is_told_why(
    ask: Ask, address: str, status: int, kind: str, key: str | None, value: str | None, allowed: object
) -> None:
    answer = ask(address)
    document = told(answer)
    assert answer.status == status
    assert document["type"] == f"http://briefing.example/api/v1/#{kind}"
    assert document["instance"].startswith("/api/v1/")
    (error,) = document["errors"]
    assert (error.get("key"), error.get("value")) == (key, value)
    if allowed is not None:
        assert allowed in error["allowed"]


def test_all_that_is_wrong_is_told_at_once(ask: Ask) -> None:
    document = told(ask("tables/events?country=XXX&country=MEX&from=1&limit=x&limit=2"))
    assert [(one["key"], one.get("value")) for one in document["errors"]] == [
        ("country", "XXX"), ("from", "1"), ("limit", "x"), ("limit", ""),
    ]  # fmt: skip


def test_a_problem_is_told_in_the_language_that_was_asked_for(ask: Ask) -> None:
    english, spanish = (told(ask(f"records/claim:c03?lang={code}")) for code in ("en", "es"))
    assert english["detail"] != spanish["detail"]
    assert english["type"] == spanish["type"]


def test_a_record_that_was_withdrawn_is_gone_and_says_why(ask: Ask, catalog: Catalog) -> None:
    (error,) = told(ask("records/claim:c03"))["errors"]
    lines = catalog["ledger"]
    (reason,) = lines.loc[(lines["key"] == "c03") & (lines["kind"] == "withdrawn"), "reason"]
    assert reason in error["detail"]
    assert ask(error["see"].removeprefix("http://briefing.example/api/v1/")).status == 200


@pytest.mark.parametrize("accepted", ["text/html", "image/*", "application/json;q=0", "nonsense"])
def test_no_format_that_is_accepted_is_told_with_those_that_there_are(ask: Ask, accepted: str) -> None:
    answer = ask("tables", accept=accepted)
    assert answer.status == 406
    assert told(answer)["errors"][0]["allowed"] == ["application/json"]
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize("query", [b"country=%ff", b"country=\xff", b"&".join([b"limit=1"] * 1001)])
def test_a_query_that_is_none_is_told(ask: Ask, query: bytes) -> None:
    assert ask(f"tables/offices?{query.decode('latin-1')}").status == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "GE"])
def test_nothing_is_taken(ask: Ask, method: str) -> None:
    answer = ask("tables", method=method)
    assert answer.status == 405
    assert told(answer)["title"]
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_fault_of_ours_tells_no_path_and_no_trace(caplog: pytest.LogCaptureFixture, catalog: Catalog) -> None:
    def broken() -> Catalog:
        raise RuntimeError("/srv/secret/tables.csv")

    with caplog.at_level(logging.ERROR):
        answer = get(serving(broken), "/api/v1/tables")
    assert answer.status == 500
    assert told(answer)["title"]
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "/srv/secret/tables.csv" in caplog.text


def test_without_good_data_it_says_so() -> None:
    def broken() -> Catalog:
        raise DataError([Problem("offices.csv", 3, "city", "x", "no")])

    answer = get(serving(broken), "/api/v1/tables/offices.csv")
    assert answer.status == 503
    assert answer.headers["retry-after"] == "60"
    assert "offices.csv" not in told(answer)["detail"]
