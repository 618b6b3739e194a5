"""How the process is, for whoever keeps it running: `/healthz`, `/readyz`.

Each process answers for itself. Neither says anything of readers, nor where anything lies.
"""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from data import readiness
from data.library import Library
from data.metrics import told_of
from data.readiness import Phase

FRESH = {"cache-control": "no-store"}


def routes(library: Callable[[], Library]) -> list[Route]:
    """Return the two routes.

    Args:
        library: gives the library of the process.
    """

    async def healthz(request: Request) -> Response:
        """Say that the process answers. One that does not is to be put an end to."""
        return PlainTextResponse("ok", headers=FRESH)

    async def readyz(request: Request) -> Response:
        """Say whether readers may be sent here: once the facts are read and the first figures made, and until the process is to end."""
        held, phase = library(), readiness.phase()
        is_ready = phase is Phase.READY and held.good is not None
        told = {
            "phase": "without facts" if phase is Phase.READY and held.good is None else phase,
            "catalog": told_of(held) or None,
            "taken_up": held.since.isoformat(timespec="seconds") if held.since else None,
            "tables_broken_since": held.fault.met.isoformat(timespec="seconds") if held.fault else None,
        }
        return JSONResponse(told, status_code=200 if is_ready else 503, headers=FRESH)

    return [
        Route("/healthz", healthz, methods=["GET", "HEAD"]),
        Route("/readyz", readyz, methods=["GET", "HEAD"]),
    ]
