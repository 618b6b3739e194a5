"""Keeping on disk what took long to make, where the disk lets us."""

import logging
import os
from contextlib import suppress
from functools import cache
from pathlib import Path

log = logging.getLogger(__name__)


def keep(file: Path, content: bytes) -> bool:
    """Write a file whole or not at all, and say whether it stands. Of a folder that takes nothing the log says so once."""
    part = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(file)
    except OSError as error:
        _tell(file.parent, error.strerror or type(error).__name__)
        with suppress(OSError):
            part.unlink(missing_ok=True)
        return False
    return True


@cache
def _tell(folder: Path, why: str) -> None:
    log.warning("Nothing can be kept in %s: %s. It is made anew after each start.", folder.name, why)
