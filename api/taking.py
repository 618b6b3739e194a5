"""What is taken away of a view, made when it is asked for: `/take/slides?objective=3&lang=es`."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from api import asked
from api.keeping import keep
from briefing import making
from data.catalog import Catalog
from data.once import once
from data.pages import HOME
from figures.view import View

ROOT = Path(__file__).parent.parent
KEPT = ROOT / ".cache" / "briefing"
"""Where what takes a minute to make is kept."""

WHOLE = "whole"
"""The presentation with every filter in it."""

LONGEST = 600
"""Seconds that it may take."""

_turns, _whole = CapacityLimiter(1), CapacityLimiter(1)
"""One at a time, so that readers of pages do not wait; what takes a minute is made by a process of its own, which gives way to all."""


def routes(catalog: Callable[[], Catalog]) -> list[Route]:
    """Return the routes of what is taken away.

    Args:
        catalog: gives the newest good catalog.
    """

    async def endpoint(request: Request) -> Response:
        kind = request.path_params["kind"]
        if kind != WHOLE and kind not in making.KINDS:
            return PlainTextResponse("There is nothing of this kind to take", status_code=404)
        view = asked.of_page(request, HOME, catalog())
        if kind == WHOLE:
            body = await to_thread.run_sync(_kept, view, limiter=_whole)
            kind = "page"
        else:
            address = view.full(str(request.base_url))
            body = await to_thread.run_sync(_made, kind, view, address, limiter=_turns)
        return Response(
            body,
            media_type=making.KINDS[kind].mime,
            headers={
                "content-disposition": f'attachment; filename="{making.file_name(kind, view)}"',
                "cache-control": "no-cache",
            },
        )

    return [Route("/take/{kind}", endpoint, methods=["GET", "HEAD"])]


@once(8)
def _made(kind: str, view: View, address: str) -> bytes:
    return making.KINDS[kind].make(view, address)


def _kept(view: View) -> bytes:
    """Return the presentation with every filter in it: of the same facts and language it is made once.

    Where it cannot be kept, as on a full disk, it is made anew each time.
    """
    mark = sha256(f"{view.catalog.fingerprint}|{view.language.code}".encode()).hexdigest()[:16]
    file = KEPT / f"{mark}.html"
    with suppress(OSError):
        return file.read_bytes()
    command = [sys.executable, "-m", "briefing", "page", "--lang", view.language.code, "-o", "-"]
    made = subprocess.run(["nice", "-n", "15", *command], cwd=ROOT, check=True, timeout=LONGEST, capture_output=True)
    if keep(file, made.stdout):
        for old in sorted(KEPT.glob("*.html"), key=lambda one: one.stat().st_mtime)[:-4]:
            old.unlink(missing_ok=True)
    return made.stdout
