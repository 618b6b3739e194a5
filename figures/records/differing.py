"""What differs between two wordings, as HTML: the words that changed stand out, and of a long run that is the same only its ends stay."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from html import escape

AROUND = 6
"""Words that stay on each side of what changed."""

LEAST = 0.4
"""Below this part of words in common, all is new: nothing stands out."""


def marked(before: str, after: str) -> tuple[str, str]:
    """Return both wordings as HTML, what is only in one of them in bold."""
    old, new = before.split(), after.split()
    found = SequenceMatcher(None, old, new, autojunk=False)
    if found.ratio() < LEAST:
        return escape(before), escape(after)
    steps = found.get_opcodes()
    return (
        " ".join(_told(old, [(kind == "equal", start, end) for kind, start, end, _from, _to in steps])),
        " ".join(_told(new, [(kind == "equal", start, end) for kind, _from, _to, start, end in steps])),
    )


def _told(words: list[str], runs: list[tuple[bool, int, int]]) -> Iterator[str]:
    """Give a wording run by run, each the same in both or only in this one."""
    for at, (is_same, start, end) in enumerate(runs):
        run = words[start:end]
        if not run:
            continue
        if not is_same:
            yield f"<b>{escape(' '.join(run))}</b>"
            continue
        head = [] if at == 0 else run[:AROUND]
        tail = [] if at == len(runs) - 1 else run[-AROUND:]
        short = len(run) <= len(head) + len(tail)
        yield escape(" ".join(run if short else [*head, "…", *tail]))
