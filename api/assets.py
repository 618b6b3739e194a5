"""Serve the files that a browser may keep for ever: country shapes and map marks, by hashed name."""

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from data.assets import ROUTE, TYPES, served

FOREVER = "public, max-age=31536000, immutable"


async def asset(request: Request) -> Response:
    """Answer with the file of that name, or 404 for a name that is not ours (an old hash among them)."""
    path = served().get(request.path_params["name"])
    if path is None:
        return PlainTextResponse("Not found", status_code=404)
    return FileResponse(path, media_type=TYPES[path.suffix], headers={"Cache-Control": FOREVER})


ROUTES = [Route(f"/{ROUTE}/{{name}}", asset, methods=["GET", "HEAD"])]
