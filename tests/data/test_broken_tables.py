"""Whatever is done to the tables under a running process, readers keep the last good ones, and the log says once what is wrong, and where."""

import json
import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep
from typing import NamedTuple

import pytest

from data import check
from data.library import Library
from tests.package import part

Break = Callable[[Path], object]


def table(package: Path, name: str = "offices") -> Path:
    return package.parent / "tables" / f"{name}.csv"


def swap(old: bytes, new: bytes, name: str = "offices") -> Break:
    """Put other bytes in the place of the first of some."""

    def done(package: Path) -> None:
        file = table(package, name)
        content = file.read_bytes()
        assert old in content
        file.write_bytes(content.replace(old, new, 1))

    return done


def rows(change: Callable[[list[str]], list[str]]) -> Break:
    """Change the lines of the table of offices; the first is its header."""

    def done(package: Path) -> None:
        file = table(package)
        file.write_text("\n".join([*change(file.read_text("utf-8").splitlines()), ""]), "utf-8")

    return done


def described(change: Callable[[dict[str, list[dict[str, str]]]], object]) -> Break:
    """Change what `datapackage.json` says."""

    def done(package: Path) -> None:
        said = json.loads(package.read_text("utf-8"))
        change(said)
        package.write_text(json.dumps(said), "utf-8")

    return done


