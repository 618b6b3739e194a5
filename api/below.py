"""Serving below a path, such as `/briefing`, whether a proxy hands it on or takes it away."""

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class Below:
    """ASGI middleware that says of every request below which path the site lies, as ASGI has it (`root_path`).

    Behind it everything works as behind a proxy that takes the path away, which Streamlit can do; below a path of its own
    (`server.baseUrlPath`) its page would not find its script, but on the first page.
    """

    def __init__(self, app: ASGIApp, path: str = "") -> None:
        """Take the application, and the path; an empty one changes nothing."""
        self.app, self.root = app, f"/{path.strip('/')}" if path.strip("/") else ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if not self.root or scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        path, raw = scope["path"], scope.get("raw_path") or scope["path"].encode()
        if path == self.root and scope["type"] == "http":
            # Links of a page are told from the folder it lies in.
            query = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
            await RedirectResponse(f"{self.root}/{query}")(scope, receive, send)
            return
        if not path.startswith(f"{self.root}/"):
            path, raw = f"{self.root}{path}", self.root.encode() + raw
        await self.app({**scope, "root_path": self.root, "path": path, "raw_path": raw}, receive, send)
