"""Several processes of the briefing behind the proxy, as `make cluster` starts them."""

import csv
import re
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.server import Server, started

STARTED = re.compile(r"^(127[\d.:]+) is process (\d+)$", re.MULTILINE)
PROXY = re.compile(r"^HAProxy is process (\d+)$", re.MULTILINE)
PATIENCE = 60


class Behind(NamedTuple):
    """A process as the proxy sees it: whether it takes readers, and how many connections they hold."""

    status: str
    connections: int


@dataclass(frozen=True)
class Cluster:
    """What was started, each process by the address at which the proxy finds it, the proxy, and where it tells of them."""

    server: Server
    processes: dict[str, int]
    proxy: int
    told: Path

    def behind(self) -> dict[str, Behind]:
        """Ask the proxy for its processes."""
        with socket.socket(socket.AF_UNIX) as asking:
            asking.connect(str(self.told))
            asking.sendall(b"show stat\n")
            with asking.makefile() as answer:
                rows = csv.DictReader(answer.read().removeprefix("# ").splitlines())
        return {row["addr"]: Behind(row["status"], int(row["scur"])) for row in rows if row["addr"] in self.processes}

    def holding(self) -> str:
        """Wait until exactly one process holds a connection, and return its address."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            holds = [address for address, one in self.behind().items() if one.connections]
            if len(holds) == 1:
                return holds[0]
            time.sleep(0.05)
        raise TimeoutError(f"Not one process holds a connection: {self.behind()}")

    def restarted(self) -> tuple[str, int]:
        """Wait for the start of another process, and return its address and number."""
        assert self.server.process.stdout
        for line in self.server.process.stdout:
            if found := STARTED.search(line):
                return found[1], int(found[2])
        raise RuntimeError("The cluster has ended")


@contextmanager
def clustered(processes: int) -> Iterator[Cluster]:
    """Serve the briefing from processes behind the proxy until the block ends. All of them are ready, and the proxy knows it."""
    with TemporaryDirectory() as folder:
        told = Path(folder) / "proxy.sock"
        command = [sys.executable, "-m", "deploy.cluster", f"--processes={processes}", "--port=0"]
        server = started(command, BRIEFING_SOCKET=str(told))
        numbers = {address: int(number) for address, number in STARTED.findall(server.printed)}
        proxy = PROXY.search(server.printed)
        assert proxy
        cluster = Cluster(server, numbers, int(proxy[1]), told)
        try:
            until = time.monotonic() + PATIENCE
            while any(not one.status.startswith("UP") for one in cluster.behind().values()):
                assert time.monotonic() < until, cluster.behind()
                time.sleep(0.05)
            yield cluster
        finally:
            server.stop()
