"""How long a good edit of a table takes until a new view shows it, of a server that nobody else asks: `python -m tests.bench.edit`."""

import statistics
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from tests.bench.printing import line
from tests.copied import copied
from tests.server import Server, serving

SECONDS = 5.0
TIMES = 5
NAMES = ("Tijuana,MEX", "Tijuana Norte,MEX")
"""What a city is called before and after."""


def facts(server: Server) -> str:
    """Return the fingerprint of the facts that are shown."""
    told: str = urlopen(f"{server.address}/facts").read().decode()
    return told


def main() -> None:
    """Print the median and the longest of a few edits."""
    took = []
    with tempfile.TemporaryDirectory() as name:
        folder = copied(Path(name))
        table = folder / "data" / "tables" / "offices.csv"
        with serving(folder=folder) as server:
            for at in range(TIMES):
                before, text = facts(server), table.read_text("utf-8")
                start = time.monotonic()
                table.write_text(text.replace(*(NAMES if at % 2 == 0 else NAMES[::-1])), "utf-8")
                while facts(server) == before:
                    time.sleep(0.02)
                took.append(time.monotonic() - start)
    line("a good edit is shown, median", statistics.median(took), SECONDS, "s", 1)
    line("a good edit is shown, longest", max(took), SECONDS, "s", 1)


if __name__ == "__main__":
    main()
