"""What we reach for in Streamlit's page is named once, and the Streamlit that is installed has it.

Run it alone after an upgrade: `pytest tests/test_contract.py`. What fails is named.
"""

import inspect
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit import logger as streamlit_logger
from streamlit.runtime import Runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner

from api import boot, contract
from components import grace, logs

ROOT = Path(__file__).parent.parent
STREAMLIT = Path(st.__file__).parent / "static"
INDEX = (STREAMLIT / "index.html").read_text("utf-8")
REACHING = [
    path
    for folder in ("api", "briefing", "components", "pages", "tests")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".css", ".js", ".py"} and path not in {Path(contract.__file__), Path(__file__)}
]

# How each kind of name is written where we reach for it, in CSS, JavaScript or Python.
WRITTEN = {
    "TEST_IDS": re.compile(r"""data-testid\W?=\W?["']([\w-]+)|test_id\(["']([\w-]+)"""),
    "CLASSES": re.compile(r"\.(st[A-Z]\w*|js-plotly-plot|main-svg|modebar|plotly|deck-events-root)(?![\w.(-]| import)"),
    "ATTRIBUTES": re.compile(
        r"\[?(data-(?!testid|label|language|page|carried|own|words|marks|keys|tended|copied|by-hand|making|made|failed|busy|does|theme|facts|at)[a-z]+(?:-[a-z]+)*)[\]=\"]"
    ),
}


def named(kind: str) -> frozenset[str]:
    names: frozenset[str] = getattr(contract, kind)
    return names


def reached(kind: str) -> Iterator[tuple[str, Path]]:
    """Give every name of a kind that is written anywhere, with the file it is written in."""
    for path in REACHING:
        for match in WRITTEN[kind].finditer(path.read_text("utf-8")):
            yield next(filter(None, match.groups())), path


@cache
def scripts() -> str:
    """Streamlit's own scripts, all in one."""
    return "\n".join(path.read_text("utf-8") for path in sorted(STREAMLIT.glob("static/js/*.js")))


@pytest.mark.parametrize("kind", WRITTEN)
def test_whatever_is_reached_for_is_named_in_the_contract(kind: str) -> None:
    assert {f"{name} in {path.relative_to(ROOT)}" for name, path in reached(kind) if name not in named(kind)} == set()


@pytest.mark.parametrize("kind", WRITTEN)
def test_whatever_is_named_in_the_contract_is_reached_for(kind: str) -> None:
    assert named(kind) - {name for name, _path in reached(kind)} == set()


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, name) for kind in ("TEST_IDS", "CLASSES", "ATTRIBUTES", "VALUES") for name in sorted(named(kind))],
)
def test_streamlits_scripts_have_the_name(kind: str, name: str) -> None:
    # Whole, within a string or a list of classes: `stPageLink` is not there because `stPageLink-NavLink` is.
    assert re.search(rf"[`\"' .\[]{re.escape(name)}[`\"' \]]", scripts())


def test_an_element_with_a_key_has_a_class_of_that_key() -> None:
    assert f"`{contract.KEY_CLASS}`" in scripts()


@pytest.mark.parametrize("element", [*contract.EVERYWHERE, *contract.FIGURES])
def test_an_element_has_a_script_of_its_own(element: str) -> None:
    assert len([*(STREAMLIT / "static" / "js").glob(f"{element}.*.js")]) == 1


@pytest.mark.parametrize("name", sorted(contract.TOLD))
def test_streamlits_script_listens_to_what_it_is_told(name: str) -> None:
    assert f".{name}" in scripts()
    assert name in boot.SCRIPT


@pytest.mark.parametrize("mark", ["ROOT", "TITLE", "ICON", "SERVICE", "LANGUAGE", "HEAD", "HEAD_END"])
def test_streamlits_page_has_the_mark_once(mark: str) -> None:
    assert INDEX.count(getattr(contract, mark)) == 1


@pytest.mark.parametrize("pattern", ["FONT", "INLINE_SCRIPT", "WITHOUT_SCRIPTS"])
def test_streamlits_page_has_what_the_pattern_means(pattern: str) -> None:
    assert getattr(contract, pattern).search(INDEX)


def test_every_script_of_streamlits_page_is_known_to_the_policy() -> None:
    inline = contract.INLINE_SCRIPT.findall(INDEX)
    assert INDEX.count("<script") == len(inline) + INDEX.count('<script type="module" crossorigin src=')


def test_the_app_takes_what_it_is_given() -> None:
    taken = inspect.signature(st.App).parameters
    assert contract.APP - set(taken) == set()


def test_the_app_is_given_no_more_than_the_contract_names() -> None:
    call = re.search(r"st\.App\((.*)^\)", (ROOT / "app.py").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert call
    assert set(re.findall(r"^    (\w+)=", call[1], re.MULTILINE)) == contract.APP - {"script_path"}


def test_what_keeps_files_is_called_by_the_names() -> None:
    # What comes of it is held in tests/components/test_grace.py.
    assert isinstance(getattr(Runtime, grace.KEEPER), property)
    assert f".{grace.KEEPER}.{grace.SWEEP}()" in inspect.getsource(ScriptRunner)
    assert f"self.{grace.DROP}(" in inspect.getsource(MediaFileManager)


def test_what_lets_a_logger_write_is_called_by_the_name() -> None:
    # What comes of it is held in tests/browser/test_steady.py.
    assert f"{logs.SETUP}(logger)" in inspect.getsource(streamlit_logger.get_logger)
    assert isinstance(streamlit_logger._loggers, dict)


def options(table: dict[str, object], above: str = "") -> Iterator[str]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from options(value, f"{above}{name}.")
        else:
            yield f"{above}{name}"


CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


@pytest.mark.parametrize("option", [*options(CONFIG)])
def test_streamlit_knows_the_option(option: str) -> None:
    # An option that is no more is merely warned of, and its default holds.
    st.get_option(option)
