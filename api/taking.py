"""What is taken away of a view, made when it is asked for: `/take/slides?objective=3&lang=es`, with a preview of each kind."""

import logging
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api import asked, worker
from api.ahead import maker
from api.said import page
from briefing import making
from data import made
from data.catalog import Catalog
from data.once import once
from figures.take_away import offers
from figures.view import View

log = logging.getLogger(__name__)

AGAIN = 15
"""Seconds after which a browser without our script asks again for what is being made."""

KEEP = "public, max-age=300"


def routes(catalog: Callable[[], Catalog]) -> list[Route]:
    """Return the routes of what is taken away.

    Args:
        catalog: gives the newest good catalog.
    """

    async def taken(request: Request) -> Response:
        kind, view = request.path_params["kind"], asked.of_briefing(request, catalog())
        if kind == making.WHOLE:
            return await to_thread.run_sync(_whole, view)
        if kind not in making.KINDS:
            return page(view.language, 404, view.language.gettext("There is nothing of this kind to take away."))
        return await worker.files.answer(view, partial(_taken, kind, view, view.full(str(request.base_url))))

    async def previewed(request: Request) -> Response:
        view, name = asked.of_briefing(request, catalog()), request.path_params["name"]
        return await to_thread.run_sync(_preview, view, name)

    methods = ["GET", "HEAD"]
    return [
        Route("/take/{kind}", taken, methods=methods),
        Route("/previews/{name}.png", previewed, methods=methods),
    ]


def _taken(kind: str, view: View, address: str) -> Response:
    body = _made(kind, view, address)
    made.remember(offers.measured(kind, view), len(body))
    return _file(kind, view, body)


@once(8)
def _made(kind: str, view: View, address: str) -> bytes:
    return worker.files.made(making.make, view, kind, address)


def _file(kind: str, view: View, body: bytes) -> Response:
    return Response(
        body,
        media_type=making.KINDS["page" if kind == making.WHOLE else kind].mime,
        headers={
            "content-disposition": f'attachment; filename="{making.file_name(kind, view)}"',
            "cache-control": "no-cache",
        },
    )


def _whole(view: View) -> Response:
    """Return the presentation with every filter in it; where it is still being made, an answer that says so, and is over at once.

    So nobody waits for minutes at a connection that something on the way cuts, and who gives up stops nothing.
    """
    file, language = made.file(view.catalog, view.language.code, offers.WHOLE), view.language
    with suppress(OSError):
        return _file(making.WHOLE, view, file.read_bytes())
    if maker.failed():
        return _unkept(view)
    maker.begin(made.folder(view.catalog))
    said = language.gettext(
        "The whole briefing is being made, which takes some minutes. This page asks again by itself, and takes it when it is ready."
    )
    return page(language, 202, said, {"refresh": str(AGAIN), "retry-after": str(AGAIN)})


def _unkept(view: View) -> Response:
    """Return the presentation with every filter in it where nothing can be kept, as on a full disk: it is made for this answer alone."""
    language = view.language
    command = ["nice", "-n", "19", sys.executable, "-m", "briefing", "page", "--lang", language.code, "-o", "-"]
    try:
        return _file(making.WHOLE, view, subprocess.run(command, cwd=made.ROOT, check=True, capture_output=True).stdout)
    except subprocess.CalledProcessError as error:
        log.exception("The whole briefing could not be made: %s", error.stderr.decode(errors="replace"))
        return page(language, 500, language.gettext("It could not be made. Try again."))


def _preview(view: View, name: str) -> Response:
    if name not in {
        offers.preview(kind, theme).removesuffix(".png") for kind in offers.PREVIEWED for theme in offers.THEMES
    }:
        return page(view.language, 404, view.language.gettext("There is nothing of this kind to take away."))
    file = made.file(view.catalog, view.language.code, f"{name}.png")
    with suppress(OSError):
        return Response(file.read_bytes(), media_type="image/png", headers={"cache-control": KEEP})
    return Response(status_code=404, headers={"cache-control": "no-store"})  # the page shows none before it is made
