"""How a page begins, whatever it is shown as: Streamlit, the server's first answer, a file, a slide."""

from dataclasses import dataclass
from typing import NamedTuple

from figures.figure import Figure


class Number(NamedTuple):
    """A number, what it counts, and how it is known."""

    value: str
    counts: str
    known: str


@dataclass(frozen=True, eq=False)
class Screen:
    """What a page says before anything is chosen on it. A pure function of the view makes it.

    Attributes:
        finding: the heading: the finding on the subject, at most two lines.
        sentence: what explains it, in one or two sentences of plain text.
        numbers: what can be read from the back of a room.
        figures: what stands on the first screen, the first drawing first.
        unknown: what is not known, each a sentence.
        says_first: whether the finding says what the first figure finds: its own heading is then only read out.
        whole: all that stands under heading and sentence as HTML, for a page that lays it out itself; else empty.
    """

    finding: str
    sentence: str = ""
    numbers: tuple[Number, ...] = ()
    figures: tuple[Figure, ...] = ()
    unknown: tuple[str, ...] = ()
    says_first: bool = False
    whole: str = ""
