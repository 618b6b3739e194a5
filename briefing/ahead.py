"""Makes ahead, for every language, what takes long: previews, and the presentation with every filter in it.

A process of its own, `python -m briefing.ahead FOLDER`, which gives way to all others: `api/ahead.py` starts it.
"""

import fcntl
import logging
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

from briefing import making
from briefing.preview import previews
from data.catalog import build
from data.selection import Selection
from data.translation import translated
from figures.language import available, language
from figures.palette import Theme
from figures.take_away import offers
from figures.view import View

log = logging.getLogger(__name__)

KEPT = 2
"""States of facts and code of which what was made is kept: that of today, and the one before."""


def main(folder: Path) -> int:
    """Make what is not there yet, the quickest first, and return the exit status: 1 where something could not be made.

    Args:
        folder: what is filled, one folder a language: whoever asks for it knows it by its facts and code (`data.made`).
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        # Of several servers on one machine one makes it; the others then find it made.
        fcntl.flock(lock, fcntl.LOCK_EX)
        has_all = _fill(folder)
    _tidy(folder)
    return 0 if has_all else 1


def _fill(folder: Path) -> bool:
    """Return whether all could be made: what cannot does not stop the rest."""
    catalog = build()
    views = [View(translated(catalog, code), Selection(), language(code), "light") for code in available()]
    asked: list[tuple[Path, Callable[[], bytes]]] = [
        (folder / view.language.code / offers.preview(kind, theme), partial(_preview, kind, theme, view))
        for view in views
        for kind, theme in product(offers.PREVIEWED, offers.THEMES)
    ]
    asked += [(folder / view.language.code / offers.WHOLE, partial(making.whole, view)) for view in views]
    kept = [_is_kept(file, make) for file, make in asked]
    return all(kept)


def _preview(kind: str, theme: Theme, view: View) -> bytes:
    return previews(replace(view, theme=theme))[kind]()


def _is_kept(file: Path, make: Callable[[], bytes]) -> bool:
    """Make a file that is not there yet, and write it whole or not at all: others may be reading, or making the same.

    Returns:
        Whether it is there. What cannot be made is logged; what cannot be written stops all, as on a full disk nothing can be.
    """
    if file.exists():
        return True
    try:
        made = make()
    except Exception:
        log.exception("%s/%s could not be made", file.parent.name, file.name)
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}")
    part.write_bytes(made)
    part.replace(file)
    return True


def _tidy(newest: Path) -> None:
    """Remove what was made of facts and code of long ago."""
    others = [path for path in newest.parent.iterdir() if path != newest]
    for old in sorted(others, key=lambda path: path.stat().st_mtime)[: -(KEPT - 1)]:
        shutil.rmtree(old) if old.is_dir() else old.unlink()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
