"""What a run settles holds for this run, and for no callback and no later run."""

from collections.abc import Iterator

import pytest

from components import run


@pytest.fixture(autouse=True)
def no_run() -> Iterator[None]:
    run.forget()
    yield
    run.forget()


def test_a_function_is_asked_once_a_run_and_anew_in_the_next() -> None:
    asked = []

    @run.once_a_run
    def same(number: int) -> int:
        asked.append(number)
        return number

    run.begin()
    assert [same(1), same(1), same(2)] == [1, 1, 2]
    run.begin()
    same(1)
    assert asked == [1, 2, 1]


def test_outside_of_a_run_nothing_is_kept() -> None:
    asked = []

    @run.once_a_run
    def same() -> None:
        asked.append(1)

    run.begin()
    same()
    run.forget()
    same()
    same()
    assert len(asked) == 3
