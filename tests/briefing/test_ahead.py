"""What is made ahead is made once, whole or not at all, and what was made of old facts goes."""

from pathlib import Path

import pytest

from briefing import ahead
from data.catalog import Catalog
from figures.palette import Theme
from figures.take_away import offers
from figures.view import View
from tests.briefing.views import asked


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, catalog: Catalog) -> list[str]:
    """What was made, in its order."""
    told: list[str] = []

    def preview(kind: str, theme: str, view: object) -> bytes:
        told.append(f"{kind}-{theme}")
        return b"drawn"

    def whole(view: object) -> bytes:
        told.append("whole")
        return b"whole"

    monkeypatch.setattr(ahead, "build", lambda: catalog)
    monkeypatch.setattr(ahead, "_preview", preview)
    monkeypatch.setattr(ahead.making, "whole", whole)
    return told


def test_previews_come_first_and_nothing_is_made_twice(made: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "today"
    assert ahead.main(folder) == 0
    assert made[-2:] == ["whole", "whole"]
    assert len(made) == 2 * (2 * len(offers.PREVIEWED) + 1)
    assert {path.suffix for path in folder.rglob("*.*")} == {".png", ".html"}
    ahead.main(folder)
    assert len(made) == 2 * (2 * len(offers.PREVIEWED) + 1)


def test_what_cannot_be_made_stops_nothing_else_and_is_told(
    made: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    making, folder = ahead._preview, tmp_path / "today"

    def preview(kind: str, theme: Theme, view: View) -> bytes:
        if kind == "document":
            raise ValueError("more than 6 pages")
        return making(kind, theme, view)

    monkeypatch.setattr(ahead, "_preview", preview)
    assert ahead.main(folder) == 1
    assert len(made) == 2 * (2 * (len(offers.PREVIEWED) - 1) + 1)
    assert "es/document-dark.png could not be made" in caplog.text
    assert "more than 6 pages" in caplog.text
    monkeypatch.setattr(ahead, "_preview", making)
    assert ahead.main(folder) == 0


def test_what_was_made_of_facts_of_long_ago_goes(made: list[str], tmp_path: Path) -> None:
    for name in ("older", "old"):
        (tmp_path / name / "en").mkdir(parents=True)
    ahead.main(tmp_path / "today")
    assert len(list(tmp_path.iterdir())) == ahead.KEPT
    assert (tmp_path / "today").exists()


def test_a_preview_is_a_small_picture_in_the_theme(catalog: Catalog) -> None:
    view = asked(catalog, "no filter", "es")
    by_day, by_night = (ahead._preview("pack", theme, view) for theme in offers.THEMES)
    assert by_day[:8] == by_night[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(by_day[16:20]) == 640
    assert by_day != by_night
