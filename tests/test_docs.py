"""Notes that fail when they lie: every key, page and make target is in its catalogue."""

import re
from pathlib import Path

import pytest

from components.navigation import ENTRIES, titles
from data import link

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


def test_help_lists_every_target_that_a_person_may_call() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony
    for target in phony[1].split():
        assert re.search(rf"^{target}:.*## ", MAKEFILE, re.MULTILINE), target


def test_continuous_integration_calls_the_readmes_command() -> None:
    assert (ROOT / ".ci" / "run").read_text("utf-8").strip().endswith("make test")


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(((?!http)[^)]+)\)", README))))
def test_links_of_the_readme_lead_somewhere(path: str) -> None:
    assert (ROOT / path).exists()
