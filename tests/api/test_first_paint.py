"""What a browser is given before Streamlit's script has come."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from api.contract import ROOT, SERVICE
from api.first_paint import FONTS, FirstPaint
from data.catalog import Catalog
from data.problem import DataError
from figures.palette import DARK, LIGHT
from tests import asgi
from tests.asgi import Answer

PAGE = f'<html lang="en"><head><title>Streamlit</title><link {SERVICE} /></head><body><noscript>Nothing\nhere</noscript>{ROOT}</body></html>'
STYLE = "p { max-width: 46rem; }"


async def page(request: Request) -> Response:
    return HTMLResponse(PAGE, headers={"etag": '"old"'})


async def heard(request: Request) -> Response:
    return Response(f"{request.method} {request.headers.get('accept-encoding')}")


async def other(request: Request) -> Response:
    return HTMLResponse("<p>no page</p>")


async def data(request: Request) -> Response:
    return JSONResponse({"root": ROOT})


Client = Callable[..., Answer]


@pytest.fixture
def get(tmp_path: Path, catalog: Catalog) -> Client:
    return client(tmp_path, lambda: catalog)


def client(tmp_path: Path, catalog: Callable[[], Catalog]) -> Client:
    """Ask the application for a path, as a server would."""
    style = tmp_path / "style"
    style.mkdir()
    (style / "page.css").write_text(STYLE, "utf-8")
    routes = [Route("/other", other), Route("/data", data), Route("/heard", heard), Route("/{path:path}", page)]
    app = Starlette(routes=routes, middleware=[Middleware(FirstPaint, style=style, catalog=catalog)])

    return partial(asgi.get, app)


@pytest.mark.parametrize("path", ["/", "/offices", "/offices?country=MEX"])
def test_the_page_has_colours_fonts_style_title_and_heading_at_once(get: Client, path: str) -> None:
    text = get(path).text
    for said in (LIGHT.paper, DARK.paper, STYLE, " · Illicit opioids strategy briefing</title>", "<h1>", *FONTS):
        assert said in text
    assert text.index('id="first-paint"') < text.index(ROOT)


@pytest.mark.parametrize(
    ("broken", "status", "logged"), [(DataError([]), 503, 0), (RuntimeError("full"), 200, 1)], ids=["facts", "fault"]
)
def test_without_content_the_page_comes_all_the_same(
    broken: Exception, status: int, logged: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> Catalog:
        raise broken

    ask = client(tmp_path, fail)
    answer = ask("/offices")
    assert answer.status == status
    assert ("retry-after" in answer.headers) is (status == 503)
    assert ROOT in answer.text
    assert "<h1>" not in answer.text
    assert caplog.text.count("could not be made") == len(caplog.records) == logged
    assert ask("/nowhere").status == 404


def test_without_scripts_the_page_does_not_say_that_it_is_empty(get: Client) -> None:
    assert "Nothing" not in get("/offices").text


def test_a_path_without_a_page_tells_of_none(get: Client) -> None:
    answer = get("/nowhere")
    assert answer.status == 404
    assert "<h1>" not in answer.text
    assert ROOT in answer.text  # Streamlit's page, which says so in words
    assert '<meta name="robots" content="noindex">' in answer.text


@pytest.mark.parametrize(("path", "status"), [("/offices", 200), ("/nowhere", 404)])
@pytest.mark.parametrize("accept", ["text/html", "*/*"])
def test_whoever_asks_is_told_the_same(get: Client, path: str, status: int, accept: str) -> None:
    for method in ("GET", "HEAD"):
        answer = get(path, method=method, headers={"accept": accept, "accept-encoding": "gzip;q=0"})
        assert answer.status == status
        assert int(answer.headers["content-length"]) == len(get(path).content)
        assert get("/heard", method=method, headers={"accept-encoding": "gzip;q=0"}).text == "GET None"


def test_a_page_names_our_interface_for_programs(get: Client) -> None:
    assert get("/offices").text.count('rel="service-desc" href="./api/v1/openapi.json"') == 1


def test_the_page_is_as_long_as_it_says_and_never_stale(get: Client) -> None:
    answer = get("/")
    assert int(answer.headers["content-length"]) == len(answer.text.encode())
    assert "etag" not in answer.headers


@pytest.mark.parametrize("path", ["/other", "/data"])
def test_other_answers_pass_unchanged(get: Client, path: str) -> None:
    assert "first-paint" not in get(path).text


def test_a_path_of_more_than_one_step_leads_to_the_page_it_ends_in(get: Client) -> None:
    answer = get("/a/b/offices?country=MEX")
    assert answer.status == 307
    assert answer.headers["location"] == "../../offices?country=MEX"


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/overview", "./"),
        ("/overview/", "../"),
        ("/overview?country=MEX&from=2022", "./?country=MEX&from=2022"),
        ("/a/overview?country=MEX", "../?country=MEX"),
    ],
)
def test_the_first_page_s_name_leads_to_the_first_page_with_its_query(get: Client, path: str, location: str) -> None:
    answer = get(path)
    assert answer.status == 307
    assert answer.headers["location"] == location


def followed(address: str, location: str) -> str:
    """Return where a browser goes from an address."""
    return urljoin(f"http://briefing.example{address}", location).removeprefix("http://briefing.example")


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("/offices%3Fcountry=MEX", "/offices?country=MEX"),
        ("/offices%3Fcountry%3DMEX%26from%3D2022", "/offices?country=MEX&from=2022"),
        ("/offices%3Fcountry=MEX?lang=es", "/offices?country=MEX&lang=es"),
        ("/sources%3Fsources_search=a%2Fb", "/sources?sources_search=a/b"),
        ("/sources%3Fsources_search=a/b%20c%C3%A9", "/sources?sources_search=a/b%20c%C3%A9"),
        ("/%3Fcountry=MEX", "/?country=MEX"),
        ("/overview%3Fcountry=MEX", "/?country=MEX"),
        ("/a/offices/%3Fcountry=MEX", "/offices?country=MEX"),
        ("/offices%3F", "/offices"),
    ],
)
def test_a_question_mark_that_was_encoded_on_its_way_is_one_again(get: Client, address: str, meant: str) -> None:
    answer = get(address)
    assert answer.status == 307
    assert followed(address, answer.headers["location"]) == meant


def test_below_a_prefix_no_redirect_climbs_above_it(get: Client) -> None:
    assert get("/a/offices", root="/briefing").headers["location"] == "../offices"
    assert (
        get("/offices%3Fsources_search=a%2Fb", root="/briefing").headers["location"] == "./offices?sources_search=a/b"
    )


@pytest.mark.parametrize("path", ["/", "/offices", "/offices/", "/?find=overview", "/offices?sources_search=a%3Fb"])
def test_an_address_that_is_right_is_left_alone(get: Client, path: str) -> None:
    assert get(path).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/a//evil.example",
        "/a/https://evil.example",
        "//evil.example%3Fa",
        "/%3F//evil.example",
        "/javascript:alert(1)%3Fa",
        "/%5C%5Cevil.example%3Fa",
        "/a%3F%0BLocation:%20https://evil.example",
    ],
)
def test_a_redirect_never_leaves_the_host(get: Client, path: str) -> None:
    location = get(path).headers["location"]
    assert location.startswith(("../", "./"))
    assert location.isprintable()
    assert urlsplit(urljoin("http://briefing.example/x", location)).netloc == "briefing.example"
