"""What sets documents keeps memory: it runs in a process that ends with the document."""

import os
from dataclasses import replace

import pytest

from briefing import apart, preview
from data.catalog import Catalog
from figures.view import View
from tests.briefing.views import asked


def told(view: View, word: str) -> tuple[int, str, str]:
    if word == "fails":
        raise ValueError(word)
    return os.getpid(), view.language.code, word


def test_another_process_makes_it_of_the_same_view_and_what_fails_there_fails_here(catalog: Catalog) -> None:
    view = asked(catalog, "one country", "es")
    process, *said = apart.made(told, view, "word")
    assert process != os.getpid()
    assert said == ["es", "word"]
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    with pytest.raises(ValueError, match="fails"):
        apart.made(told, view, "fails")


def test_the_preview_of_a_document_is_made_apart_once_for_both_themes(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_of = []

    def made(make: object, view: View) -> bytes:
        asked_of.append(make)
        return b"drawn"

    monkeypatch.setattr(apart, "made", made)
    view = asked(catalog, "a country with one row")
    views = [view, replace(view, theme="dark")]
    assert [preview.previews(view)["document"]() for view in views] == [b"drawn"] * 2
    assert asked_of == [preview.first_page]
