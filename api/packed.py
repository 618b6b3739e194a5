"""A file as it travels: compressed once, as small as it gets, and kept for the next start."""

import gzip
import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from threading import Lock

import brotli

from api.keeping import keep

QUICK, BEST = 5, 11
"""Levels of Brotli. The best makes scripts an eighth smaller and takes seventy times as long: it is never waited for."""

ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=QUICK),
    "gzip": lambda content: gzip.compress(content, 9, mtime=0),
}
"""How a file can be compressed, the smallest first. Browsers take Brotli from a safe host only: HTTPS, or their own machine."""

WORTH = {".js", ".css", ".json", ".svg", ".txt"}
"""Kinds of file that compress; fonts and pictures already are."""


class Packed:
    """A file that does not change while the server runs."""

    def __init__(self, path: Path, kept: Path) -> None:
        """Take the file, and the folder in which its compressed forms are kept from start to start."""
        self.path = path
        self._folder = kept
        self._forms: dict[str, bytes] = {}
        self._lock = Lock()

    @cached_property
    def digest(self) -> str:
        """Return the hash of the content, in twenty hexadecimal digits."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()[:20]

    @property
    def encodings(self) -> list[str]:
        """Return the encodings that the file can be had in."""
        return [*ENCODINGS] if self.path.suffix in WORTH else []

    def ready(self, encoding: str) -> bytes | None:
        """Return the form if it lies ready."""
        return self._forms.get(encoding)

    def form(self, encoding: str) -> bytes:
        """Return the content in an encoding, or as it is for an empty one."""
        with self._lock:
            if encoding not in self._forms:
                self._forms[encoding] = self._made(encoding)
            return self._forms[encoding]

    def press(self) -> None:
        """Make the smallest form, unless an earlier start did, and give that from now on."""
        if "br" in self.encodings and not self._best.exists():
            smallest = brotli.compress(self.path.read_bytes(), quality=BEST)
            keep(self._best, smallest)
            self._forms["br"] = smallest

    def _made(self, encoding: str) -> bytes:
        if encoding == "br":
            with suppress(OSError):
                return self._best.read_bytes()
        content = self.path.read_bytes()
        return ENCODINGS[encoding](content) if encoding else content

    @property
    def _best(self) -> Path:
        return self._folder / f"{self.digest}.br"
