"""Serve the briefing from several processes of this machine behind HAProxy, until Ctrl-C or SIGTERM: `make cluster N=2`.

A process that dies is started anew. The proxy is that of `haproxy.cfg`; what is written here is only which processes stand behind it.
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from urllib.error import HTTPError
from urllib.request import urlopen

DEPLOY = Path(__file__).parent
ROOT = DEPLOY.parent
LOOPBACK = "127.0.0.1"

BREATH = 5.0
"""Seconds from one start of a process to the next: one that cannot start is not started in a circle."""

GRACE = 10.0
"""Seconds that a process may take to end what it is at."""

LOOK = 0.3
"""Seconds from one look at the processes to the next."""


@dataclass
class Kept:
    """A command that is to run as long as the cluster does. Where it has a port, that is where it says whether it is ready."""

    name: str
    command: Sequence[str]
    port: int | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    _started: float = -BREATH

    def keep(self) -> None:
        """Start it, if it does not run and the last start was long enough ago."""
        if self.process is not None and self.process.poll() is None:
            return
        if time.monotonic() - self._started < BREATH:
            return
        if self.process is not None:
            say(f"{self.name} has ended ({self.process.returncode}) and is started anew")
        self._started = time.monotonic()
        # In a group of its own: a Ctrl-C is for the cluster, which ends the others in order.
        self.process = subprocess.Popen(
            self.command, cwd=ROOT, env=os.environ | self.environment, process_group=0, stdout=sys.stderr
        )
        say(f"{self.name} is process {self.process.pid}")

    def end(self) -> None:
        """Ask it to end. One that is not ready yet has no readers, and would not listen before all its pages stood."""
        if self.process is None:
            return
        if self.port is None or is_ready(self.port):
            self.process.terminate()
        else:
            self.process.kill()

    def wait(self, until: float) -> None:
        """Wait for its end until a moment of the monotonic clock, and then wait no more."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def servers(ports: Sequence[int]) -> str:
    """Return the second half of the proxy's configuration: the processes on these ports of this machine."""
    lines = [f"    server briefing{at} {LOOPBACK}:{port}" for at, port in enumerate(ports, 1)]
    return "\n".join(["backend processes", *lines, ""])


def haproxy() -> str:
    """Return where HAProxy lies.

    Raises:
        FileNotFoundError: it is not installed.
    """
    found = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin:/usr/local/sbin")
    if found is None:
        raise FileNotFoundError("No HAProxy: `make cluster` installs Debian's")
    return found


def free_ports(count: int) -> list[int]:
    """Return ports that nobody uses."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.create_server((LOOPBACK, 0))) for _ in range(count)]
        return [one.getsockname()[1] for one in sockets]


@contextmanager
def cluster(ports: Sequence[int], host: str, port: int) -> Iterator[list[Kept]]:
    """Start the proxy and its processes, and end them with the block. Nothing is ready yet when the block begins.

    Args:
        ports: of the processes, one each.
        host, port: where readers come in.

    Raises:
        FileNotFoundError: HAProxy is not installed.
    """
    with TemporaryDirectory(prefix="briefing-") as folder:
        behind = Path(folder) / "processes.cfg"
        behind.write_text(servers(ports), "utf-8")
        all_ = [
            *(Kept(f"{LOOPBACK}:{own}", _briefing(own), own) for own in ports),
            Kept(
                "HAProxy",
                [haproxy(), "-db", "-f", str(DEPLOY / "haproxy.cfg"), "-f", str(behind)],
                environment={"BRIEFING_SOCKET": str(Path(folder) / "haproxy.sock")}
                | os.environ
                | {"BRIEFING_BIND": f"{host}:{port}"},
            ),
        ]
        try:
            for one in all_:
                one.keep()
            yield all_
        finally:
            for one in reversed(all_):  # the proxy first: nobody comes in any more
                one.end()
            until = time.monotonic() + GRACE
            for one in all_:
                one.wait(until)


def _briefing(port: int) -> list[str]:
    """Return the command that serves the briefing to the proxy alone. uvicorn believes what a proxy of the same machine forwards."""
    options = {
        "server.address": LOOPBACK,
        "server.port": port,
        "server.headless": "true",
        "logger.hideWelcomeMessage": "true",
    }
    return [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        *(f"--{name}={value}" for name, value in options.items()),
    ]


def is_ready(port: int) -> bool:
    """Tell whether a process answers that its pages stand."""
    try:
        with urlopen(f"http://{LOOPBACK}:{port}/readyz", timeout=1) as answer:
            return bool(answer.status == 200)
    except (HTTPError, OSError):
        return False


def say(text: str) -> None:
    """Tell whoever runs the cluster."""
    print(text, flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until told to stop."""
    parser = argparse.ArgumentParser(prog="python -m deploy.cluster", description=__doc__)
    parser.add_argument(
        "--processes", type=int, default=os.cpu_count() or 2, help="as many as there are cores, unless said"
    )
    parser.add_argument("--host", default="localhost", help="where readers come in")
    parser.add_argument("--port", type=int, default=8501, help="0 for a free one")
    asked = parser.parse_args(arguments)
    stopped = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    own, *ports = free_ports(1 + asked.processes)
    port = asked.port or own
    awaited = {*ports, port}  # not until the proxy has seen one that is ready is it so itself
    with cluster(ports, asked.host, port) as kept:
        while not stopped.wait(LOOK):
            for one in kept:
                one.keep()
            if awaited and not (awaited := {one for one in awaited if not is_ready(one)}):
                say(f"The briefing is served on http://{asked.host}:{port}")


if __name__ == "__main__":
    main()
