"""Security headers on every response. Nothing may be loaded from, or sent to, any other host."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.policy import content_security_policy, permissions_policy
from data.settings import https_alone

OTHERS = "cross-origin-resource-policy"
"""The header by which a route of ours says that pages of others may show what it answers."""


class SecurityHeaders:
    """ASGI middleware that adds the headers."""

    def __init__(self, app: ASGIApp, seconds: int | None = None) -> None:
        """Take the application, and for how many seconds browsers that came by https come by nothing else; else what the setting says."""
        self.app, self.seconds = app, https_alone() if seconds is None else seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to its response."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                # A document that needs less allows less, and what is for the pages of others says so.
                headers.setdefault("Content-Security-Policy", content_security_policy())
                headers.setdefault(OTHERS, "same-origin")
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                headers["Permissions-Policy"] = permissions_policy()
                headers["Cross-Origin-Opener-Policy"] = "same-origin"
                # Of a proxy that speaks https for us uvicorn believes it if it knows the proxy (`FORWARDED_ALLOW_IPS`).
                if self.seconds and scope["scheme"] == "https":
                    headers["Strict-Transport-Security"] = f"max-age={self.seconds}"
            await send(message)

        await self.app(scope, receive, with_headers)
