"""The zip holds the whole package, valid where it is unpacked, and is the same for all who ask."""

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from data import packing
from data.catalog import Catalog, build
from data.dialects import croissant, dcat, prov
from data.translation import in_all, translated
from data.validation import problems_in


@pytest.fixture(scope="module")
def archive(catalog: Catalog) -> bytes:
    return packing.pack(catalog)


@pytest.fixture(scope="module")
def unpacked(archive: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    zipfile.ZipFile(io.BytesIO(archive)).extractall(folder)
    return folder


def test_the_same_facts_give_the_same_bytes(catalog: Catalog, archive: bytes) -> None:
    assert packing.pack(catalog) == archive
    assert packing.pack(build()) == archive


def test_what_is_unpacked_is_valid(unpacked: Path) -> None:
    assert problems_in(unpacked / "datapackage.json") == []


def test_what_is_unpacked_is_what_was_packed(catalog: Catalog, unpacked: Path) -> None:
    again, packed = build(unpacked / "datapackage.json"), in_all(catalog)
    assert dict(again.package) == dict(packed.package)
    assert set(again.tables) == set(catalog.tables)
    for name, frame in catalog.tables.items():
        assert again[name].equals(packed[name]), name
        assert again[name][list(frame)].equals(frame), name


def test_prose_stands_in_each_language_and_so_does_the_readme(catalog: Catalog, unpacked: Path) -> None:
    events = build(unpacked / "datapackage.json")["events"].set_index("event_id")
    assert events.loc["ev-20190501-china-class", "summary_es"].startswith("China pone bajo control")
    assert list(events.columns[2:6]) == ["title", "title_es", "summary", "summary_es"]
    told = (unpacked / "LEEME.md").read_text("utf-8")
    assert "## Qué tener en cuenta" in told
    for resource in catalog.package["resources"]:
        assert f"`{resource['path']}` (filas: {len(catalog[resource['name']])})" in told


def test_it_is_the_same_in_whatever_language_it_is_asked_for(catalog: Catalog, archive: bytes) -> None:
    assert packing.pack(translated(catalog, "es")) == archive


def test_it_says_what_it_is_how_to_cite_it_and_under_which_licence(catalog: Catalog, unpacked: Path) -> None:
    readme = (unpacked / "README.md").read_text("utf-8")
    for resource in catalog.package["resources"]:
        assert resource["path"] in readme
    assert "The official document itself was not read" in readme
    assert "licenses/by/4.0/legalcode" in (unpacked / "LICENSE.txt").read_text("utf-8")
    citation = (unpacked / "CITATION.cff").read_text("utf-8")
    assert f"title: {json.dumps(catalog.package['title'])}" in citation
    assert f'version: "{catalog.package["version"]}"' in citation
    assert f'date-released: "{catalog.package["created"][:10]}"' in citation


def test_it_describes_itself_in_other_words_too(catalog: Catalog, unpacked: Path) -> None:
    catalog = in_all(catalog)
    tables = packing.table_files(catalog)
    for name, document in {
        "croissant.json": croissant.document(catalog.package, tables),
        "dcat.jsonld": dcat.document(catalog.package, tables),
        "prov.jsonld": prov.document(catalog),
    }.items():
        assert json.loads((unpacked / name).read_text("utf-8")) == document
        assert name in (unpacked / "README.md").read_text("utf-8")
    for file in croissant.document(catalog.package, tables)["distribution"]:
        assert sha256((unpacked / file["contentUrl"]).read_bytes()).hexdigest() == file["sha256"]


def test_its_files_lie_within_one_folder_and_are_dated_as_the_facts(catalog: Catalog, archive: bytes) -> None:
    entries = zipfile.ZipFile(io.BytesIO(archive)).infolist()
    names = [entry.filename for entry in entries]
    assert names == sorted(set(names))
    assert not [name for name in names if name.startswith("/") or ".." in name]
    day = catalog.facts_as_of
    assert {entry.date_time[:3] for entry in entries} == {(day.year, day.month, day.day)}
    assert day.isoformat() in packing.file_name(catalog)
