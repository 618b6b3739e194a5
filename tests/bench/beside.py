"""How long readers of one process wait for a change while it has files, presentations and cards made, one after the other without a pause.

`python -m tests.bench.beside`
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, product
from pathlib import Path
from urllib.request import urlopen

from data.catalog import build
from tests.bench.readers import room
from tests.bench.room import ROOM, ROOM_P95, waits
from tests.server import Server, memory_of, serving

MADE = {
    "files": ("take/slides", "take/document", "take/pack"),
    "presentations": ("present",),
    "cards": ("cards/offices.png", "cards/timeline.png"),
}
"""What is made → where it is asked for."""

YEARS = range(2019, 2027)
"""Years from which on events are asked for, so that nothing is asked for twice."""


LEAST = 50
"""MiB of a process that makes something; those that look after the workers' locks hold less."""


@contextmanager
def asked_for(server: Server, places: tuple[str, ...], countries: list[str]) -> Iterator[list[str]]:
    """Ask for one thing after the other until the block ends, and give what was answered so far."""
    answered: list[str] = []
    over = threading.Event()

    def ask() -> None:
        for year, country, place in cycle(product(YEARS, countries, places)):
            if over.is_set():
                return
            urlopen(f"{server.address}/{place}?country={country}&from={year}").close()
            answered.append(place)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        yield answered
    finally:
        over.set()
        asking.join()


def workers(server: Server) -> list[float]:
    """Return the memory of each process that makes something for a server, in MiB."""
    tasks = Path(f"/proc/{server.process.pid}/task").glob("*/children")
    held = [memory_of(int(child)) for task in tasks for child in task.read_text().split()]
    return [one for one in held if one > LEAST]


def main() -> None:
    """Print how long a room waits, alone and beside each."""
    countries = list(build()["countries"]["iso3"])
    with serving() as server:
        waits("alone", room(server.address, "offices", ROOM, changes=8, pause=2.0, spread=2.0), None, ROOM_P95)
        for name, places in MADE.items():
            with asked_for(server, places, countries) as answered:
                times = room(server.address, "offices", ROOM, changes=8, pause=2.0, spread=2.0)
                made = len(answered)
            waits(f"while {name} are made", times, None, ROOM_P95)
            print(f"{made} {name} made meanwhile; MiB of the server {server.memory():.0f}, of its workers",
                  *(f"{held:.0f}" for held in workers(server)))  # fmt: skip


if __name__ == "__main__":
    main()
