"""What a reader downloads stays until the browser has fetched it, however many others read."""

from collections.abc import Callable

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from components import grace


class Clock:
    """A clock that stands until it is set on."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


class Keeper(MediaFileManager):
    """Streamlit's own, with files to look at."""

    def __init__(self) -> None:
        self.files = MemoryMediaFileStorage("/media")
        super().__init__(self.files)

    def offer(self, coordinates: str = "0.1") -> str:
        """Show a button, and return by what its file is known."""
        return self.add_deferred(lambda: b"rows", "text/csv", coordinates, "rows.csv")

    def holds(self, address: str) -> bool:
        """Say whether a browser would be given a file."""
        try:
            return bool(self.files.get_file(address.rpartition("/")[2]).content)
        except MediaFileStorageError:
            return False

    def makes(self, file: str) -> bool:
        """Say whether a click would give a file."""
        return file in self._deferred_callables


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keeper(clock: Clock) -> Keeper:
    """A keeper that is patient, and has just looked for what to take away."""
    made = Keeper()
    grace.grant(made, clock)
    made.remove_orphaned_files()
    return made


def ends(keeper: Keeper, runs: int = 5) -> None:
    for _ in range(runs):
        keeper.remove_orphaned_files()


def at_every_moment(clock: Clock, first: float, last: float, look: Callable[[], None]) -> None:
    """Let the clock go on in steps of a tenth of a second, and look at each."""
    for tenth in range(round((last - first) * 10)):
        clock.time = first + tenth / 10
        look()


@pytest.mark.parametrize("after", [0.0, 1.0, grace.SECONDS - 0.1, grace.SECONDS])
def test_a_file_outlives_the_runs_of_others_and_then_goes(keeper: Keeper, clock: Clock, after: float) -> None:
    clock.time += after
    file = keeper.execute_deferred(keeper.offer())
    made = clock.time

    def look() -> None:
        ends(keeper)
        assert keeper.holds(file), f"gone after {clock.time - made} s"

    at_every_moment(clock, made, made + grace.SECONDS, look)
    for _ in range(2):
        clock.time += grace.SECONDS
        ends(keeper)
    assert not keeper.holds(file)


@pytest.mark.parametrize("after", [0.0, 1.0, grace.SECONDS - 0.1, grace.SECONDS])
def test_a_button_on_screen_works_while_its_page_runs_anew(keeper: Keeper, clock: Clock, after: float) -> None:
    file = keeper.offer()
    clock.time += after
    keeper.clear_session_refs()
    begun = clock.time

    def look() -> None:
        ends(keeper)
        assert keeper.makes(file), f"gone after {clock.time - begun} s"

    at_every_moment(clock, begun, begun + grace.SECONDS, look)
    for _ in range(2):
        clock.time += grace.SECONDS
        ends(keeper)
    assert not keeper.makes(file)


def test_what_a_page_shows_stays_as_long_as_it_is_shown(keeper: Keeper, clock: Clock) -> None:
    file = keeper.offer()
    for _ in range(5):
        clock.time += grace.SECONDS
        ends(keeper)
    assert keeper.holds(keeper.execute_deferred(file))


def test_a_keeper_that_calls_things_otherwise_is_let_be() -> None:
    class Other:
        pass

    class Half:
        swept = 0

        def remove_orphaned_files(self) -> None:
            self.swept += 1

    other, half = Other(), Half()
    grace.grant(None)
    grace.grant(other)
    grace.grant(half)
    assert vars(other) == {}
    half.remove_orphaned_files()
    half.remove_orphaned_files()
    assert half.swept == 1
    assert not hasattr(half, grace.DROP)
