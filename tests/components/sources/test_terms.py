"""The glossary for reading: prose of the tables is text, whatever it holds."""

import re

import pytest

from components.sources import terms
from figures.sources.glossary import Term

PROSE = {"term": "TCO", "expansion": "Organisation", "definition": "A group."}
HOSTILE = "[a](https://evil.test) `b` *c* _d_ ~e~ $f$ :red[g] \\"


def markup(parts: dict[str, str]) -> str:
    """Return the marks of an entry that Markdown reads as such."""
    entry = terms._entry(Term("t1", **parts, source_ids=()))
    return "".join(re.findall(r"[\\\[\]*_`$~:]", re.sub(r"\\.", "", entry)))


@pytest.mark.parametrize("part", PROSE)
def test_no_part_of_an_entry_is_read_as_markup(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "brief", lambda source_ids: ["a source"])
    assert markup(PROSE | {part: HOSTILE}) == markup(PROSE)
