"""A server to measure: started on a free port, with what the kernel says of its processor time and memory."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
READY = 120
"""Seconds that a server may take to make its pages ready."""

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """A served app: its address, such as http://localhost:8501, and its process."""

    address: str
    pid: int

    def cpu(self) -> float:
        """Return the seconds of processor time that the process has taken so far, in all its threads."""
        # After the name, which may hold blanks, come the fields from the third on; the 14th and 15th are user and system time.
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self) -> float:
        """Return the memory that the process holds now, in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found
        return int(found[1]) / 1024


@contextmanager
def serving(app: str = "app.py", root: Path = ROOT, **environment: str) -> Iterator[Server]:
    """Serve an app of a checkout on a free port, until the block ends.

    Raises:
        RuntimeError: the server ended before it said its address; the message holds what it printed.
    """
    command = [sys.executable, "-m", "streamlit", "run", app, "--server.headless=true", "--server.port=0"]
    process = subprocess.Popen(
        [*command, "--server.fileWatcherType=none"],
        cwd=root, env=os.environ | environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout
    printed = []
    try:
        for line in process.stdout:
            printed.append(line)
            if found := re.search(r"http://localhost:(\d+)", line):
                # The address is printed while pages are still made ready; this is answered once they are.
                urlopen(f"{found[0]}/_stcore/health", timeout=READY).close()
                yield Server(found[0], process.pid)
                return
        raise RuntimeError("The server did not start:\n" + "".join(printed))
    finally:
        process.terminate()
        process.communicate(timeout=30)
