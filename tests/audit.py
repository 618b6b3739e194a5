"""Known vulnerabilities of all that is installed: `make audit` asks PyPI's database by pip-audit, and fails where it names one.

It is no part of `make test`: what is known changes with the days and not with a commit, and a test of a commit says the same tomorrow
and without a network. `.ci/audit` runs it, every night and before a release. Where nobody can be asked it says so, and does not fail:
not to know is no finding.
"""

import json
import subprocess
import sys
from typing import Any

from tests.test_requirements import ROOT

LOCK = "requirements-dev.lock"
"""It holds all that readers are served with too."""

PATIENCE = 600
"""Seconds: each package is a question of its own."""


def told(said: str) -> tuple[int, str]:
    """Return the exit code, and in words what pip-audit's JSON says.

    Args:
        said: what it printed; without any JSON in it, nobody could be asked.
    """
    try:
        asked: list[dict[str, Any]] = json.loads(said)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return (
            0,
            "NOT AUDITED: the database of vulnerabilities could not be asked. Run `make audit` where there is a network.",
        )
    known = [one for one in asked if "skip_reason" not in one]
    if not known:
        return (
            0,
            f"NOT AUDITED: whoever answered knows none of the {len(asked)} packages. Run `make audit` where PyPI itself answers.",
        )
    lines = [
        f"{one['name']} {one['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'no version yet'}"
        for one in known
        for fault in one["vulns"]
    ]
    unknown = [one["name"] for one in asked if "skip_reason" in one]
    left = f" Not asked about: {', '.join(unknown)}." if unknown else ""
    return int(bool(lines)), "\n".join(
        [*lines, f"{len(known)} packages audited, {len(lines)} vulnerabilities known.{left}"]
    )


def main() -> int:
    """Ask, print what was said, and return the exit code."""
    command = [
        "-m",
        "pip_audit",
        "--disable-pip",
        "--require-hashes",
        "-r",
        LOCK,
        "-f",
        "json",
        "--progress-spinner",
        "off",
    ]
    try:
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        said = done.stdout
    except subprocess.TimeoutExpired:
        said = ""
    code, words = told(said)
    sys.stdout.write(f"{words}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
