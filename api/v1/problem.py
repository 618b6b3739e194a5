"""What is wrong with a request, as a problem document (RFC 9457): what is wrong with which key and value, and what is allowed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from starlette.responses import Response

from figures.labels import N
from figures.language import Language

TYPE = "application/problem+json"


class Kind(NamedTuple):
    """A kind of problem: the status of the answer, and what it is called."""

    status: int
    title: str


KINDS: Mapping[str, Kind] = {
    "unknown-key": Kind(400, N("This address takes no such key")),
    "unknown-value": Kind(400, N("The value of a key is not one of those allowed")),
    "out-of-range": Kind(400, N("Each value is allowed, and together they ask for no row that there can be")),
    "not-found": Kind(404, N("There is nothing at this address")),
    "not-allowed": Kind(405, N("This address is read, and takes nothing")),
    "not-acceptable": Kind(406, N("It cannot be had in any of the formats accepted")),
    "brings-something": Kind(413, N("Nothing can be sent here")),
    "too-long": Kind(414, N("This address is too long")),
    "too-much-told": Kind(431, N("The headers of the question are too long")),
    "unreadable": Kind(400, N("This question cannot be answered")),
    "withdrawn": Kind(410, N("The record was withdrawn")),
    "fault": Kind(500, N("Something went wrong on our side")),
    "no-data": Kind(503, N("The data could not be read")),
}
"""Kinds of problem by name. The address of a kind leads to what the readable page says of it."""


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong with a request.

    Attributes:
        detail: it in words.
        key, value: what was asked; both empty where neither is to blame.
        allowed: what can be asked instead; empty where a list would not help.
        see: relative address of a list of what can be asked, where that is too long.
    """

    detail: str
    key: str = ""
    value: str = ""
    allowed: Sequence[Any] = field(default=())
    see: str = ""


class ProblemError(Exception):
    """A request cannot be answered."""

    def __init__(self, kind: str, *wrong: Wrong) -> None:
        super().__init__(kind, *wrong)
        self.kind, self.wrong = kind, wrong


def document(problem: ProblemError, language: Language, base: str, instance: str) -> dict[str, Any]:
    """Return a problem document.

    Args:
        base: the full address of the API, with a slash at its end.
        instance: path and query that were asked.
    """
    kind = KINDS[problem.kind]
    title = language.gettext(kind.title)
    errors = [_stated(one, base) for one in problem.wrong]
    return {
        "type": f"{base}#{problem.kind}",
        "title": title,
        "status": kind.status,
        "detail": " ".join(one.detail for one in problem.wrong) or title,
        "instance": instance,
        **({"errors": errors} if errors else {}),
    }


def answer(told: Mapping[str, Any]) -> Response:
    """Return a problem document as an answer that nobody keeps."""
    body = json.dumps(told, ensure_ascii=False, indent=2).encode()
    return Response(body, told["status"], media_type=TYPE, headers={"cache-control": "no-store"})


def _stated(one: Wrong, base: str) -> dict[str, Any]:
    stated = {
        "detail": one.detail,
        "key": one.key,
        "value": one.value,
        "allowed": list(one.allowed),
        "see": one.see and base + one.see,
    }
    return {name: value for name, value in stated.items() if value or (name == "value" and one.key)}


SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["detail"],
                "properties": {
                    "detail": {"type": "string"},
                    "key": {"type": "string"},
                    "value": {"type": "string"},
                    "allowed": {"type": "array"},
                    "see": {"type": "string", "format": "uri-reference"},
                },
            },
        },
    },
}
"""The schema of a problem document."""
