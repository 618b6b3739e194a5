"""Imports run one way, and only the screen knows Streamlit."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

MAY_IMPORT = {
    "data": {"data"},
    "figures": {"figures", "data"},
    "api": {"api", "briefing", "figures", "data"},
    "briefing": {"briefing", "figures", "data"},
    "components": {"components", "figures", "data"},
    "pages": {"components", "figures", "data"},
    "app": {"components", "api"},
    "deploy": {"deploy"},
}

SCREEN = {"components", "pages", "app"}


def modules() -> Iterator[tuple[str, Path]]:
    yield "app", ROOT / "app.py"
    for layer in MAY_IMPORT:
        for path in sorted((ROOT / layer).rglob("*.py")):
            yield layer, path


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize(("layer", "path"), [*modules()], ids=lambda value: str(value).removeprefix(f"{ROOT}/"))
def test_a_module_imports_only_what_lies_below(layer: str, path: Path) -> None:
    ours = set(MAY_IMPORT) | {"briefing", "tests"}
    assert imported(path) & ours <= MAY_IMPORT[layer]
    if layer not in SCREEN:
        assert "streamlit" not in imported(path)


PAGES = sorted((ROOT / "pages").glob("*.py"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_is_layout_only(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree)
    assert not {"pandas", "plotly", "pydeck", "csv", "json", "pathlib"} & imported(path)
    assert not [node for node in tree.body if isinstance(node, ast.ClassDef)]


FRAME = {"figure.py", "chart.py", "take_away.py"}
"""The frame, and the two parts of it that draw."""

DRAWN = {
    "plotly_chart",
    "pydeck_chart",
    "dataframe",
    "table",
    "map",
    "line_chart",
    "bar_chart",
    "altair_chart",
    "echarts_chart",
}


def test_every_chart_map_and_table_goes_through_the_figure_frame() -> None:
    around = {
        path.name
        for layer in ("components", "pages")
        for path in (ROOT / layer).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in DRAWN and ast.unparse(node.value).endswith("st")
    }
    assert around <= FRAME


def test_only_the_frame_knows_the_parts_that_draw() -> None:
    knowing = {
        path.name
        for layer in ("components", "pages")
        for path in (ROOT / layer).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"chart.show", "take_away.show", "take_away.table"}
    }
    assert knowing <= FRAME


TOOLS = {"ink", "maps", "charts"}
"""Rooms of `figures/` that know how to draw and not what."""

ROOMS = {path.parent.name for path in (ROOT / "figures").glob("*/__init__.py")}


def imported_rooms(path: Path) -> set[str]:
    """Return the rooms of `figures/` that a module imports from: `from figures.maps import deck` is `maps`."""
    modules = {
        node.module
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
    }
    return {module.split(".")[1] for module in modules if module.startswith("figures.")} & ROOMS


FRONT = "overview"
"""The room of the first page, which is put together from what the other rooms know."""


@pytest.mark.parametrize("room", sorted(ROOMS - {FRONT}))
def test_a_room_of_figures_imports_tools_and_no_other_subject(room: str) -> None:
    allowed = {"ink": set(), "maps": {"ink"}, "charts": {"ink"}}.get(room, TOOLS) | {room}
    for path in (ROOT / "figures" / room).glob("*.py"):
        # The screen of a page brings subjects together, as the page does.
        if path.name != "screen.py":
            assert imported_rooms(path) <= allowed, path.name
