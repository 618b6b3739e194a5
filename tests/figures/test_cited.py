"""The few sources that a line names: the same under a figure of a page as in its picture and in the presentation."""

import re
from html import unescape

import pytest

from data.catalog import Catalog
from data.selection import Selection
from figures import cited, dress, imprint, screens
from figures.language import Language
from figures.view import View


@pytest.mark.parametrize("page", ["offices", "supply_chain", "sources"])
def test_a_line_names_official_sources_first_no_publisher_twice_and_how_many_more_there_are(
    page: str, catalog: Catalog, language: Language
) -> None:
    view = View(catalog, Selection(), language, "light", page)
    (figure, *_others) = screens.of(view).figures
    caption = re.findall(r"<figcaption>(.*?)</figcaption>", dress.figure(figure, view))[0]
    named = [unescape(said) for said in re.findall(r"<a[^>]*>(.*?)</a>", caption)]
    assert len(named) == dress.SOURCES
    assert f"and {len(figure.source_ids) - len(named)} more" in caption
    official = catalog.names("sources", "source_id", "official")
    weightiest = cited.weightiest(catalog, figure.source_ids)
    assert [official[source] for source in weightiest] == sorted(
        (official[source] for source in weightiest), reverse=True
    )
    publishers = cited.publishers(catalog, figure.source_ids)
    assert len(set(publishers)) == len(publishers)
    assert all(said.startswith(publisher) for said, publisher in zip(named, publishers, strict=False))
    foot, count = imprint.foot(figure.source_ids, view), len(publishers)
    assert any(
        "; ".join([*publishers[:most], *([f"and {count - most} more"] if count > most else [])]) in foot
        for most in range(1, imprint.SOURCES_IN_PICTURE + 1)
    )
