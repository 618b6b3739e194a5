"""What can be asked: each address declared once. By its declaration it is found, its keys are read, and it is described."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from api.v1.parameter import Parameter
from data.catalog import Catalog
from figures.language import Language

PATH = "api/v1/"
"""Where the API lies, from the first page."""

Bound = Mapping[str, str]
"""Name of a part of a path → its value."""


@dataclass(frozen=True)
class Call:
    """A request whose path and query were read, and are as they are described.

    Attributes:
        catalog: as its files have it, in English.
        language: that was asked for.
        values: key of path or query → value; a key that is not stated is not there.
        site: the full address of the first page, with a slash at its end.
        media: the type of the answer.
        address: the full address that was asked, without the query.
    """

    catalog: Catalog
    language: Language
    values: Mapping[str, Any]
    site: str
    media: str
    address: str


@dataclass(frozen=True)
class Made:
    """An answer; `headers` are those that it needs beside the common ones, `file_name` what it is called where it is kept."""

    body: bytes
    file_name: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Operation:
    """An address that can be asked.

    Attributes:
        path: below the API, its parts that differ in braces: `/tables/{table}.{format}`.
        name: of the operation, for programs that are made of the description.
        summary: what it gives, in words.
        media: the types in which it can be had, the first for whoever accepts any. Where a part of the path is called `format`,
            that decides.
        make: makes the answer.
        parameters: gives what it takes, in a language; given the parts of the path that are known, what these take.
        each: gives the values of the first part of the path, where each is an address of its own, described by itself.
        schema: gives the schema of the answer, by its type; of a type that it leaves out the answer is a file.
        examples: addresses below the API that can be asked.
        gone: whether what once lay there can have been withdrawn.
    """

    path: str
    name: str
    summary: str
    media: tuple[str, ...]
    make: Callable[[Call], Made]
    parameters: Callable[[Catalog, Language, Bound], Sequence[Parameter]] = lambda _catalog, language, _bound: ()
    each: Callable[[Catalog], Sequence[str]] | None = None
    schema: Callable[[Catalog, Language, Bound], Mapping[str, Any]] = lambda _catalog, _language, _bound: {}
    examples: tuple[str, ...] = ()
    gone: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts of the path that differ."""
        return tuple(part.partition("}")[0] for part in self.path.split("{")[1:])

    @property
    def has_format(self) -> bool:
        """Whether the path says in which format the answer is."""
        return "format" in self.parts
