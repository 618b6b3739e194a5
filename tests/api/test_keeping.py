"""Where nothing can be written, all that is served is made and answered all the same."""

import logging
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import brotli
import pytest

from api import keeping, taking
from api.ahead import Maker
from api.keeping import keep
from api.packed import BEST, Packed
from data import made as kept
from data.catalog import Catalog
from tests.briefing.views import asked

FULL = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
from api.ahead import Maker
from api.keeping import keep
folder = Path(sys.argv[1])
print(keep(folder / "short", b"x" * 64), keep(folder / "long", b"x" * 65), sorted(path.name for path in folder.iterdir()))
"""
"""In a process of its own, to which every file is a full disk from its 65th byte on."""


def test_on_a_full_disk_nothing_stands_in_part(tmp_path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "True False ['short']"
    assert ran.stderr.count("Nothing can be kept") == 1
    assert str(tmp_path) not in ran.stderr


@pytest.fixture
def no_folder(tmp_path: Path) -> Path:
    """A place below a file: no folder can be made there."""
    (tmp_path / "file").touch()
    return tmp_path / "file" / "folder"


def test_a_folder_that_takes_nothing_is_told_of_once(no_folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    keeping._tell.cache_clear()
    assert not keep(no_folder / "one", b"1")
    assert not keep(no_folder / "two", b"2")
    (record,) = caplog.records
    assert record.levelno == logging.WARNING


def test_a_script_is_pressed_and_given_though_it_cannot_be_kept(tmp_path: Path, no_folder: Path) -> None:
    script = tmp_path / "script.js"
    script.write_text("let it = 1;" * 1000)
    packed = Packed(script, no_folder)
    packed.press()
    assert packed.form("br") == brotli.compress(script.read_bytes(), quality=BEST)


def test_the_whole_presentation_is_given_though_it_cannot_be_kept(
    no_folder: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[list[str]] = []

    def run(command: list[str], **_: object) -> SimpleNamespace:
        made.append(command)
        return SimpleNamespace(stdout=b"<!doctype html>")

    monkeypatch.setattr(kept, "KEPT", no_folder)
    maker = Maker([sys.executable, "-c", "raise SystemExit(1)"])
    monkeypatch.setattr(taking, "maker", maker)
    monkeypatch.setattr(subprocess, "run", run)
    view = asked(catalog, "a country with one row", "es")
    for _ in range(2):
        assert taking._whole(view).status_code == 202
        assert maker._process
        maker._process.wait()
        assert taking._whole(view).body == b"<!doctype html>"
    assert len(made) == 2
    assert made[0][-2:] == ["-o", "-"]
