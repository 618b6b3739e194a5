"""Makes ahead, for every language, what takes long: previews, and the presentation with every filter in it.

A process of its own, `python -m briefing.ahead FOLDER`, which gives way to all others: `api/ahead.py` starts it.
"""

import fcntl
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

THEMES: tuple[Theme, ...] = ("light", "dark")

KEPT = 2
"""States of facts and code of which what was made is kept: that of today, and the one before."""


def preview_name(kind: str, theme: Theme) -> str:
    """Return the name under which a preview is kept."""
    return f"{kind}-{theme}.png"


def main(folder: Path) -> int:
    """Make what is not there yet, the quickest first, and return the exit status.

    Args:
        folder: what is filled, one folder a language: whoever asks for it knows it by its facts and code (`data.made`).
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        # Of several servers on one machine one makes it; the others then find it made.
        fcntl.flock(lock, fcntl.LOCK_EX)
        _fill(folder)
    _tidy(folder)
    return 0


def _fill(folder: Path) -> None:
    catalog = build()
    views = [View(translated(catalog, code), Selection(), language(code), "light") for code in available()]
    for view in views:
        for kind, theme in product(offers.PREVIEWED, THEMES):
            _keep(folder / view.language.code / preview_name(kind, theme), partial(_preview, kind, theme, view))
    for view in views:
        _keep(folder / view.language.code / offers.WHOLE, partial(making.whole, view))


def _preview(kind: str, theme: Theme, view: View) -> bytes:
    return previews(replace(view, theme=theme))[kind]()


def _keep(file: Path, make: Callable[[], bytes]) -> None:
    """Make a file that is not there yet, and write it whole or not at all: others may be reading, or making the same."""
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}")
    part.write_bytes(make())
    part.replace(file)


def _tidy(newest: Path) -> None:
    """Remove what was made of facts and code of long ago."""
    others = [path for path in newest.parent.iterdir() if path != newest]
    for old in sorted(others, key=lambda path: path.stat().st_mtime)[: -(KEPT - 1)]:
        shutil.rmtree(old) if old.is_dir() else old.unlink()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
