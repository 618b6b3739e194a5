"""Say of an address below `/assets/` whose file has changed since that it is gone. The files of today are in `api/static.py`."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from data.assets import ROUTE


async def gone(request: Request) -> Response:
    """Answer that no file has that name: without it, the answer would be Streamlit's page."""
    return PlainTextResponse("Not found", status_code=404)


ROUTES = [Route(f"/{ROUTE}/{{name}}", gone, methods=["GET", "HEAD"])]
