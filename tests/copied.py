"""The briefing in a folder of its own, for a test to change its tables while it is served."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent

OWN = ("tables", "datapackage.json", "ledger.csv")
"""What of `data/` is copied; all else is a link to the one there is."""

LEFT = (".git", ".venv", ".cache", "data", "tests")


def copied(folder: Path) -> Path:
    """Lay out the briefing in a folder, with tables of its own and nothing kept from earlier starts, and return the folder."""
    for path in ROOT.iterdir():
        if path.name not in LEFT:
            (folder / path.name).symlink_to(path)
    (folder / "data").mkdir()
    for path in (ROOT / "data").iterdir():
        if path.name not in OWN:
            (folder / "data" / path.name).symlink_to(path)
        elif path.is_dir():
            shutil.copytree(path, folder / "data" / path.name)
        else:
            shutil.copy(path, folder / "data" / path.name)
    return folder
