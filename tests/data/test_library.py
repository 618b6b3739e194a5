"""The library shares one catalog among all readers, while its files change."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

from data import catalog as catalog_module
from data.catalog import Catalog, build
from data.library import Library
from tests.package import part


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A part of the data package that a test may change: offices, and organisations, which are read after them."""
    return part(tmp_path, "offices", "organisations")


def edit(package: Path) -> None:
    """Change the name of a city."""
    offices = package.parent / "tables" / "offices.csv"
    text = offices.read_text("utf-8")
    assert "Tijuana" in text
    offices.write_text(text.replace("Tijuana", "Tijuana (BC)", 1), "utf-8")


def test_readers_who_come_together_read_the_files_once(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built, go_on = [], threading.Event()

    def slow(path: Path) -> Catalog:
        built.append(path)
        assert go_on.wait(30)
        return build(path)

    monkeypatch.setattr("data.library.build", slow)
    library = Library(package)
    with ThreadPoolExecutor(6) as room:
        readers = [room.submit(library.current) for _ in range(6)]
        go_on.set()
        found = [reader.result(60) for reader in readers]
    assert len(built) == 1
    assert all(catalog is found[0] for catalog in found)


def test_while_a_new_state_is_read_the_last_good_one_is_shown(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(package)
    good = library.current()
    at_work, go_on = threading.Event(), threading.Event()

    def slow(path: Path) -> Catalog:
        at_work.set()
        assert go_on.wait(30)
        return build(path)

    monkeypatch.setattr("data.library.build", slow)
    edit(package)
    with ThreadPoolExecutor(1) as builder:
        newer = builder.submit(library.current)
        assert at_work.wait(30)
        assert library.current() is good
        go_on.set()
        assert newer.result(60) is not good


def test_a_catalog_is_told_by_its_content(package: Path) -> None:
    one, same = build(package), build(package)
    assert one == same
    assert hash(one) == hash(same)
    edit(package)
    assert build(package) != one


def test_what_was_changed_while_it_was_read_is_taken_for_no_other_state(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, read = build(package), catalog_module._read

    def read_late(path: Path, fields: list[dict[str, object]]) -> pd.DataFrame:
        if path.name == "organisations.csv":  # offices are read before it
            edit(package)
        return read(path, fields)

    monkeypatch.setattr(catalog_module, "_read", read_late)
    torn = build(package)
    monkeypatch.undo()
    assert torn["offices"].equals(before["offices"])
    assert torn != before
    assert torn != build(package)
