"""How many readers a process carries, alone and with others behind the proxy, and what each costs: the table of `docs/capacity.md`.

`python -m tests.bench.capacity` prints all of it in some fifteen minutes; `python -m tests.bench.capacity 1 2` for one and for two processes.
The readers (tests/bench/readers.py) are on the same machine and take their share of its cores, which the table says. First pages are counted
as changes: they cost about as much.
"""

import gzip
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.request import urlopen

from briefing.site.page import page
from briefing.site.places import views
from data.catalog import build
from deploy.cluster import LOOPBACK, free_ports
from tests.bench.readers import held, room
from tests.bench.room import HALL, HALL_FIRST, HALL_P95, p95, waits
from tests.cluster import clustered
from tests.server import cpu_of, memory_of, serving

PAGE = "offices"
PACES = {"a room, a change every 2 s": 2.0, "readers, a change every 20 s": 20.0}
"""Seconds from one change of a reader to the next: where all follow one who speaks, and where each reads."""

STEPS = {2.0: (10, 20, 30, 40, 60), 20.0: (100, 200, 300, 400, 600)}
"""Readers at once that are tried, for each pace, until they wait too long."""

TOO_LONG = 2.0
"""Seconds that nineteen of twenty changes take where more readers need not be tried; half a second is aimed at (docs/performance.md)."""

STAY = {2.0: 10, 20.0: 1}
"""Changes of each reader."""

IDLE, REST = 100, 30
"""Readers who only look, and for how many seconds."""

ASKED = 500
"""Times that it is asked which facts are shown."""


class Served(NamedTuple):
    """Where readers come in, the processes of the briefing, and the proxy before them, by number; 0 for none."""

    address: str
    processes: tuple[int, ...]
    proxy: int

    def cpu(self) -> float:
        """Return the seconds of processor time that the processes of the briefing have taken."""
        return sum(cpu_of(process) for process in self.processes)

    def through(self) -> float:
        """Return the seconds of processor time that the proxy has taken."""
        return cpu_of(self.proxy) if self.proxy else 0.0

    def memory(self) -> float:
        """Return the MiB that they hold together."""
        return sum(memory_of(process) for process in self.processes)


@contextmanager
def served(processes: int) -> Iterator[Served]:
    """Serve the briefing from one process without a proxy, or from more behind one."""
    if processes == 1:
        with serving() as server:
            yield Served(server.address, (server.process.pid,), 0)
    else:
        with clustered(processes) as cluster:
            yield Served(cluster.server.address, tuple(cluster.processes.values()), cluster.proxy)


def carries(where: Served, name: str, pace: float) -> None:
    """Print how long more and more readers wait, until nineteen of twenty changes take too long."""
    print(f"\n{len(where.processes)} process(es), {name}")
    print("readers   median      p95   failed   CPU a change   cores: briefing   proxy   readers   MiB", flush=True)
    for readers in STEPS[pace]:
        own, cpu, proxy, start = time.process_time(), where.cpu(), where.through(), time.monotonic()
        times = room(where.address, PAGE, readers, changes=STAY[pace], pause=pace, spread=pace)
        took, cpu, late = time.monotonic() - start, where.cpu() - cpu, p95(times.changes)
        print(
            f"{readers:7} {statistics.median(times.changes):6.2f} s {late:6.2f} s {len(times.failed):8} "
            f"{cpu / (len(times.changes) + len(times.first)) * 1e3:11.0f} ms {cpu / took:17.2f} {(where.through() - proxy) / took:7.2f} "
            f"{(time.process_time() - own) / took:9.2f} {where.memory():5.0f}",
            flush=True,
        )
        if late > TOO_LONG or times.failed:
            return


def looks(where: Served) -> None:
    """Print what a reader costs who only looks: memory, processor time, and the question which facts are shown."""
    before = where.memory()

    def rest() -> None:
        print(f"\n{IDLE} readers who only look: {(where.memory() - before) / IDLE:.2f} MiB each")
        cpu = where.cpu()
        time.sleep(REST)
        print(f"of processor time each: {(where.cpu() - cpu) / IDLE / REST * 1e6:.0f} µs a second", flush=True)

    held(where.address, PAGE, IDLE, rest)
    cpu = where.cpu()
    for _ in range(ASKED):
        urlopen(f"{where.address}/facts").close()
    print(f"to be asked which facts are shown: {(where.cpu() - cpu) / ASKED * 1e3:.2f} ms", flush=True)
    cpu = where.cpu()
    for _ in range(ASKED):
        urlopen(f"{where.address}/app/static/icon.png").close()
    print(f"to send a file of its own: {(where.cpu() - cpu) / ASKED * 1e3:.2f} ms", flush=True)


NGINX = """daemon off; worker_processes 1; pid {folder}/pid; error_log stderr error;
events {{ worker_connections 1024; }}
http {{ access_log off; client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder};
  scgi_temp_path {folder}; types {{ text/html html; }} gzip_static on; open_file_cache max=1000;
  server {{ listen {port}; root {folder}; }} }}"""


def static() -> None:
    """Print how many pages of the static site one process of a plain server of files sends, where nginx and wrk are installed."""
    nginx, wrk = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin"), shutil.which("wrk")
    if not nginx or not wrk:
        print("\nno static site: `apt-get install nginx-light wrk`")
        return
    sent = page(next(iter(views(build(), "en")))).encode()
    packed = gzip.compress(sent, 9)
    with TemporaryDirectory() as name:
        folder, (port,) = Path(name), free_ports(1)
        folder.chmod(0o755)
        (folder / "page.html").write_bytes(sent)
        (folder / "page.html.gz").write_bytes(packed)
        (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=f"{LOOPBACK}:{port}"), "utf-8")
        process = subprocess.Popen([nginx, "-c", str(folder / "nginx.conf")])
        try:
            ask = [wrk, "-t1", "-c50", "-d10s", "-H", "Accept-Encoding: gzip", f"http://{LOOPBACK}:{port}/page.html"]
            time.sleep(1)
            told = subprocess.run(ask, capture_output=True, text=True, check=True).stdout
        finally:
            process.terminate()
            process.wait()
    print(
        f"\na page of the static site: {len(sent):,} bytes, {len(packed):,} compressed; one process of nginx, wrk beside it:\n{told}",
        flush=True,
    )


def main(counts: Sequence[int]) -> None:
    """Print all of it."""
    for count in counts:
        with served(count) as where:
            if count == min(counts):
                looks(where)
            for name, pace in PACES.items():
                carries(where, name, pace)
            at_once = room(where.address, PAGE, HALL, changes=8)
            waits(f"\n{count} process(es), {HALL} readers at once", at_once, HALL_FIRST, HALL_P95)
    static()


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [1, 2])
