"""Nothing changes in the facts without a line that says why."""

from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest

from data import ledger
from data.catalog import Catalog
from data.ledger import Change, State
from data.paths import RELEASES

RELEASED = {
    "1.0.0": "d2af7bdc3436692a840ab25bd5e38091eca711f1013deabfc8761e580f56ca6c",
    "1.1.0": "98ba5d6954b36f51c2486d75245302215b9e6b45afe94976c7f0b98d9e1d7a3b",
    "1.2.0": "1b522814887d3cec422ac0a67596d88520a47b72bbdaf45a8c6958a01c411903",
}
"""Version → hash of its zip. A release is published once: lines are added here, none is changed."""


def state(version: str, rows: dict[str, dict[str, str]], *columns: str, table: str = "offices") -> State:
    return State(version, {table: rows}, {table: columns})


BEFORE = state("1.0.0", {"a": {"id": "a", "city": "Bern"}, "b": {"id": "b", "city": ""}}, "id", "city")
AFTER = state("1.1.0", {"a": {"id": "a", "city": "Basel"}, "c": {"id": "c", "city": "Rome"}}, "id", "city")

FOUND = [
    Change("offices", "a", "city", "Bern", "Basel"),
    Change("offices", "c", "", "", '{"id": "c", "city": "Rome"}', is_new=True),
    Change("offices", "b", "", '{"id": "b"}', "", is_gone=True),
]


def lines(kind: str = "corrected") -> list[dict[str, str]]:
    told = ledger.brought_up([], BEFORE, AFTER, "why", "s1", "2026-11-25")
    return [entry | {"kind": kind} if entry["column"] else entry for entry in told]


def test_every_release_is_as_it_was_published() -> None:
    assert {path.stem: sha256(path.read_bytes()).hexdigest() for path in RELEASES.glob("*.zip")} == RELEASED


def test_every_change_since_the_first_release_is_told_and_nothing_else(catalog: Catalog) -> None:
    states = [ledger.released(version) for version in ledger.versions()]
    now = ledger.state(catalog)
    if now.version != states[-1].version:
        states.append(now)
    wrong = [fault for before, after in pairwise(states) for fault in ledger.faults(before, after, ledger.read())]
    assert not wrong
    assert {line["version"] for line in ledger.read()} <= {state.version for state in states[1:]}


def test_tables_of_a_version_that_is_released_are_as_released(catalog: Catalog) -> None:
    now = ledger.state(catalog)
    if now.version in ledger.versions():
        assert not list(ledger.changes(ledger.released(now.version), now))


def test_cells_and_rows_that_differ_are_found() -> None:
    assert list(ledger.changes(BEFORE, AFTER)) == FOUND
    assert list(ledger.changes(BEFORE, BEFORE)) == []


def test_a_new_column_is_one_change_and_so_is_one_that_is_gone() -> None:
    wider = state("1.1.0", {"a": {"id": "a", "town": "Bern"}, "b": {"id": "b", "town": ""}}, "id", "town")
    assert list(ledger.changes(BEFORE, wider)) == [
        Change("offices", "*", "town", "", "", is_new=True),
        Change("offices", "*", "city", "", "", is_gone=True),
    ]


def test_a_new_table_is_one_change_and_so_is_one_that_is_gone() -> None:
    other = state("1.1.0", {"p": {"id": "p"}}, "id", table="posts")
    assert list(ledger.changes(BEFORE, other)) == [
        Change("posts", "*", "", "", "", is_new=True),
        Change("offices", "*", "", "", "", is_gone=True),
    ]


def test_a_change_without_a_line_is_a_fault() -> None:
    assert ledger.faults(BEFORE, AFTER, lines()) == []
    assert ledger.faults(BEFORE, AFTER, lines()[1:]) == ["not told: offices, a, city: 'Bern' → 'Basel'"]


def test_a_line_without_a_change_is_a_fault() -> None:
    made_up = {**lines()[0], "before": "Berne"}
    assert ledger.faults(BEFORE, AFTER, [*lines(), made_up]) == [
        "told, and not so: offices, a, city: 'Berne' → 'Basel'"
    ]


@pytest.mark.parametrize(
    ("kind", "fits"), [("corrected", True), ("updated", True), ("reworded", True), ("added", False)]
)
def test_a_kind_fits_the_change(kind: str, fits: bool) -> None:
    assert (ledger.faults(BEFORE, AFTER, lines(kind)) == []) == fits


def test_lines_of_another_version_are_let_be() -> None:
    older = {**lines()[0], "version": "0.9.0"}
    assert ledger.faults(BEFORE, AFTER, [older, *lines()]) == []
    assert ledger.brought_up([older], BEFORE, AFTER, "why", "s1", "2026-11-25") == [older, *lines()]


def test_what_is_told_already_keeps_its_reason() -> None:
    told = [{**lines("updated")[0], "reason": "the office moved"}]
    brought = ledger.brought_up(told, BEFORE, AFTER, "another", "", "2026-11-26")
    assert brought[0] == told[0]
    assert [line["reason"] for line in brought[1:]] == ["another", "another"]


def test_a_line_whose_change_was_taken_back_goes() -> None:
    same = replace(BEFORE, version="1.1.0")
    assert ledger.brought_up(lines(), BEFORE, same, "why", "", "2026-11-25") == []


def test_versions_are_in_the_order_of_their_numbers(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("releases")
    for version in ("1.10.0", "1.2.0", "1.9.3"):
        (folder / f"{version}.zip").touch()
    assert ledger.versions(folder) == ["1.2.0", "1.9.3", "1.10.0"]


def test_each_line_says_why_in_a_sentence_of_its_own() -> None:
    """A reason is read where the line stands: what it says of a column, it does not say of a fact."""
    lines = ledger.read()
    assert all(line["reason"].endswith(".") and line["reason"][0].isupper() for line in lines)
    structure = {line["reason"] for line in lines if line["key"] == ledger.WHOLE}
    corrected = {line["reason"] for line in lines if line["kind"] in ("corrected", "updated")}
    assert structure.isdisjoint(corrected)
