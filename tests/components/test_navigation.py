"""Which addresses lead to a page of ours."""

from types import SimpleNamespace

import pytest

from components import navigation
from components.navigation import ENTRIES


@pytest.mark.parametrize(
    ("path", "stray"),
    [
        ("/", False),
        ("/overview", False),
        ("/overview/", False),
        *((f"/{entry.path}?country=MEX", False) for entry in ENTRIES),
        ("/nowhere", True),
        ("/overview/nowhere", True),
    ],
)
def test_a_page_is_made_only_for_an_address_where_none_of_ours_lies(
    path: str, stray: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(navigation.st, "context", SimpleNamespace(url=f"http://briefing.example{path}", locale="en"))
    assert bool(navigation.astray(lambda: None)) is stray
