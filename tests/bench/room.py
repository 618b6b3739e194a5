"""What a room costs: processor time of a change, and how long twenty-five and fifty readers at once wait.

`python -m tests.bench.room 10` lets fifty readers stay for ten minutes at the end.
"""

import statistics
import sys

from components.navigation import ENTRIES
from tests.bench.printing import line
from tests.bench.readers import Times, held, room
from tests.server import Server, serving

CPU_OF_A_CHANGE = 0.060
ROOM, ROOM_P95 = 25, 0.5
HALL, HALL_FIRST, HALL_P95 = 50, 5.0, 1.5
SESSION_MEBIBYTES = 2.0

GONE = 500
"""Sessions that are opened and closed to see that their memory comes back."""

CHANGES = 39
"""Changes by which a page's cost is told: three rounds of what a reader chooses, the first of which nobody asked for before."""

PAGES = [entry.path for entry in ENTRIES]
BUSY = ("offices", "timeline")
"""Pages that a room is tried on."""


def p95(times: list[float]) -> float:
    """Return the time that nineteen of twenty stay below."""
    return statistics.quantiles(times, n=20)[-1]


def cost_of_a_change(server: Server, page: str) -> None:
    """Print the processor time of a change, for one reader who is alone."""
    before = server.cpu()
    times = room(server.address, page, readers=1, changes=CHANGES, pause=0)
    assert not times.failed, times.failed
    line(f"cpu of a change /{page}", (server.cpu() - before) / (CHANGES + 1), CPU_OF_A_CHANGE, "ms", 1e-3)


def waits(name: str, times: Times, first_aim: float | None, change_aim: float) -> None:
    """Print how long readers waited, and how many failed."""
    print(f"{name}: {len(times.changes)} changes, {len(times.failed)} readers failed {times.failed[:3] or ''}")
    line(f"{name}, median of a change", statistics.median(times.changes), change_aim, "ms", 1e-3)
    line(f"{name}, p95 of a change", p95(times.changes), change_aim, "ms", 1e-3)
    if first_aim:
        line(f"{name}, slowest first page", max(times.first), first_aim, "s", 1)


def memory(server: Server) -> None:
    """Print what a session holds while it is open, and what is left of many once they have gone."""
    before = server.memory()
    held(server.address, BUSY[0], HALL, lambda: line(
        f"memory of a session /{BUSY[0]}", max(0.0, server.memory() - before) / HALL, SESSION_MEBIBYTES, "MiB", 1
    ))  # fmt: skip
    before = server.memory()
    for _ in range(GONE // HALL):
        held(server.address, BUSY[0], HALL, lambda: None)
    print(
        f"memory before {GONE} sessions came and went: {before:.0f} MiB, after: {server.memory():.0f} MiB", flush=True
    )


def stays(server: Server, minutes: float) -> None:
    """Print how memory and waits stand while a full hall stays: a line a minute."""
    for minute in range(int(minutes)):
        times = room(server.address, BUSY[minute % 2], HALL, changes=30, spread=2)
        print(
            f"minute {minute + 1}: {server.memory():.0f} MiB, p95 of a change {p95(times.changes):.2f} s, "
            f"{len(times.failed)} failed",
            flush=True,
        )


def main() -> None:
    """Print all of it, on one server that lives through all that comes before."""
    with serving() as server:
        for page in PAGES:
            cost_of_a_change(server, page)
        for page in BUSY:
            waits(
                f"{ROOM} readers /{page}",
                room(server.address, page, ROOM, changes=15, spread=4), None, ROOM_P95,
            )  # fmt: skip
        for page in BUSY:
            waits(
                f"{HALL} readers at once /{page}",
                room(server.address, page, HALL, changes=8), HALL_FIRST, HALL_P95,
            )  # fmt: skip
        memory(server)
        # Once more: a server that has lived and holds much must not be slower than a fresh one.
        cost_of_a_change(server, BUSY[0])
        stays(server, float(sys.argv[1]) if len(sys.argv) > 1 else 0)


if __name__ == "__main__":
    main()
