"""What the process counts and measures of itself, for whoever looks after it. It knows no reader, no address and no search.

`api/metrics.py` says it in the words of Prometheus; each layer counts here what it alone sees.
"""

from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, disable_created_metrics
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from data import once
from data.library import Library

disable_created_metrics()  # type: ignore[no-untyped-call]  # all of them began with the process
REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

SECONDS = (0.01, 0.02, 0.04, 0.06, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8)
"""Limits of what is counted together. A change of a filter may cost 0.06 s of processor time."""

RUNS = Histogram("briefing_run_seconds", "Time that a run took from its turn on", buckets=SECONDS, registry=REGISTRY)
CPU = Histogram("briefing_run_cpu_seconds", "Processor time of a run", buckets=SECONDS, registry=REGISTRY)
WAITS = Histogram(
    "briefing_run_wait_seconds", "Time that a run waited for its turn", buckets=SECONDS, registry=REGISTRY
)
SESSIONS = Gauge("briefing_sessions", "Readers who are connected", registry=REGISTRY)
OPENED = Counter(
    "briefing_sessions_opened",
    "Connections that readers have opened, with those that were turned away",
    registry=REGISTRY,
)
REFUSED = Counter(
    "briefing_sessions_refused", "Connections that were turned away: every place was taken", registry=REGISTRY
)
FAULTS = Counter("briefing_faults", "Errors that were logged, by who logged them", ["logger"], registry=REGISTRY)


class Caches(Collector):
    """How often answers that are kept were there, by the function that makes them."""

    def collect(self) -> Iterator[Metric]:
        """Give the figures of now."""
        hits = CounterMetricFamily("briefing_cache_hits", "Answers that were kept", labels=["function"])
        misses = CounterMetricFamily("briefing_cache_misses", "Answers that had to be made", labels=["function"])
        for function in once.every():
            name = f"{function.__module__}.{function.__qualname__}"  # type: ignore[attr-defined]  # of what it wraps
            hits.add_metric([name], function.hits)
            misses.add_metric([name], function.misses)
        yield from (hits, misses)


class Facts(Collector):
    """Which facts are shown, since when, and whether the files say something else that could not be taken up."""

    def __init__(self, library: Callable[[], Library]) -> None:
        self._library = library

    def collect(self) -> Iterator[Metric]:
        """Give the figures of now; of a library that never held anything, only that."""
        library = self._library()
        yield GaugeMetricFamily(
            "briefing_tables_broken", "1 while the tables on disk cannot be taken up", bool(library.fault)
        )
        if library.last_fault:
            told = "When a change of the tables was last met that could not be taken up"
            yield GaugeMetricFamily(
                "briefing_tables_last_broken_timestamp_seconds", told, library.last_fault.timestamp()
            )
        if library.good and library.since:
            told = "When the facts that are shown were taken up"
            yield GaugeMetricFamily("briefing_catalog_taken_up_timestamp_seconds", told, library.since.timestamp())
            yield InfoMetricFamily("briefing_catalog", "The facts that are shown", told_of(library))


def told_of(library: Library) -> dict[str, str]:
    """Return what tells the facts that a library holds: version, fingerprint, and to when sources were read."""
    if library.good is None:
        return {}
    return {
        "version": str(library.good.package["version"]),
        "fingerprint": library.good.fingerprint[:12],
        "facts_as_of": library.good.facts_as_of.isoformat(),
    }


REGISTRY.register(Caches())
