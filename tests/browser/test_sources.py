"""Tables and the whole package, taken away from a served page."""

import io
import zipfile
from pathlib import Path

import pandas as pd
from playwright.sync_api import expect

from data.validation import problems_in
from tests.browser.reader import Reader


def test_parquet_holds_exactly_the_rows_found(reader: Reader) -> None:
    reader.open("/sources?sources_table=claims&sources_search=cartel+insider")
    figure = reader.page.locator(".st-key-figure-sources-table")
    figure.locator("summary").last.click()
    with reader.page.expect_download() as download:
        figure.get_by_role("button", name="Parquet", exact=True).click()
    rows = pd.read_parquet(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert f"{len(rows)} of" in figure.locator("h2").first.inner_text()
    assert rows["sources"].str.contains("Cartel Insider").all()
    assert download.value.suggested_filename.endswith("_2026-11-24.parquet")


def test_the_whole_package_is_valid_where_it_is_unpacked(reader: Reader, tmp_path: Path) -> None:
    reader.open("/sources")
    with reader.page.expect_download() as download:
        reader.page.get_by_role("button", name="Whole package (ZIP)").click()
    zipfile.ZipFile(Path(download.value.path())).extractall(tmp_path)
    assert problems_in(tmp_path / "datapackage.json") == []


def test_a_search_is_typed_and_back_lifts_it(reader: Reader) -> None:
    reader.open("/sources")
    box = reader.page.get_by_label("Find in the table")
    box.fill("bogota")
    box.press("Enter")
    reader.expect_query(sources_search=["bogota"])
    expect(reader.page.locator(".st-key-figure-sources-table h2")).to_contain_text("1 of")
    reader.page.go_back()
    expect(reader.page.locator(".st-key-figure-sources-table h2")).to_contain_text(
        "Places and presences abroad: 57 rows"
    )


def test_the_claims_are_one_click_away(reader: Reader) -> None:
    reader.open("/sources?sources_search=bogota&country=MEX")
    reader.page.get_by_role("button", name="Show the table of claims above").click()
    reader.expect_query(country=["MEX"], sources_table=["claims"])
    expect(reader.page.locator(".st-key-figure-sources-table h2")).to_contain_text("Claims")


def test_a_link_leads_to_a_term_and_a_source_to_its_original_and_keeps_the_page(reader: Reader) -> None:
    reader.open("/sources#tciu")
    expect(reader.page.locator("h3#tciu"), "a link leads to a term").to_be_attached()
    expect(
        reader.page.get_by_role("link", name="Ríodoce, 27 September 2023"), "a source leads to its original"
    ).to_have_attribute("href", "sources?sources_source=es-riodoce-20230927")
