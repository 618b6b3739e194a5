"""The life of the process, from the first request that it answers to the last."""

import asyncio
import resource
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import streamlit as st

from components import stopping, warm
from components.catalog import library
from data import readiness, settings
from data.readiness import Phase


def check() -> None:
    """End at once, with one line for whoever starts it, where a setting says what it cannot."""
    try:
        settings.check()
    except ValueError as error:
        sys.exit(str(error))


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Serve from the first moment; get ready beside it, look after the tables, and end in good order.

    Whoever asks `/healthz` or `/readyz` is answered while pages are made ready. A reader who comes that early waits a little for
    a page, and not for the server.
    """
    open_files()
    getting_ready = asyncio.create_task(_get_ready())
    with stopping.heard(), library().watched():
        yield
        getting_ready.cancel()
        with suppress(asyncio.CancelledError):
            await getting_ready


async def _get_ready() -> None:
    await warm.up()
    readiness.become(Phase.READY)


def open_files() -> None:
    """Let the process hold as many files and connections as the machine lets it: three a reader are soon a thousand."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(OSError, ValueError):  # some systems name a limit that they do not grant
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
