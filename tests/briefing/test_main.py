"""The files of the briefing from the shell."""

from pathlib import Path

import pytest

from briefing import __main__ as command
from briefing.__main__ import main
from data.catalog import Catalog


def test_a_page_is_written_with_its_speakers_page_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    to = tmp_path / "brief.html"
    assert main(["page", "--country", "ken", "--lang", "es", "--speaker", "-o", str(to)]) == 0
    assert '<html lang="es">' in to.read_text("utf-8")
    assert "brief-speaker.html" in to.read_text("utf-8")
    assert '"shown": "brief.html"' in (tmp_path / "brief-speaker.html").read_text("utf-8")
    assert f"{to.stat().st_size:,} bytes" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--objective", "7"], "7"),
        (["--country", "XXX"], "XXX"),
        (["--region", "1", "--objective", "2"], "1"),
    ],
)
def test_what_is_not_there_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    to = tmp_path / "brief.pdf"
    assert main(["document", *arguments, "-o", str(to)]) == 2
    assert f"There is no {said} to choose" in capsys.readouterr().err
    assert not to.exists()


@pytest.mark.parametrize(("kind", "begins"), [("document", b"%PDF"), ("slides", b"PK"), ("pack", b"PK")])
def test_each_kind_of_file_is_written(tmp_path: Path, kind: str, begins: bytes) -> None:
    to = tmp_path / "made"
    assert main([kind, "--country", "KEN", "--paper", "a4", "-o", str(to)]) == 0
    assert to.read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("stated", "base"),
    [
        ("http://localhost:8777", "http://localhost:8777/"),
        ("https://host.example/team/briefing", "https://host.example/team/briefing/"),
        ("https://host.example/team/", "https://host.example/team/"),
        ("", ""),
    ],
)
def test_the_address_of_a_site_ends_with_a_slash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stated: str, base: str
) -> None:
    told = []

    def write(catalog: Catalog, folder: Path, base: str) -> int:
        told.append(base)
        return 0

    monkeypatch.setattr(command.site, "write", write)
    assert main(["site", "--base", stated, "-o", str(tmp_path)]) == 0
    assert told == [base]


@pytest.mark.parametrize(
    "stated", ["host.example", "ftp://host.example/", "https:///x", "http://[x/", "https://x/?a=1"]
)
def test_what_is_no_address_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], stated: str
) -> None:
    assert main(["site", "--base", stated, "-o", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"--base is no address such as https://briefing.example/: {stated}\n"
    assert list(tmp_path.iterdir()) == []
