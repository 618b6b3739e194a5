"""What the code imports is declared, what is declared is used, and the locks hold what is declared."""

import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.test_layers import MAY_IMPORT, ROOT, imported, modules

OURS = {*MAY_IMPORT, "tests"}


def normal(name: str) -> str:
    """Return the name of a distribution in the one spelling that all of its spellings share: `resvg_py` → `resvg-py`."""
    return re.sub(r"[-_.]+", "-", name).lower()


DISTRIBUTIONS = {module: {normal(name) for name in names} for module, names in packages_distributions().items()}
"""Name of an import → the distributions that bring it: `PIL` → `pillow`."""


def pins(file: str) -> dict[str, str]:
    """Return distribution → version of the lines `name==version` and `name[extra]==version` of a file of requirements or a lock."""
    lines = re.findall(r"^([\w.-]+)(?:\[[\w,.-]+\])?==([^\s;]+)", (ROOT / file).read_text("utf-8"), re.MULTILINE)
    return {normal(name): version for name, version in lines}


def lacking(paths: list[Path], declared: set[str]) -> dict[str, set[str]]:
    """Return import → the files that import it, of all that is not in Python, not ours and not declared."""
    found: dict[str, set[str]] = {}
    for path in paths:
        for module in imported(path) - sys.stdlib_module_names - OURS:
            if not DISTRIBUTIONS.get(module, set()) & declared:
                found.setdefault(module, set()).add(str(path.relative_to(ROOT)))
    return found


RUNTIME, DEVELOP = pins("requirements.txt"), pins("requirements-dev.txt")

MAKERS = [path for _layer, path in modules() if path.name.startswith("make_")]
"""Scripts that a developer runs to make a file that the briefing ships with."""

SERVED = [path for _layer, path in modules() if path not in MAKERS]
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def test_what_the_briefing_imports_is_declared() -> None:
    assert lacking(SERVED, set(RUNTIME)) == {}


def test_what_tests_and_makers_import_is_declared() -> None:
    assert lacking([*TESTS, *MAKERS], {*RUNTIME, *DEVELOP}) == {}


CALLED = {
    "xlsxwriter": ("data/exports.py", 'engine="xlsxwriter"'),
    "orjson": ("figures/charts/template.py", "orjson"),  # Plotly writes JSON with it
    "psutil": ("api/worker.py", "LOKY_MAX_MEMORY_LEAK_SIZE"),  # with it loky takes the measure of processes
    "pytest-cov": ("Makefile", " --cov "),
    "pytest-xdist": ("Makefile", "--numprocesses"),
    "mutmut": ("tests/mutants.py", '"mutmut"'),
    "ruff": ("Makefile", "/ruff check"),
    "mypy": ("Makefile", "/mypy"),
    "uv": ("Makefile", "/uv pip compile"),
    "pip-audit": ("tests/audit.py", '"pip_audit"'),
}
"""What is used without being imported → a file that calls for it, and how."""


@pytest.mark.parametrize(
    ("name", "users"),
    [*((name, SERVED) for name in RUNTIME), *((name, [*TESTS, *MAKERS]) for name in DEVELOP)],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_declared_is_used(name: str, users: list[Path]) -> None:
    if name in CALLED:
        file, call = CALLED[name]
        assert call in (ROOT / file).read_text("utf-8")
    else:
        assert any(name in DISTRIBUTIONS.get(module, set()) for path in users for module in imported(path))


LOCKS = {"requirements.txt": "requirements.lock", "requirements-dev.txt": "requirements-dev.lock"}


@pytest.mark.parametrize(("asked", "lock"), LOCKS.items())
def test_a_lock_holds_what_is_asked_for_at_the_same_version(asked: str, lock: str) -> None:
    assert pins(asked).items() <= pins(lock).items(), "run `make lock`"


def test_developers_run_what_readers_are_served_with() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", LOCKS.values())
def test_every_file_that_a_lock_lets_in_is_known_by_its_hash(lock: str) -> None:
    entries = re.split(r"^(?=\w)", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(lock))
    assert [entry for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry)] == []
