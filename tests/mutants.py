"""Put small faults into the code of data, one at a time, and print how many its tests catch.

`make mutants` prints, and never fails: what survives is often a fault in name only. `.venv/bin/mutmut results` lists what
survived, and `.venv/bin/mutmut show NAME` tells what the fault was.
"""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

MUTMUT = str(Path(sys.executable).parent / "mutmut")
RUN = [MUTMUT, "run", "--max-children", str(min(4, len(os.sched_getaffinity(0))))]

FIRST = "data.link.*__mutmut_1"
"""The first faults to try. They make mutmut write down all that there are."""

SAMPLE = 500
"""How many faults of about 3,000 are tried: every run draws the same, so that two scores can be compared."""

MINUTES = 20
"""No longer than this, whatever is left."""

CAUGHT = {"killed", "timeout"}


def faults() -> dict[str, str]:
    """Return the name of every fault → what came of it: killed, survived, timeout, no tests, not checked."""
    told = subprocess.run([MUTMUT, "results", "--all", "true"], check=True, capture_output=True, text=True).stdout
    return dict(line.strip().split(": ") for line in told.splitlines() if ": " in line)


def module(name: str) -> str:
    """Return where a fault is: `data.queries.find.x_index__mutmut_3` → `data.queries.find`."""
    return name.rpartition(".")[0]


def attempt(names: list[str]) -> None:
    """Try these faults, but no longer than the time allows."""
    with subprocess.Popen([*RUN, *names], stdout=subprocess.DEVNULL) as trying:
        try:
            trying.wait(MINUTES * 60)
        except subprocess.TimeoutExpired:
            trying.send_signal(signal.SIGINT)


def main() -> None:
    subprocess.run([*RUN, FIRST], check=True, stdout=subprocess.DEVNULL)
    known = sorted(faults())
    sample = random.Random(0).sample(known, min(SAMPLE, len(known)))
    print(f"Trying {len(sample)} of {len(known)} faults, for {MINUTES} minutes at most …", flush=True)
    attempt(sample)
    came = {name: told for name, told in faults().items() if name in set(sample) and told != "not checked"}
    tried, caught = Counter(map(module, came)), Counter(module(name) for name in came if came[name] in CAUGHT)
    for name in sorted(tried):
        print(f"{name:34} {caught[name]:4} of {tried[name]:4} caught {caught[name] / tried[name]:5.0%}")
    print(f"{'all':34} {caught.total():4} of {tried.total():4} caught {caught.total() / max(1, tried.total()):5.0%}")


main()
