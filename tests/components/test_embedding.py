"""The code of a figure for the pages of others is given by whoever the setting names any for, and leads to that figure."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from components import embedding
from data.catalog import Catalog
from data.ledger import versions
from data.settings import EMBEDDERS, embedders
from tests.opened import opened

BUTTON = "embed-offices-map"


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(EMBEDDERS, "https://news.example")
    embedders.cache_clear()
    yield
    embedders.cache_clear()


def framed(at: AppTest) -> str:
    """Return the address that the code shows in a frame."""
    assert not at.exception
    (code,) = (one.value for one in at.get("code") if "<iframe" in str(one.value))
    found = re.search('src="([^"]+)"', code)
    assert found
    return unescape(found[1])


@pytest.mark.usefixtures("allowed")
@pytest.mark.parametrize(("which", "release"), [("newest", ""), ("pinned", f"&release={versions()[-1]}")])
def test_the_code_leads_to_the_figure_of_this_view_live_or_as_of_a_release(which: str, release: str) -> None:
    at = opened("offices", country=["MEX"], lang=["es"])
    at.session_state["embed-which-offices-map"] = which
    at.button(key=BUTTON).click().run()
    assert framed(at).endswith(f"/embed/offices/offices-map?country=MEX&lang=es{release}")


@pytest.mark.usefixtures("allowed")
@pytest.mark.parametrize("is_released", [True, False])
def test_who_pins_is_told_where_the_facts_in_view_are_not_yet_those_of_a_release(
    monkeypatch: pytest.MonkeyPatch, catalog: Catalog, is_released: bool
) -> None:
    shown = catalog.package["version"]
    monkeypatch.setattr(embedding, "versions", lambda: ["1.0.0", shown] if is_released else ["1.0.0", "1.1.0"])
    at = opened("offices", lang=["en"])
    at.button(key=BUTTON).click().run()
    told = [one.value for one in at.markdown if "not released yet" in one.value]
    assert len(told) == (not is_released)
    for said in told:
        assert f"version {shown}" in said
        assert "pinned to version 1.1.0" in said
        assert "](changes" in said


def test_without_the_setting_none_is_offered() -> None:
    assert not [one for one in opened("offices").button if str(one.key).startswith("embed-")]
