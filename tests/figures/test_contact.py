"""The address for errors: named by a setting, held against what a link may be."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from figures import contact

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    contact.link.cache_clear()
    yield
    contact.link.cache_clear()


@pytest.mark.parametrize("text", ["errors@example.org", "First.Last+errors@sub.example.co.uk"])
def test_an_e_mail_address_becomes_a_mail_link(text: str) -> None:
    assert contact.as_link(text) == f"mailto:{text}"


@pytest.mark.parametrize(
    "text", ["https://example.org", "https://example.org:8443/a/b?c=d&e=f#g", "https://localhost/issues"]
)
def test_an_https_address_stays_as_it_is(text: str) -> None:
    assert contact.as_link(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "http://example.org",
        "javascript:alert(1)",
        "https://",
        "https://user:secret@example.org",
        "https://example.org/<script>",
        "https://example.org/) [x](javascript:1",
        "https://example.org/\nx",
        "errors@example",
        "errors@example.org\n",
        "a b@example.org",
        "errors@example.org?bcc=all@example.org",
        "a" * 300 + "@example.org",
    ],
)
def test_anything_else_is_no_address(text: str) -> None:
    assert contact.as_link(text) == ""


def test_the_setting_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(contact.SETTING, " errors@example.org ")
    assert contact.link() == "mailto:errors@example.org"


def test_without_the_setting_there_is_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(contact.SETTING, raising=False)
    assert contact.link() == ""


def test_a_setting_that_is_no_address_is_logged_and_ignored(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(contact.SETTING, "call us")
    assert contact.link() == ""
    assert contact.SETTING in caplog.text
    assert "call us" in caplog.text


def test_the_setting_is_documented() -> None:
    assert f"`{contact.SETTING}`" in (ROOT / "README.md").read_text("utf-8")
