"""A data pack holds the rows of the view, its pictures, and says which filters were on."""

import io
import json
import zipfile

import pandas as pd
import pytest

from briefing import citing
from briefing.pack import _pictured, caption, pack
from data.catalog import Catalog
from data.queries.part import part
from data.translation import translated
from figures import age, filters
from figures.ink import picture
from figures.language import language
from tests.briefing.views import SELECTIONS, asked

README = {"en": "README.md", "es": "LEEME.md"}


@pytest.mark.parametrize(("name", "code"), [(name, "es" if at % 2 else "en") for at, name in enumerate(SELECTIONS)])
def test_a_pack_holds_the_rows_of_the_view_described_and_pictured(catalog: Catalog, name: str, code: str) -> None:
    view = asked(catalog, name, code)
    with zipfile.ZipFile(io.BytesIO(pack(view, "https://briefing.test/?x"))) as archive:
        assert archive.testzip() is None
        described = json.loads(archive.read("datapackage.json"))
        kept = part(catalog, view.selection)
        for resource in described["resources"]:
            rows = pd.read_csv(io.BytesIO(archive.read(resource["path"])), dtype=str, keep_default_na=False)
            assert len(rows) == len(kept[resource["name"]]), resource["name"]
        pictures = [one for one in archive.namelist() if one.startswith("pictures/")]
        assert pictures
        assert all(archive.read(one).startswith(b"\x89PNG") for one in pictures)
        assert [one[9:11] for one in pictures] == [f"{at:02}" for at in range(1, len(pictures) + 1)]
        quoted = archive.read("CITATION.cff").decode()
        for other, readme in README.items():
            there = language(other)
            said = archive.read(readme).decode()
            narrowed = filters.in_words(view.selection, translated(catalog, other), there)
            for words in (
                narrowed,
                "https://briefing.test/?x",
                "CC BY 4.0",
                str(catalog.package["version"]),
                there.date(catalog.package["created"][:10]),
                translated(catalog, other).package["title"],
                there.date(catalog.facts_as_of.isoformat()),
                *pictures,
            ):
                assert words in said
            # What is cut says of how many rows it is what is left; what is not is named as whole.
            cut, whole = (said.partition("---")[0].split("\n\n")[at] for at in (2, 3))
            assert not narrowed or "holds some rows" in cut or other == "es"
            for resource in catalog.package["resources"] if narrowed else ():
                n, total = len(kept[resource["name"]]), len(catalog[resource["name"]])
                assert (f"`{resource['path']}`" in whole) == (n == total)
                assert (f"`{resource['path']}` ({there.number(n)} " in cut) == (n < total)
        assert catalog.package["title"] in quoted
        assert 'url: "https://briefing.test/?x"' in quoted
        assert f'date-released: "{catalog.package["created"][:10]}"' in quoted
        assert filters.in_words(view.selection, catalog, language("en")) in quoted


@pytest.mark.parametrize("code", README)
def test_the_last_line_of_a_picture_stands_in_it_whole(catalog: Catalog, code: str) -> None:
    """Seven of ten ended in the middle of a sentence, before the words that say who is not behind it."""
    view = asked(catalog, "one country", code)
    feet = [caption(chapter, figure).source for chapter, figure in _pictured(view)]
    assert len(feet) > 5
    for foot in feet:
        assert picture.finds_room(foot), foot
        assert foot.endswith(view.language.gettext("Independent of any government"))


def test_a_picture_says_what_its_filters_leave_as_it_is_and_how_old_what_it_shows(catalog: Catalog) -> None:
    view = asked(catalog, "one country", "en")
    named = filters.in_words(view.selection, view.catalog, view.language)
    told = {chapter.name: caption(chapter, figure) for chapter, figure in _pictured(view)}
    assert all(named.casefold() in one.filters.casefold() for one in told.values())
    assert told["sources"].filters == f"Not narrowed by: {named}"
    (dates,) = (chapter for chapter, _figure in _pictured(view) if chapter.name == "dates")
    of_2023 = view.language.date(age.newest(catalog, citing.behind(dates)))
    assert f"Newest source published: {of_2023};" in told["dates"].source
    assert of_2023 != view.language.date(age.newest(catalog, dates.screen.figures[0].source_ids))
