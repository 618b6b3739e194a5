"""The presentation as a file: every view it can be filtered to is in it, the speaker's notes are not, and it asks for nothing."""

import json
import re

import pytest

from briefing import show
from briefing.story import story
from data.catalog import Catalog
from figures.palette import DARK, LIGHT
from tests.briefing.views import SELECTIONS, asked

DATA = re.compile(r'<script type="application/json" id="story">(.*?)</script>')
OUTSIDE = re.compile(r"""(?:src|href)=["'](?!data:|#)([^"']+)""")


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("name", SELECTIONS)
def test_a_presentation_holds_each_chapter_once_and_loads_nothing(catalog: Catalog, name: str, code: str) -> None:
    view = asked(catalog, name, code)
    shown = show.of_view(view).shown
    told = story(view)
    assert re.findall(r'<section class="chapter" id="([\w-]+)"', shown) == [one.name for one in told]
    assert shown.startswith(f'<!doctype html><html lang="{code}">')
    assert OUTSIDE.findall(re.sub(r"<details>.*?</details>", "", shown, flags=re.DOTALL)) == []
    assert "url(http" not in shown
    assert not re.search(r"<a\s", shown), "a link of a page leads nowhere from a file"


def test_what_the_speaker_reads_is_not_in_what_is_handed_out(catalog: Catalog) -> None:
    made = show.of_view(asked(catalog, "no filter"), "show.html", "show-speaker.html")
    held = json.loads(DATA.findall(made.spoken)[0])
    assert [one["name"] for one in held["held"]] == [one.name for one in story(asked(catalog, "no filter"))]
    for one in held["held"]:
        headings = re.findall(r"<h2>(.*?)</h2>", one["notes"])
        assert headings == ["What to say", "What may be asked", "Sources"], one["name"]
    assert "notes" not in json.loads(DATA.findall(made.shown)[0])


def test_both_themes_are_in_one_file(catalog: Catalog) -> None:
    shown = show.of_view(asked(catalog, "no filter")).shown
    for color in (
        *LIGHT.objectives.values(),
        *DARK.objectives.values(),
        *LIGHT.periods.values(),
        *DARK.periods.values(),
    ):
        assert color in shown
    body = shown[shown.index("<main>") : shown.index("</main>")]
    assert not set(LIGHT.objectives.values()) & set(re.findall(r"#[0-9a-f]{6}", body)), "a colour is fixed to one theme"


def test_no_two_patterns_share_a_name(catalog: Catalog) -> None:
    shown = show.of_view(asked(catalog, "no filter")).shown
    ids = re.findall(r"""\bid=["']([\w-]+)""", shown)
    assert len(ids) == len(set(ids))
