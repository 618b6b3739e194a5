"""What a question refuses comes compressed by nobody, whoever compresses."""

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from api.compression import CompressedHeads
from tests.asgi import get


async def behind(scope: Scope, receive: Receive, send: Send) -> None:
    """Stands for what compresses: says which encodings it heard of."""
    heard = dict(scope["headers"]).get(b"accept-encoding", b"nothing")
    await PlainTextResponse(heard)(scope, receive, send)


@pytest.mark.parametrize(
    ("stated", "heard"),
    [
        ("gzip;q=0", "nothing"),
        ("identity", "nothing"),
        ("gzip; q=0.0, br", "br"),
        ("gzip, deflate, br, zstd", "zstd, br, gzip"),
        ("*;q=0.5, br;q=0", "zstd, gzip"),
        ("GZIP;q=0.1", "gzip"),
    ],
)
def test_only_encodings_that_are_taken_are_heard_of(stated: str, heard: str) -> None:
    assert get(CompressedHeads(behind), "/", headers={"accept-encoding": stated}).text == heard


def test_who_names_none_takes_none() -> None:
    assert get(CompressedHeads(behind), "/").text == "nothing"
