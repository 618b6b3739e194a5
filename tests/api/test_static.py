"""Static files: how they travel, how long they are kept, and that nothing else is reached."""

import asyncio
import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import brotli
import pytest
from starlette.types import Message, Receive, Scope, Send

from api import scripts
from api.static import INSTEAD, StaticFiles
from data.assets import address

ROOT = Path(__file__).parents[2]
OURS = ROOT / "components" / "static"
ENTRY = f"/static/js/{scripts.entry()[0]}"
ICONS = next(f"/static/media/{path.name}" for path in scripts.STREAMLIT.rglob("MaterialSymbols-Rounded.*"))


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


Client = Callable[..., Answer]


async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 418, "headers": []})
    await send({"type": "http.response.body", "body": b"passed on"})


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> StaticFiles:
    return StaticFiles(streamlit, OURS, tmp_path_factory.mktemp("kept"))


@pytest.fixture
def get(files: StaticFiles) -> Client:
    """Ask for a path, as a server would."""

    def ask(path: str, method: str = "GET", root: str = "", **headers: str) -> Answer:
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        lines = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        scope = {"type": "http", "method": method, "path": path, "root_path": root, "headers": lines}
        asyncio.run(files(scope, receive, send))
        said = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], said, b"".join(part.get("body", b"") for part in sent[1:]))

    return ask


WHOLE = scripts.SCRIPTS.joinpath(scripts.entry()[0]).read_bytes()


@pytest.mark.parametrize(
    ("accepted", "encoding", "whole"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("br;q=0.0, *;q=0.1", "gzip", gzip.decompress),
        ("*", "br", brotli.decompress),
        ("identity", None, bytes),
        ("deflate, brush", None, bytes),
        ("", None, bytes),
    ],
)
def test_a_script_comes_in_the_smallest_form_that_the_browser_takes(
    get: Client, accepted: str, encoding: str | None, whole: Callable[[bytes], bytes]
) -> None:
    answer = get(ENTRY, accept_encoding=accepted)
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert whole(answer.body) == WHOLE


@pytest.mark.parametrize("path", [ENTRY, f"/{address('countries')}", f"/{address('marks')}"])
def test_what_has_a_hash_in_its_name_is_kept_for_ever(get: Client, path: str) -> None:
    assert "immutable" in get(path).headers["cache-control"]


@pytest.mark.parametrize("path", ["/app/static/icon.png", "/app/static/page.js", ICONS])
def test_what_keeps_its_name_when_it_changes_is_asked_for_again(get: Client, path: str) -> None:
    answer = get(path)
    assert "immutable" not in answer.headers["cache-control"]
    again = get(path, if_none_match=answer.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["cache-control"] == answer.headers["cache-control"]
    assert get(path, if_none_match='W/"other"').status == 200


def test_what_stands_in_for_a_file_of_streamlits_is_asked_for_at_every_use(get: Client) -> None:
    # Its name is Streamlit's: it stays the same when an icon is added.
    assert get(ICONS).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("theirs", INSTEAD)
def test_our_font_stands_in_for_streamlits(get: Client, theirs: str) -> None:
    (path,) = [path for path in scripts.STREAMLIT.rglob("*.woff2") if path.name.startswith(f"{theirs}.")]
    answer = get(f"/static/media/{path.name}", accept_encoding="br")
    assert answer.body == (OURS / INSTEAD[theirs]).read_bytes()
    assert answer.headers["content-type"] == "font/woff2"
    assert "content-encoding" not in answer.headers


def test_the_head_of_an_answer_is_that_of_the_whole(get: Client) -> None:
    whole, head = get(ENTRY, accept_encoding="br"), get(ENTRY, method="HEAD", accept_encoding="br")
    assert head.body == b""
    assert head.headers == whole.headers


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/offices",
        "/static/js/../../index.html",
        "/app/static/../shell.py",
        "/app/static//etc/passwd",
        "/app/static/",
        "/static/js/none.js",
        "/assets/countries.000000000000.json",
    ],
)
def test_everything_else_is_passed_on(get: Client, path: str) -> None:
    assert get(path).status == 418


def test_nothing_is_changed_by_asking(get: Client) -> None:
    assert get(ENTRY, method="POST").status == 418


def test_a_host_may_serve_the_site_below_a_prefix(get: Client) -> None:
    assert get(f"/briefing{ENTRY}", root="/briefing").status == 200


def test_every_file_that_the_theme_names_is_there(files: StaticFiles) -> None:
    named = re.findall(r'url = "(.+)"', (ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert named
    assert {f"/{url}" for url in named} <= files.files.keys()


def test_scripts_are_compressed_before_anyone_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.static._wanted", lambda: [scripts.entry()[1]])
    files = StaticFiles(streamlit, OURS, tmp_path / "kept")
    files.start().join()
    assert files.files[f"/static/js/{scripts.entry()[1]}"].packed.ready("br")
    assert [*(tmp_path / "kept").iterdir()]
