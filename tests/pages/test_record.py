"""The page of a record: it opens for every kind, and says what it rests on and how to cite it."""

import re
from collections.abc import Collection, Hashable
from functools import partial
from html import unescape
from types import MappingProxyType
from urllib.parse import quote

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import Catalog
from data.ledger import TABLE
from data.library import Library
from data.queries.records.address import KINDS, address
from data.queries.records.record import Record, record
from data.queries.records.ties import Tie, ties
from figures import contact
from figures.language import Language
from figures.records import citing, evidence, wording
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
    linked = f"{text}{unescape(' '.join(html(at)))}"
    for source_id in shown.source_ids[:3]:
        assert catalog.sources[source_id].url in linked
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
    text = " ".join(html(page(id=shown.id)))
    for source_id in shown.source_ids:
        assert f"record?id=source%3A{source_id}" in text


def table_of(at: AppTest) -> str:
    (shown,) = [body for body in html(at) if 'class="rows evidence"' in body]
    return shown


def evidence_of(at: AppTest) -> list[list[str]]:
    """Return the table of evidence as it is read, its head first."""
    rows = re.findall(r"<tr>(.*?)</tr>", table_of(at))
    return [
        [unescape(re.sub(r"<[^>]+>", " ", cell)).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in rows
    ]


def test_evidence_is_a_table_the_newest_first() -> None:
    at = page(id="office:deu-frankfurt")
    head, *rows = evidence_of(at)
    assert head == ["Date", "What it shows", "Strength", "Source"]
    assert [row[0] for row in rows] == ["12 February 2026", "31 October 2023", "13 September 2012 inferred"]
    assert [row[2] for row in rows] == ["Moderate", "Strong", "Not graded"]
    told = [re.findall(r"<td[^>]*>(.*?)</td>", row)[1] for row in re.findall(r"<tr>(.*?)</tr>", table_of(at))[1:]]
    assert told[0].startswith("Shows an office<small>")
    assert told[2].startswith("An archived agency page"), "its name stands before nothing"
    assert evidence_of(page(id="event:ev-20230531-mananera"))[0] == ["Date", "Source"], "no column stands empty"


def test_evidence_has_the_width_of_the_page_and_ties_alone_stand_beside_a_map() -> None:
    def beside(of: str) -> list[str]:
        return [header.value for column in page(id=of).main.columns for header in column.header]

    assert "Evidence" not in beside("office:deu-frankfurt")
    assert "Tied to" in beside("country:MEX")


def test_citations_of_every_record_are_in_order(catalog: Catalog, language: Language) -> None:
    for kind, of in KINDS.items():
        for code in catalog[of.table][of.key]:
            shown = record(catalog, address(kind, code))
            found = evidence.citations(catalog, shown, language)
            days = [one.day for one in found]
            assert days == sorted(days, reverse=True)
            assert sorted(one.source_id for one in found) == sorted(shown.evidence["source_id"])


def test_strength_names_its_day_where_it_is_not_that_of_the_title(catalog: Catalog, language: Language) -> None:
    for code in catalog["offices"]["office_id"]:
        shown = record(catalog, address("office", code))
        graded = [
            one.day
            for one in evidence.citations(catalog, shown, language)
            if one.strength and one.strength.lower() == shown.row.get("strength")
        ]
        said_ = wording.graded(shown, language)
        dated = language.date(shown.row.get("strength_date", ""))
        assert not shown.row.get("strength") or shown.row.get("strength_date", "") in graded
        assert said_.endswith(f", of {dated}") == (
            bool(shown.row.get("strength")) and shown.row.get("strength_date") != shown.row.get("evidence_date")
        )
    frankfurt = record(catalog, "office:deu-frankfurt")
    assert wording.graded(frankfurt, language) == "Strong evidence, of 31 October 2023"


@pytest.mark.parametrize(
    ("shown", "key"),
    [("office:mex-tijuana", "mex"), ("country:CHN", "chn"), ("country:USA", "usa"), ("event:ev-20230531-mananera", "")],
)
def test_a_place_and_a_country_are_seen_on_a_map(shown: str, key: str) -> None:
    at = page(id=shown)
    maps = [one.proto.anchor for one in at.header if one.proto.anchor.startswith("country-map")]
    assert maps == ([f"country-map-{key}"] if key else [])
    assert any("data:image/svg" in body or "<svg" in body for body in html(at)) == bool(key)


def test_who_says_otherwise_stands_on_the_record() -> None:
    text = said(page(id="flow:f02"))
    assert "China has denied being the origin." in text


def test_a_total_of_offices_stands_beside_those_of_other_dates() -> None:
    assert "73 offices in 47 countries (2013)." in said(page(id="total:offices-2023-09-19"))


def test_what_is_not_found_of_a_record_takes_one_line(catalog: Catalog) -> None:
    at = page(id="office:mex-tijuana")
    (told,) = [one.value for one in at.caption if "No point on which sources differ" in one.value]
    assert told.endswith("It has not changed since version 1.0.0.")
    assert not {"Who says otherwise", "Its changes"} & {one.value for one in at.header}
    assert "Evidence" not in {one.value for one in page(id="country:MEX").header}
    known = {anchor for one in page(id="contradiction:x15").header if (anchor := one.proto.anchor)}
    assert {"changes", "ties"} <= known


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
    assert f'href="{catalog.sources["off-ice-tijuana-2015"].url}"' in "".join(html(at))


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
