"""What the server says beside the page: headers, compression, files that may be kept."""

import gzip
import http.client
import json
import urllib.error
import urllib.request
from email.message import Message
from urllib.parse import urlsplit

import pytest

from data.assets import address as asset_address


def get(url: str, **headers: str) -> tuple[Message, bytes]:
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    with urllib.request.urlopen(request) as response:
        return response.headers, response.read()


@pytest.mark.parametrize("path", ["/", "/offices?country=MEX", "/app/static/icon.png", "/_stcore/health"])
def test_every_answer_forbids_other_hosts(address: str, path: str) -> None:
    headers, _body = get(f"{address}{path}")
    policy = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert "http" not in headers["Content-Security-Policy"]
    assert "'unsafe-eval'" not in policy["script-src"]
    assert "'unsafe-inline'" not in policy["script-src"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_shapes_and_marks_may_be_kept_for_ever(address: str) -> None:
    for name in ("countries", "marks"):
        headers, body = get(f"{address}/{asset_address(name)}")
        assert "immutable" in headers["Cache-Control"]
        assert body


def test_shapes_travel_compressed(address: str) -> None:
    headers, body = get(f"{address}/{asset_address('countries')}", Accept_Encoding="gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(body))["type"] == "FeatureCollection"
    assert len(body) < 120_000


@pytest.mark.parametrize("name", ["countries.000000000000.json", "..%2Fdatapackage.json", "x"])
def test_no_other_file_is_served(address: str, name: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        get(f"{address}/assets/{name}")
    with caught.value as answer:
        assert answer.code in {400, 404}


def test_the_agent_interface_is_shut(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        get(f"{address}/_stcore/agent/interact")
    with caught.value as answer:
        assert answer.code in {404, 405}


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/overview?country=MEX", "/?country=MEX"),
        ("/offices%3Fcountry=MEX", "/offices?country=MEX"),
        ("/a/b/offices?country=MEX", "/offices?country=MEX"),
    ],
)
def test_an_address_that_tells_what_is_meant_leads_there(address: str, path: str, meant: str) -> None:
    with urllib.request.urlopen(urllib.request.Request(f"{address}{path}", headers={"Accept": "text/html"})) as answer:
        assert answer.url == f"{address}{meant}"


def status(address: str, method: str, path: str, body: bytes = b"", **headers: str) -> int:
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    found = connection.getresponse().status
    connection.close()
    return found


HANDSHAKE = {
    "Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13", "Sec_WebSocket_Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}  # fmt: skip


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_a_page_of_another_origin_gets_no_connection(address: str, origin: str) -> None:
    assert status(address, "GET", "/_stcore/stream", Origin=origin, **HANDSHAKE) == 403
    assert status(address, "GET", "/_stcore/stream", Origin=address, **HANDSHAKE) == 101


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_no_file_is_taken(address: str, method: str) -> None:
    assert status(address, method, "/_stcore/upload_file/any/file", b"x") == 405
