"""A run waits for its turn; what it settles holds for this run, and for no callback and no later run."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError, Lock

import pytest

from components import run


def test_a_function_is_asked_once_a_run_and_anew_in_the_next() -> None:
    asked = []

    @run.once_a_run
    def same(number: int) -> int:
        asked.append(number)
        return number

    with run.begun():
        assert [same(1), same(1), same(2)] == [1, 1, 2]
    with run.begun():
        same(1)
    assert asked == [1, 2, 1]


def test_outside_of_a_run_nothing_is_kept_even_after_one_that_broke_off() -> None:
    asked = []

    @run.once_a_run
    def same() -> None:
        asked.append(1)

    def breaks_off() -> None:
        with run.begun():
            same()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        breaks_off()
    same()
    same()
    assert len(asked) == 3


def test_no_more_runs_compute_at_once_than_may_and_all_have_their_turn() -> None:
    lock, running, most, together = Lock(), [0], [0], Barrier(run.AT_ONCE)

    def one(_reader: int) -> None:
        with run.begun():
            with lock:
                running[0] += 1
                most[0] = max(most[0], running[0])
            try:
                together.wait(5)
            except BrokenBarrierError:
                pytest.fail("As many runs as may should compute at once")
            with lock:
                running[0] -= 1

    with ThreadPoolExecutor(6) as room:
        list(room.map(one, range(6)))
    assert most == [run.AT_ONCE]
