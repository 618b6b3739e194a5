"""The licences of all that readers are served with: `make licences` writes docs/licences.md from what each package says of itself."""

import sys
from importlib.metadata import PackageNotFoundError, metadata

from tests.test_requirements import ROOT, pins

LIST = ROOT / "docs" / "licences.md"

HEAD = """# Licences of what the briefing is served with

Every package in `requirements.lock`, with the licence that it states itself, by its name in the [SPDX list](https://spdx.org/licenses/).
`make licences` writes this page; `tests/test_licences.py` holds it against the lock, and each licence against those that let anybody
use, change and pass on the briefing with it. Our own, and those of data, fonts and icons, are at the end of the `README.md`.

| package | version | licence |
|---|---|---|
"""

SPDX = {
    "BSD": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD-2-Clause License": "BSD-2-Clause",
    "MIT License": "MIT",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "ISC License": "ISC",
}
"""What packages wrote before there were fixed names → the name."""

READ = {
    "altair": "BSD-3-Clause",
    "isodate": "BSD-3-Clause",
    "loky": "BSD-3-Clause",
    "resvg-py": "MIT",
    "text-unidecode": "Artistic-1.0-Perl OR GPL-2.0-or-later",
}
"""What does not say its licence by a name, or by one that several have → what the text of its licence says, read by hand."""

ELSEWHERE = {"colorama": "BSD-3-Clause"}
"""What is installed on another system than the one that this runs on (Windows)."""

ALLOWED = {
    "0BSD", "Apache-2.0", "Artistic-1.0-Perl", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-CMU", "MPL-2.0", "PSF-2.0",
    "Zlib",
}  # fmt: skip
"""Licences that ask of whoever passes the briefing on no more than their text, or (MPL) the source of their own files if changed."""


def licence(name: str) -> str:
    """Return the licence of a package by its SPDX name; empty where it states none."""
    if name in READ:
        return READ[name]
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ELSEWHERE.get(name, "")
    classified = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if line.startswith("License")]
    stated = told.get("License-Expression") or told.get("License") or next(iter(classified), "")
    return SPDX.get(stated, stated)


def is_allowed(expression: str) -> bool:
    """Tell whether one may keep to an SPDX expression with allowed licences: of what OR joins one will do, of what AND joins all."""
    choices = [choice.strip(" ()") for choice in expression.split(" OR ")]
    if " AND " in expression and len(choices) > 1:
        # As in `MPL-2.0 AND (Apache-2.0 OR MIT)`: stricter than need be, all of them.
        choices = [expression.replace(" OR ", " AND ").replace("(", "").replace(")", "")]
    return any(all(one in ALLOWED for one in choice.split(" AND ")) for choice in choices)


def page() -> str:
    """Return the page."""
    rows = (
        f"| {name} | {version} | {licence(name)} |\n" for name, version in sorted(pins("requirements.lock").items())
    )
    return HEAD + "".join(rows)


if __name__ == "__main__":
    LIST.write_text(page(), "utf-8")
    sys.stdout.write(f"{LIST.relative_to(ROOT)}\n")
