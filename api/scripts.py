"""Which of Streamlit's scripts a page runs: read from the scripts themselves, which name what they import."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from api import contract

STREAMLIT = Path(str(files("streamlit"))) / "static"
"""What Streamlit serves to every page."""

SCRIPTS = STREAMLIT / "static" / "js"
IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([\w.$-]+\.js)["']""")


@cache
def entry() -> tuple[str, ...]:
    """Return the names of the scripts that Streamlit's page asks for by itself."""
    page = (STREAMLIT / "index.html").read_text("utf-8")
    return _with_imports(re.findall(r"static/js/([\w.$-]+\.js)", page))


@cache
def everywhere() -> tuple[str, ...]:
    """Return the names of the further scripts that every page of ours comes to need."""
    return _without(_with_imports(_named(contract.EVERYWHERE)), entry())


@cache
def for_figures() -> tuple[str, ...]:
    """Return the names of the further scripts that figures need."""
    return _without(_with_imports(_named(contract.FIGURES)), (*entry(), *everywhere()))


def _named(elements: Iterable[str]) -> Iterator[str]:
    """Yield the names of elements' scripts, which end in a hash: `Slider.WU6er_Bo.js`. One that is no more is not asked for."""
    return (path.name for element in elements for path in SCRIPTS.glob(f"{element}.*.js"))


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
