"""What every test may ask for."""

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner

from data.catalog import Catalog, build
from figures.language import Language
from figures.language import language as speak


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The data as it is shipped, read once."""
    return build()


@pytest.fixture(scope="session")
def language() -> Language:
    return speak("en")


@pytest.fixture(scope="session", autouse=True)
def packages_scanned_once() -> Iterator[None]:
    """Let AppTest look through the installed packages for components once: each of its instances would, for 0.2 s."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield
