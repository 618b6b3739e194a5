"""Whoever passes the briefing on may: every package that it is served with has a licence that lets them, and is listed with it."""

import re

import pytest

from tests.licences import LIST, is_allowed, licence
from tests.test_requirements import pins

LOCKED = pins("requirements.lock")
LISTED = dict(re.findall(r"^\| ([\w-]+) \| (\S+ \| .+) \|$", LIST.read_text("utf-8"), re.MULTILINE))


def test_every_locked_package_is_listed_with_its_version_and_licence() -> None:
    LISTED.pop("package", None)
    assert {name: f"{version} | {licence(name)}" for name, version in LOCKED.items()} == LISTED, "run `make licences`"


@pytest.mark.parametrize("name", LOCKED)
def test_a_package_has_a_licence_that_is_allowed(name: str) -> None:
    assert is_allowed(licence(name)), licence(name)


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [("MIT", True), ("GPL-3.0-only", False), ("", False), ("MIT OR GPL-3.0-only", True), ("MIT AND GPL-3.0-only", False),
     ("MPL-2.0 AND (Apache-2.0 OR MIT)", True), ("MIT AND (GPL-2.0-only OR AGPL-3.0-only)", False)],
)  # fmt: skip
def test_of_two_licences_one_may_choose_and_of_both_none(expression: str, allowed: bool) -> None:
    assert is_allowed(expression) is allowed
