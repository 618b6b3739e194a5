"""A release is checked, named, kept, and followed by the next version."""

import csv
import json
from pathlib import Path

import pytest

from data import ledger
from data.paths import LEDGER, PACKAGE, RELEASES
from data.publishing import NotReadyError, publish
from tests.package import part

REASON, DAY = "for the test", "2027-01-02"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A part of the package, released once as 1.0.0 and unchanged since, in a folder of its own."""
    (tmp_path / "data").mkdir()
    copied = part(tmp_path / "data", "source_derivations", "offices")
    (copied.parent / "releases").mkdir()
    described = json.loads(copied.read_text("utf-8"))
    copied.write_text(json.dumps(described | {"version": "1.0.0"}), "utf-8")
    ledger.write([], copied.parent / "ledger.csv")
    keep(copied, "1.0.0")
    return copied


def keep(package: Path, version: str) -> None:
    from data.catalog import build
    from data.packing import pack

    (package.parent / "releases" / f"{version}.zip").write_bytes(pack(build(package)))


def change(package: Path, city: str) -> None:
    file = package.parent / "tables" / "offices.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    rows[0]["city"] = city
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def tell(package: Path) -> None:
    """Write the lines that the ledger lacks."""
    from data.catalog import build

    folder = package.parent
    ledger.opened(package, folder / "releases")
    last = ledger.released(ledger.versions(folder / "releases")[-1], folder / "releases")
    now = ledger.state(build(package))
    lines = ledger.brought_up(ledger.read(folder / "ledger.csv"), last, now, REASON, "", DAY)
    ledger.write(lines, folder / "ledger.csv")
    ledger.dated(package, folder / "releases", lines)


def version(package: Path) -> str:
    return str(json.loads(package.read_text("utf-8"))["version"])


def test_a_change_after_a_release_opens_the_next_version(package: Path) -> None:
    tell(package)
    assert version(package) == "1.0.0"
    change(package, "Kabul, changed")
    tell(package)
    assert version(package) == "1.1.0"
    assert [line["version"] for line in ledger.read(package.parent / "ledger.csv")] == ["1.1.0"]


def test_until_it_is_released_a_version_is_of_the_day_of_its_last_change(package: Path) -> None:
    before = json.loads(package.read_text("utf-8"))["created"]
    tell(package)
    assert json.loads(package.read_text("utf-8"))["created"] == before
    change(package, "Kabul, changed")
    tell(package)
    assert json.loads(package.read_text("utf-8"))["created"] == f"{DAY}T00:00:00Z" != before


def test_the_package_is_cited_with_a_day_by_which_its_last_change_was_made() -> None:
    described = json.loads(PACKAGE.read_text("utf-8"))
    days = [line["date"] for line in ledger.read() if line["version"] == described["version"]]
    assert all(day <= described["created"][:10] for day in days)


def test_a_release_is_named_kept_and_cited(package: Path) -> None:
    change(package, "Kabul, changed")
    tell(package)
    release = publish("2.0.0", package)
    assert release == package.parent / "releases" / "2.0.0.zip"
    assert version(package) == "2.0.0"
    assert [line["version"] for line in ledger.read(package.parent / "ledger.csv")] == ["2.0.0"]
    assert 'version: "2.0.0"' in (package.parent.parent / "CITATION.cff").read_text("utf-8")
    kept = ledger.released("2.0.0", package.parent / "releases")
    assert kept.tables["offices"]["afg-kabul"]["city"] == "Kabul, changed"


def test_an_untold_change_is_not_released(package: Path) -> None:
    change(package, "Kabul, changed")
    ledger.opened(package, package.parent / "releases")
    with pytest.raises(NotReadyError, match="not told: offices, afg-kabul, city"):
        publish("1.1.0", package)
    assert not (package.parent / "releases" / "1.1.0.zip").exists()


@pytest.mark.parametrize("wrong", ["1.0.0", "0.9.0", "1.1", "", "v1.1.0", "1.1.0; rm -rf"])
def test_a_version_is_higher_than_the_last_and_a_version(package: Path, wrong: str) -> None:
    with pytest.raises(NotReadyError):
        publish(wrong, package)
    assert version(package) == "1.0.0"


def test_the_ledger_and_its_releases_lie_where_the_package_says() -> None:
    assert LEDGER.parent == RELEASES.parent == PACKAGE.parent
