"""The library: the last good catalog of a process, whatever happens to its files meanwhile."""

import logging
import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from data.catalog import Catalog, build, unreadable
from data.paths import PACKAGE
from data.problem import DataError, Problem
from data.wellformed import lost

log = logging.getLogger(__name__)

TOLD = 3
"""Problems that the one line of the log names; `make check-data` names all."""

Stamps = tuple[tuple[str, int, int, int], ...]
"""Of each file: its path, when it was last changed, its size, and which file it is."""


class Fault(NamedTuple):
    """A change of the files that could not be taken up: what is wrong, when it was met, and since when what is shown stands."""

    error: DataError
    met: datetime
    shown_since: datetime | None


class Library:
    """Holds the last good catalog of a process, and builds a new one when a file of the package has changed.

    A broken file never takes the briefing down: the last good catalog stays, and `fault` says what is wrong. Readers who come
    together read the files once: the first of them builds, the others wait for the first catalog, and read on in the last
    good one while a later one is built. Where the library is `watched`, no reader looks at files at all.

    Attributes:
        fault: what is wrong with the files as they are now; None where nothing is.
        since: when the catalog that is shown was taken up.
        last_fault: when something was last wrong, mended or not.
    """

    def __init__(self, package: Path = PACKAGE, patience: float = 0) -> None:
        """Hold a package; `patience` is how many seconds a look at its files may serve."""
        self._package = package
        self._patience = patience
        self._looked = -math.inf
        self._seen: Stamps = ()
        self._good: Catalog | None = None
        self._building = threading.Lock()
        self.fault: Fault | None = None
        self.since: datetime | None = None
        self.last_fault: datetime | None = None

    def current(self) -> Catalog:
        """Return the newest good catalog.

        Raises:
            DataError: the package is broken and no good state of it was ever read in this process.
        """
        if self._is_fresh():
            return self._newest()
        if self._building.acquire(blocking=self._good is None):
            try:
                if not self._is_fresh():
                    self._look(self._stamps())
            finally:
                self._building.release()
        return self._newest()

    @property
    def good(self) -> Catalog | None:
        """The last good catalog, without a look at the files."""
        return self._good

    @contextmanager
    def watched(self, every: float = 0.25) -> Iterator[None]:
        """Look after the files in a thread of its own, until the block ends. A change is read once the files rest for a turn.

        Args:
            every: seconds between two looks.
        """
        over = threading.Event()
        patience, self._patience = self._patience, math.inf
        watch = threading.Thread(target=self._watch, args=(every, over), name="library", daemon=True)
        watch.start()
        try:
            yield
        finally:
            over.set()
            watch.join()
            self._patience = patience

    def _watch(self, every: float, over: threading.Event) -> None:
        before = self._stamps()
        while not over.wait(every):
            now = self._stamps()
            # A file that is still being written, or one of several, would only be called broken.
            if now == before and now != self._seen:
                with self._building:
                    self._look(now)
            before = now

    def _is_fresh(self) -> bool:
        return self._good is not None and time.monotonic() - self._looked < self._patience

    def _newest(self) -> Catalog:
        if self._good is None:
            # An error of its own for each who asks: one that is raised again and again carries every way that it went.
            raise DataError(
                self.fault.error.problems if self.fault else [Problem(self._package.name, 0, "", "", "not found")]
            )
        return self._good

    def _look(self, stamps: Stamps) -> None:
        """Build a new catalog if a file has changed."""
        if stamps != self._seen:
            try:
                self._good = self._built()
            except DataError as error:
                self._tell(error)
            else:
                if self.fault:
                    log.info("The data is whole again and taken up")
                self.fault, self.since = None, datetime.now(UTC)
            self._seen = stamps
        self._looked = time.monotonic()

    def _built(self) -> Catalog:
        """Build a catalog.

        Raises:
            DataError: the package cannot be read, whatever the reason, or lacks what pages ask for.
        """
        try:
            catalog = build(self._package)
        except DataError:
            raise
        except Exception as error:
            raise DataError([unreadable(self._package.name, error)]) from error
        if self._good and (missing := lost(self._good.package, catalog.package, self._package.name)):
            raise DataError(missing)
        return catalog

    def _tell(self, error: DataError) -> None:
        """Keep what is wrong, and log it in one line, unless the same was wrong before."""
        if self.fault is None or self.fault.error.problems != error.problems:
            more = len(error.problems) - TOLD
            told = "; ".join(" ".join(str(problem).splitlines()) for problem in error.problems[:TOLD])
            log.error("The data is broken and not taken up: %s%s", told, f"; and {more} more" if more > 0 else "")
        self.last_fault = datetime.now(UTC)
        self.fault = Fault(error, self.fault.met if self.fault else self.last_fault, self.since)

    def _stamps(self) -> Stamps:
        return tuple(_stamped([self._package, *sorted(self._package.parent.rglob("*.csv"))]))


def _stamped(files: list[Path]) -> Iterator[tuple[str, int, int, int]]:
    for file in files:
        try:
            told = file.stat()
        except OSError:
            continue  # gone between two looks
        # A copy that keeps the date of its original is told by when it came, and a file put in the place of another by itself.
        yield str(file), max(told.st_mtime_ns, told.st_ctime_ns), told.st_size, told.st_ino
