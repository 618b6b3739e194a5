"""What is done before readers are sent here: every page is run once, unfiltered, so that nobody waits for what all share."""

import asyncio
import gc
import logging
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import Runtime, SessionClient, app_session
from streamlit.runtime.session_manager import ClientContext

from components import grace
from components.navigation import ENTRIES
from figures.language import available

log = logging.getLogger(__name__)

THEMES = ("light", "dark")

PATIENCE = 60
"""Seconds that a page may take; what is slower is left to its first reader."""


class _Nowhere(ClientContext):
    """The connection of a reader who has none."""

    headers: Iterable[tuple[str, str]] = ()
    cookies: Mapping[str, str] = {}  # nobody writes to it, and the protocol asks for no class variable
    remote_ip: str | None = None


class Nobody(SessionClient):
    """A reader who looks at nothing, and only hears when a page stands."""

    client_context = _Nowhere()

    def __init__(self) -> None:
        self.stands = asyncio.Event()

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Hear of the end of a run."""
        if msg.WhichOneof("type") == "script_finished":
            self.stands.set()


async def _visit(page: str, theme: str, language: str) -> None:
    """Run a page as its first reader would, and leave."""
    runtime, reader = Runtime.instance(), Nobody()
    session = runtime.connect_session(reader, {})
    ask = BackMsg()
    ask.rerun_script.page_name = page
    ask.rerun_script.context_info.color_scheme = theme
    ask.rerun_script.context_info.locale = language
    ask.rerun_script.context_info.url = f"http://localhost/{page}"
    try:
        runtime.handle_backmsg(session, ask)
        await asyncio.wait_for(reader.stands.wait(), PATIENCE)
    finally:
        runtime.close_session(session)


def _read_the_theme_once() -> None:
    """Let Streamlit read the theme from its settings once: it reads them six times a run, for a seventh of the time of a change."""
    read = getattr(app_session, "_populate_theme_msg", None)
    if read is None:  # the next Streamlit may call it otherwise: then it reads as often as it likes
        return

    @cache
    def made(section: str) -> CustomThemeConfig:
        theme = CustomThemeConfig()
        read(theme, section)
        return theme

    def kept(msg: CustomThemeConfig, section: str = "theme") -> None:
        # A part of the theme that says nothing is not to be there at all.
        if (theme := made(section)).ByteSize():
            msg.MergeFrom(theme)

    app_session._populate_theme_msg = kept


async def up() -> None:
    """Warm the process up.

    All that then stands is kept as long as the process lives, and the collector of garbage need never look at it again: it
    went over all of it after each run, which took 58 % of the time of a change.
    """
    _read_the_theme_once()
    for entry, theme, language in product(ENTRIES, THEMES, available()):
        try:
            await _visit(entry.path, theme, language)
        except Exception:
            # A reader of that page will be told; the others are not kept waiting for it.
            log.exception("The page “%s” could not be made ready", entry.name)
    grace.begin()  # not before: what these visits leave behind goes at once
    gc.collect()
    gc.freeze()
