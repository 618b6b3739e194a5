"""The feeds keep to Atom (RFC 4287), whatever the facts hold."""

from xml.etree import ElementTree as ET

import pytest

from data import feeds
from data.catalog import Catalog
from data.feeds import Entry

NAMES = {"a": feeds.NAMESPACE}
ENTRY = Entry("http://x/changes#1", "1 correction: a < b", "“1” → “2” & more", "2026-11-25", "http://x/record?id=a")


def parsed(*entries: Entry) -> ET.Element:
    return ET.fromstring(
        feeds.atom("T", "We", "http://x/feeds/changes.atom", "http://x/changes", "en", "2026-11-25", entries)
    )


def test_a_feed_and_its_entries_have_what_atom_demands() -> None:
    feed = parsed(ENTRY)
    for element in (feed, *feed.findall("a:entry", NAMES)):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"a:{name}", NAMES)) == 1
    assert feed.findtext("a:author/a:name", "", NAMES) == "We"
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", NAMES)}
    assert links == {"self": "http://x/feeds/changes.atom", "alternate": "http://x/changes"}


def test_an_entry_says_what_it_was_given() -> None:
    entry = parsed(ENTRY).find("a:entry", NAMES)
    assert entry.findtext("a:title", "", NAMES) == "1 correction: a < b"
    assert entry.findtext("a:content", "", NAMES) == "“1” → “2” & more"
    assert entry.findtext("a:updated", "", NAMES) == "2026-11-25T00:00:00Z"


def test_what_xml_may_not_hold_is_left_out() -> None:
    assert parsed(ENTRY._replace(text="a\x00b\x0bc")).findtext("a:entry/a:content", "", NAMES) == "a b c"


def test_no_more_than_the_newest_are_sent() -> None:
    many = [ENTRY._replace(id=str(n)) for n in range(feeds.MOST + 5)]
    ids = [one.text for one in parsed(*many).findall("a:entry/a:id", NAMES)]
    assert ids == [str(n) for n in range(feeds.MOST)]


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("changes.atom", ("", "")),
        ("objective-3.atom", ("objective", "3")),
        ("country-MEX.atom", ("country", "MEX")),
        ("region-419.atom", ("region", "419")),
        ("objective-5.atom", None),
        ("region-061.atom", None),
        ("country-XXX.atom", None),
        ("source-seed-cartelinsider.atom", None),
        ("country-MEX", None),
        ("../changes.atom", None),
        ("", None),
    ],
)
def test_a_feed_is_known_by_its_name(catalog: Catalog, name: str, of: tuple[str, str] | None) -> None:
    assert feeds.chosen(catalog, name) == of
    if of:
        assert feeds.path(*of) == f"feeds/{name}"
