"""The mark of an answer (ETag): of the same code, facts and question the bytes are the same, so none has to be made to know it."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from api.v1.keys import stated
from api.v1.operation import Call
from data.pages import query_of

ROOT = Path(__file__).parent.parent.parent

CODE = (
    "api/**/*.py",
    "briefing/**/*.py",
    "components/style/*.css",
    "data/**/*.py",
    "figures/**/*.py",
    "requirements.lock",
    "translations/**/*.po",
)
"""What an answer depends on beside the facts."""  # fmt: skip


@cache
def code() -> str:
    """Return what tells the code of this process."""
    files = sorted(file for pattern in CODE for file in ROOT.glob(pattern))
    return sha256(b"".join(sha256(file.read_bytes()).digest() for file in files)).hexdigest()


def mark(call: Call) -> str:
    """Return the mark of the answer to a request."""
    query = query_of(stated(dict(sorted(call.values.items()))))
    said = "\n".join([code(), call.catalog.fingerprint, call.address, query, call.media])
    return f'"{sha256(said.encode()).hexdigest()[:32]}"'


def holds(mark: str, stated: str) -> bool:
    """Say whether a header `If-None-Match` names a mark, or any (`*`). A compressed answer bears it as a weak one (`api/compression.py`)."""
    return any(one.strip().removeprefix("W/") in {mark, "*"} for one in stated.split(","))
