"""What may be stated by environment is read as it is meant, or refused by name."""

from collections.abc import Iterator
from ipaddress import ip_network

import pytest

from data import settings

READ = {
    settings.METRICS: settings.watchers,
    settings.LOG: settings.log_format,
    settings.DRAIN: settings.drain,
    settings.SESSIONS: settings.sessions,
    settings.HSTS: settings.https_alone,
    settings.EMBEDDERS: settings.embedders,
}


@pytest.fixture(autouse=True)
def nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, read in READ.items():
        monkeypatch.delenv(name, raising=False)
        read.cache_clear()
    yield
    for read in READ.values():
        read.cache_clear()


def test_nothing_needs_to_be_stated() -> None:
    assert {name: read() for name, read in READ.items()} == {
        settings.METRICS: None,
        settings.LOG: "text",
        settings.DRAIN: 0,
        settings.SESSIONS: settings.MOST_SESSIONS,
        settings.HSTS: 0,
        settings.EMBEDDERS: (),
    }


@pytest.mark.parametrize(
    ("name", "stated", "meant"),
    [
        (settings.METRICS, "10.0.0.0/8 ::1", (ip_network("10.0.0.0/8"), ip_network("::1"))),
        (settings.METRICS, "", ()),
        (settings.LOG, "json", "json"),
        (settings.DRAIN, "2.5", 2.5),
    ],
)
def test_what_is_stated_holds(monkeypatch: pytest.MonkeyPatch, name: str, stated: str, meant: object) -> None:
    monkeypatch.setenv(name, stated)
    assert READ[name]() == meant


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        (settings.METRICS, "everybody"),
        (settings.METRICS, "10.0.0.1/8"),
        (settings.LOG, "xml"),
        (settings.DRAIN, "-1"),
        (settings.DRAIN, "soon"),
        (settings.DRAIN, "nan"),
        (settings.DRAIN, "301"),
        (settings.SESSIONS, "0"),
        (settings.HSTS, "1y"),
        (settings.EMBEDDERS, "foo"),
    ],
)
def test_what_means_nothing_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, name: str, stated: str) -> None:
    monkeypatch.setenv(name, stated)
    with pytest.raises(ValueError, match=name):
        READ[name]()
    with pytest.raises(ValueError, match=name):
        settings.check()