def half(package: Path) -> None:
    content = table(package).read_bytes()
    table(package).write_bytes(content[: len(content) // 2])


def a_folder(package: Path) -> None:
    table(package).unlink()
    table(package).mkdir()


class Kind(NamedTuple):
    """A way to break the tables, and the words by which the log has to name the place."""

    how: Break
    told: tuple[str, ...]


KINDS = {
    "a file that is missing": Kind(lambda package: table(package).unlink(), ("offices.csv", "missing")),
    "a folder in the place of a file": Kind(a_folder, ("offices.csv", "cannot be read")),
    "an empty file": Kind(lambda package: table(package).write_bytes(b""), ("offices.csv", "empty")),
    "a table without a row": Kind(rows(lambda lines: lines[:1]), ("offices.csv", "no row")),
    "a file that is half written": Kind(half, ("offices.csv, row ", "breaks off")),
    "a column that is missing": Kind(
        rows(lambda lines: [line.partition(",")[2] for line in lines]), ("offices.csv, row 1, column office_id", "missing")
    ),
    "a column too many": Kind(
        rows(lambda lines: [f"{lines[0]},extra", *(f"{line},x" for line in lines[1:])]),
        ("offices.csv, row 1, column extra", "no such column"),
    ),
    "a column with another name": Kind(swap(b"city", b"town"), ("offices.csv, row 1", "column city", "column town")),
    "semicolons for commas": Kind(rows(lambda lines: [line.replace(",", ";") for line in lines]), ("offices.csv, row 1",)),
    "a date that is none": Kind(
        swap(b"2023-05-31,day", b"31 May,day", "events"), ("events.csv, row 36, column date: '31 May'",)
    ),
    "a day that never was": Kind(
        swap(b"2023-05-31,day", b"2023-02-30,day", "events"), ("events.csv, row 36, column date: '2023-02-30'", "no such day")
    ),
    "a number that is none": Kind(swap(b",32.5027,", b",north,"), ("offices.csv, row 44, column latitude: 'north'",)),
    "a code that nothing is known by": Kind(
        swap(b"mex-tijuana,Tijuana,MEX", b"mex-tijuana,Tijuana,XXX"), ("offices.csv, row 44, column iso3: 'XXX'", "countries")
    ),
    "a word that is not allowed": Kind(swap(b"attache", b"embassy"), ("offices.csv, row 3, column office_type: 'embassy'",)),
    "a key that is there twice": Kind(
        rows(lambda lines: [*lines[:2], *lines[1:]]), ("offices.csv, row 3, column office_id: 'afg-kabul'",)
    ),
    "another encoding": Kind(
        swap(b",Tijuana,", ",Tijuaná,".encode("latin-1")), (r"offices.csv, row 44", r"Tijuan\\xe1", "not UTF-8")
    ),
    "a NUL": Kind(swap(b",Tijuana,", b",Ti\0juana,"), (r"offices.csv, row 44, column city: 'Ti\x00juana'", "U+0000")),
    "a line break in a cell": Kind(
        swap(b",Tijuana,", b',"Ti\njuana",'), (r"offices.csv, row 44, column city: 'Ti\njuana'", "U+000A")
    ),
    "a row that is cut": Kind(
        rows(lambda lines: [lines[0], "afg-kabul,Kabul,AFG", *lines[2:]]), ("offices.csv, row 2, column level", "missing")
    ),
    "a row that is too long": Kind(
        rows(lambda lines: [lines[0], f"{lines[1]},more", *lines[2:]]), ("offices.csv, row 2: 'more'", "extra")
    ),
    "a place without its city": Kind(
        swap(b"mex-tijuana,Tijuana,", b"mex-tijuana,,"), ("offices.csv, row 44, column level: 'city'", "no city")
    ),
    "a cell of endless length": Kind(
        swap(b"mex-tijuana,Tijuana,MEX", b"mex-tijuana,Tijuana," + b"X" * 200_000), ("offices.csv, row 44, column iso3: 'XXX",)
    ),
    "a link of another scheme": Kind(
        swap(b"https://", b"file://", "sources"), ("sources.csv, row 2, column url: 'file://", "http or https")
    ),
    "a description that breaks off": Kind(
        lambda package: package.write_bytes(package.read_bytes()[:1000]), ("datapackage.json, row 1", "no JSON")
    ),
    "a folder in the place of the description": Kind(
        lambda package: (package.unlink(), package.mkdir()), ("datapackage.json", "cannot be read")
    ),
    "a description of nothing": Kind(lambda package: package.write_text("[]"), ("datapackage.json", "no tables")),
    "a table that is no longer described": Kind(
        described(lambda said: said["resources"].pop(0)), ("datapackage.json: 'offices'", "no longer described")
    ),
}  # fmt: skip


class Held(NamedTuple):
    """A library of a package that is broken and put right again, and a copy that is never touched."""

    library: Library
    package: Path
    whole: Path


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    whole = part(tmp_path_factory.mktemp("whole"), "offices", "events", "event_sources")
    package = tmp_path_factory.mktemp("held") / "package"
    shutil.copytree(whole.parent, package)
    library = Library(package / whole.name)
    library.current()
    return Held(library, package / whole.name, whole)


@pytest.fixture
def mended(held: Held) -> Iterator[Held]:
    yield held
    shutil.rmtree(held.package.parent)
    shutil.copytree(held.whole.parent, held.package.parent)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_broken_keeps_the_last_good_tables_and_is_told_once(
    mended: Held, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    library, package, _whole = mended
    good, since = library.current(), library.since
    KINDS[kind].how(package)
    caplog.clear()
    for _look in range(3):
        assert library.current() is good
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert [word for word in KINDS[kind].told if word not in record.message] == []
    assert "\n" not in record.message
    assert len(record.message) < 2_000
    assert str(package.parent) not in record.message
    assert library.fault
    assert library.fault.shown_since == since


def test_what_is_put_in_place_is_checked_before_as_it_is_after(
    mended: Held, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(mended.package.parent)
    monkeypatch.setattr(check, "PACKAGE", mended.whole)
    assert check.main([folder]) == 0
    assert "whole" in capsys.readouterr().out
    for name in ("a day that never was", "a code that nothing is known by", "a table that is no longer described"):
        KINDS[name].how(mended.package)
        assert check.main([folder]) == 1
        told = capsys.readouterr().out
        assert [word for word in KINDS[name].told if word not in told] == []
        shutil.rmtree(folder)
        shutil.copytree(mended.whole.parent, folder)


@pytest.mark.parametrize("named", ["datapackage.json", "nowhere"])
def test_what_is_no_folder_is_told_in_one_line(mended: Held, named: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main([str(mended.package.parent / named)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert f"{named}: no folder" in line


def test_a_mark_that_says_utf_8_is_no_fault(mended: Held) -> None:
    before = mended.library.current()
    table(mended.package).write_bytes(b"\xef\xbb\xbf" + table(mended.package).read_bytes())
    assert mended.library.current() is not before
    assert mended.library.fault is None


def test_the_same_fault_is_told_once_however_often_its_file_is_written(
    mended: Held, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    KINDS["a day that never was"].how(mended.package)
    mended.library.current()
    swap(b"\n", b"\r\n", "events")(mended.package)
    mended.library.current()
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    shutil.copy(table(mended.whole, "events"), table(mended.package, "events"))
    mended.library.current()
    assert mended.library.fault is None
    assert mended.library.last_fault
    assert [record.levelname for record in caplog.records] == ["ERROR", "INFO"]


def test_a_file_put_in_the_place_of_another_of_its_size_and_date_is_noticed(mended: Held) -> None:
    before = mended.library.current()
    beside = mended.package.with_name("beside")
    shutil.copy2(table(mended.package), beside)
    beside.write_bytes(beside.read_bytes().replace(b"Tijuana", b"Tijuano", 1))
    shutil.copystat(table(mended.package), beside)
    beside.replace(table(mended.package))
    assert "Tijuano" in set(mended.library.current()["offices"]["city"])
    assert mended.library.current() is not before


def test_files_are_looked_after_without_a_reader(mended: Held) -> None:
    library = Library(mended.package)
    before = library.current()
    with library.watched(every=0.02):
        table(mended.package).write_bytes(table(mended.package).read_bytes().replace(b"Tijuana", b"Tijuana (BC)", 1))
        while library.good is before:
            sleep(0.01)
        assert "Tijuana (BC)" in set(library.current()["offices"]["city"])
