"""A process that is told to end is gone in time, whatever still runs in it."""

import subprocess
import sys

HANGS = """
import asyncio, os, signal
from components import stopping
from data import readiness

async def main():
    with stopping.heard():
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.sleep(3600)

stopping.LONGEST = 0.3
signal.signal(signal.SIGTERM, lambda *_: print("doors closed,", readiness.phase(), flush=True))
asyncio.run(main())
"""
"""A server whose doors close, and in which something runs on."""


def test_what_does_not_end_by_itself_breaks_off() -> None:
    ran = subprocess.run([sys.executable, "-c", HANGS], capture_output=True, text=True, timeout=60, check=False)
    assert ran.stdout == "doors closed, stopping\n"
    assert ran.returncode == 1
    assert "breaks off" in ran.stderr
