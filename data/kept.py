"""A release as a catalog: the facts as they once were."""

import tempfile
import zipfile
from pathlib import Path

from data.catalog import Catalog, build
from data.ledger import versions
from data.once import once
from data.paths import RELEASES


@once(2)
def catalog_of(version: str) -> Catalog | None:
    """Return the catalog of a release; None where there is no such release.

    Raises:
        DataError: its package is not what today's code reads.
    """
    if version not in versions():
        return None
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(RELEASES / f"{version}.zip") as archive:
        archive.extractall(folder)
        return build(Path(folder) / "datapackage.json")
