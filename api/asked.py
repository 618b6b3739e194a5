"""What a request for a page asks for: the same view that Streamlit will show, known before its script has come."""

from dataclasses import replace
from urllib.parse import parse_qs

from starlette.requests import HTTPConnection, Request
from starlette.types import Scope

from data import link, pages
from data.catalog import Catalog
from data.translation import translated
from figures import room
from figures.language import available, language
from figures.view import ROOM, View


def page(scope: Scope) -> str | None:
    """Return the name of the page at the path of a request; None where there is none."""
    path = scope["path"].removeprefix(scope.get("root_path", "")).strip("/")
    return next((name for name, known in pages.PATHS.items() if known == path), None)


def view(scope: Scope, catalog: Catalog) -> View | None:
    """Return the view that a request asks for, in the light theme; None if no page lies at its path."""
    request = HTTPConnection(scope)
    shown = page(scope)
    if shown is None:
        return None
    path = pages.PATHS[shown]
    query = parse_qs(scope["query_string"].decode("latin-1"))
    shared = {key.name: key.read(query, catalog) for key in link.SHARED}
    own = [key for key in link.keys_of(path) if key not in link.SHARED and key is not link.FIND]
    choices = link.write(own, {key.name: key.read(query, catalog) for key in own}, catalog)
    stated = link.language_key(available()).read(query, catalog) or ""
    speaking = language(stated or preferred(request.headers.get("accept-language", "")))
    return View(
        catalog=translated(catalog, speaking.code),
        selection=link.selection(shared, catalog),
        language=speaking,
        theme="light",
        page=shown,
        choices=tuple((name, tuple(values)) for name, values in choices.items()),
        stated=stated,
        room=room.column(request.cookies, request.headers),
    )


def of_page(request: Request, page: str, catalog: Catalog) -> View:
    """Return the view of a page, by its name, that a request under another path asks for by its query."""
    found = view({**request.scope, "root_path": "", "path": f"/{pages.PATHS[page]}"}, catalog)
    assert found
    return found


def of_briefing(request: Request, catalog: Catalog) -> View:
    """Return the view of the briefing as a whole, to which neither a page's own choices nor a page's width matter."""
    return replace(of_page(request, pages.HOME, catalog), choices=(), room=ROOM)


def preferred(accepted: str) -> str:
    """Return the first of the languages that a browser accepts; as Streamlit does, whatever their weights."""
    return accepted.split(",")[0].split(";")[0].split("-")[0].strip() or "en"
