"""Publish a release: check the ledger, name the version, keep the package. A release never changes by a byte.

`python -m data.publishing 1.1.0`, or `make release VERSION=1.1.0`.
"""

import json
import sys
from pathlib import Path

from data import ledger
from data.catalog import build
from data.packing import citation, pack
from data.paths import PACKAGE


class NotReadyError(Exception):
    """The release cannot be made; the message says why, a line each."""


def publish(version: str, package: Path = PACKAGE) -> Path:
    """Write a version into the package, its ledger and `CITATION.cff`, keep the package as a release, and return where.

    Args:
        version: higher than any released before: `1.1.0`.
        package: path of the `datapackage.json`; ledger and releases lie beside it, and `CITATION.cff` above.

    Raises:
        NotReadyError: the version is none or too low, a change has no line in the ledger, or a line no change.
        DataError: the package is broken.
    """
    folder = package.parent
    releases, lines = folder / "releases", ledger.read(folder / "ledger.csv")
    if not ledger.is_version(version):
        raise NotReadyError(f"{version!r} is no version such as 1.1.0")
    last = ledger.versions(releases)[-1]
    if ledger.order(version) <= ledger.order(last):
        raise NotReadyError(f"{version} is not higher than {last}, the last release")
    if wrong := ledger.faults(ledger.released(last, releases), ledger.state(build(package)), lines):
        raise NotReadyError("\n".join(wrong))
    _name(version, package, lines)
    catalog = build(package)
    release = releases / f"{version}.zip"
    release.write_bytes(pack(catalog))
    (folder.parent / "CITATION.cff").write_text(citation(catalog.package), "utf-8")
    return release


def _name(version: str, package: Path, lines: list[dict[str, str]]) -> None:
    """Write the version into the package and into the lines of the ledger that were written for it."""
    described = json.loads(package.read_text("utf-8"))
    was = described["version"]
    described |= {"version": version, "created": f"{ledger.today()}T00:00:00Z"}
    package.write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", "utf-8")
    ledger.write(
        [line | {"version": version} if line["version"] == was else line for line in lines],
        package.parent / "ledger.csv",
    )


if __name__ == "__main__":
    try:
        print(publish(sys.argv[1]))
    except NotReadyError as error:
        sys.exit(str(error))
