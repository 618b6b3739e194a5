"""The proxy as it is configured, before processes that only say what they were asked."""

import http.client
import json
import os
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from deploy.cluster import DEPLOY, LOOPBACK, free_ports, haproxy, servers


class Stub(ThreadingHTTPServer):
    """A process that answers with its port and the headers that it was sent, and keeps the paths it was asked for."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__((LOOPBACK, port), Echo)
        self.asked: list[str] = []
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        self.shutdown()
        self.server_close()


class Echo(BaseHTTPRequestHandler):
    server: Stub

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        told = {
            "port": self.server.server_port,
            "headers": {name.lower(): value for name, value in self.headers.items()},
        }
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@dataclass
class Proxy:
    """A running proxy, and the processes behind it by port."""

    port: int
    tls: int
    behind: dict[int, Stub] = field(default_factory=dict)

    def ask(self, path: str, safe: bool = False, **headers: str) -> tuple[http.client.HTTPResponse, str]:
        """Ask for a path on a connection of its own."""
        # A certificate of our own, that nobody vouches for.
        connection: http.client.HTTPConnection = (
            http.client.HTTPSConnection(LOOPBACK, self.tls, context=ssl._create_unverified_context(), timeout=20)
            if safe
            else http.client.HTTPConnection(LOOPBACK, self.port, timeout=20)
        )
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer, text


@contextmanager
def proxied(folder: Path, count: int, certificate: Path | None = None) -> Iterator[Proxy]:
    """Start the proxy before so many processes; 0 stands for one that is down."""
    port, tls, *ports = free_ports(2 + max(count, 1))
    proxy = Proxy(port, tls, {own: Stub(own) for own in ports[:count]})
    behind = folder / "processes.cfg"
    behind.write_text(servers(ports), "utf-8")
    environment = {"BRIEFING_BIND": f"{LOOPBACK}:{port}", "BRIEFING_SOCKET": str(folder / "proxy.sock")}
    if certificate:
        environment |= {"BRIEFING_BIND_TLS": f"{LOOPBACK}:{tls}", "BRIEFING_CERTIFICATE": str(certificate)}
    command = [haproxy(), "-db", "-f", str(DEPLOY / "haproxy.cfg"), "-f", str(behind)]
    process = subprocess.Popen(
        command, env=os.environ | environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        # At first each process is taken to be up, so the first answer may come as soon as the proxy listens.
        for _ in range(500):
            try:
                proxy.ask("/healthz")
                break
            except ConnectionRefusedError:
                threading.Event().wait(0.02)
        yield proxy
    finally:
        process.terminate()
        process.communicate(timeout=20)
        for stub in proxy.behind.values():
            stub.stop()


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    with proxied(tmp_path_factory.mktemp("two"), 2) as proxy:
        yield proxy


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """A proxy that readers reach by TLS."""
    folder = tmp_path_factory.mktemp("safe")
    openssl = shutil.which("openssl")
    assert openssl, "No openssl: `make test` installs Debian's"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", "key", "-out", "crt"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    pem = folder / "both.pem"
    pem.write_bytes((folder / "key").read_bytes() + (folder / "crt").read_bytes())
    with proxied(folder, 1, pem) as proxy:
        yield proxy


def cookie(answer: http.client.HTTPResponse) -> tuple[str, set[str]]:
    """Return name and value of the cookie that was set, and its other words."""
    value, *words = (answer.getheader("Set-Cookie") or "").split("; ")
    return value, set(words)


def test_a_reader_stays_with_the_process_of_the_first_answer(two: Proxy) -> None:
    for _ in range(2):  # two readers, one of each process
        first, text = two.ask("/offices")
        value, _words = cookie(first)
        assert value.startswith("BRIEFING=")
        for _ in range(3):
            again, said = two.ask("/offices", Cookie=value)
            assert json.loads(said)["port"] == json.loads(text)["port"]
            assert again.getheader("Set-Cookie") is None


def test_the_cookie_is_no_scripts_business_and_no_process_hears_of_it(two: Proxy) -> None:
    answer, _text = two.ask("/")
    value, words = cookie(answer)
    assert words == {"path=/", "HttpOnly", "SameSite=Lax"}
    _again, said = two.ask("/", Cookie=f"other=1; {value}")
    assert json.loads(said)["headers"]["cookie"] == "other=1"


def test_only_the_proxy_says_who_asks_and_under_which_name(two: Proxy) -> None:
    _answer, said = two.ask(
        "/", Host="briefing.example", Forwarded="for=9.9.9.9;proto=https", X_Forwarded_For="9.9.9.9",
        X_Forwarded_Proto="https", X_Forwarded_Host="evil.example", X_Forwarded_Prefix="/evil",
    )  # fmt: skip
    told = {name: value for name, value in json.loads(said)["headers"].items() if "forwarded" in name}
    assert told == {"x-forwarded-for": LOOPBACK, "x-forwarded-proto": "http", "x-forwarded-host": "briefing.example"}


@pytest.mark.parametrize(
    "path", ["/metrics", "/metrics/", "//metrics?a=1", "/%6Detrics", "/METRICS", "/_stcore/metrics"]
)
def test_figures_for_those_who_run_it_are_not_for_readers(two: Proxy, path: str) -> None:
    answer, _text = two.ask(path)
    assert answer.status == 404
    assert not [asked for stub in two.behind.values() for asked in stub.asked if "etrics" in asked.lower()]


def test_what_a_dead_process_was_asked_the_next_answers(tmp_path: Path) -> None:
    with proxied(tmp_path, 2) as proxy:
        first, text = proxy.ask("/")
        gone = json.loads(text)["port"]
        proxy.behind[gone].stop()
        moved, said = proxy.ask("/", Cookie=cookie(first)[0])
        assert moved.status == 200
        assert json.loads(said)["port"] != gone
        assert cookie(moved)[0] not in {"", cookie(first)[0]}


def test_where_no_process_answers_the_page_says_so_and_asks_again(tmp_path: Path) -> None:
    with proxied(tmp_path, 0) as proxy:
        answer, text = proxy.ask("/offices?country=MEX")
    assert answer.status == 503
    assert answer.getheader("Retry-After") == "5"
    assert answer.getheader("Cache-Control") == "no-store"
    assert '<meta http-equiv="refresh"' in text
    assert 'lang="es"' in text


def test_behind_tls_the_cookie_and_every_answer_are(safe: Proxy) -> None:
    answer, said = safe.ask("/", safe=True)
    assert cookie(answer)[1] == {"path=/", "HttpOnly", "SameSite=Lax", "Secure"}
    assert json.loads(said)["headers"]["x-forwarded-proto"] == "https"
    plain, _text = safe.ask("/offices?country=MEX")
    assert plain.status == 308
    assert (plain.getheader("Location") or "").startswith("https://")


def test_the_file_for_compose_is_one_that_the_proxy_takes() -> None:
    command = [haproxy(), "-c", "-f", str(DEPLOY / "haproxy.cfg"), "-f", str(DEPLOY / "processes.cfg")]
    done = subprocess.run(command, env=os.environ | {"BRIEFING_BIND": ":8080"}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
