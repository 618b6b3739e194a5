"""A data pack holds the rows of the view, its pictures, and says which filters were on."""

import io
import json
import zipfile

import pandas as pd
import pytest

from briefing.pack import pack
from data.catalog import Catalog
from data.queries.part import part
from figures import filters
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
        readme = archive.read(README[code]).decode()
        for said in (
            filters.in_words(view.selection, view.catalog, view.language),
            "https://briefing.test/?x",
            "CC BY 4.0",
            str(catalog.package["version"]),
            view.language.date(catalog.facts_as_of.isoformat()),
            *pictures,
        ):
            assert said in readme
