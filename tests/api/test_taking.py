"""What is taken away over HTTP is what the shell makes, and the presentation is let load nothing."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import ASGIApp

from api import presenting, taking
from api.ahead import Maker
from api.security import SecurityHeaders
from briefing import making
from data import made
from data.catalog import Catalog
from figures import room
from figures.take_away import offers
from figures.take_away.screen import screen
from tests.asgi import get
from tests.briefing.views import asked

MAKES = (
    "import sys, time, pathlib; folder = pathlib.Path(sys.argv[1]) / 'en'; folder.mkdir(parents=True, exist_ok=True); "
    "(folder / 'begun').open('a').write('x'); time.sleep({wait}); (folder / 'whole.html').write_text('<h1>whole</h1>')"
)
"""Stands for what takes minutes: it leaves a mark each time that it is begun."""


@pytest.fixture(scope="module")
def app(catalog: Catalog) -> ASGIApp:
    routes = [*taking.routes(lambda: catalog), *presenting.routes(lambda: catalog)]
    return Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)])


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, catalog: Catalog) -> Path:
    """The empty folder in which is kept what takes long to make."""
    monkeypatch.setattr(made, "KEPT", tmp_path)
    return made.folder(catalog)


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch, kept: Path) -> Iterator[Maker]:
    made_by = Maker([sys.executable, "-c", MAKES.format(wait=0.3)])
    monkeypatch.setattr(taking, "maker", made_by)
    yield made_by
    made_by.stop()


def test_a_file_is_made_of_the_view_that_the_link_states(app: ASGIApp, catalog: Catalog) -> None:
    answer = get(app, "/take/page?country=KEN&lang=es")
    view = asked(catalog, "a country with one row", "es")
    assert answer.headers["content-type"].startswith("text/html")
    assert making.file_name("page", view) in answer.headers["content-disposition"]
    assert "KEN" in answer.headers["content-disposition"]
    size = offers.size(round(len(answer.content) / 1000), view.language)
    assert f"{size}</a>" in screen(view).whole


@pytest.mark.parametrize(("code", "said"), [("en", "nothing of this kind"), ("es", '<html lang="es">')])
def test_a_kind_that_is_none_is_told_to_be_none_in_the_readers_language(app: ASGIApp, code: str, said: str) -> None:
    answer = get(app, f"/take/keynote?lang={code}")
    assert answer.status == 404
    assert said in answer.text


def test_the_whole_is_made_once_and_nobody_waits_at_a_connection(app: ASGIApp, kept: Path, maker: Maker) -> None:
    for _ in range(2):
        answer = get(app, "/take/whole?country=MEX&lang=en")
        assert answer.status == 202
        assert int(answer.headers["refresh"]) > 0
        assert "disposition" not in str(answer.headers)
    assert maker._process
    maker._process.wait()
    answer = get(app, "/take/whole?country=MEX&lang=en")
    assert answer.status == 200
    assert answer.content == b"<h1>whole</h1>"
    assert "briefing-whole_" in answer.headers["content-disposition"]
    assert "MEX" not in answer.headers["content-disposition"]
    assert (kept / "en" / "begun").read_text() == "x"


def test_the_page_says_whether_the_whole_is_made(catalog: Catalog, kept: Path) -> None:
    view = asked(catalog, "no filter")
    assert "still to be made" in screen(view).whole
    (kept / "en").mkdir(parents=True)
    (kept / "en" / offers.WHOLE).write_bytes(b"x" * 5_300_000)
    assert "still to be made" not in screen(view).whole
    assert "5.3 MB" in screen(view).whole


def test_what_cannot_be_made_says_so_and_is_tried_anew(
    app: ASGIApp, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(command: list[str], **_: object) -> None:
        raise subprocess.CalledProcessError(3, command, stderr=b"")

    broken = Maker([sys.executable, "-c", "raise SystemExit(3)"])
    monkeypatch.setattr(taking, "maker", broken)
    assert get(app, "/take/whole?lang=en").status == 202
    assert broken._process
    broken._process.wait()
    monkeypatch.setattr(subprocess, "run", none)
    assert get(app, "/take/whole?lang=en").status == 500
    assert get(app, "/take/whole?lang=en").status == 202
    broken.stop()


def test_a_preview_is_shown_once_it_is_made_and_no_box_before(app: ASGIApp, catalog: Catalog, kept: Path) -> None:
    view = asked(catalog, "one country")
    assert "<picture" not in screen(view).whole
    assert "The small pictures" not in screen(view).whole
    early = get(app, "/previews/slides-dark.png?lang=en")
    assert (early.status, early.headers["cache-control"]) == (404, "no-store")
    (kept / "en").mkdir(parents=True)
    for name in ("slides-dark.png", "slides-light.png", "pack-light.png"):
        (kept / "en" / name).write_bytes(b"\x89PNG")
    assert get(app, "/previews/slides-dark.png?lang=en").content == b"\x89PNG"
    assert screen(view).whole.count("<picture") == 1
    assert "previews/slides-dark.png?lang=en" in screen(view).whole
    assert "The small pictures" in screen(view).whole
    assert get(app, "/previews/begun.png?lang=en").status == 404


@pytest.mark.parametrize("path", ["present", "present/speaker"])
def test_a_presentation_may_load_nothing_and_runs_its_own_script_alone(app: ASGIApp, path: str) -> None:
    answer = get(app, f"/{path}?objective=3&lang=en")
    assert answer.status == 200
    policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"].startswith("'sha256-")
    assert "unsafe-inline" not in policy["script-src"]
    assert "connect-src" not in policy
    assert "objective-3" in answer.text
    assert "objective-1" not in answer.text


def test_an_unknown_filter_is_left_out_and_that_is_said(app: ASGIApp) -> None:
    hostile = get(app, "/present?country=%3Cscript%3E&objective=99&lang=xx")
    assert hostile.status == 200
    assert "no entry here for 99; no filter was set.</p>" in hostile.text


def test_the_presentation_of_no_filter_is_there_before_anybody_asks(
    app: ASGIApp, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenting.presentation.clear()
    presenting.make_ready(catalog)

    def again(*_: object) -> None:
        raise AssertionError("it is made again")

    monkeypatch.setattr(presenting.worker.screens, "made", again)
    for language in ("en", "es"):
        shown = get(app, "/present", headers={"accept-language": language, "cookie": f"{room.COOKIE}=390"})
        assert f'<html lang="{language}"' in shown.text
