"""Files that the browser fetches once: each has an address with the hash of its content, so it may be kept for ever."""

import hashlib
from functools import cache
from pathlib import Path

from data.paths import BORDERS, DATA, SHAPES

FILES = {"countries": SHAPES, "borders": BORDERS, "marks": DATA.parent / "figures" / "ink" / "marks.png"}
TYPES = {".json": "application/json", ".png": "image/png"}
ROUTE = "assets"


@cache
def address(name: str) -> str:
    """Return the address of a file, relative to the site's root: `assets/countries.1f3a9c0d12ab.json`.

    It is relative because a host may serve the site below a prefix; every page lies one level deep.
    """
    path = FILES[name]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    return f"{ROUTE}/{name}.{digest}{path.suffix}"


@cache
def served() -> dict[str, Path]:
    """Return file by address, for the routes that serve them."""
    return {address(name).removeprefix(f"{ROUTE}/"): path for name, path in FILES.items()}
