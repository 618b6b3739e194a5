"""The log: one line an event, as text or as JSON, of ours, of Streamlit and of what serves it. It names no reader."""

import logging
import sys
from typing import TextIO

from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter
from streamlit import logger as streamlit_logger

from data import settings
from data.metrics import FAULTS

TEXT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"

OTHERS = ("streamlit", "uvicorn", "uvicorn.error", "uvicorn.asgi", "websockets")
"""Loggers that write by themselves before we are asked."""

AGAIN = "Uncaught app execution"
"""What Streamlit says of an error that `components.errors.report` has logged, or logs right after it."""

SETUP = "setup_formatter"
"""Streamlit's name for what lets a new logger of its own write by itself."""


class _Stderr(logging.StreamHandler[TextIO]):
    """Writes to where standard error leads at the moment."""

    def __init__(self) -> None:
        super().__init__(sys.stderr)

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        self.setStream(sys.stderr)
        super().emit(record)


class _Counting(logging.Handler):
    """Counts what is logged as an error."""

    def emit(self, record: logging.LogRecord) -> None:
        """Count a record."""
        FAULTS.labels(record.name).inc()


def names_nobody(record: logging.LogRecord) -> bool:
    """Let a record pass unless it is of those by which uvicorn names who connects, and with which address."""
    return not (record.name == "uvicorn.error" and '"WebSocket' in str(record.msg))


def is_new(record: logging.LogRecord) -> bool:
    """Let a record pass unless it says again what we have logged of an error of a page."""
    return str(record.msg) != AGAIN


class _OneLine(logging.Formatter):
    """Writes a message as one line, whatever stands in it: the path of a request may hold a line that looks like ours."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name is that of `logging`
        """Return the line of a record; the traceback below it stands as it is."""
        record.message = "".join(
            one if one.isprintable() else one.encode("unicode_escape").decode() for one in record.message
        )
        return super().formatMessage(record)


def formatter(kind: str) -> logging.Formatter:
    """Return what writes a record: as `text`, or as `json` with its time in UTC, its fields beside it."""
    if kind == "text":
        return _OneLine(TEXT)
    return JsonFormatter(
        ["levelname", "name", "message"],
        reserved_attrs=[*RESERVED_ATTRS, "color_message"],  # uvicorn's, with the colours of a terminal in it
        rename_fields={"levelname": "level", "name": "logger", "exc_info": "exception"},
        timestamp="time",
        json_ensure_ascii=False,
    )


def begin() -> None:
    """Let every logger of the process write in the one form."""
    writing, counting = _Stderr(), _Counting(logging.ERROR)
    writing.setFormatter(formatter(settings.log_format()))
    writing.addFilter(names_nobody)
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    for handler in (writing, counting):
        handler.addFilter(is_new)
        root.addHandler(handler)
    logging.captureWarnings(capture=True)
    for name in {*OTHERS, *streamlit_logger._loggers}:
        _join(logging.getLogger(name))
    if hasattr(streamlit_logger, SETUP):  # else the loggers that are still to come write as Streamlit has it
        setattr(streamlit_logger, SETUP, _join)


def _join(logger: logging.Logger) -> None:
    """Let a logger hand on what it is told instead of writing it, but for the one that names everybody who asks."""
    logger.handlers.clear()
    logger.propagate = logger.name != "uvicorn.access"
