"""The page of a record: it opens for every kind, and says what it rests on and how to cite it."""

import re
from collections.abc import Collection, Hashable
from functools import partial
from types import MappingProxyType
from urllib.parse import quote

import pandas as pd
import pytest

from components import contact
from data.catalog import Catalog, Library
from data.ledger import TABLE
from data.queries.records.address import KINDS, address
from data.queries.records.record import Record, record
from data.queries.records.ties import Tie, ties
from figures.language import Language
from figures.records import citing, wording
from tests.opened import html, opened, said

page = partial(opened, "record")


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_of_each_kind_opens_under_its_name(kind: str, catalog: Catalog, language: Language) -> None:
    frame = catalog[KINDS[kind].table]
    shown = record(catalog, address(kind, frame[KINDS[kind].key].iloc[len(frame) // 2]))
    at = page(id=shown.id)
    assert at.title[0].value.replace("\\", "") == wording.title(catalog, shown, language)
    text = said(at)
    assert f"?id={quote(shown.id)}&" in text
    for source_id in shown.source_ids[:3]:
        assert catalog.sources[source_id].url in text
    assert citing.citation(catalog, shown, "", language).rstrip("; ") in text


def test_every_record_can_be_told(catalog: Catalog, language: Language) -> None:
    """What the page of every record says, without the page: sentences, facts, ties, citation."""
    for kind, of in KINDS.items():
        for code in catalog[of.table][of.key]:
            shown = record(catalog, address(kind, code))
            assert wording.title(catalog, shown, language)
            for fact in wording.facts(catalog, shown, language):
                assert fact.value.strip()
                assert "_" not in fact.label
            for group in wording.groups(catalog, shown.id, language):
                assert all(told.words for told in group.ties)
            cited = citing.citation(catalog, shown, "http://x/record", language)
            assert catalog.package["version"] in cited
            assert cited.endswith("http://x/record")


def shape(shown: Record, tied: Collection[Tie]) -> Hashable:
    """Return what a record's page is laid out by: which cells are known, what stands beside, what it is tied to, and whether to much."""
    beside = frozenset(table for table, rows in shown.beside.items() if len(rows))
    return (
        frozenset(shown.row),
        beside,
        frozenset(tie.record.split(":")[0] for tie in tied),
        min(len(tied), 7),
        len(shown.source_ids) > 1,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_of_every_shape_opens(kind: str, catalog: Catalog) -> None:
    """One record of each shape: that every record can be told, whatever its cells hold, is tried above without the page."""
    codes = {}
    for code in catalog[KINDS[kind].table][KINDS[kind].key].astype(str):
        shown = record(catalog, address(kind, code))
        codes.setdefault(shape(shown, ties(catalog).get(shown.id, ())), code)
    walker = page()
    for code in codes.values():
        walker.query_params["id"] = address(kind, code)
        walker.run()
        assert not walker.exception, code
        assert f"?id={quote(address(kind, code))}&" in said(walker), code


def test_evidence_leads_on_to_the_records_of_its_sources(catalog: Catalog) -> None:
    shown = record(catalog, "event:ev-20230531-mananera")
    text = said(page(id=shown.id))
    for source_id in shown.source_ids:
        assert f"record?id=source%3A{source_id}" in text


def test_who_says_otherwise_stands_on_the_record() -> None:
    text = said(page(id="flow:f02"))
    assert "China has denied being the origin." in text
    assert "No point on which sources differ" in said(page(id="office:mex-tijuana"))


def test_a_tie_leads_to_the_record_at_its_other_end() -> None:
    assert any('<a href="record?id=country%3AMEX">Mexico</a>' in body for body in html(page(id="office:mex-tijuana")))


def test_a_record_leads_to_the_view_that_shows_it_among_others() -> None:
    (link,) = [
        one.proto for one in page(id="event:ev-20230531-mananera").main.get("page_link") if "See it" in one.proto.label
    ]
    assert link.page == "timeline"
    assert "timeline_event=ev-20230531-mananera" in link.query_string


@pytest.mark.parametrize("wrong", ["event:none", "x", "office:", "office:mex-tijuana ", "<script>", "a" * 10_000])
def test_an_unknown_address_is_said_and_leads_on(wrong: str) -> None:
    at = page(id=wrong)
    assert at.title[0].value == "No record has this address"
    assert [one.proto.page for one in at.main.get("page_link")][:2] == ["sources", "changes"]


def test_a_withdrawn_record_says_when_and_why(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    line = {
        "version": "1.1.0", "date": "2026-11-25", "table": "offices", "key": "mex-nowhere", "column": "",
        "before": '{"office_id": "mex-nowhere", "iso3": "MEX"}', "after": "", "kind": "withdrawn",
        "reason": "Its source names no office.", "source_id": "off-ice-tijuana-2015",
    }  # fmt: skip
    gone = Catalog(catalog.package, MappingProxyType({**catalog.tables, TABLE: pd.DataFrame([line], dtype="str")}))
    monkeypatch.setattr(Library, "current", lambda _self: gone)
    at = page(id="office:mex-nowhere")
    assert at.title[0].value == "Withdrawn on 25 November 2026"
    assert "Its source names no office." in said(at)
    assert catalog.sources["off-ice-tijuana-2015"].url in said(at)


@pytest.mark.parametrize(
    ("setting", "start"),
    [
        (
            "errors@example.org",
            "mailto:errors@example.org?subject=Correction%20of%20office%3Amex-tijuana&body=office%3Amex",
        ),
        (
            "https://example.org/new",
            "https://example.org/new?title=Correction%20of%20office%3Amex-tijuana&body=office%3A",
        ),
        ("https://example.org/new?a=b", "https://example.org/new?a=b&title=Correction"),
    ],
)
def test_a_correction_is_begun_with_the_record_in_it(setting: str, start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(contact.SETTING, setting)
    contact.link.cache_clear()
    try:
        text = said(page(id="office:mex-tijuana"))
    finally:
        contact.link.cache_clear()
    assert f"[write to us](<{start}" in text
    assert "%3Fid%3Doffice%253Amex-tijuana" in text


def test_a_table_leads_to_the_record_of_each_of_its_rows(catalog: Catalog) -> None:
    (shown,) = [body for body in html(opened("sources", sources_table="offices")) if "scrolls" in body]
    assert re.findall(r'<th scope="row"><a href="record\?id=office%3A([\w-]+)">', shown) == list(
        catalog["offices"]["office_id"]
    )
