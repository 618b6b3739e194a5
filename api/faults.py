"""What is answered when something of ours breaks: plain words, and not a line of how it broke, which the log holds."""

import logging

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.refusals import FAULT

log = logging.getLogger(__name__)


class Faults:
    """ASGI middleware that answers for what fails behind it. Behind it stands Streamlit too, which would answer without our headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; where that fails, log the error and answer, unless an answer has begun."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        has_begun = False

        async def noted(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except Exception:
            if has_begun:
                raise  # the server breaks the answer off
            # The path alone, in quotes: of a query nobody knows what it holds.
            log.exception("A request for %r failed", scope["path"])
            await FAULT(scope, receive, send)
