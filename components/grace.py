"""How long what a reader downloads can still be had: Streamlit takes it away too soon for a room.

A file that is made when it is asked for belongs to no session: the server answers where it lies, the browser fetches it, and
any two runs that end in between, of whichever readers, take it away. And what makes a file goes with the end of any run while
its own page runs anew, though its button is still on screen. Of 40 clicks among twenty-five readers 14 gave no file, and 26
where the page of the one who clicked was running (28 November 2026).
"""

from collections.abc import Callable
from threading import Lock
from time import monotonic

from streamlit.runtime import Runtime

KEEPER, SWEEP, DROP = "media_file_mgr", "remove_orphaned_files", "_drop_deferred_id"
"""Streamlit's names for what keeps files, for taking away what no session shows, and within it for what makes a file."""

SECONDS = 30.0
"""For which a file, or what makes one, stays at least once nobody shows it. A browser comes at once; a run waits for its turn
for seconds. Longer would only fill the memory: a run in a room leaves some fifteen behind."""


def grant(keeper: object, now: Callable[[], float] = monotonic) -> None:
    """Let everything stay for a while. A keeper of the next Streamlit that calls things otherwise is let be.

    Streamlit marks a file in one sweep and takes it away in the next: so sweeps that lie apart are all that a file needs. What
    makes one it takes away in the first, which here only marks it, too. (Streamlit also drops it where a button is disabled;
    none of ours is.)
    """
    sweep, drop = getattr(keeper, SWEEP, None), getattr(keeper, DROP, None)
    if sweep is not None:
        setattr(keeper, SWEEP, _seldom(sweep, now))
        if drop is not None:
            setattr(keeper, DROP, _when_asked_twice(drop))


def _seldom(sweep: Callable[[], None], now: Callable[[], float]) -> Callable[[], None]:
    """Return what sweeps only if the last sweep ended long enough ago."""
    turn, due = Lock(), now()

    def seldom() -> None:
        nonlocal due
        with turn:
            if now() >= due:
                sweep()
                due = now() + SECONDS

    return seldom


def _when_asked_twice(drop: Callable[[str], None]) -> Callable[[str], None]:
    """Return what drops only what it was asked to drop before. Streamlit asks for it in each sweep, one at a time."""
    marked: set[str] = set()

    def second(file_id: str) -> None:
        if file_id in marked:
            marked.remove(file_id)
            drop(file_id)
        else:
            marked.add(file_id)

    return second


def begin() -> None:
    """Let what readers download stay for a while, as long as the process lives."""
    grant(getattr(Runtime.instance(), KEEPER, None))
