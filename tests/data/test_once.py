"""An answer is made once for all who ask the same, whoever asks first, and never for others."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pandas as pd
import pytest

from data.once import once
from data.selection import Selection


def test_an_answer_is_made_once_and_another_for_other_arguments() -> None:
    asked = []

    @once(8)
    def twice(number: int, more: int = 0) -> int:
        asked.append(number)
        return 2 * number + more

    assert [twice(1), twice(1), twice(2), twice(1, more=1)] == [2, 2, 4, 3]
    assert asked == [1, 2, 1]


def test_a_room_that_asks_at_once_waits_for_one_answer() -> None:
    made, at_work, go_on = [], threading.Event(), threading.Event()

    @once(8)
    def slow(name: str) -> str:
        made.append(name)
        at_work.set()
        assert go_on.wait(10)
        return name.upper()

    with ThreadPoolExecutor(6) as room:
        answers = [room.submit(slow, "a") for _ in range(6)]
        assert at_work.wait(10)
        go_on.set()
        assert [answer.result(10) for answer in answers] == ["A"] * 6
    assert made == ["a"]


def test_a_frame_is_known_by_itself_and_not_by_its_content() -> None:
    @once(8)
    def rows(frame: pd.DataFrame) -> list[int]:
        return [len(frame)]

    one, equal = pd.DataFrame({"a": [1]}), pd.DataFrame({"a": [1]})
    assert rows(one) is rows(one)
    assert rows(one) is not rows(equal)


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    asked = []

    @once(2)
    def same(number: int) -> int:
        asked.append(number)
        return number

    for number in (1, 2, 1, 3, 1, 2):
        same(number)
    assert asked == [1, 2, 3, 2]
    assert len(same) == 2


def test_an_error_is_told_and_not_kept() -> None:
    trials = iter([ValueError("not yet"), None])

    @once(8)
    def trying() -> str:
        if error := next(trials):
            raise error
        return "done"

    with pytest.raises(ValueError, match="not yet"):
        trying()
    assert trying() == "done"


def test_what_would_never_be_met_again_is_refused() -> None:
    @once(8)
    def count(of: object) -> int:
        return len(list(of))

    with pytest.raises(TypeError):
        count([1, 2])


def test_filters_on_which_an_answer_does_not_depend_are_lifted_before_it_is_made() -> None:
    seen = []

    @once(8, by=("countries",))
    def places(selection: Selection) -> tuple[str, ...]:
        seen.append(selection)
        return selection.countries

    mexico = Selection(countries=("MEX",))
    for selection in (mexico, replace(mexico, objectives=(3,)), replace(mexico, first_year=2022)):
        assert places(selection=selection) == ("MEX",)
        assert places(selection) == ("MEX",)
    assert seen == [mexico, mexico]
