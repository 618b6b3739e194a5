"""How an address of the API is answered: read strictly, made away from the thread on which readers wait, marked, and open to all."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

import mimeparse
from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.refusals import NO_FACTS
from api.v1 import marks, problem
from api.v1.operation import PATH, Call, Operation
from api.v1.parameter import Parameter, queried, read
from api.v1.parts import Parts
from api.v1.problem import ProblemError, Wrong
from data import exports
from data.catalog import Catalog
from data.problem import DataError
from figures.language import Language, language

log = logging.getLogger(__name__)

KEEP = "public, max-age=60"
"""A table that is changed is seen by all within a minute; who asks again meanwhile is told at once whether it was."""

METHODS = ("GET", "HEAD", "OPTIONS")
ALLOW = ", ".join(METHODS)

OPEN = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Allow, Content-Disposition, ETag, Link, Retry-After",
}
"""On every answer, whoever asks: an answer that is kept on its way is handed to pages of any origin."""

PREFLIGHT = OPEN | {
    "allow": ALLOW,
    "access-control-allow-methods": ALLOW,
    "access-control-allow-headers": "*",
    "access-control-max-age": "86400",
}

LONGEST = 500
"""Characters of an address that a problem repeats."""

_turns = CapacityLimiter(2)
"""Few at a time, so that readers of pages do not wait for them."""


class Endpoint:
    """The ASGI application at an address."""

    def __init__(self, operation: Operation | None, catalog: Callable[[], Catalog]) -> None:
        """Take what is asked there (None where nothing is), and what gives the newest good catalog."""
        self.operation, self.catalog = operation, catalog

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope)
        if request.method == "OPTIONS":
            response = Response(status_code=204, headers=PREFLIGHT)
        elif request.method not in METHODS:
            response = refused(request)
        else:
            response = await to_thread.run_sync(self._answer, request, limiter=_turns)
        response.headers.update(OPEN)
        await response(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        speaking = language(request.query_params.get("lang", "en"))
        try:
            return self._good(request, speaking)
        except ProblemError as found:
            wrong = found
        except DataError:
            wrong = ProblemError("no-data")  # the library has logged what is broken
        except Exception:
            log.exception("The API failed")
            wrong = ProblemError("fault")
        response = _refusal(wrong, request, speaking)
        if wrong.kind == "not-acceptable":
            response.headers["vary"] = "Accept"
        if wrong.kind == "no-data":
            response.headers.update(NO_FACTS.headers)
        return response

    def _good(self, request: Request, speaking: Language) -> Response:
        operation, site = self.operation, str(request.base_url)
        # A break at the end of a path counts for nothing where paths are told apart.
        if operation is None or not request.scope["path"].isprintable():
            said = speaking.gettext("What can be asked is listed at {address}.").format(address=f"{site}{PATH}")
            raise ProblemError("not-found", Wrong(said, see="openapi.json"))
        catalog = self.catalog()
        values = _read(operation, request, catalog, speaking)
        media = _media(operation, values, request.headers.get("accept", ""), speaking)
        path = operation.path.format(**{name: values[name] for name in operation.parts}).removeprefix("/")
        call = Call(catalog, speaking, values, site, media, f"{site}{PATH}{path}")
        mark = marks.mark(call)
        by_type = len(operation.media) > 1 and not operation.has_format
        # Who is told that nothing changed (304) is told, too, by what the answer would differ.
        varies = "Accept, Accept-Encoding" if by_type else "Accept-Encoding"
        headers = {"etag": mark, "cache-control": KEEP, "vary": varies}
        if marks.holds(mark, request.headers.get("if-none-match", "")):
            return Response(status_code=304, headers=headers)
        made = operation.make(call)
        if made.file_name:
            headers["content-disposition"] = f'inline; filename="{made.file_name}"'
        return Parts(made.body, headers={**headers, **made.headers}, media_type=media)


def is_asked(scope: Scope) -> bool:
    """Tell whether a request is one to the API: whatever refuses it then answers as the API does."""
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", "")).startswith(f"/{PATH}")


def refused(request: Request, kind: str = "not-allowed") -> Response:
    """Return that a request is not taken: by its method, unless another kind of problem is named."""
    # The host that is named may be none: nothing of it is repeated.
    response = _refusal(ProblemError(kind), request, language("en"), f"{request.scope.get('root_path', '')}/{PATH}")
    response.headers.update({"allow": ALLOW, **OPEN})
    return response


def _refusal(wrong: ProblemError, request: Request, speaking: Language, base: str = "") -> Response:
    asked = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
    return problem.answer(problem.document(wrong, speaking, base or f"{request.base_url}{PATH}", asked[:LONGEST]))


def _read(operation: Operation, request: Request, catalog: Catalog, speaking: Language) -> Mapping[str, Any]:
    """Return what path and query state."""
    bound: dict[str, str] = {}
    for name in operation.parts:
        # What a part may be can depend on those before it.
        known = {one.name: one for one in operation.parameters(catalog, speaking, bound)}
        bound[name] = _part(known[name], request.path_params[name], speaking)
    query = queried(request.scope["query_string"], speaking)
    return {**bound, **read(operation.parameters(catalog, speaking, bound), query, speaking)}


def _part(parameter: Parameter, stated: str, speaking: Language) -> str:
    value, wrong = parameter.read([stated], speaking)
    if wrong:
        raise ProblemError("not-found", *wrong)
    return str(value)


def _media(operation: Operation, values: Mapping[str, Any], accepted: str, speaking: Language) -> str:
    """Return the type of the answer: that of the path, or of those that are made the one that is liked best."""
    if operation.has_format:
        return exports.FORMATS[values["format"]][0]
    try:
        # Of types liked equally it takes the last.
        found = mimeparse.best_match(operation.media[::-1], accepted) if accepted else operation.media[0]
    except mimeparse.MimeTypeParseException:
        found = ""
    if not found:
        said = speaking.gettext("It can be had as {formats}.").format(formats=", ".join(operation.media))
        raise ProblemError("not-acceptable", Wrong(said, "Accept", accepted[:LONGEST], operation.media))
    return str(found)
