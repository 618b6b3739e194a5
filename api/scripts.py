"""Which of Streamlit's scripts a page runs: read from the scripts themselves, which name what they import."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

STREAMLIT = Path(str(files("streamlit"))) / "static"
"""What Streamlit serves to every page."""

SCRIPTS = STREAMLIT / "static" / "js"
IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([\w.$-]+\.js)["']""")

EVERYWHERE = ("PageLink", "ButtonGroup", "Multiselect", "Slider", "Html", "TextInput")
"""The elements of sidebar and search, on every page."""

FIGURES = ("DeckGlJsonChart", "PlotlyChart", "DataFrame")
"""The elements of figures: large, and not wanted before there is a heading."""


@cache
def entry() -> tuple[str, ...]:
    """Return the names of the scripts that Streamlit's page asks for by itself."""
    page = (STREAMLIT / "index.html").read_text("utf-8")
    return _with_imports(re.findall(r"static/js/([\w.$-]+\.js)", page))


@cache
def everywhere() -> tuple[str, ...]:
    """Return the names of the further scripts that every page of ours comes to need."""
    return _without(_with_imports(map(_named, EVERYWHERE)), entry())


@cache
def for_figures() -> tuple[str, ...]:
    """Return the names of the further scripts that figures need."""
    return _without(_with_imports(map(_named, FIGURES)), (*entry(), *everywhere()))


def _named(element: str) -> str:
    """Return the name of an element's script, which ends in a hash: `Slider.WU6er_Bo.js`."""
    return next(path.name for path in SCRIPTS.glob(f"{element}.*.js"))


def _with_imports(names: Iterable[str]) -> tuple[str, ...]:
    """Return the scripts and all that they import, and so on, the nearest first."""
    found = dict.fromkeys(names)
    waiting = [*found]
    for name in waiting:
        new = [other for other in IMPORTED.findall((SCRIPTS / name).read_text("utf-8")) if other not in found]
        found |= dict.fromkeys(new)
        waiting += dict.fromkeys(new)
    return tuple(found)


def _without(names: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    known = {*others}
    return tuple(name for name in names if name not in known)
