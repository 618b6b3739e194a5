"""Files that never change while the server runs: Streamlit's scripts, styles and fonts, ours, and what maps are drawn from.

Streamlit sends them uncompressed, and a middleware compresses each answer anew: 12 MB for a page with a map and charts, on
the thread on which every reader waits. Here each is compressed once, ahead of any reader, and answered from memory.
"""

import os
import re
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api import scripts
from api.packed import ENCODINGS, Packed
from data import assets

FOREVER = "public, max-age=31536000, immutable"
"""For a file with a hash in its name."""

FOR_AN_HOUR = "public, max-age=3600, stale-while-revalidate=604800"
"""For a file of ours that keeps its name when it changes: a font, an icon."""

ASK = "no-cache"
"""For a file of ours under a name of Streamlit's, which stays when ours changes: kept, and asked about at every use."""

TYPES = assets.TYPES | {
    ".js": "text/javascript",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
}
"""What an answer calls a kind of file. Files of another kind are left to Streamlit."""

HASHED = re.compile(r"\.[\w-]{8}\.\w+$")
"""`Slider.WU6er_Bo.js`"""

INSTEAD = {
    "MaterialSymbols-Rounded": "icons.woff2",  # the icons in use, of four thousand
    "SourceSansVF-Upright": "public-sans-latin-wght-normal.woff2",  # asked for before the theme is known, never seen
}
"""Which of our files is answered to whoever asks for a file of Streamlit's."""


@dataclass(frozen=True)
class Static:
    """A file and how long it may be kept."""

    packed: Packed
    keep: str


class StaticFiles:
    """ASGI middleware that answers with the file, and passes every other request on."""

    def __init__(self, app: ASGIApp, ours: Path, kept: Path) -> None:
        """Take the application, our folder of static files, and the folder for compressed forms."""
        self.app = app
        self.files = {path: file for path, file in _found(ours, kept) if file.packed.path.suffix in TYPES}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer if the path is that of a file: it is looked up whole, so none leads out of a folder."""
        if scope["type"] == "lifespan":
            self.start()
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            file = self.files.get(scope["path"].removeprefix(scope.get("root_path", "")))
            if file:
                response = await _answer(file, Headers(scope=scope))
                if scope["method"] == "HEAD":
                    response.body = b""
                await response(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def start(self) -> threading.Thread:
        """Begin to compress what pages need."""
        thread = threading.Thread(target=self._press, name="press", daemon=True)
        thread.start()
        return thread

    def _press(self) -> None:
        """Compress quickly, then as far as it goes, in the order in which a page needs it. Readers go first."""
        if sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
        wanted = [self.files[f"/static/js/{name}"] for name in _wanted()]
        for file in wanted:
            file.packed.form("br")
        for file in wanted:
            file.packed.press()


def _wanted() -> Iterable[str]:
    return (*scripts.entry(), *scripts.everywhere(), *scripts.for_figures())


def _found(ours: Path, kept: Path) -> Iterator[tuple[str, Static]]:
    """Yield every file under the path at which it is served."""
    folder = scripts.STREAMLIT / "static"
    for path in sorted(folder.rglob("*.*")):
        address = f"/static/{path.relative_to(folder).as_posix()}"
        if name := INSTEAD.get(path.name.partition(".")[0]):
            yield address, Static(Packed(ours / name, kept), ASK)
        elif HASHED.search(path.name):
            yield address, Static(Packed(path, kept), FOREVER)
    for path in sorted(ours.glob("*.*")):
        yield f"/app/static/{path.name}", Static(Packed(path, kept), FOR_AN_HOUR)
    for name, path in assets.served().items():
        yield f"/{assets.ROUTE}/{name}", Static(Packed(path, kept), FOREVER)


async def _answer(file: Static, asked: Mapping[str, str]) -> Response:
    # Weak: the forms of a file say the same, in other bytes.
    headers = {"etag": f'W/"{file.packed.digest}"', "cache-control": file.keep}
    if file.packed.encodings:
        headers["vary"] = "Accept-Encoding"
    if file.packed.digest in asked.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    accepted = asked.get("accept-encoding", "")
    encoding = next((name for name in file.packed.encodings if _accepts(accepted, name)), "")
    if encoding:
        headers["content-encoding"] = encoding
    # Where it is still to be read or compressed, in another thread: all readers wait on this one.
    body = file.packed.ready(encoding) or await to_thread.run_sync(file.packed.form, encoding)
    return Response(body, headers=headers, media_type=TYPES[file.packed.path.suffix])


def _accepts(header: str, encoding: str) -> bool:
    """Tell whether an Accept-Encoding header takes an encoding: `br;q=0` does not."""
    qualities: dict[str, str] = dict(
        re.findall(rf"(?:^|,)\s*({'|'.join(ENCODINGS)}|\*)(?=[\s;,]|$)\s*(?:;\s*q=([\d.]+))?", header.lower())
    )
    quality = qualities.get(encoding, qualities.get("*", "0"))
    return quality.strip("0.") != "" or quality == ""
