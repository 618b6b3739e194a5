"""Every route of the Streamlit that is installed is either needed or shut."""

from collections.abc import Iterator
from unittest.mock import MagicMock

import pytest
from streamlit.web.server.starlette import starlette_app, starlette_routes

from api.closed import CLOSED, OPEN, is_closed

NEEDED, SHUT = OPEN.keys(), CLOSED.keys()


def routes() -> Iterator[str]:
    """Give the path of each route of Streamlit's, with what is open in it left out: `/media/`."""
    # Of its runtime routes only keep parts, to ask once they are asked.
    for route in starlette_app.create_streamlit_routes(MagicMock(_main_script_path=__file__)):
        if path := getattr(
            route, "path", ""
        ):  # the last one answers with Streamlit's own files, and with the page to all else
            yield path.partition("{")[0]
    for route in starlette_routes.create_script_health_routes(MagicMock(), ""):
        yield route.path


ROUTES = sorted({*routes()})


def of(path: str, names) -> list[str]:
    return [name for name in names if (path.startswith(name) if name.endswith("/") else path == name)]


@pytest.mark.parametrize("path", ROUTES)
def test_somebody_has_decided_on_every_route_of_streamlits(path: str) -> None:
    decided = [*of(path, NEEDED), *of(path, SHUT)]
    assert len(decided) == 1, "a route that nobody decided on: name it in OPEN or CLOSED of api/closed.py"
    assert is_closed(f"{path}x" if path.endswith("/") else path) is bool(of(path, SHUT))


@pytest.mark.parametrize("name", [*NEEDED, *SHUT])
def test_nothing_is_decided_on_that_is_no_more(name: str) -> None:
    assert name == "/static/" or any(of(path, [name]) for path in ROUTES)


@pytest.mark.parametrize("root", ["", "/below", "/a/b"])
@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/upload_file/a/b", "/component/x/index.html", "/auth/login"]
)
def test_what_is_shut_is_shut_below_a_base_path_too(root: str, path: str) -> None:
    assert is_closed(f"{root}{path}")


@pytest.mark.parametrize(
    "path", ["/_stcore/brand-new", "/_stcore", "/_stcore/health/x", "/component", "/media", "/_stcore//metrics"]
)
def test_what_an_upgrade_brings_where_streamlit_keeps_its_own_is_shut_until_then(path: str) -> None:
    assert is_closed(path)


@pytest.mark.parametrize(
    "path", ["/", "/offices", "/below/offices", "/media/abc.csv", "/below/_stcore/stream", "/authors", "/metrics"]
)
def test_pages_and_what_they_need_are_open(path: str) -> None:
    assert not is_closed(path)
