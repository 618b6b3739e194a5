"""What is too long is answered in plain words, in both languages, and comes no further."""

import json

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from api.limits import LONGEST_HEADERS, LONGEST_PATH, LONGEST_QUERY, MOST_HEADERS, PROBLEMS, Limits
from api.v1.problem import TYPE
from figures.language import available
from tests.asgi import Answer, get


async def behind(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("let in")(scope, receive, send)


def ask(address: str = "/", **headers: str) -> Answer:
    return get(Limits(behind), address, headers={name.replace("_", "-"): value for name, value in headers.items()})


KEPT = [
    ("/" + "a" * (LONGEST_PATH - 1), {}),
    ("/?find=" + "a" * (LONGEST_QUERY - 5), {}),
    ("/", {"cookie": "a" * (LONGEST_HEADERS - 100)}),
    ("/", {f"x-{at}": "" for at in range(MOST_HEADERS - 1)}),
    ("/", {"host": "[::1]:8501"}),
    ("/a..b/...", {}),
]

BROKEN = [
    (414, "/" + "a" * LONGEST_PATH, {}),
    (414, "/" + "%41" * (LONGEST_PATH // 3 + 1), {}),
    (414, "/?find=" + "a" * LONGEST_QUERY, {}),
    (431, "/", {"cookie": "a" * LONGEST_HEADERS}),
    (431, "/", {f"x-{at}": "" for at in range(MOST_HEADERS)}),
    (400, "/", {"host": 'evil.test"><script>'}),
    (400, "/", {"host": "evil.test/a"}),
    (400, "/", {"host": ""}),
    (400, "/a%00b", {}),
    (400, "/..%2f..%2fetc%2fpasswd", {}),
    (400, "/a%5c..%5cb", {}),
]


@pytest.mark.parametrize(("address", "headers"), KEPT, ids=lambda value: str(value)[:40])
def test_what_keeps_to_the_limits_is_let_in(address: str, headers: dict[str, str]) -> None:
    assert ask(address, **headers).text == "let in"


@pytest.mark.parametrize(("status", "address", "headers"), BROKEN, ids=lambda value: str(value)[:40])
def test_what_does_not_is_told_why(status: int, address: str, headers: dict[str, str]) -> None:
    answer = ask(address, **headers)
    assert answer.status == status
    assert answer.headers["content-type"].startswith("text/plain")
    assert len(answer.text.splitlines()) == len(available())
    assert "Error" not in answer.text


@pytest.mark.parametrize(("status", "address", "headers"), BROKEN, ids=lambda value: str(value)[:40])
def test_a_program_is_told_in_a_problem_document(status: int, address: str, headers: dict[str, str]) -> None:
    answer = ask(f"/api/v1/tables{address}", **headers)
    told = json.loads(answer.text)
    assert answer.status == told["status"] == status
    assert answer.headers["content-type"] == TYPE
    assert answer.headers["access-control-allow-origin"] == "*"
    assert told["type"].endswith(f"#{PROBLEMS[status]}")


def test_below_a_path_a_program_is_told_by_the_address_there() -> None:
    answer = get(Limits(behind), "/api/v1/tables?find=" + "a" * LONGEST_QUERY, root="/team/briefing")
    assert json.loads(answer.text)["type"] == "/team/briefing/api/v1/#too-long"


def test_a_browser_is_told_on_a_page_that_needs_no_other_file() -> None:
    answer = ask("/?find=" + "a" * LONGEST_QUERY, accept="text/html,*/*")
    assert answer.status == 414
    for words in ('<section lang="en"><h1>This address is too long</h1>', '<section lang="es">', "Try again"):
        assert words in answer.text
    assert "src=" not in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert answer.headers["cache-control"] == "no-store"
