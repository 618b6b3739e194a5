"""The audit fails on what is known to be vulnerable, and says so where it could ask nobody."""

import json

import pytest

from tests.audit import told

SOUND = {"name": "sound", "version": "1.0", "vulns": []}
HURT = {
    "name": "hurt",
    "version": "2.0",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1"]}, {"id": "PYSEC-2", "fix_versions": []}],
}
UNKNOWN = {"name": "unknown", "skip_reason": "Dependency not found on PyPI"}


@pytest.mark.parametrize(
    ("dependencies", "code", "words"),
    [
        ([SOUND], 0, "1 packages audited, 0 vulnerabilities known."),
        (
            [SOUND, HURT],
            1,
            "hurt 2.0: PYSEC-1, mended in 2.1\nhurt 2.0: PYSEC-2, mended in no version yet\n2 packages audited",
        ),
        ([SOUND, UNKNOWN], 0, "Not asked about: unknown."),
        ([UNKNOWN, UNKNOWN], 0, "NOT AUDITED: whoever answered knows none of the 2 packages"),
        ([], 0, "NOT AUDITED"),
    ],
)
def test_what_is_known_is_named_and_fails(dependencies: list[object], code: int, words: str) -> None:
    found = told(json.dumps({"dependencies": dependencies, "fixes": []}))
    assert found[0] == code
    assert words in found[1]


@pytest.mark.parametrize("said", ["", "Traceback (most recent call last):", "[]"])
def test_where_nobody_can_be_asked_it_says_so(said: str) -> None:
    assert told(said)[0] == 0
    assert "could not be asked" in told(said)[1]
