"""Notes that fail when they lie: every key, page and make target is in its catalogue, and what a note names is there."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from components.navigation import ENTRIES, titles
from data import link
from tests.test_contract import CONFIG, options
from tests.test_layers import MAY_IMPORT

ROOT = Path(__file__).parent.parent
FILTERS = (ROOT / "docs" / "filters.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def documented_keys() -> set[str]:
    section = FILTERS.partition("## Keys")[2].partition("## What")[0]
    return {
        key
        for row in section.splitlines()
        if row.startswith("| `")
        for key in re.findall(r"`(\w+)`", row.split("|")[1])
    }


def test_every_key_of_a_link_is_documented() -> None:
    names = {name for key in (*link.SHARED, *link.PAGE_KEYS, link.FIND) for name in key.urls} | {"lang"}
    assert documented_keys() == names


@pytest.mark.parametrize("entry", ENTRIES[1:], ids=lambda entry: entry.name)
def test_every_page_says_what_narrows_its_figures(entry) -> None:
    title = titles()[entry.name]
    assert f"| {title} |" in FILTERS.partition("## What each key narrows")[2]
    assert f"**{title}**" in README


def test_the_two_commands_head_the_readme() -> None:
    head = README[:1200]
    assert head.index("make run") < head.index("make test")


def test_the_briefing_is_served_where_the_readme_says_and_nowhere_else() -> None:
    done = subprocess.run(
        ["make", "--dry-run", "--always-make", "run"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "http://localhost:8501" in README
    assert "--server.address localhost --server.port 8501 " in done.stdout


def test_help_lists_every_target_that_a_person_may_call() -> None:
    phony = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony
    told = subprocess.run(["make", "help"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for target in " ".join(phony).split():
        assert re.search(rf"^make {target} +\w", told, re.MULTILINE), target


def test_continuous_integration_calls_the_readmes_command() -> None:
    assert (ROOT / ".ci" / "run").read_text("utf-8").strip().endswith("make test")


SETTINGS = README + (ROOT / "docs" / "settings.md").read_text("utf-8")
CODE = [ROOT / "app.py", *(path for layer in MAY_IMPORT for path in sorted((ROOT / layer).rglob("*.py")))]


def set_by_environment() -> set[str]:
    """Return the variables that code reads: ours, however they are read, and any other that is asked for by its name."""
    text = "\n".join(
        path.read_text("utf-8")
        for path in (*CODE, ROOT / "tests" / "chromium.py", ROOT / "tests" / "hostile" / "conftest.py")
    )
    asked = re.findall(r"""(?:environ(?:\.get\(|\[)|getenv\()\s*["'](\w+)""", text)
    return {*re.findall(r"""["'](BRIEFING_[A-Z_]+)["']""", text), *asked}


@pytest.mark.parametrize("name", sorted(set_by_environment()))
def test_every_variable_that_code_reads_is_documented(name: str) -> None:
    assert re.search(rf"`{name}[`=]", SETTINGS)


def test_what_code_reads_is_found() -> None:
    assert {"BRIEFING_CONTACT", "BRIEFING_EMBED", "CHROMIUM"} <= set_by_environment()


@pytest.mark.parametrize("name", [*options(CONFIG)])
def test_every_option_of_streamlits_that_we_set_is_documented_with_why(name: str) -> None:
    assert re.search(rf"^\| `(?:{re.escape(name)}|{name.partition('.')[0]}\.\*)` \| [`\w]", SETTINGS, re.MULTILINE)


def test_no_option_is_documented_that_is_not_set() -> None:
    told = set(re.findall(r"^\| `([a-z]+\.\w+)`", SETTINGS, re.MULTILINE))
    assert told == {name for name in options(CONFIG) if not name.startswith("theme.")}


NOTES = sorted(
    path.relative_to(ROOT)
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "data/geo/README.md", *ROOT.glob("docs/**/*.md"))
)

LINK = re.compile(r"\]\(((?!http|#)[^)#]+)[^)]*\)|src=\"([^\"]+)\"")
"""A link or a picture of a note; where it leads is told from the folder of the note."""

FILE = re.compile(r"(?:[\w.*-]+/)*[\w.*-]+\.(?:cfg|css|csv|ini|js|json|lock|md|po|pot|py|toml|txt)|(?:[\w.-]+/)+")
"""What in `code` is a file or, with a slash at its end, a folder. `*` stands for any name, as a word in capitals does."""


NOT_OURS = {".git", *(line.strip("/") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines())}


def files() -> Iterator[str]:
    """Yield every file and folder of ours, folders with a slash at their end."""
    for top in (path for path in ROOT.iterdir() if path.name not in NOT_OURS):
        for path in (top, *top.rglob("*")):
            yield f"{path.relative_to(ROOT)}/" if path.is_dir() else str(path.relative_to(ROOT))


OURS = sorted(files())


def named(note: Path) -> set[str]:
    """Return the files and folders that a note names in `code`."""
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", (ROOT / note).read_text("utf-8"), flags=re.M | re.S))
    return {span for span in spans if FILE.fullmatch(span)}


def is_ours(name: str) -> bool:
    """Say whether a file or folder is there, from the root or, where only the end of its path is given, anywhere."""
    pattern = re.sub(r"(?<![A-Za-z])[A-Z]{2,}(?![A-Za-z])", "*", name) if name not in OURS else name
    return any(fnmatch(path, pattern) or fnmatch(path, f"*/{pattern}") for path in OURS)


@pytest.mark.parametrize(("note", "name"), [(note, name) for note in NOTES for name in sorted(named(note))], ids=str)
def test_every_file_that_a_note_names_is_there(note: Path, name: str) -> None:
    assert is_ours(name)


@pytest.mark.parametrize("note", NOTES, ids=str)
def test_every_link_of_a_note_leads_somewhere(note: Path) -> None:
    for link_, picture in LINK.findall((ROOT / note).read_text("utf-8")):
        assert (ROOT / note.parent / (link_ or picture)).exists(), link_ or picture


@pytest.mark.parametrize("note", NOTES, ids=str)
def test_every_command_that_a_note_gives_is_a_target(note: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    assert set(re.findall(r"(?:`|^ {4})make ([a-z-]+)", (ROOT / note).read_text("utf-8"), re.MULTILINE)) <= targets


def test_the_readmes_tree_holds_every_folder_and_every_room() -> None:
    tree = README.partition("```\n")[2].partition("```")[0]
    drawn = set(re.findall(r"^([a-z]+/)", tree, re.MULTILINE))
    assert drawn == {path for path in OURS if path.count("/") == 1 and path.endswith("/") and path[0] != "."}
    rooms = {path.parent.name for path in (ROOT / "figures").glob("*/__init__.py")}
    assert rooms <= set(re.findall(r"\w+", tree))


def test_every_decision_is_in_their_index() -> None:
    index = (ROOT / "docs" / "decisions" / "README.md").read_text("utf-8")
    decisions = {path.name for path in (ROOT / "docs" / "decisions").glob("*.md")} - {"README.md"}
    assert set(re.findall(r"\]\(([^)]+)\)", index)) == decisions


def test_the_changelog_ends_with_what_the_project_says_it_is() -> None:
    numbers = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert numbers[0] == "Unreleased"
    assert numbers[1] == tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
