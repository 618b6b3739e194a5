"""What every test may ask for."""

import pytest

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
