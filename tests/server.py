"""A server in a process of its own, to be read by a browser, measured, or put an end to."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.error import HTTPError
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent
TICKS = os.sysconf("SC_CLK_TCK")

QUIET = {"BRIEFING_AHEAD": "no"}
"""Nothing is made in the background while a browser reads, or while time is taken."""

READY = 120
"""Seconds that a server may take to make its pages ready."""


@dataclass(frozen=True)
class Server:
    """A served app: its address, such as http://localhost:8501, its process, and what that printed before it was ready."""

    address: str
    process: subprocess.Popen[str]
    printed: str = ""

    def cpu(self) -> float:
        """Return the seconds of processor time that the process has taken so far, in all its threads."""
        return cpu_of(self.process.pid)

    def memory(self) -> float:
        """Return the memory that the process holds now, in MiB."""
        return memory_of(self.process.pid)

    def wait_until_ready(self) -> None:
        """Wait until its pages are made ready; its address is printed before.

        Raises:
            TimeoutError: they were not in time.
        """
        by = monotonic() + READY
        while monotonic() < by:
            try:
                urlopen(f"{self.address}/readyz", timeout=READY).close()
            except HTTPError:
                sleep(0.1)
            else:
                return
        raise TimeoutError(f"not ready within {READY} s")

    def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        self.process.terminate()
        self.process.communicate(timeout=20)

    def kill(self) -> None:
        """Let it end as in a power cut."""
        self.process.kill()
        self.process.communicate()


def cpu_of(process: int) -> float:
    """Return the seconds of processor time that a process has taken so far, in all its threads."""
    # After the name, which may hold blanks, come the fields from the third on; the 14th and 15th are user and system time.
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_of(process: int) -> float:
    """Return the memory that a process holds now, in MiB."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    assert found
    return int(found[1]) / 1024


def launch(port: int = 0, folder: Path = ROOT, within: Sequence[str] = (), **environment: str) -> Server:
    """Start a server on a port, or on a free one, and return it once its pages are ready.

    Args:
        folder: where its `app.py` lies.
        within: a command that runs the command that is written after it, such as `nice`.

    Raises:
        RuntimeError: it ended before it said its address; the message holds what it printed.
    """
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    return started([*within, *command], folder, **environment)


def started(command: Sequence[str], folder: Path = ROOT, **environment: str) -> Server:
    """Start a command that serves, and return it once it has said its address and its pages are ready.

    Raises:
        RuntimeError: it ended before it said its address; the message holds what it printed.
    """
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | QUIET | environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout
    printed = []
    for line in process.stdout:
        printed.append(line)
        if found := re.search(r"http://localhost:(\d+)", line):
            server = Server(found[0], process, "".join(printed))
            try:
                server.wait_until_ready()
            except BaseException:
                server.kill()
                raise
            return server
    process.wait()
    raise RuntimeError("The server did not start:\n" + "".join(printed))


@contextmanager
def serving(folder: Path = ROOT, **environment: str) -> Iterator[Server]:
    """Serve the briefing, or the `app.py` of another folder, on a free port until the block ends."""
    server = launch(folder=folder, **environment)
    try:
        yield server
    finally:
        server.stop()
