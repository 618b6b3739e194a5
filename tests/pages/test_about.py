"""The page About: what it says of itself, of its evidence and of what sources say differently."""

import re
from collections.abc import Iterator
from functools import partial
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import Catalog
from data.queries.sources.contradictions import PARTS, contradictions
from figures import contact
from figures.language import language
from tests import known_offices
from tests.opened import html, opened, said, texts

page = partial(opened, "about")


def parts(at: AppTest) -> dict[str, tuple[bool, list[str]]]:
    """Part of the contradictions → whether it stands open, and its points, each as its HTML."""
    (body,) = [body for body in html(at) if 'class="part"' in body]
    found = re.findall(
        r'<details class="part"( open)?><summary>(.*?) · \d+ points?</summary>(.*?)(?=<details class="part"|$)', body
    )
    return {name: (bool(is_open), points.split("<details>")[1:]) for is_open, name, points in found}


NAMES = dict(zip(PARTS, ("Ríodoce article", "Between other sources", "Update of 2026"), strict=True))


@pytest.fixture(scope="module")
def about() -> AppTest:
    return page()


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    contact.link.cache_clear()
    yield monkeypatch
    contact.link.cache_clear()


def test_the_title_says_more_than_about(about: AppTest) -> None:
    (title,) = about.main.title
    assert "Independent of any government" in title.value
    assert any(character.isdigit() for character in title.value)


def test_it_says_that_the_document_was_not_read_and_cites_accounts(about: AppTest, catalog: Catalog) -> None:
    text = said(about)
    assert "The official PDF of the strategy was not read" in text
    for source in ("seed-cartelinsider", "str-wellnews-20230919", "str-hsdl-strategy"):
        assert f'href="{catalog.sources[source].url}"' in "".join(html(about))


def test_the_grades_of_places_are_counted_from_the_table(about: AppTest, catalog: Catalog) -> None:
    rows, text = known_offices.offices(), said(about)
    for column, words in {
        "strength": {"strong": "strong", "moderate": "moderate", "weak": "weak"},
        "source_type": {"official_page": "official page", "agency_release": "agency release", "press": "press report"},
        "evidence_period": {"after_strategy": "after the strategy", "before_2019": "before 2019", "undated": "undated"},
    }.items():
        counts = rows[column].value_counts()
        for code, word in words.items():
            assert f"{counts[code]} {word}" in text


def test_every_link_of_its_contents_leads_to_a_heading(about: AppTest) -> None:
    contents = next(element.value for element in about.main.markdown if element.value.startswith("[What"))
    anchors = {part.split(")")[0] for part in contents.split("(#")[1:]}
    assert anchors == {header.proto.anchor for header in about.main.header}


def test_crimea_and_the_points_are_told(about: AppTest, catalog: Catalog) -> None:
    rows, text = catalog["countries"], said(about)
    assert "Crimea with Russia" in text
    assert "not a statement of this briefing" in text
    for name in rows.loc[rows["point_only"], "name"]:
        assert name in text


def test_the_citation_names_maker_version_dates_and_the_address_of_the_briefing(catalog: Catalog) -> None:
    citation = next(
        code.value for code in page(lang="en", country="MEX").main.code if "strategy briefing" in code.value
    )
    assert citation.startswith("The briefing's own team. ")
    day = language("en").date(catalog.package["created"][:10])
    assert f"data version {catalog.package['version']} of {day}, facts as of 24 November 2026. " in citation
    assert re.search(r"\(read on \d+ \w+ \d{4}\)\.$", citation)
    assert not re.search(r"about|lang=|country", citation)


@pytest.mark.parametrize("part", PARTS)
def test_every_contradiction_stands_with_all_its_readings(part: str, catalog: Catalog) -> None:
    is_open, shown = parts(page(about_part=part))[NAMES[part]]
    ours = [one for one in contradictions(catalog) if one.part == part]
    assert is_open, "the part that the link names stands open"
    assert len(shown) == len(ours)
    for entry, one in zip(map(unescape, shown), ours, strict=True):
        assert entry.startswith(f"<summary><b>{one.title}</b>")
        for reading in one.readings:
            assert reading.claim in entry
            for source in reading.source_ids:
                assert catalog.sources[source].url in entry
        kinds = {"scope": "Different scope or date", "wording": "Told differently", "corrected": "Corrected here"}
        assert f"<small>{kinds.get(one.difference, 'Settled' if one.resolved else 'Open')}</small>" in entry
        assert one.followed in entry
        assert one.note in entry
        assert f"id=contradiction%3A{one.contradiction_id}" in entry


def test_what_is_not_known_comes_first_and_contradictions_before_the_method(about: AppTest) -> None:
    titles = [header.value for header in about.main.header]
    assert titles[0] == "What is not known"
    assert titles.index("Method") > next(
        at for at, title in enumerate(titles) if " points on which accounts differ" in title
    )


def test_filters_narrow_nothing_here(about: AppTest) -> None:
    narrowed = page(country="MEX", objective="4", **{"from": "2025"})
    # A link carries the filters on; what an entry says does not change.
    assert texts(narrowed) == texts(about)
    assert "do not narrow this page" in said(narrowed)


@pytest.mark.parametrize("value", ["<script>", "", "1'; drop", "articles"])
def test_a_part_that_means_nothing_shows_the_first(value: str, about: AppTest) -> None:
    assert parts(page(about_part=value)) == parts(about)


def test_without_an_address_it_says_so(address: pytest.MonkeyPatch) -> None:
    address.delenv(contact.SETTING, raising=False)
    text = said(page())
    assert "names no address" in text
    assert "mailto:" not in text


@pytest.mark.parametrize(
    ("stated", "link"),
    [("errors@example.org", "[errors@example.org](<mailto:errors@example.org>)"),
     ("https://example.org/errors", "[https://example.org/errors](<https://example.org/errors>)")],
)  # fmt: skip
def test_the_address_of_the_setting_is_a_link(address: pytest.MonkeyPatch, stated: str, link: str) -> None:
    address.setenv(contact.SETTING, stated)
    text = said(page())
    assert link in text
    assert "names no address" not in text


def test_every_footer_leads_here() -> None:
    at = opened("overview", country="MEX")
    (link,) = [link for link in at.main.get("page_link") if link.proto.label == "About this briefing"]
    assert "country=MEX" in link.proto.query_string


def test_sections_stand_in_the_order_of_their_contents(about: AppTest) -> None:
    (contents,) = [one.value for one in about.main.markdown if one.value.startswith("[What is not known]")]
    anchors = re.findall(r"\]\(#([\w-]+)\)", contents)
    assert anchors == [one.proto.anchor for one in about.main.header if one.proto.anchor in anchors]
    assert anchors[anchors.index("who") + 1] == "cite", "the room beside what is not known"


def test_few_late_events_are_not_said_to_be_few_that_happened(about: AppTest) -> None:
    assert "few events of the last months were found, which does not mean that little happened." in said(about)
