"""What a worker is told to make in tests: it tells of itself."""

import os
import signal
from time import process_time
from typing import NamedTuple

from figures.view import View


class Told(NamedTuple):
    """A process, how far it gives way, and the view that it was sent."""

    process: int
    niceness: int
    seen: tuple[object, ...]


def told(view: View, word: str, seconds: float = 0) -> Told:
    """Return what the process and the view are, after so many seconds of work."""
    until = process_time() + seconds
    while process_time() < until:
        pass
    seen = view.catalog.fingerprint, view.selection, view.language.code, view.theme, view.page, view.choices, view.room
    return Told(os.getpid(), os.nice(0), (*seen, view.carried, word))


def killed(_view: View) -> None:
    """End the process as the system does where memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL)
