import gzip
from pathlib import Path

import brotli
import pytest

from api import packed
from api.packed import Packed

CONTENT = b"export const one = 1;\n" * 100


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "one.js"
    path.write_bytes(CONTENT)
    return path


def test_each_form_says_the_same(script: Path, kept: Path) -> None:
    file = Packed(script, kept)
    assert brotli.decompress(file.form("br")) == CONTENT
    assert gzip.decompress(file.form("gzip")) == CONTENT
    assert file.form("") == CONTENT


def test_a_form_is_made_once(script: Path, kept: Path) -> None:
    file = Packed(script, kept)
    assert file.ready("br") is None
    assert file.form("br") is file.form("br") is file.ready("br")


def test_fonts_and_pictures_are_left_as_they_are(tmp_path: Path, kept: Path) -> None:
    (tmp_path / "one.woff2").write_bytes(CONTENT)
    file = Packed(tmp_path / "one.woff2", kept)
    file.press()
    assert file.encodings == []
    assert not kept.exists()


def test_the_smallest_form_takes_the_place_of_the_quick_one(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "long.js"
    path.write_text(Path(packed.__file__).read_text("utf-8"), "utf-8")
    file = Packed(path, kept)
    quick = file.form("br")
    file.press()
    assert len(file.form("br")) < len(quick)
    assert brotli.decompress(file.form("br")) == path.read_bytes()


def test_the_next_start_finds_the_smallest_form(script: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Packed(script, kept).press()
    monkeypatch.setattr(packed.brotli, "compress", lambda *_, **__: pytest.fail("compressed again"))
    after = Packed(script, kept)
    after.press()
    assert brotli.decompress(after.form("br")) == CONTENT


def test_a_file_that_changed_is_compressed_anew(script: Path, kept: Path) -> None:
    Packed(script, kept).press()
    script.write_bytes(b"export const two = 2;")
    assert brotli.decompress(Packed(script, kept).form("br")) == b"export const two = 2;"


def test_where_nothing_can_be_kept_it_is_given_all_the_same(script: Path, kept: Path) -> None:
    kept.write_text("a file, where the folder should be", "utf-8")
    file = Packed(script, kept)
    file.press()
    assert brotli.decompress(file.form("br")) == CONTENT
