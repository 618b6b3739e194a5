"""What was made to be taken away: where it is kept from start to start, and how large it is."""

from collections.abc import Hashable
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock

from data.catalog import Catalog
from data.paths import DATA

ROOT = DATA.parent

KEPT = ROOT / ".cache" / "briefing"
"""What takes long to make is kept here, a folder for all that is the same: facts and what is made of them."""

FROM = ("briefing", "data", "figures", "translations")
"""The folders whose code and words make it."""

CODE = {".py", ".css", ".js", ".typ", ".mo", ".ttf"}

MOST = 512
"""Sizes that are remembered."""

_sizes: dict[Hashable, int] = {}
_lock = Lock()


def folder(catalog: Catalog) -> Path:
    """Return where is kept what was made of a catalog by this code. It may not be there yet."""
    return KEPT / sha256(f"{catalog.original.fingerprint}|{_code()}".encode()).hexdigest()[:16]


def file(catalog: Catalog, language: str, name: str) -> Path:
    """Return where a file of a language is kept, below the folder of its catalog. It is there whole, or not at all."""
    return folder(catalog) / language / name


def remember(what: Hashable, size: int) -> None:
    """Remember how large something was when it was made, in bytes; what was remembered first goes first."""
    with _lock:
        _sizes.pop(what, None)
        _sizes[what] = size
        while len(_sizes) > MOST:
            del _sizes[next(iter(_sizes))]


def size(what: Hashable) -> int | None:
    """Return how large something was when it was made, in bytes; None where that is not known."""
    return _sizes.get(what)


@cache
def _code() -> str:
    """Return what tells one state of the code from another."""
    digest = sha256()
    for path in sorted(path for name in FROM for path in (ROOT / name).rglob("*") if path.suffix in CODE):
        digest.update(path.read_bytes())
    return digest.hexdigest()
