"""How long what is taken away takes to make, and how large it is: the median of views without a filter, of an objective, of a country."""

import statistics
import time

from briefing import making
from data.catalog import build
from data.selection import Selection
from data.translation import translated
from figures.language import language
from figures.view import View
from tests.bench.printing import line

SECONDS, SIZE = 5.0, 6_000_000
"""What is aimed at: a file within the time that somebody waits without asking, and small enough for an e-mail."""

CHOSEN = (Selection(), Selection(objectives=(3,)), Selection(countries=("MEX",)), Selection(countries=("KEN",)))


def main() -> None:
    """Print the medians of each kind of file, in both languages."""
    catalog = build()
    views = [
        View(translated(catalog, code), chosen, language(code), "light") for code in ("en", "es") for chosen in CHOSEN
    ]
    for kind, how in making.KINDS.items():
        times, sizes = [], []
        for view in views:
            start = time.process_time()
            sizes.append(len(how.make(view, "")))
            times.append(time.process_time() - start)
        line(f"taking {kind}, processor time", statistics.median(times), SECONDS, "s", 1)
        line(f"taking {kind}, size", statistics.median(sizes), SIZE, "MB", 1e6)


if __name__ == "__main__":
    main()
