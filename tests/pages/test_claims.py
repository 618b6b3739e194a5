"""Every claim that the briefing has to carry can be read on the page that carries it."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from components.navigation import ENTRIES
from tests.opened import opened, read

ROOT = Path(__file__).parents[2]

with (ROOT / "tests" / "claims.csv").open(encoding="utf-8") as file:
    CLAIMS = [row for row in csv.DictReader(file) if row["status"] == "live"]


@cache
def text_of(address: str) -> str:
    """Return all that a page shows in a view, such as `/objectives?objective=1`, as one text in small letters."""
    parts = urlsplit(address)
    page = next(entry for entry in ENTRIES if entry.path == parts.path.strip("/"))
    at = opened(page.name, **parse_qs(parts.query))
    return " ".join(shown(at.main)).casefold()


def shown(block: Any) -> Iterator[str]:
    """Yield the text of every element on the page, those within containers and open expanders too."""
    for element in block.children.values():
        if hasattr(element, "children"):
            yield getattr(element, "label", None) or ""  # an expander's label is read whether it is open or not
            yield from shown(element)
        elif element.type in ("arrow_data_frame", "dataframe", "table"):
            frame = element.value
            yield from (str(value) for column in frame for value in [column, *frame[column]])
        else:
            yield words_of(element.proto)


def words_of(proto: Any) -> str:
    """Return the reader's text of an element: HTML and SVG without their tags, Markdown without its escapes."""
    texts = (getattr(proto, name, "") for name in ("body", "label", "title", "alt"))
    plain = re.sub(r"<[^>]+>", " ", " ".join(text for text in texts if isinstance(text, str)))
    return read(unescape(plain))


@pytest.mark.parametrize("claim", CLAIMS, ids=[f"{claim['claim_id']} {claim['path']}" for claim in CLAIMS])
def test_a_claim_is_on_its_page(claim: dict[str, str]) -> None:
    text = " ".join(text_of(path) for path in claim["path"].split("|"))
    missing = [
        wanted
        for wanted in claim["must_show"].split(";")
        if not any(word.casefold() in text for word in wanted.split("|"))
    ]
    assert not missing, claim["claim"]
