"""Where in its life the process is: whether it is to be sent readers."""

from enum import StrEnum


class Phase(StrEnum):
    """From start to end, in this order."""

    STARTING = "starting"
    READY = "ready"
    STOPPING = "stopping"


_phase = Phase.STARTING


def phase() -> Phase:
    """Return where the process is."""
    return _phase


def become(reached: Phase) -> None:
    """Say that a phase is reached. A process that is stopping stays so, whatever is got ready meanwhile."""
    global _phase
    if _phase is not Phase.STOPPING:
        _phase = reached
