import pytest

from data.selection import Selection
from figures.view import View


@pytest.fixture
def asked(catalog, language):
    """Return a view of the page of events, with keys of its own as its link states them."""

    def asked(selection=Selection(), room=960, theme="light", **choices):  # noqa: B008
        stated = tuple((f"timeline_{name}", (value,)) for name, value in choices.items())
        return View(catalog, selection, language, theme, "timeline", stated, room=room)

    return asked
